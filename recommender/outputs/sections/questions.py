"""Questions with their tried answers -> blocks and plain data: the questionnaire that a village is visited with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from recommender.model.village import FactValue, plain_value
from recommender.outputs.blocks import Block, Column, Entry, Heading, Paragraph, Separator, Table
from recommender.outputs.sections.plan import head
from recommender.outputs.words import NAMES_SHOWN, Words
from recommender.verbs.asking.asking import FIRST, Answer, Asked, Asking
from recommender.verbs.asking.district import Often


def asking_blocks(askings: Sequence[Asking], words: Words, top: int) -> Iterator[Block]:
    """Yield the questionnaire of each village: the questions that matter most, with what each answer changes."""
    for number, asking in enumerate(askings):
        if number:
            yield Separator()
        yield from head(asking.plan, words, "ask-of")
        if not asking.questions:
            yield Paragraph(words.say("ask-none", open=asking.open))
            continue
        yield Paragraph(words.say("ask-intro", open=asking.open, tried=asking.tried, change=len(asking.questions)))
        if asking.is_large:
            yield Paragraph(words.say("ask-large"))
        if asking.passed_over:
            yield Paragraph(words.say("ask-passed-over", count=asking.passed_over))
        for rank, question in enumerate(asking.questions[:top], 1):
            yield Entry(words.question(question.name), f"{rank}.", lines=tuple(_lines(asking, question, words)))
        if len(asking.questions) > top:
            yield Paragraph(words.say("more", count=len(asking.questions) - top))


def often_blocks(found: Sequence[Often], count: int, words: Words, top: int) -> Iterator[Block]:
    """Yield which questions matter in most of the villages."""
    yield Heading(words.say("ask-district", count=count), 1)
    columns = (
        Column(words.say("column.question")),
        Column(words.say("column.first-steps"), "money"),
        Column(words.say("column.whole-plan"), "money"),
    )
    rows = tuple((words.question(q.name), str(q.first), str(q.whole)) for q in found[:top])
    yield Table(columns, rows)
    yield Paragraph(words.say("ask-district-note", of=FIRST))


def _lines(asking: Asking, question: Asked, words: Words) -> Iterator[str]:
    current = _value(asking, question, question.current, words) if question.current is not None else ""
    why = words.term("ask-why", question.why, value=current)
    yield f"{why} {words.say('ask-weight', first=question.first, of=FIRST, whole=question.whole)}"
    for answer in question.answers:
        yield _answer(asking, question, answer, words)


def _answer(asking: Asking, question: Asked, answer: Answer, words: Words) -> str:
    said = _value(asking, question, answer.value, words)
    fact = words.kb.facts.get(question.name)
    if answer.confirms:
        said = words.say("ask-confirmed", value=said)
    elif fact is not None and fact.type not in ("yes-no", "word"):
        said = words.say("ask-example", value=said)
    cost = words.money(answer.cost)
    changes = [
        words.say(key, names=words.names(names, NAMES_SHOWN))
        for key, names in (("ask-comes", answer.comes), ("ask-goes", answer.goes))
        if names
    ]
    if changes:
        return words.say("ask-changed", answer=said, changes="; ".join(changes), cost=cost)
    planned = sum(step.cost.total for step in asking.plan.steps if step.executor == "village")
    key = "ask-order" if answer.first or answer.cost != planned else "ask-same"
    return words.say(key, answer=said, cost=cost)


def _value(asking: Asking, question: Asked, value: FactValue, words: Words) -> str:
    if question.name in words.kb.facts:
        return words.value(question.name, plain_value(value))
    framework = words.kb.frameworks.get(asking.plan.data.framework or "")
    return words.say("of", value=value, highest=framework.highest if framework else "?")


def asking_data(askings: Sequence[Asking], words: Words, top: int) -> list[dict[str, Any]]:
    """Return the questions as plain data: facts in natural units, values on the scale of their index."""
    return [
        {
            "village": asking.plan.village.model_dump(mode="json"),
            "method": "fast" if asking.is_large else "as planned",
            "open": asking.open,
            "tried": asking.tried,
            "passed_over": asking.passed_over,
            "steps": [step.intervention for step in asking.plan.steps],
            "questions": [_question_data(question, words) for question in asking.questions[:top]],
        }
        for asking in askings
    ]


def _question_data(question: Asked, words: Words) -> dict[str, Any]:
    is_fact = question.name in words.kb.facts

    def plain(value: FactValue | None) -> bool | int | float | str | None:
        return plain_value(value) if is_fact and value is not None else value

    fact = words.kb.facts.get(question.name)
    return {
        "name": question.name,
        "question": {lang: Words(words.kb, lang).question(question.name) for lang in ("id", "en")},
        "type": fact.type if fact is not None else "level",
        "why": question.why,
        "current": plain(question.current),
        "first_steps": question.first,
        "whole_plan": question.whole,
        "stake": question.stake / 1000,
        "answers": [
            {
                "value": plain(answer.value),
                "confirms": answer.confirms,
                "comes": list(answer.comes),
                "goes": list(answer.goes),
                "first_steps": answer.first,
                "stake": answer.stake / 1000,
                "cost": answer.cost,
            }
            for answer in question.answers
        ],
    }
