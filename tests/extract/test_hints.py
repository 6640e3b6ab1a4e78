from __future__ import annotations

import pytest

from onrecord.extract import hints


@pytest.mark.parametrize(
    ("names", "reason"),
    [
        ("relatedPosts", "related"),
        ("c-related__list", "related"),
        ("share-bar", "share"),
        ("post_comments", "comments"),
        ("comments-list--item", "comments"),
        ("cookie-banner", "consent"),
        ("main-nav", "navigation"),
        ("site-footer #footer", "footer"),
        ("tag-list", "tags"),
        ("wp-caption-text", "caption"),
        ("sr-only", "control"),
        ("commentary", None),
        ("relation", None),
        ("address", None),
        ("heading", None),
        ("adapter", None),
    ],
)
def test_reasons(names: str, reason: str | None) -> None:
    assert hints.of_names(names).reason == reason


@pytest.mark.parametrize("names", ["article-body", "entry-content", "field-name-body", "storyBody"])
def test_bodies(names: str) -> None:
    assert hints.of_names(names).body


def test_what_stands_about_the_statement() -> None:
    assert hints.of_names("entry-meta").meta
    assert hints.of_names("read__time").meta
    assert hints.of_names("article-lead").lead
    assert not hints.of_names("leader").lead


def test_tags_and_roles() -> None:
    assert hints.of_tag("nav", "") == "navigation"
    assert hints.of_tag("div", "search") == "form"
    assert hints.of_tag("address", "") == hints.META
    assert hints.of_tag("p", "") is None


def test_very_long_names_take_no_time() -> None:
    assert hints.of_names("a-" * 50_000).reason is None
