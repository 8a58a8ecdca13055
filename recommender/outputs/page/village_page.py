"""Plan -> one page of HTML: everything of the plan, in words of the same functions as the text report.

In: a plan, the options that shaped it, words (whose knowledge base names things). Out: the bytes of a file that needs
no other, runs no script and loads nothing. Same input, same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from recommender.language.money import format_short_rupiah
from recommender.language.wording import Key
from recommender.model.plan import Plan
from recommender.outputs.blocks import Block, Column, Entry, Heading, Table
from recommender.outputs.page.money import Sums, earmarks_table, sources_table, sums
from recommender.outputs.page.outlook_chart import outlook_chart
from recommender.outputs.page.plan_graph import plan_graph
from recommender.outputs.page.profile import DimensionRow, profile, profile_rows
from recommender.outputs.page.steps import own_years, proposal_years
from recommender.outputs.page.templating import render
from recommender.outputs.page.timeline import timeline
from recommender.outputs.sections.branches import branch_blocks
from recommender.outputs.sections.last_plan import carried_blocks
from recommender.outputs.sections.money import money_blocks
from recommender.outputs.sections.outlook import outlook, outlook_sentence
from recommender.outputs.sections.plan import (
    QUESTIONS_SHOWN,
    data_notes,
    frame,
    index_line,
    left_out_by_reason,
    prerequisites,
    questions,
)
from recommender.outputs.sections.steps import proposals_note
from recommender.outputs.words import NAMES_SHOWN, Words
from recommender.pipeline.documents import NAME, program_version

_FIRST_STEPS = 3


def make_page(plan: Plan, options: Mapping[str, Any], words: Words) -> bytes:
    """Return the page of one plan, UTF-8.

    Parameters
    ----------
    options
        The options that the plan's document states.
    words
        The language, and the knowledge base that the plan was made with.
    """
    village, years = plan.village, plan_years(plan, options)
    money, rows = sums(plan, options), profile_rows(plan, words)
    asked = _entries(questions(plan, words))
    caption = words.say("profile.caption", year=years[-1])
    return render(
        "village.html",
        lang=words.lang,
        say=words.say,
        plan=plan,
        years=span(years),
        name=village.name.strip() or words.say("nameless"),
        index_line=index_line(plan, words),
        frame=list(frame(plan, options, words)),
        tiles=_tiles(plan, money, span(years), words),
        summary=list(_summary(plan, money, words)),
        profile=profile(rows, caption, words),
        profile_caption=caption,
        profile_table=_profile_table(rows, words),
        prerequisites=list(prerequisites(plan, words)),
        carried=_body(carried_blocks(plan, options, words)),
        timelines=[timeline(plan, years, words, narrow=narrow) for narrow in (False, True)] if plan.steps else [],
        own=own_years(plan, options, words),
        proposals=proposal_years(plan, options, words),
        proposals_note=proposals_note(plan, words),
        graph=plan_graph(plan, words) if plan.steps or plan.deferred else "",
        left_out=left_out_by_reason(plan, words),
        met=words.names(plan.met),
        questions=asked[:QUESTIONS_SHOWN],
        more_questions=asked[QUESTIONS_SHOWN:],
        assumptions=_assumptions(plan, words),
        branches=_body(branch_blocks(plan, words)),
        money=_body(money_blocks(plan, options, words)),
        sources=sources_table(plan, words) if plan.money else None,
        earmarks=earmarks_table(plan, options, words),
        outlook_chart=outlook_chart(plan, words) or "",
        outlook=_body(outlook(plan, words)),
        problems=_body(data_notes(plan, words)),
        provenance=list(_provenance(plan, options, words)),
    )


def plan_years(plan: Plan, options: Mapping[str, Any]) -> list[int]:
    """Return the calendar years of the plan, those of its works included."""
    start = int(options["start_year"])
    count = int(options.get("years") or 1)
    last = max([start + count - 1, *(step.year + (step.start_month + step.months - 1) // 12 for step in plan.steps)])
    return list(range(start, last + 1))


def span(years: list[int]) -> str:
    """Return the years as people write them, `2027–2029` or `2027`.

    >>> span([2027, 2028]), span([2027])
    ('2027–2028', '2027')
    """
    return f"{years[0]}–{years[-1]}" if len(years) > 1 else str(years[0])


def _body(blocks: Iterable[Block]) -> list[Block]:
    """Return the blocks without the section's heading: a page has its own, in small letters."""
    return [block for block in blocks if not (isinstance(block, Heading) and block.level == 2)]


