from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from onrecord.extract import scope
from onrecord.extract.rows import Row
from onrecord.extract.visible import Box, layout

SAID = "<p>The Minister said that the talks on the water treaty would go on until the summer.</p>"


def chosen(html: str) -> Box:
    root = LexborHTMLParser(html).root
    assert root is not None
    page = layout(root)
    worths = [scope.worth(row) for row in page.rows]
    mass = scope.masses(worths, page.rows, page.boxes)
    title = next((i for i, row in enumerate(page.rows) if row.level == 1), None)
    ground = scope.Ground(page.rows, page.boxes, mass, [None] * len(page.boxes), title)
    return page.boxes[scope.choose(ground)]


def row(text: str, linked: int = 0) -> Row:
    return Row(text, "paragraph", 2, (), linked, 0, 0, None, -1)


def test_plain_sentences_are_worth_more_than_scraps_and_links() -> None:
    sentence = "The Minister said that the talks on the water treaty would go on until summer."
    assert scope.worth(row(sentence)) > scope.worth(row(sentence[:-1]))
    assert scope.worth(row(sentence, linked=60)) == 0
    assert scope.worth(row("答：没有。")) > scope.worth(row("Answer: no"))


def test_the_box_that_says_it_is_the_body() -> None:
    page = f"<div><div class=teaser>{SAID * 2}</div><div itemprop=articleBody>{SAID}</div></div>"
    assert chosen(page).itemprop == "articleBody"
    page = f"<div><div>{SAID * 2}</div><div class=entry-content>{SAID * 2}</div></div>"
    assert chosen(page).names == "entry-content"


def test_an_empty_box_is_not_the_body_whatever_it_says() -> None:
    page = f"<div class=article-body>.</div><div id=x>{SAID * 9}</div>"
    assert chosen(page).names == "#x"


def test_a_body_in_pieces_is_the_box_around_them() -> None:
    pieces = "".join(f'<div class="text-body"><div>{SAID * 3}</div></div>' for _ in range(3))
    assert chosen(f"<main><div id=around>{pieces}</div></main>").names == "#around"


def test_without_names_the_box_with_most_of_the_text() -> None:
    page = f"<div id=a><p>Short.</p></div><div id=b><div id=c>{SAID * 6}</div></div>"
    assert chosen(page).names == "#c"


def test_a_short_statement_under_its_title_goes_before_a_long_column_of_teasers() -> None:
    teaser = f"<h3><a href=x>A pact on trade is signed</a></h3>{SAID}"
    column = f"<div id=column>{teaser * 8}</div>"
    page = f"<div id=page><div id=statement><h1>Visit</h1>{SAID * 3}</div>{column}</div>"
    assert chosen(page).names == "#statement"


def test_equal_boxes_side_by_side_stay_together() -> None:
    page = f"<div id=all><div class=frame>{SAID * 9}</div><div class=frame>{SAID}</div></div>"
    assert chosen(page).names == "#all"
