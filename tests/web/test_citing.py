"""Citations hold what proves them, leave out what is not known, and are read by other programs."""

from __future__ import annotations

import msgspec
import pytest

from onrecord.web import citing
from onrecord.web.words import words

SAY = words("en")
WHOLE = citing.Cited(
    id="mfa/2023-09-12/talks",
    title="Talks & {more} at 100%",
    issuer="Ministry of Valdoria",
    country=None,
    place="Geneva",
    date="2023-09-12",
    published="2023-09-13T09:20",
    language="en",
    kind="news-conference",
    url="https://mfa.example/talks",
    link="http://127.0.0.1/statements/mfa/2023-09-12/talks@1",
    captured="2026-03-12T09:14:07Z",
    digest="sha256:ab",
    text_digest="sha256:cd",
    version=1,
)
WORDS = msgspec.structs.replace(
    WHOLE, speaker="Tomas Halvarik", turn=3, quote="We shall not\nsign.", link=WHOLE.link + "#t3"
)
NOTHING = msgspec.structs.replace(
    WHOLE, title=None, issuer=None, place=None, date=None, published=None, url=None, captured=None
)


@pytest.mark.parametrize("form", citing.FORMS)
@pytest.mark.parametrize("cited", [WHOLE, WORDS])
def test_every_form_has_capture_time_digest_and_link(form: str, cited: citing.Cited) -> None:
    made = citing.FORMS[form][0](cited, SAY)
    for proof in ("12 Mar 2026, 09:14 UTC", "sha256:ab"):
        assert proof in made
    assert cited.link in made.replace("\\", "")
    assert ("We shall not sign." in made.replace("\\n", " ")) == (cited is WORDS)


@pytest.mark.parametrize("form", citing.FORMS)
def test_nothing_is_made_up(form: str) -> None:
    made = citing.FORMS[form][0](NOTHING, SAY)
    assert "None" not in made
    assert "2026" not in made
    assert "Valdoria" not in made


def test_bibtex_escapes_what_tex_would_obey() -> None:
    made = citing.bibtex(WHOLE, SAY)
    assert "title = {{Talks \\& \\{more\\} at 100\\%}}," in made
    assert made.startswith("@misc{mfa-2023-09-12-talks-v1,\n")
    plain = made.replace("\\{", "").replace("\\}", "")
    assert plain.count("{") == plain.count("}")


def test_ris_lines_are_tagged_and_end() -> None:
    lines = citing.ris(WORDS, SAY).split("\r\n")
    assert lines[0] == "TY  - GOVDOC"
    assert lines[-2:] == ["ER  - ", ""]
    assert all(line[2:6] == "  - " for line in lines[:-1])
    assert "DA  - 2023/09/12" in lines


def test_csl_json_is_json_and_knows_precision() -> None:
    (item,) = msgspec.json.decode(citing.csl_json(WORDS, SAY))
    assert item["author"] == [{"literal": "Tomas Halvarik"}]
    assert item["issued"] == {"date-parts": [[2023, 9, 12]]}
    year = msgspec.structs.replace(WHOLE, date="2023")
    (item,) = msgspec.json.decode(citing.csl_json(year, SAY))
    assert item["issued"] == {"date-parts": [[2023]]}


def test_apa_and_chicago_read_as_they_should() -> None:
    assert citing.apa(WHOLE, SAY).startswith(
        "Ministry of Valdoria. (2023, September 12). Talks & {more} at 100% [News conference]. "
        "https://mfa.example/talks\n"
    )
    assert citing.chicago(WHOLE, SAY).startswith(
        "Ministry of Valdoria. “Talks & {more} at 100%.” News conference. "
        "Geneva, 12 September 2023. https://mfa.example/talks.\n"
    )
    assert "(n.d.)" in citing.apa(NOTHING, SAY)
    month = msgspec.structs.replace(WHOLE, date="2023-09")
    assert "(2023, September)." in citing.apa(month, SAY)
