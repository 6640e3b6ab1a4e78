from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from onrecord.extract import scope, suspects
from onrecord.extract.visible import layout

SAID = "The Minister said that the talks on the water treaty would go on until the summer."


def reasons(html: str) -> dict[str, str | None]:
    """Why each row would be furniture, by its text."""
    root = LexborHTMLParser(html).root
    assert root is not None
    page = layout(root)
    mass = scope.masses([scope.worth(row) for row in page.rows], page.rows, page.boxes)
    title = next((i for i, row in enumerate(page.rows) if row.level == 1), None)
    why = suspects.reasons(page.rows, page.boxes, mass, title)
    return {row.text: why[row.box] for row in page.rows}


def test_names_and_tags() -> None:
    page = f"<p>{SAID}</p><nav>Home</nav><div class=share-bar><p>Send</p></div>"
    assert reasons(page) == {SAID: None, "Home": "navigation", "Send": "share"}


def test_a_reason_that_would_take_the_page_is_not_believed() -> None:
    assert reasons(f"<form><p>{SAID}</p></form>") == {SAID: None}
    assert reasons(f"<div class=sidebar><p>{SAID}</p></div><p>Ok.") == {SAID: None, "Ok.": None}


def test_nor_one_that_would_take_the_title() -> None:
    page = f"<div class=banner-header-related><h1>Visit</h1></div><p>{SAID}</p>"
    assert reasons(page)["Visit"] is None


def test_comments_may_be_most_of_a_page() -> None:
    page = f"<p>We agreed on it all.</p><div class=comments>{f'<p>{SAID} Yes.</p>' * 9}</div>"
    assert reasons(page)[f"{SAID} Yes."] == "comments"


def test_a_list_of_links() -> None:
    links = "<li><a href=x>A pact</a><li><a href=x>A visit</a><li><a href=x>A loan</a>"
    found = reasons(f"<p>{SAID}</p><ul>{links}</ul>")
    assert found["A pact"] == suspects.LINKS
    assert found[SAID] is None


def test_a_paragraph_named_like_layout_is_prose() -> None:
    assert reasons(f"<p>{SAID}</p><p class=topic>{SAID} {SAID}</p>")[f"{SAID} {SAID}"] is None
