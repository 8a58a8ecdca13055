"""Comparison -> blocks: what was changed, both plans side by side, what came, went, moved and stayed, and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from recommender.language.numbers import number
from recommender.language.wording import Key
from recommender.model.plan import OutlookIndex, Plan, Step
from recommender.outputs.blocks import BULLET, Block, Column, Entry, Heading, Paragraph, Table
from recommender.outputs.change_words import change_words
from recommender.outputs.sections.money import planned_money
from recommender.outputs.sections.plan import head
from recommender.outputs.words import Words

if TYPE_CHECKING:
    from recommender.verbs.explaining.comparing import Because, Comparison, Moved


def what_if_blocks(comparison: Comparison, words: Words) -> Iterator[Block]:
    """Yield both plans side by side."""
    before = comparison.before
    yield from head(before.plan, words, "what-if-of")
    for change in comparison.changes:
        clause = change_words(change, before.plan, before.request, words)
        yield Entry(f"{clause[0].upper()}{clause[1:]}.", BULLET)
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


def _rows(comparison: Comparison, words: Words) -> Iterator[tuple[str, str, str]]:
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
    last = [plan.outlook[-1] if plan.outlook else None for plan in plans]
    if all(last):
        years = "/".join(dict.fromkeys(str(year.year) for year in last if year is not None))
        for key, name in (("what-if.row.expected", "expected"), ("what-if.row.all-done", "all_done")):
            cells = (_index(getattr(year, name), plan, words) for plan, year in zip(plans, last, strict=True))
            yield row(key, cells, year=years)


# The objective is weight (ten-thousandths) x closure (thousandths) x discount (thousandths) x 1000: shown in thousands.
_UNIT = 10**12


def _index(line: OutlookIndex, plan: Plan, words: Words) -> str:
    if line.index is None:
        return "–"
    return f"{words.index_value(line.index)} {words.index_class(plan.data.framework, line.class_)}".strip()


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


def because_words(because: Because, words: Words) -> str:
    """Return one reason as a sentence."""
    key = because.key
    if key == "more-room":
        return words.term("more-room", because.detail)
    if key == "other-executor":
        return words.term("why-moved", key, names=" → ".join(words.executor(name) for name in because.names))
    if key == "other-cost":
        return words.term("why-moved", key, amounts=" → ".join(map(words.money, because.amounts)))
    if key in ("need-heavier", "need-lighter"):
        before, after = because.amounts
        return words.term(
            "why-moved", key, names=words.names(because.names), share=words.percent(abs(after - before) / before)
        )
    if key in ("bound-before", "bound-now"):
        bound = words.term("bound", because.detail, names=words.names(because.names))
        return words.term("why-moved", key, detail=bound[0].lower() + bound[1:])
    if because.detail:
        reason = words.term("reason", because.detail)
        return words.term("why-moved", key, detail=reason[0].lower() + reason[1:])
    return words.term("why-moved", key, names=words.names(because.names))
