"""Bodies of one name: the one of the state beside it, of the issuer's state, or none."""

import pytest

from onrecord.annotate import entities
from onrecord.annotate.document import Document


@pytest.mark.parametrize(
    ("text", "country", "entity"),
    [
        ("Der Bundesrat stimmte zu.", "CH", "organisation/bundesrat-ch"),
        ("Der Bundesrat stimmte zu.", "AT", "organisation/bundesrat-at"),
        ("Der Bundesrat stimmte zu.", "FR", None),
        ("Der Bundesrat stimmte zu.", None, None),
        ("Der Schweizer Bundesrat stimmte zu.", "DE", "organisation/bundesrat-ch"),
        ("Der Bundestag stimmte zu.", "CH", "organisation/bundestag"),
    ],
)
def test_a_shared_name(text: str, country: str | None, entity: str | None) -> None:
    document = Document(text=text, language="de", country=country)
    found = {a.value["entity"] for a in entities.annotate(document) if a.quote.startswith("Bundes")}
    assert found == {entity}


def test_an_unknown_body_ends_before_what_it_is_given() -> None:
    text = "Das Land gew\u00e4hrt dem Fonds der Orva die Mittel und dem Ministerium des Innern."
    found = [a.quote for a in entities.annotate(Document(text=text, language="de"))]
    assert found == ["Fonds der Orva", "Ministerium des Innern"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "les autorit\u00e9s tunisiennes et \u00e9gyptiennes"),
        ("fr", "les gouvernements su\u00e9dois, danois et norv\u00e9gien"),
        ("de", "deutsche und franz\u00f6sische Soldaten"),
        ("en", "the Greek and Turkish sides"),
    ],
)
def test_joined_adjectives_are_all_states(language: str, text: str) -> None:
    states = list(entities.annotate(Document(text=text, language=language)))
    assert len(states) == 2 + text.count(",")
    assert {a.value["kind"] for a in states} == {"state"}
