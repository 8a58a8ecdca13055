"""Conditions in words and as plain data, as the files write them."""

from __future__ import annotations

from typing import Any

from recommender.model.conditions import SCALE, All, Comparison, Condition, Named, Not, Operand
from recommender.model.conditions import Any as AnyOf
from recommender.outputs.words import NameKind, Words

_KINDS: dict[str, NameKind] = {"score": "indicator", "fact": "fact", "finding": "rule"}


def condition_words(condition: Condition, words: Words) -> str:
    """Return the condition as a phrase: `the score of drinking water is below 0.8 and …`."""
    if isinstance(condition, Comparison):
        return _comparison(condition, words)
    if isinstance(condition, Not):
        return words.say("word.not", condition=condition_words(condition.member, words))
    joint = f" {words.say('and' if isinstance(condition, All) else 'or')} "
    members = [
        f"({condition_words(member, words)})" if isinstance(member, All | AnyOf) else condition_words(member, words)
        for member in condition.members
    ]
    return joint.join(members)


def _comparison(comparison: Comparison, words: Words) -> str:
    subject = words.term("read", comparison.reads, name=words.name(comparison.name, _KINDS[comparison.reads]))
    if comparison.reads == "finding" and comparison.operand is True:
        return subject
    operand = _operand_words(comparison, comparison.operand, words)
    return words.term("word", comparison.word, subject=subject, operand=operand)


def _operand_words(comparison: Comparison, operand: Operand | Named, words: Words) -> str:
    if isinstance(operand, Named):
        return operand.name
    if isinstance(operand, tuple):
        return ", ".join(_operand_words(comparison, item, words) for item in operand)
    natural = operand if isinstance(operand, bool | str) else _natural(operand)
    return words.value(comparison.name, natural)


def _natural(thousandths: int) -> int | float:
    """Return the number as the files write it."""
    return thousandths // SCALE if thousandths % SCALE == 0 else thousandths / SCALE


def condition_data(condition: Condition) -> dict[str, Any]:
    """Return the condition as the mapping that its file holds: `{"score": name, "below": 0.8}`."""
    if isinstance(condition, Comparison):
        data: dict[str, Any] = {condition.reads: condition.name}
        if not (condition.reads == "finding" and condition.operand is True):
            data[condition.word] = _operand_data(condition.operand)
        return data
    if isinstance(condition, Not):
        return {"not": condition_data(condition.member)}
    return {"all" if isinstance(condition, All) else "any": [condition_data(member) for member in condition.members]}


def _operand_data(operand: Operand | Named) -> Any:
    if isinstance(operand, Named):
        return operand.name
    if isinstance(operand, tuple):
        return [_operand_data(item) for item in operand]
    return operand if isinstance(operand, bool | str) else _natural(operand)
