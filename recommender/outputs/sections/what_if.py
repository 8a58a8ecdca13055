"""Comparison -> blocks: what was changed, both plans side by side, what came, went, moved and stayed, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from recommender.language.numbers import number
from recommender.language.wording import Key
from recommender.model.plan import Step
from recommender.outputs.blocks import BULLET, Block, Column, Entry, Heading, Paragraph, Table
from recommender.outputs.sections.money import planned_money
from recommender.outputs.sections.outlook import chance_words
from recommender.outputs.sections.plan import head
from recommender.outputs.words import Words
from recommender.verbs.what_if.changes import case_of

if TYPE_CHECKING:
    from recommender.verbs.what_if.changes import Case, Changes
    from recommender.verbs.what_if.comparing import Moved, PlanComparison
    from recommender.verbs.what_if.reasons import Because, BecauseKey


def what_if_blocks(comparison: PlanComparison, words: Words) -> Iterator[Block]:
    """Yield both plans side by side."""
    before = comparison.before
    yield from head(before.plan, words, "what-if-of")
    for change in comparison.changes:
        yield Entry(change_sentence((change,), case_of(before), words), BULLET)
    yield Heading(words.say("what-if.side-by-side"))
    columns = (Column(""), Column(words.say("column.now"), "money"), Column(words.say("column.then"), "money"))
    yield Table(columns, tuple(_rows(comparison, words)))
    yield Paragraph(words.say("what-if.objective-note"))
    if comparison.is_same:
        yield Paragraph(words.say("what-if.same"))
    moved: tuple[tuple[Key, tuple[Moved, ...]], ...] = (
        ("what-if.came", comparison.came),
        ("what-if.went", comparison.went),
        ("what-if.moved", comparison.moved),
    )
    for key, moves in moved:
        if moves:
            yield Heading(words.say(key))
            yield from (_entry(one, words) for one in moves)
    if comparison.stayed and not comparison.is_same:
        yield Heading(words.say("what-if.stayed"))
        yield Paragraph(words.names(comparison.stayed))


def _rows(comparison: PlanComparison, words: Words) -> Iterator[tuple[str, str, str]]:
    plans = comparison.before.plan, comparison.after.plan

    def row(key: Key, cells: Iterator[str], **values: object) -> tuple[str, str, str]:
        now, then = cells
        return words.say(key, **values), now, then

    if any(plan.status != "planned" for plan in plans):
        yield row("what-if.row.status", (words.term("status", plan.status) for plan in plans))
    yield row("what-if.row.steps", (str(sum(s.executor == "village" for s in plan.steps)) for plan in plans))
    yield row("what-if.row.proposals", (str(sum(s.executor != "village" for s in plan.steps)) for plan in plans))
    yield row("what-if.row.money", (words.money(planned_money(plan)[0]) for plan in plans))
    yield row("what-if.row.others", (words.money(planned_money(plan)[1]) for plan in plans))
    yield row("what-if.row.objective", (number(plan.objective.value // _UNIT, words.lang) for plan in plans))
    last = [plan.outlook[-1] for plan in plans if plan.outlook]
    if len(last) == len(plans):
        years = "/".join(dict.fromkeys(str(year.year) for year in last))
        for key, name in (("what-if.row.expected", "expected"), ("what-if.row.all-done", "all_done")):
            cells = (words.index_value(getattr(year, name).index) for year in last)
            yield row(key, cells, year=years)
        if any(year.chance for year in last):
            told = (chance_words(plan, year, words) for plan, year in zip(plans, last, strict=True))
            yield row("what-if.row.chance", told, year=years)


# The objective is weight (ten-thousandths) x closure (thousandths) x discount (thousandths) x 1000: shown in thousands.
_UNIT = 10**12


def _entry(moved: Moved, words: Words) -> Entry:
    step = moved.after or moved.before
    assert step is not None
    places = [_place(one, words) for one in (moved.before, moved.after) if one is not None]
    first, last = places[0], places[-1]
    place = first if first == last else words.say("what-if.from-to", before=first, after=last)
    because = [because_words(one, words) for one in moved.because] or [words.say("because.none")]
    return Entry(words.name(moved.intervention), BULLET, words.money(step.cost.total), (place, *because))


def _place(step: Step, words: Words) -> str:
    return words.say(
        "what-if.step", year=step.year, month=words.month(step.start_month), executor=words.executor(step.executor)
    )


def change_sentence(changes: Changes, case: Case, words: Words) -> str:
    """Return the changes to a case as one sentence: `If the water were really 1 of 5 (now 3) and if …`."""
    clause, *rest = (change.worded(case, words) for change in changes)
    for other in rest:
        clause = words.say("change.and", first=clause, second=other)
    return f"{clause[0].upper()}{clause[1:]}."


def because_words(because: Because, words: Words) -> str:
    """Return one reason as a sentence."""
    values = _VALUES.get(because.key, _names)(because, words)
    if because.key == "more-room":
        return words.term("more-room", because.detail or "")
    return words.term("why-moved", because.key, **values)


def _names(because: Because, words: Words) -> dict[str, str]:
    return {"names": words.names(because.names)}


def _executors(because: Because, words: Words) -> dict[str, str]:
    return {"names": " → ".join(map(words.executor, because.names))}


def _amounts(because: Because, words: Words) -> dict[str, str]:
    return {"amounts": " → ".join(map(words.money, because.amounts))}


def _share(because: Because, words: Words) -> dict[str, str]:
    before, after = because.amounts
    return {"names": words.names(because.names), "share": words.percent(abs(after - before) / before)}


def _deferral(because: Because, words: Words) -> dict[str, str]:
    return {"detail": _lowered(words.term("reason", because.detail or ""))}


def _bound(because: Because, words: Words) -> dict[str, str]:
    return {"detail": _lowered(words.term("bound", because.detail or "", names=words.names(because.names)))}


def _lowered(sentence: str) -> str:
    """Return a sentence to stand within another."""
    return sentence[0].lower() + sentence[1:]


# What the sentence of a reason is filled from, where that is not names of works, needs or rules.
_VALUES: Mapping[BecauseKey, Callable[[Because, Words], dict[str, str]]] = {
    "need-heavier": _share,
    "need-lighter": _share,
    "was-deferred": _deferral,
    "deferred-now": _deferral,
    "bound-before": _bound,
    "bound-now": _bound,
    "other-executor": _executors,
    "other-cost": _amounts,
}
