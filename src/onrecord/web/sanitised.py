"""A captured page as something that may be shown: structure and words, nothing that acts or
fetches. What is taken out is not lost: the bytes are kept, and can be had as they are.
"""

from __future__ import annotations

import nh3

# The tags of text. No script, style, form, frame, picture or medium: none is needed to read.
_TAGS = {
    "a", "abbr", "address", "article", "aside", "b", "bdi", "bdo", "blockquote", "br", "caption",
    "center", "cite", "code", "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt",
    "em", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "i", "ins", "kbd", "li", "main", "mark", "nav", "ol", "p", "pre", "q", "s", "samp", "section",
    "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th",
    "thead", "time", "tr", "u", "ul", "var",
}  # fmt: skip
_DROPPED = {"script", "style", "template", "title", "textarea", "svg", "math", "noscript", "iframe"}
_ATTRIBUTES = {
    "*": {"dir", "lang", "title"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "ol": {"start", "reversed"},
    "time": {"datetime"},
}


def sanitised(page: str) -> str:
    """The page without all that is not text. Links stay as words: they lead nowhere.

    >>> sanitised('<p onclick="x()">Said <a href="javascript:y()">so</a><script>z()</script></p>')
    '<p>Said <a>so</a></p>'
    """
    return nh3.clean(
        page,
        tags=_TAGS,
        clean_content_tags=_DROPPED,
        attributes=_ATTRIBUTES,
        url_schemes=set(),
        link_rel=None,
        strip_comments=True,
    )
