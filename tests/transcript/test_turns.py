"""Blocks to turns."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.languages.loader import language
from onrecord.records import Header, Participant, Span, Turn
from onrecord.transcript import turns
from tests.support import printed


def read(*lines: str, tag: str = "en", header: Header | None = None) -> list[tuple[Turn, str]]:
    text, blocks = printed(*lines)
    made = turns.read(text, blocks, header or Header(), language(tag))
    return [(t, text[t.span.start : t.span.end]) for t in made.turns]


def test_the_opening_is_by_the_one_who_answers() -> None:
    ann = Participant(name="Ann Lee", role="Foreign Minister")
    found = read(
        "We met today and agreed.",
        "Question: On what?",
        "Ann Lee: On roads.",
        header=Header(participants=(ann,)),
    )
    opening = found[0][0]
    assert (opening.label, opening.speaker, opening.kind) == (None, "Ann Lee", "remarks")
    assert [t.kind for t, _ in found] == ["remarks", "question", "answer"]


def test_narration_before_the_first_label_is_a_note() -> None:
    found = read("The President met the Governor.", "**President Lee:** Sit.", "**Jan Berg:** Yes.")
    assert found[0][0].kind == "note"
    assert found[0][0].speaker is None


def test_a_text_without_labels_is_one_turn() -> None:
    found = read("First: we go.", "To be clear: we stay.")
    assert [(t.kind, t.label) for t, _ in found] == [("remarks", None)]


def test_a_speech_is_by_its_one_participant() -> None:
    ann = Participant(name="Ann Lee", role="Foreign Minister")
    found = read("Friends, we go.", header=Header(kind="speech", participants=(ann,)))
    assert found[0][0].speaker == "Ann Lee"
    release = read("Friends, we go.", header=Header(kind="press-release", participants=(ann,)))
    assert release[0][0].speaker is None


def test_a_turn_goes_on_over_paragraphs_and_ends_before_a_lone_note() -> None:
    found = read(
        "Question: Why?", "Ann Lee: One.", "Two.", "(Laughter.)", "Question: So?", "Ann Lee: Yes."
    )
    assert found[1][1] == "One.\n\nTwo."


def test_a_note_within_a_turn_stays_in_it() -> None:
    found = read("Question: Why?", "Ann Lee: One.", "(Laughter.)", "Two.")
    assert found[1][1] == "One.\n\n(Laughter.)\n\nTwo."


def test_a_label_without_words_loses_nothing() -> None:
    found = read("Question: Why?", "Ann Lee:", "Question: So?", "Ann Lee: Yes.")
    assert [(t.label, t.kind, words) for t, words in found][1] == ("Ann Lee", "note", "")


def test_the_answer_word_stands_for_the_one_official() -> None:
    ann = Participant(name="Анна Керн", role="Министр")
    found = read("Вопрос: Зачем?", "Ответ: Надо.", tag="ru", header=Header(participants=(ann,)))
    assert found[1][0].role == "official"


_WORDS = st.text(st.sampled_from("abcdeABC :.?()Q"), min_size=1, max_size=30)
_LABELS = st.sampled_from(["", "Question: ", "Ann Lee: ", "**Jan Berg:** ", "Q ", "(Laughter.) "])


@given(st.lists(st.tuples(_LABELS, _WORDS), min_size=1, max_size=12))
def test_turns_are_ordered_disjoint_and_with_labels_and_notes_cover_the_body(
    lines: list[tuple[str, str]],
) -> None:
    text, blocks = printed(*(label + " ".join(words.split()) + "." for label, words in lines))
    made = turns.read(text, blocks, Header(), language("en"))
    last = 0
    covered = [False] * len(text)
    for turn in made.turns:
        start = turn.label_span.start if turn.label_span else turn.span.start
        assert last <= start <= turn.span.start <= turn.span.end <= len(text)
        last = turn.span.end
        covered[start : turn.span.end] = [True] * (turn.span.end - start)
    for block in made.blocks:
        if block.kind == "stage_note":
            covered[block.span.start : block.span.end] = [True] * (
                block.span.end - block.span.start
            )
    first = made.turns[0].label_span or made.turns[0].span if made.turns else Span(len(text), 0)
    rest = zip(text[first.start :], covered[first.start :], strict=True)
    assert all(done or not c.isalnum() for c, done in rest)
    before = text[: first.start].split("\n\n")
    assert all(len(line.split()) < 4 or line[-1:] not in ".!?" for line in before)
