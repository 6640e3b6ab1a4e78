from __future__ import annotations

import pytest

from onrecord.crawl.inputs import Input, Loaded
from onrecord.crawl.quality import FIRES, Traits, judge, other_language, traits
from onrecord.pipeline.reading import Failure, read
from tests.ministry.notices import NOTICES, Notice

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
            "challenge",
        ),
        (
            "You will be connected to www.mfa.example in just a moment...",
            None,
            "en",
            "challenge",
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
        "Consular section closed on 6 March\nThe consular section of the Embassy will be closed on "
        "6 March. The website will be down for scheduled maintenance from 10 to 12. We are sorry "
        "for the inconvenience. Please try again later or call the hotline.",
        "Statement on a cyber attack\nThe website of the Ministry was unavailable for two hours. "
        "Access to the portal was blocked by an attack. The service is available again.",
        "Login to the e-consulate\nCitizens can now sign in to the e-consulate with their "
        "passport. The Minister presented the service on Monday. It is open to all citizens.",
        "Minister on access\nAccess denied to observers is access denied to the truth, the "
        "Minister said today in Vessin. The monitors must return at once.",
        "Search mission\nThe missing aircraft was not found. The search goes on in the morning. No "
        "results so far, the Minister said.",
        "Index of prices\nThe Index of consumer prices rose by 2 percent. Further configuration of "
        "the basket is required, the Minister said.",
        "О работе сайта\n6 марта с 10 до 12 часов сайт министерства будет временно недоступен: "
        "ведутся технические работы. Приносим извинения за неудобства. Заявления публикуются также "
        "в канале министерства.",
        "Ответ на вопрос СМИ\nВопрос: Доступ к озеру закрыт? Ответ: Доступ к озеру ограничен до "
        "апреля. Решение принято правительством.",
        "Accès refusé aux observateurs\nLe ministre regrette que l'accès ait été refusé aux "
        "observateurs. Il a demandé qu'ils puissent entrer dès lundi.",
        "Website nicht erreichbar\nDie Website des Ministeriums war am Montag nicht erreichbar. "
        "Die Ministerin dankte den Technikern. Ursache war ein Stromausfall in Kelmar.",
        "Dostęp do portu\nDostęp do portu został ograniczony po wypadku. Minister spotka się z "
        "załogą w środę. Prace potrwają tydzień.",
        "Visita cancelada\nO pedido foi negado pelo governo. O ministro lamentou a decisão e "
        "convidou o embaixador. A visita será em maio.",
        "بيان الوزارة\nالوصول إلى الميناء محظور حتى الأحد. قالت الوزيرة إن العمل مستمر.",
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


@pytest.mark.parametrize("notice", NOTICES, ids=lambda notice: str(notice.name))
def test_what_servers_and_their_guards_send(notice: Notice) -> None:
    """Read as a page with status 200 is."""
    loaded = Loaded(notice.html.encode(), "text/html", "utf-8", "https://mfa.example/en/news/12")
    (found,) = read([Input("page", "page", lambda: loaded)])
    assert isinstance(found, Failure)
    assert found.issue.stage == "quality"
    assert found.issue.message.partition(":")[0] == notice.kind


def test_the_title_of_the_page_tells() -> None:
    page = Traits(title="Page not found | Ministry of Foreign Affairs")
    verdict = judge(text="Try the search, or go to the list.", title="Ministry", page=page)
    assert verdict is not None
    assert verdict.name == "missing page"
    assert judge(text=STATEMENT, page=Traits(title="Minister Roe | Ministry")) is None
    assert traits("<title>\n Talks &amp;\nmore</title>").title == "Talks & more"


@pytest.mark.parametrize(
    ("found", "expected", "confidence", "fires"),
    [
        ("en", ["fr"], 0.99, True),
        ("en", ["fr"], 0.3, False),
        ("fr-CA", ["de", "fr"], 0.99, False),
        ("en", [], 0.99, False),
        (None, ["en"], 0.99, False),
    ],
)
def test_another_language_than_asked(
    found: str | None, expected: list[str], confidence: float, fires: bool
) -> None:
    verdict = other_language(found, expected, confidence)
    assert (verdict is not None) == fires
    assert verdict is None or verdict.score >= FIRES
