from __future__ import annotations

import pytest

from onrecord.crawl.quality import FIRES, Traits, judge, traits

STATEMENT = """Minister Roe meets Ambassador Lint
On 6 March Foreign Minister Roe received the Ambassador of Lormark.
They discussed trade, fisheries and the treaty on the Sarn.
The Minister thanked the Ambassador for her work."""


@pytest.mark.parametrize(
    ("text", "title", "language", "name"),
    [
        (
            "Access denied\nYou do not have permission to access this page.",
            None,
            None,
            "block page",
        ),
        (
            "Just a moment...\nChecking your browser before accessing mfa.example.",
            None,
            "en",
            "block page",
        ),
        ("Доступ запрещен\nВаш запрос был заблокирован.", None, "ru", "block page"),
        (
            "Zugriff verweigert\nIhre Anfrage wurde blockiert.",
            "Zugriff verweigert",
            "de",
            "block page",
        ),
        ("Accès refusé\nVotre requête a été bloquée.", None, "fr", "block page"),
        ("Acceso denegado\nSu solicitud ha sido bloqueada.", None, "es", "block page"),
        ("访问被拒绝\n请求已被拦截。", None, "zh", "block page"),
        ("Please log in to continue\nUser name\nPassword", None, "en", "login page"),
        (
            "Page not found\nThe page you are looking for could not be found.",
            "404",
            "en",
            "missing page",
        ),
        ("Страница не найдена\nВернитесь на главную.", None, "ru", "missing page"),
        ("Página no encontrada\nVuelva al inicio de este sitio.", None, None, "missing page"),
        ("500 Internal Server Error\nAn error occurred.", None, "en", "error page"),
        ("Service temporarily unavailable\nCome back later, please.", None, None, "error page"),
        ("Please enable JavaScript\nThis page requires JavaScript.", None, "en", "script shell"),
        (
            "We value your privacy\nWe and our 14 partners use cookies.\nAccept all\nReject all\n"
            "Cookie policy",
            None,
            "en",
            "cookie wall",
        ),
        (
            "Nous utilisons des cookies\nTout accepter\nTout refuser\nEn bref",
            None,
            "fr",
            "cookie wall",
        ),
    ],
)
def test_what_is_no_statement(
    text: str, title: str | None, language: str | None, name: str
) -> None:
    verdict = judge(text=text, title=title, language=language)
    assert verdict is not None
    assert verdict.name == name
    assert FIRES <= verdict.score <= 1
    assert name in verdict.message


@pytest.mark.parametrize(
    "text",
    [
        STATEMENT,
        "The Ministry regrets that access to the border was denied to the monitors yesterday.",
        "Statement on the blocking of the website\nSince yesterday access to the site of "
        "the Ministry has been blocked by an attack. Specialists are at work. We apologise.",
        "Minister Roe on the new cookie regulation\nThe regulation on cookies enters into force in "
        "May. Sites will ask once. The Minister called it a step forward for all citizens.",
        "The delegation found the page missing from the treaty and asked for it to be added.",
        "Министр заявил, что доступ к морю не может быть запрещен ни одной стране региона.",
    ],
)
def test_short_statements_even_about_such_things(text: str) -> None:
    title, _, rest = text.partition("\n")
    assert judge(text=text, title=title if rest else None) is None


def test_the_same_words_in_a_long_text_do_not_count() -> None:
    assert judge(text="Access denied\n" + STATEMENT * 12, title="Access denied") is None


def test_nothing_to_read() -> None:
    verdict = judge(text="", page=Traits(scripts=0))
    assert verdict is not None
    assert verdict.name == "empty body"


def test_a_shell_that_a_script_would_fill() -> None:
    html = "<html><noscript>You need to enable JavaScript to run this app.</noscript><div id=root>"
    verdict = judge(text="", page=traits(html + "</div><script src=a></script></body></html>"))
    assert verdict is not None
    assert (verdict.name, verdict.score) == ("script shell", 1.0)
    verdict = judge(text="Ministry", page=Traits(scripts=4))
    assert verdict is not None
    assert verdict.name == "script shell"


def test_a_listing_with_scripts_is_empty_and_no_shell() -> None:
    verdict = judge(
        text="", furniture="Visit of the Minister to Ostvania. " * 40, page=Traits(scripts=4)
    )
    assert verdict is not None
    assert verdict.name == "empty body"


def test_the_furniture_of_an_empty_page_tells_why() -> None:
    verdict = judge(text="", furniture="Access denied\nYou have been blocked")
    assert verdict is not None
    assert verdict.name == "block page"


@pytest.mark.parametrize(
    ("end", "name"),
    [
        ("<p>We agreed.</p></div></body></html>", None),
        ("<p>We agreed.</p></div></html>", None),
        ("<p>We agreed.</p><p>And we al", "truncated"),
        ('<p>We agreed.</p><p>And <a href="x', "truncated"),
        ("<p>We agreed.</p><p>And &nbs", "truncated"),
    ],
)
def test_a_page_that_breaks_off(end: str, name: str | None) -> None:
    html = f"<html><body><div><h1>Pact</h1>{end}"
    shown = "We agreed." if name is None else "We agreed.\nAnd we al"
    verdict = judge(text=f"{STATEMENT}\n{shown}", page=traits(html))
    assert (verdict.name if verdict else None) == name


def test_a_fragment_without_end_tags_is_whole() -> None:
    assert judge(text=STATEMENT, page=traits("<p>We agreed on it<p>Thank you")) is None


def test_a_text_that_goes_on_for_subscribers() -> None:
    verdict = judge(text=f"{STATEMENT}\nSubscribe to read the full article")
    assert verdict is not None
    assert verdict.name == "truncated"


def test_traits_of_hostile_pages_take_no_time() -> None:
    assert traits("<noscript>" * 20_000).scripts == 0
    assert traits("<html>" + "<div>" * 20_000 + "&" * 5_000).unclosed == 20_001
