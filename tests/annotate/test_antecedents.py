"""Whom an office alone and "they" stand for."""

from onrecord.annotate import actors, events
from onrecord.annotate.antecedents import counterpart
from onrecord.annotate.document import Document
from onrecord.annotate.reading import reading

MET = "The Foreign Secretary met Kenyan Foreign Minister Alfred Mutua in London. "


def _document(text: str, country: str = "GB") -> Document:
    return Document(text=text, language="en", date="2022-12-06", country=country)


def _actors(text: str, country: str = "GB") -> list[list[str | None]]:
    found = events.annotate(_document(text, country))
    return [[member["iso"] for member in event.value["actors"]] for event in found]


def test_an_office_alone_is_who_was_named_with_it() -> None:
    assert _actors(MET + "The Foreign Minister thanked the United Kingdom.")[1:] == [["KE"]]


def test_an_office_of_people_of_several_states_is_nobodys() -> None:
    text = (
        "Foreign Minister Alfred Mutua of Kenya met Foreign Minister Heiko Maas of Germany. "
        "The Foreign Minister thanked the United Kingdom."
    )
    found = actors.named(reading(_document(text)))
    alone = next(p for p in found[1][1] if p.kind == "state-noun")
    assert alone.members[0].iso is None


def test_they_are_the_two_sides_of_the_sentence_before() -> None:
    assert _actors(MET + "They agreed to open a hotline.")[1:] == [["GB", "KE"]]


def test_what_is_discussed_after_a_meeting_is_discussed_there() -> None:
    talked = "The Foreign Secretary also discussed trade."
    assert _actors(MET + talked)[1:] == [["GB"]]
    assert _actors(talked) == []


def test_a_counterpart_is_named_before() -> None:
    read = reading(_document(MET + "It rained."))
    assert counterpart(read, read.sentences[1])
    read = reading(_document("It was cold. It rained."))
    assert not counterpart(read, read.sentences[1])


def test_an_office_told_as_the_own_one_stays_the_own_one() -> None:
    text = (
        "Le Pr\u00e9sident de la R\u00e9publique a re\u00e7u le Pr\u00e9sident du Kenya. "
        "Le Pr\u00e9sident a remerci\u00e9 le Kenya."
    )
    read = reading(Document(text=text, language="fr", date="2022-12-06", country="FR"))
    found = actors.named(read)
    assert found[1][1][0].members[0].iso == "FR"
