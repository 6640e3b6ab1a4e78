from __future__ import annotations

import pytest

from onrecord.extract.kind_words import is_name, of_words, opens
from onrecord.languages.loader import language, tags


def kind(text: str, tag: str = "en") -> str | None:
    found = of_words(text, language(tag))
    return found[0] if found else None


@pytest.mark.parametrize(
    ("tag", "title", "expected"),
    [
        ("en", "Minister Vale’s remarks and answers at a joint news conference", "news-conference"),
        ("en", "Interview following a news conference", "interview"),
        ("en", "President Vale and King Orr held a joint news conference", "press-release"),
        ("en", "President Vale had a telephone conversation with King Orr", "readout"),
        (
            "en",
            "Secretary Ada Vale And Minister Orr At a Joint Press Availability",
            "news-conference",
        ),
        ("en", "Secretary Ada Vale With Ben Orr of Radio Norland", "interview"),
        ("en", "Secretary Ada Vale at a School", "remarks"),
        ("en", "Press statement by the Harbour Department", "press-release"),
        ("en", "Harbour", None),
        ("ru", "Интервью Министра после пресс-конференции", "interview"),
        ("uk", "Брифінг міністра", "briefing"),
        ("fr", "Entretien de la ministre avec son homologue", "readout"),
        ("fr", "Conférence de presse de la ministre", "news-conference"),
        ("es", "Versión estenográfica de la conferencia de prensa", "news-conference"),
        ("de", "Telefonat der Ministerin mit ihrem Amtskollegen", "readout"),
        ("zh", "外交部发言人李明就渔业问题答记者问", "remarks"),
        ("it", "Conferenza stampa congiunta", "news-conference"),
        ("pt", "Discurso do Presidente", "speech"),
        ("ar", "مؤتمر صحفي مشترك", "news-conference"),
    ],
)
def test_the_word_that_opens_the_title_decides(tag: str, title: str, expected: str | None) -> None:
    assert kind(title, tag) == expected


@pytest.mark.parametrize("tag", tags())
def test_every_example_of_a_rule_gives_its_kind(tag: str) -> None:
    words = language(tag)
    for rule in words.rules("titles"):
        for text, value in rule.examples.items():
            found = of_words(text, words)
            assert found is not None, (rule.name, text)
            assert found[0] == value.rstrip("?"), (rule.name, text)


def test_weak_rules_give_way() -> None:
    assert of_words("Appointment of an envoy", language("en"), weak=False) is None


def test_the_bare_name_of_a_kind() -> None:
    assert is_name("Press release", language("en"))
    assert not is_name("Press release on the new harbour of Port Ansel", language("en"))


def test_a_text_may_open_with_a_kind() -> None:
    english = language("en")
    assert opens("Interview of the Minister with a newspaper", english)
    assert not opens("The Minister gave an interview", english)
