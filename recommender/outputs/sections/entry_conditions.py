"""A condition for planners: its parts one below the other, with the published levels that each of them means.

In: a condition as the files hold it. Out: blocks, parameters given as the number that they have now.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from typing import Any

from recommender.language.wording import Key
from recommender.model.conditions import All, Comparison, Condition, Named, Not
from recommender.model.conditions import Any as AnyOf
from recommender.outputs.blocks import BULLET, Block, Entry, Heading
from recommender.outputs.condition_words import condition_words
from recommender.outputs.words import Words

_HOLDS: dict[str, Callable[[int, int], bool]] = {
    "below": lambda score, bound: score < bound,
    "at-most": lambda score, bound: score <= bound,
    "above": lambda score, bound: score > bound,
    "at-least": lambda score, bound: score >= bound,
    "is": lambda score, bound: score == bound,
}


def condition_entries(title: Key, condition: Condition, words: Words) -> Iterator[Block]:
    """Yield a condition, its parts one below the other, each with the published levels that it means."""
    if isinstance(condition, All | AnyOf):
        joint = words.say("shown.all" if isinstance(condition, All) else "shown.any")
        yield Heading(f"{words.say(title)} {joint}", 3)
        yield from (_part(member, words) for member in condition.members)
    else:
        yield Heading(words.say(title), 3)
        yield _part(condition, words)


def _part(condition: Condition, words: Words) -> Entry:
    if isinstance(condition, All | AnyOf):
        joint = words.say("shown.all" if isinstance(condition, All) else "shown.any")
        return Entry(joint, BULLET, parts=tuple(_part(member, words) for member in condition.members))
    bare = condition.member if isinstance(condition, Not) else condition
    if isinstance(bare, All | AnyOf):
        joint = words.say("shown.not-all" if isinstance(bare, All) else "shown.not-any")
        return Entry(joint, BULLET, parts=tuple(_part(member, words) for member in bare.members))
    if not isinstance(bare, Comparison):  # a denial of a denial
        return _part(bare.member, words)
    told = condition_words(_numbered(bare, words), words)
    if isinstance(bare.operand, Named):
        known = words.kb.parameters[bare.operand.name].name.in_language(words.lang)
        told = words.say("shown.parameter", value=told, name=known)
    lines = tuple(words.say("shown.levels", levels=levels) for levels in _levels(bare, bare is not condition, words))
    title = words.say("shown.not", condition=told) if bare is not condition else told
    return Entry(title, BULLET, bare.name, lines)


def _numbered(comparison: Comparison, words: Words) -> Comparison:
    """Return the comparison with the number that a parameter has now in place of its name."""
    operand = comparison.operand
    if not isinstance(operand, Named):
        return comparison
    bound = words.kb.parameters[operand.name].bound(datetime.date.max)
    return Comparison(comparison.reads, comparison.name, comparison.word, bound)


def numbered(condition: Condition, words: Words) -> Condition:
    """Return the condition with numbers in place of the names of parameters."""
    if isinstance(condition, Comparison):
        return _numbered(condition, words)
    if isinstance(condition, Not):
        return Not(numbered(condition.member, words))
    return type(condition)(tuple(numbered(member, words) for member in condition.members))


def _levels(comparison: Comparison, denied: bool, words: Words) -> Iterator[str]:
    """Yield for each framework the levels of a score's indicator that the comparison, or its denial, means."""
    operand = _numbered(comparison, words).operand
    if comparison.reads != "score" or not isinstance(operand, int):
        return
    holds, bound = _HOLDS[comparison.word], operand
    yield from rungs(comparison.name, lambda score: holds(score, bound) is not denied, words)


def rungs(indicator: str, holds: Callable[[int], bool], words: Words, most: int | None = None) -> Iterator[str]:
    """Yield for each framework that measures it the levels whose score (thousandths) holds, at most so many; of a
    negative number the last."""
    for framework in words.kb.frameworks.values():
        item = framework.by_indicator.get(indicator)
        if item is None:
            continue
        meant = [level for level in item.values if holds(framework.score(level))]
        meant = meant[most:] if most is not None and most < 0 else meant[:most]
        if item.rubric == "unverified" and meant:
            told = words.say("shown.unverified", levels=", ".join(map(str, meant)))
        else:
            said = [words.say("shown.level", value=n, meaning=meaning(item.levels[n], words)) for n in meant]
            told = "; ".join(said) or words.say("shown.no-level")
        yield words.say("shown.levels-part", framework=framework.label, levels=told)


def meaning(rung: Any, words: Words) -> str:
    return str(rung.en if words.lang == "en" else rung.id)