def _entries(blocks: Iterable[Block]) -> list[Entry]:
    return [block for block in blocks if isinstance(block, Entry)]


def _tiles(plan: Plan, money: Sums, years: str, words: Words) -> list[tuple[str, str, str]]:
    """Return (label, value, remark) of what to see first."""
    own = sum(step.executor == "village" for step in plan.steps)
    others = len(plan.steps) - own
    index = plan.scores.index
    tiles = []
    if index is not None:
        named = words.index_class(index.framework, index.class_)
        framework = f"{words.framework(index.framework)} {plan.data.year}"
        tiles.append((words.say("tile.index"), words.index_value(index.value), f"{framework} {named}".strip()))
    share = words.percent(money.used / money.available) if money.available else words.percent(0)
    of = words.say("tile.money-note", amount=format_short_rupiah(money.available, words.lang), years=years)
    tiles.append((words.say("tile.money"), share, of))
    works = words.say("tile.steps-note", amount=format_short_rupiah(money.works, words.lang))
    tiles.append((words.say("tile.steps"), str(own), works if own else words.say("tile.none")))
    worth = words.say("tile.proposals-note", amount=format_short_rupiah(money.proposals, words.lang))
    tiles.append((words.say("tile.proposals"), str(others), worth if others else words.say("tile.none")))
    return tiles


def _summary(plan: Plan, money: Sums, words: Words) -> Iterator[str]:
    """Yield what to say aloud: first steps, money, proposals, what is left out, what to ask, what it may bring."""
    own = [words.text(step.name) for step in plan.steps if step.executor == "village"]
    if own:
        yield words.say("say.first", names="; ".join(own[:_FIRST_STEPS]))
    if money.available:
        amounts = {"budget": money.available, "used": money.used, "left": money.left}
        share = words.percent(money.used / money.available)
        yield words.say("say.money", share=share, **{key: words.money(amount) for key, amount in amounts.items()})
    others = [step.intervention for step in plan.steps if step.executor != "village"]
    if others:
        yield words.say("say.proposals", names=words.names(others, NAMES_SHOWN))
    if plan.deferred:
        yield words.say("say.left-out", count=len(plan.deferred))
    for first in _entries(questions(plan, words, 1))[:1]:
        yield words.say("say.ask", question=first.title)
    expected = outlook_sentence(plan, words)
    if plan.steps and expected:
        yield expected


def _profile_table(rows: list[DimensionRow], words: Words) -> Table:
    return Table(
        (
            Column(words.say("column.dimension")),
            Column(words.say("column.now"), "money"),
            Column(words.term("outlook-line", "expected"), "money"),
            Column(words.term("outlook-line", "all-done"), "money"),
            Column(words.say("column.measured")),
        ),
        tuple(
            (row.label, *(words.score(v) for v in (row.now, row.expected, row.all_done)), row.remark) for row in rows
        ),
    )


def _assumptions(plan: Plan, words: Words) -> Table | None:
    if not plan.assumptions:
        return None
    keys: tuple[Key, ...] = ("column.fact", "column.assumed", "column.reason", "column.affects")
    rows = tuple(
        (words.name(made.fact), words.value(made.fact, made.value), words.text(made.reason), words.names(made.affects))
        for made in plan.assumptions
    )
    return Table(tuple(Column(words.say(key)) for key in keys), rows)


def _provenance(plan: Plan, options: Mapping[str, Any], words: Words) -> Iterator[tuple[str, str]]:
    """Yield (name, value) of everything that the plan rests on."""
    kb, data = words.kb, plan.data
    framework = words.framework(data.framework) if data.framework else words.say("provenance.none")
    year = "" if data.year is None else f" {data.year}"
    yield words.say("provenance.data"), f"{framework}{year} · {data.source} · sha256 {data.sha256}"
    yield words.say("provenance.knowledge"), f"{kb.about.version} · sha256 {kb.sha256}"
    for overlay in kb.overlays:
        yield words.say("provenance.overlay"), f"{overlay.name} · sha256 {overlay.sha256}"
    yield words.say("provenance.program"), f"{NAME} {program_version()}"
    proven = words.say("provenance.proven" if plan.objective.proven else "provenance.open")
    yield words.say("provenance.method"), f"{plan.objective.name} · {plan.objective.method} · {proven}"
    for name, value in options.items():
        yield words.say("provenance.option", name=name), json.dumps(value, ensure_ascii=False)
