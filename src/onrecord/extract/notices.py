"""Lines that are furniture by their words: share, print, related, comments. The words stand in
`languages/*/notices.toml`; all languages are asked, for a page's furniture may be in another
language than its statement."""

from __future__ import annotations

from onrecord.languages.loader import everything

_LONGEST_LINE = 90
_LONGEST_OPENED = 320
_COLONS = (":", "：", "/")


def is_notice(text: str) -> bool:
    """Is the line furniture by its words alone?

    >>> is_notice("Share this:"), is_notice("Related: The pact"), is_notice("Related issues")
    (True, True, False)
    """
    if len(text) > _LONGEST_OPENED:
        return False
    words = everything()
    if len(text) <= _LONGEST_LINE and words.forms("notices", "furniture").value(text) is not None:
        return True
    opener = words.forms("notices", "opener").opens(text)
    if opener is None:
        return False
    end, condition = opener
    return condition == "any" or text[end:].lstrip().startswith(_COLONS)
