"""Does an answer answer?"""

from __future__ import annotations

import pytest

from onrecord.annotate import commitments, outcomes
from onrecord.annotate.document import Document
from onrecord.annotate.responses import CLARITY_OF, annotate, judge


@pytest.mark.parametrize(
    ("language", "question", "answer", "evasion"),
    [
        ("en", "Will you go to Riga?", "Yes, I will go tomorrow.", "explicit"),
        ("en", "Will you go to Riga?", "I am not going to comment on that.", "declining"),
        ("en", "Who pays for the bridge?", "I have no idea.", "ignorance"),
        ("ru", "Когда начнётся визит?", "Без комментариев.", "declining"),
        ("de", "Wird der Botschafter reisen?", "Das weiß ich nicht.", "ignorance"),
        ("es", "¿Va a viajar la ministra?", "No lo sé.", "ignorance"),
    ],
)
def test_plain_cases(language: str, question: str, answer: str, evasion: str) -> None:
    judged = judge(question, answer, language)
    assert (judged.clarity, judged.evasion) == (CLARITY_OF[evasion], evasion)
    assert sum(judged.scores.values()) == pytest.approx(1, abs=0.01)


def test_the_words_that_show_it() -> None:
    text = "It is a long story. I am not going to comment on that."
    document = Document(text=text, language="en", question="Will you go?", explain=True)
    (found,) = annotate(document)
    assert found.value["clarity"] == "non-reply"
    assert found.quote == "I am not going to comment on that."
    assert any("declines" in line for line in found.why)


@pytest.mark.parametrize(
    ("language", "text", "one", "other"),
    [
        ("en", "No comment.", "Will you go?", "Who pays?"),
        ("de", "Kein Kommentar.", "Werden Sie reisen?", "Wer zahlt?"),
        ("fr", "Pas de commentaire.", "Irez-vous \u00e0 Riga ?", "Qui paie ?"),
        ("es", "Sin comentarios.", "\u00bfVa a viajar?", "\u00bfQui\u00e9n paga?"),
        ("ru", "Без комментариев.", "Вы поедете?", "Кто платит?"),
    ],
)
def test_several_questions_are_judged_one_by_one(
    language: str, text: str, one: str, other: str
) -> None:
    document = Document(text=text, language=language, question=f"{one} {other}")
    whole, first, second = annotate(document)
    assert "question" not in whole.value
    assert [first.value["question"], second.value["question"]] == [one, other]
    assert {each.value["clarity"] for each in (whole, first, second)} == {"non-reply"}
    assert whole.confidence > first.confidence


def test_questions_of_a_turn_may_be_judged_differently() -> None:
    text = "Yes, I will go to Riga tomorrow."
    document = Document(text=text, language="en", question="Will you go to Riga? Who pays?")
    _, first, second = annotate(document)
    assert first.value["clarity"] == "reply"
    assert first.value["scores"]["reply"] > second.value["scores"]["reply"]


@pytest.mark.parametrize(
    ("language", "question", "text"),
    [("en", None, "No."), ("en", "Why?", "  "), ("xx", "Why?", "No."), (None, "Why?", "No.")],
)
def test_nothing_is_said_where_nothing_is_known(
    language: str | None, question: str | None, text: str
) -> None:
    assert list(annotate(Document(text=text, language=language, question=question))) == []


@pytest.mark.parametrize(
    ("language", "taken", "later"),
    [
        ("en", "We will get back to you on that.", "You asked yesterday about the ferry."),
        ("de", "Das reiche ich nach.", "Sie hatten gestern gefragt, wann die Fähre fährt."),
        ("fr", "Nous reviendrons vers vous.", "Je reviens à votre question sur le bac."),
        ("es", "Les daremos respuesta.", "Ayer preguntaron por el transbordador."),
        ("ru", "Мы вам сообщим.", "Возвращаясь к вашему вопросу о пароме."),
    ],
)
def test_a_question_is_taken_and_answered_later(language: str, taken: str, later: str) -> None:
    promised = list(commitments.annotate(Document(text=taken, language=language, country="NO")))
    assert [one.rule.partition(":")[0] for one in promised] == ["follow_up"]
    came = list(outcomes.annotate(Document(text=later, language=language, country="NO")))
    assert [one.value["outcome"] for one in came] == ["answered"]
