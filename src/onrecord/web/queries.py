"""What a visitor may ask of the search page, and what the address of it is.

The fields are the API's: pydantic checks them here, at the edge, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from onrecord.search.query.lexer import LONGEST
from onrecord.search.records import NAMED, Filters, Mode
from onrecord.text.normalize import fold
from onrecord.web import addresses
from onrecord.web.settings import DEEPEST, SIZE, SIZES

Sort = Literal["relevance", "date", "oldest"]
Text = Annotated[str, Field(max_length=LONGEST)]
Name = Annotated[str, Field(max_length=300)]
Date = Annotated[str, Field(max_length=20)]
Names = Annotated[list[Name], Field(max_length=50)]
# Fields of the form under Advanced settings that become part of the query.
_FORM = ("all", "phrase", "any", "none", "title")


class Search(BaseModel):
    """The parameters of a search, and of a feed of it."""

    model_config = ConfigDict(extra="ignore")

    q: Annotated[Text, Field(description="The query: see /help for the language.")] = ""
    mode: Annotated[
        Mode, Field(description="`words`, `meaning` (in any language), or `hybrid`: both.")
    ] = "words"
    like: Annotated[
        Name, Field(description="The id of a turn or statement: what is nearest in meaning.")
    ] = ""
    lang: Annotated[Names, Field(description="Languages (BCP 47): `en`, `pt-BR`.")] = []
    country: Annotated[
        Names, Field(description="Countries that publish (ISO 3166-1 alpha-2).")
    ] = []
    speaker: Annotated[Names, Field(description="Who speaks: the whole name, or words of it.")] = []
    role: Annotated[Names, Field(description="official, questioner, moderator, interpreter.")] = []
    kind: Annotated[
        Names, Field(description="The kind of the statement, or question, answer, note.")
    ] = []
    outlet: Annotated[Names, Field(description="For whom a questioner asks.")] = []
    source: Annotated[Names, Field(description="Ids of sources.")] = []
    statement: Annotated[Names, Field(description="Ids of statements.")] = []
    entity: Annotated[
        Names, Field(description="What is named: an id such as `state/tr`, or a name.")
    ] = []
    about: Annotated[
        Names, Field(description="States that are spoken of (ISO 3166-1 alpha-2), or a name.")
    ] = []
    act: Annotated[
        Names, Field(description="What is done in words: event, commitment, position, pledge, ...")
    ] = []
    due: Annotated[Names, Field(description="When something falls due: `2019-11`.")] = []
    answered: Annotated[
        Names, Field(description="Whether the question was answered: yes, partly, no.")
    ] = []
    since: Annotated[Date, Field(description="From this date on.")] = ""
    until: Annotated[Date, Field(description="Up to this date.")] = ""
    sort: Annotated[Sort, Field(description="`date`: the newest first.")] = "relevance"
    page: Annotated[int, Field(ge=1, le=DEEPEST)] = 1
    size: Annotated[int, Field(ge=1, le=SIZES[-1], description="Results on a page.")] = SIZE
    all: Annotated[Text, Field(description="A form's field: all of these words.")] = ""
    phrase: Annotated[Text, Field(description="A form's field: exactly these words.")] = ""
    any: Annotated[Text, Field(description="A form's field: any of these words.")] = ""
    none: Annotated[Text, Field(description="A form's field: none of these words.")] = ""
    title: Annotated[Text, Field(description="A form's field: words of the title.")] = ""

    @property
    def offset(self) -> int:
        """How many results come before this page."""
        return (self.page - 1) * self.size

    @property
    def filters(self) -> Filters:
        """The filters, as the index takes them."""
        chosen = {name: tuple(filter(None, getattr(self, name))) for name in NAMED}
        return Filters(**chosen, since=self.since or None, until=self.until or None)

    @property
    def far(self) -> bool:
        """Whether the order of what is found rests on meaning."""
        return bool(self.like.strip()) or (self.mode != "words" and bool(self.written()))

    @property
    def composed(self) -> bool:
        """Whether the form's fields say something that is not in the query yet."""
        return any(getattr(self, name).strip() for name in _FORM)

    def written(self) -> str:
        """The query with what the form's fields say."""
        return " ".join(filter(None, [self.q.strip(), *_parts(self)]))

    def values(self) -> dict[str, addresses.Value]:
        """The parameters that are not as they are by default, in a steady order."""
        shown: dict[str, addresses.Value] = {"q": self.written()}
        shown["mode"] = None if self.mode == "words" or self.like else self.mode
        shown["like"] = self.like.strip() or None
        shown |= {name: tuple(filter(None, getattr(self, name))) for name in NAMED}
        shown |= {"since": self.since, "until": self.until}
        shown["sort"] = None if self.sort == "relevance" else self.sort
        shown["size"] = None if self.size == SIZE else self.size
        shown["page"] = None if self.page == 1 else self.page
        return shown

    def address(self, path: str = "/search", **changes: addresses.Value) -> str:
        """The address of this search with changes. Another search begins at its first page.

        >>> Search(q="gas", lang=["en"], page=3).address(sort="date")
        '/search?q=gas&lang=en&sort=date'
        """
        page = changes.get("page")
        later = {"page": None if page == 1 else page}
        return path + addresses.query(self.values() | changes | later)

    def toggled(self, name: str, value: str) -> str:
        """The address with a value of a filter added, or taken away if it is set.

        >>> Search(lang=["en"]).toggled("lang", "ru"), Search(lang=["en"]).toggled("lang", "en")
        ('/search?lang=en&lang=ru', '/search')
        """
        known: list[str] = getattr(self, name)
        left = tuple(each for each in known if each != value)
        chosen: addresses.Value = left if value in known else (*known, value)
        return self.address("/search", **{name: chosen})


def _parts(form: Search) -> Iterator[str]:
    """What the fields say, in the query language. Words are quoted where they could be signs."""
    yield from map(_word, form.all.split())
    if form.phrase.strip():
        yield _quoted(form.phrase)
    some = [_word(word) for word in form.any.split()]
    if some:
        yield some[0] if len(some) == 1 else f"({' OR '.join(some)})"
    yield from (f"-{_word(word)}" for word in form.none.split())
    if form.title.strip():
        words = [_word(word) for word in form.title.split()]
        yield from (f"title:{word}" for word in words)


def _word(word: str) -> str:
    """
    >>> _word("gas"), _word("OR"), _word("sanc*"), _word("a:b")
    ('gas', '"OR"', 'sanc*', '"a:b"')
    """
    plain = word.rstrip("*~012")
    signs = word.startswith("-") or any(not s.isalnum() and s not in "'-" for s in plain)
    return _quoted(word) if signs or word in ("AND", "OR", "NOT") else word


def _quoted(text: str) -> str:
    """In quotation marks, and without any within.

    >>> _quoted("the «deal»")
    '"the deal"'
    """
    plain = (" " if sign == '"' else own for own, sign in zip(text, fold(text), strict=True))
    return '"' + " ".join("".join(plain).split()) + '"'
