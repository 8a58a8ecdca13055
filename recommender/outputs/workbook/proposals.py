"""Plan -> the pages about whom to ask and what to decide: DU-RKPDes, what is to be advocated, letters and decisions."""

from __future__ import annotations

from itertools import groupby

from recommender.knowledge.sharing import shared_in
from recommender.model.knowledge import Intervention
from recommender.model.nouns import EXECUTORS, VILLAGE
from recommender.model.plan import Deferred, Plan, Step
from recommender.model.settings import settings_for
from recommender.model.village import subdistrict_of
from recommender.outputs.words import Words
from recommender.outputs.workbook import cells
from recommender.outputs.workbook.heads import head, made_by
from recommender.outputs.workbook.pages import Line, Lines, Page, PageColumn
from recommender.outputs.xlsx_file import CellValue

TOO_LARGE = "too-large"  # a reason of the plan document


def proposals(plan: Plan, words: Words) -> Page:
    """Return what others are asked for, by whom to ask, in the order of the plan; then what is to be advocated."""
    say = words.say
    asked = sorted(
        (step for step in plan.steps if step.executor != VILLAGE and (step.measure != "act" or step.cost.total > 0)),
        key=lambda step: (EXECUTORS.index(step.executor), step.addressee or step.executor, step.rank),
    )
    parts = []
    number = 0
    for whom, group in groupby(asked, key=words.asked):
        lines = []
        for step in group:
            number += 1
            lines.append(Line(_proposal(plan, step, number, words)))
        parts.append(Lines(tuple(lines), say("part.ask", whom=whom), say("sum.of", name=whom)))
    body = [Lines(tuple(parts), total=say("sum.all"))]
    large = [deferred for deferred in plan.deferred if deferred.reason == TOO_LARGE]
    if large:
        lines = [Line(_advocated(plan, one, number + place, words)) for place, one in enumerate(large, start=1)]
        body.append(Lines(tuple(lines), say("part.advocate"), say("sum.advocate")))
    columns = (
        PageColumn(say("col.no"), 4, "code"),
        PageColumn(say("col.proposal"), 36),
        PageColumn(say("col.rank"), 8, "code"),
        PageColumn(say("col.place"), 6, "code"),
        PageColumn(say("col.amount"), 6.5, "number", say("col.volume")),
        PageColumn(say("col.unit"), 6.5, "code", say("col.volume")),
        PageColumn(say("col.target-group"), 14),
        PageColumn(say("col.year"), 6, "year"),
        PageColumn(say("col.time"), 13),
        PageColumn(say("col.rupiah"), 13, "money", say("col.cost"), summed=True),
        PageColumn(say("col.source"), 10, "code", say("col.cost")),
        PageColumn(say("col.serves"), 20),
    )
    return Page(
        name=say("sheet.proposals"),
        titles=(say("form.proposals"), *_span(plan, words)),
        head=head(plan, words),
        columns=columns,
        body=Lines(tuple(body)),
        empty=say("empty.proposals"),
        numbered=True,
        notes=(say("note.proposals"), *((say("note.advocate"),) if large else ()), made_by(plan, words)),
        place_and_date=say("sign.place"),
        signatures=(say("sign.team"), say("sign.head")),
    )


def _span(plan: Plan, words: Words) -> tuple[str, ...]:
    years = sorted({row.year for row in plan.money} | {step.year for step in plan.steps})
    return (words.say("form.years", first=years[0], last=years[-1]),) if years else ()


def _proposal(plan: Plan, step: Step, number: int, words: Words) -> tuple[CellValue, ...]:
    waiting = [other.intervention for other in plan.steps if step.intervention in other.requires]
    upkeep = words.running(step) if step.running_cost_per_year else ""
    more = [f"({said})" for said in (words.yearly(step), upkeep, words.shared(step, "shared-short")) if said]
    return (
        number,
        "\n".join((words.text(step.name), *more)),
        step.rank,
        words.say("whole-village"),
        *cells.volume(step.volume, words),
        cells.beneficiaries(step, words),
        step.year,
        cells.time(step, None, words),
        step.cost.total,
        words.sources(step.cost.by_source),
        words.names(waiting),
    )


def _advocated(plan: Plan, deferred: Deferred, number: int, words: Words) -> tuple[CellValue, ...]:
    cost = deferred.detail.get("cost")
    work = words.kb.interventions.get(deferred.intervention)
    others = [executor for executor in work.executors if executor != VILLAGE] if work else []
    whom = words.addressee(work.addressee or others[0], others[0]) if work and others else ""
    more = [f"({said})" for said in (whom, _shared(plan, work, words)) if said]
    return (
        number,
        "\n".join((words.text(deferred.name), *more)),
        words.say("advocated"),
        words.say("whole-village"),
        None,
        None,
        work.beneficiaries.in_language(words.lang) if work and work.beneficiaries else "",
        None,
        "",
        cost if isinstance(cost, int) else None,
        "",
        "",
    )


def _shared(plan: Plan, work: Intervention | None, words: Words) -> str:
    """Return with whom a work that is too large for the plan would be shared."""
    years = [row.year for row in plan.money]
    if work is None or not years:
        return ""
    place = subdistrict_of(plan.village.code, plan.village.code_scheme)
    shared = shared_in(work, words.kb, place, settings_for(words.kb, min(years)))
    return "" if shared is None else words.shared_with(shared, "shared-short")


def letters(plan: Plan, words: Words) -> Page | None:
    """Return the letters, agreements and decisions of the plan in its order; None without any."""
    acts = [step for step in plan.steps if step.measure == "act"]
    if not acts:
        return None
    say = words.say
    columns = (
        PageColumn(say("col.no"), 5, "code"),
        PageColumn(say("col.letter"), 52),
        PageColumn(say("col.by-or-to"), 34),
        PageColumn(say("col.time"), 20),
        PageColumn(say("col.rupiah"), 15, "money"),
        PageColumn(say("col.serves"), 38),
    )
    return Page(
        name=say("sheet.letters"),
        titles=(say("form.letters"), *_span(plan, words)),
        head=head(plan, words),
        columns=columns,
        body=Lines(tuple(Line(_letter(plan, step, number, words)) for number, step in enumerate(acts, start=1))),
        empty="",
        notes=(say("note.letters"), made_by(plan, words)),
    )


def _letter(plan: Plan, step: Step, number: int, words: Words) -> tuple[CellValue, ...]:
    waiting = [other.intervention for other in plan.steps if step.intervention in other.requires]
    own = step.executor == VILLAGE
    return (
        number,
        "\n".join(filter(None, (words.text(step.name), words.shared(step, "shared-short")))),
        words.say("by-village") if own else words.say("part.ask", whom=words.asked(step)),
        cells.time(step, None, words),
        step.cost.total or None,
        words.names(waiting),
    )
