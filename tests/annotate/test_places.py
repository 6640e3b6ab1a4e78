from __future__ import annotations

from onrecord.annotate.document import Document
from onrecord.annotate.entities import annotate


def places(text: str) -> list[tuple[str, str | None]]:
    return [
        (a.quote, a.value["country"])
        for a in annotate(Document(text=text, language="en"))
        if a.value["kind"] in ("place", "state")
    ]


def test_one_name_is_one_place_in_a_text() -> None:
    assert places("They flew to Paris, Texas. Paris was hot.") == [
        ("Paris", "US"),
        ("Texas", "US"),
        ("Paris", "US"),
    ]


def test_the_other_places_of_a_text_decide() -> None:
    assert ("Cambridge", "US") in places("From Boston and Chicago to Dallas, then to Cambridge.")
    assert ("Cambridge", None) in places("They went to Cambridge.")


def test_a_place_that_words_have_told_is_found_again() -> None:
    found = places("They live in Orvaton. Nobody left Orvaton.")
    assert [quote for quote, _ in found] == ["Orvaton", "Orvaton"]


def test_a_state_among_towns_of_another() -> None:
    towns = "From Atlanta to Dallas, Chicago, Boston, Houston and Miami they drove: "
    assert ("Georgia", "US") in places(towns + "Georgia was hot.")
    assert ("Georgia", "GE") in places("Tbilisi is the capital of Georgia.")
    assert ("Jordan", "JO") in places(towns + "the King of Jordan came too.")


def test_a_state_after_a_place_of_its_region_is_the_region() -> None:
    told = places("They flew to Atlanta and Clarkston, Georgia, along with others.")
    assert told == [("Atlanta", "US"), ("Clarkston", "US"), ("Georgia", "US")]
    assert ("Georgia", "GE") in places("She went to Georgia, Azerbaijan and Armenia.")


def test_a_list_of_places_tells_no_region() -> None:
    assert ("Pensacola", "US") in places(
        "He worked in Tampa, in Pensacola, Panama City and Orlando."
    )


def test_an_unknown_name_is_nobodys_town_abroad() -> None:
    found = places("They met in Orvaton and in the Gulf, with Iran, Iraq and Kuwait.")
    assert all(country is None for quote, country in found if quote in ("Gulf", "Orvaton"))
