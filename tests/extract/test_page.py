"""What readers of formats give."""

from onrecord.extract.page import Field, Page


def test_values_keep_the_order_of_trust() -> None:
    fields = (
        Field(name="title", method="json-ld", value="A"),
        Field(name="published", method="meta", value="2024"),
        Field(name="title", method="open-graph", value="B"),
    )
    page = Page(lines=(), fields=fields)
    assert [field.value for field in page.values("title")] == ["A", "B"]
    assert page.values("place") == ()
