"""Labels to persons."""

from onrecord.languages.loader import language
from onrecord.records import Participant
from onrecord.transcript import speakers
from onrecord.transcript.words import words

EN = words(language("en"))


def who(labels: list[str], *people: Participant) -> dict[str, str | None]:
    return {label: n.name for label, n in speakers.resolve(labels, people, EN).items()}


def test_a_surname_stands_for_the_person_of_the_header() -> None:
    hale = Participant(name="Jane B. Hale", role="Secretary of State")
    assert who(["SECRETARY HALE"], hale) == {"SECRETARY HALE": "Jane B. Hale"}


def test_the_longer_label_gives_the_name() -> None:
    found = who(["President of Kenya Ann Marie Lee", "Ann Marie Lee", "A.M. Lee"])
    assert set(found.values()) == {"Ann Marie Lee"}


def test_two_of_one_surname_are_not_resolved() -> None:
    found = who(["Ann Lee", "Bob Lee", "MS LEE"])
    assert found["MS LEE"] == "Lee"


def test_an_office_alone_is_its_one_holder() -> None:
    orlo = Participant(name="Jan Orlo", role="Prime Minister")
    kern = Participant(name="Ann Kern", role="Foreign Minister")
    assert who(["PRIME MINISTER"], orlo, kern) == {"PRIME MINISTER": "Jan Orlo"}
    assert who(["MINISTER"], orlo, kern) == {"MINISTER": None}
