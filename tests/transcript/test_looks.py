"""What a label tells by itself."""

from onrecord.languages.loader import language
from onrecord.transcript import looks
from onrecord.transcript.words import words


def test_a_label_is_looked_at_once() -> None:
    seen = looks.Looks(words(language("en")))
    assert seen.at("Ann Lee") is seen.at("Ann Lee")


def test_an_office_and_an_honorific() -> None:
    known = words(language("en"))
    lee = looks.look("Prime Minister Ann Lee", known)
    assert lee is not None
    assert (lee.key, lee.last, lee.office, lee.honorific) == (
        "prime minister ann lee",
        "lee",
        True,
        False,
    )
    mister = looks.look("Mr Lee", known)
    assert mister is not None
    assert mister.honorific


def test_what_can_be_no_label() -> None:
    known = words(language("en"))
    assert looks.look("Background", known) is None
    assert looks.look("He told them that it was a matter of course", known) is None
    assert looks.look("***", known) is None


def test_questioners_with_a_name_or_a_number() -> None:
    known = words(language("de"))
    assert looks.role_of("Frage Dr. Kern", known) == "questioner"
    assert looks.role_of("ZUSATZFRAGE JUNKER", known) == "questioner"
    assert looks.role_of("QUESTION 3", words(language("en"))) == "questioner"
    assert looks.role_of("Question of the day is whether", words(language("en"))) is None
