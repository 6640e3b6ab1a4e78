from __future__ import annotations

from onrecord.pipeline.comparing import compare
from tests.compare.support import read_file, reading
from tests.support import SAMPLES


def test_the_edit_of_the_water_pact() -> None:
    one, two = (read_file(SAMPLES / f"water-pact.v{n}.en.html") for n in (1, 2))
    found = compare(one, two)
    assert [(d.weight, d.what) for d in found.differences] == [
        ("substance", "obligation"),
        ("substance", "passage"),
        ("fact", "date"),
    ]
    assert found.summary.kinds["omitted"] == 1
    assert found.summary.method == "meaning"


def test_unrelated_texts_are_said_to_be_so() -> None:
    names = ("water-pact.v1.en.html", "lormark-gaggle.en.html")
    one, two = (read_file(SAMPLES / name) for name in names)
    found = compare(one, two)
    assert not found.summary.related
    assert found.differences == ()
    assert any("no versions of one text" in issue.message for issue in found.issues)


def test_annotations_that_are_known_are_not_made_again() -> None:
    one, two = reading("We will sign.", "en"), reading("We will sign it.", "en")
    found = compare(one, two, ((), ()))
    assert [d.what for d in found.differences] == ["wording"]
