"""Scheduled works -> the plan's steps and its money, in plan order."""

from __future__ import annotations

from collections.abc import Mapping

from recommender.model.conditions import SCALE
from recommender.model.knowledge import VILLAGE, Effect, KnowledgeBase
from recommender.model.needs import Candidate
from recommender.model.plan import Change, EarmarkRow, MoneyRow, Step, StepCost, Volume
from recommender.model.plan_parts import BothLanguages
from recommender.pipeline.assembling.draft import Draft
from recommender.pipeline.assembling.purse import Bill, Paid, pay
from recommender.pipeline.index import values_after
from recommender.pipeline.planning.months import chosen_member
from recommender.pipeline.planning.problem import PlanningProblem, Schedule, done_year, end_month
from recommender.pipeline.planning.works import MONTHS
from recommender.request.options import Money


def build_steps(draft: Draft, kb: KnowledgeBase, money: Money, start_year: int) -> tuple[list[Step], Paid]:
    """Return the steps by start year, start month, falling value, name; and who paid what."""
    problem, schedule = draft.built.problem, draft.planned.schedule
    names = {work: name for name, work in draft.built.number.items()}
    order = sorted(schedule, key=lambda w: (schedule[w], -draft.planned.values[w], names[w]))
    focus = {name: kb.interventions[name].focus for name in draft.built.number}
    paid = pay([_bill(problem, schedule, work, focus) for work in order], money)
    rests_on = {work: _rests_on(problem, schedule, work) for work in order}
    conditional = problem.conditional
    steps: list[Step] = []
    done_effects: list[Mapping[str, Effect]] = []
    values = dict(draft.scored.values)
    for rank, work in enumerate(order, start=1):
        name = names[work]
        candidate = draft.choice.candidates[name]
        done_effects.append(candidate.improves)
        changes: dict[str, Change] = {}
        if draft.scored.framework is not None:
            after = values_after(kb.frameworks[draft.scored.framework], draft.scored.values, done_effects)
            changes = {
                key: Change(from_=values[key], to=after[key]) for key in sorted(after) if after[key] > values[key]
            }
            values = after
        steps.append(
            _step(
                rank,
                candidate,
                kb,
                schedule[work],
                start_year,
                paid,
                requires=sorted(names[other] for other in rests_on[work]),
                conditional_on=_proposals_under(problem, rests_on, work, names) if work in conditional else [],
                improves=changes,
                value=draft.planned.values[work],
            )
        )
    return steps, paid


def _bill(problem: PlanningProblem, schedule: Schedule, work: int, focus: Mapping[str, tuple[str, ...]]) -> Bill:
    noun, start = problem.works[work], schedule[work]
    after = done_year(problem, work, start) + 1
    return Bill(
        noun.name,
        {start[0] + offset: sum(amounts) for offset, amounts in enumerate(noun.costs)},
        dict.fromkeys(range(after, problem.years), noun.running),
        focus[noun.name],
    )


def _rests_on(problem: PlanningProblem, schedule: Schedule, work: int) -> tuple[int, ...]:
    """Return what had to be done first here: all-of, and of each any-of group the chosen member."""
    noun = problem.works[work]
    begin = MONTHS * schedule[work][0] + schedule[work][1]
    chosen = set(noun.requires)
    for group in noun.groups:
        done = [o for o in group if o in schedule and end_month(problem, o, schedule[o]) <= begin]
        firm = [o for o in done if o not in problem.conditional]
        chosen.add(chosen_member(problem, schedule, firm or done))
    return tuple(sorted(chosen))


def _proposals_under(
    problem: PlanningProblem, rests_on: Mapping[int, tuple[int, ...]], work: int, names: Mapping[int, str]
) -> list[str]:
    """Return the proposals that the step rests on, directly or through others, by name."""
    found: set[int] = set()
    waiting = list(rests_on[work])
    while waiting:
        other = waiting.pop()
        if other not in found:
            found.add(other)
            waiting += rests_on[other]
    return sorted(names[other] for other in found if not problem.works[other].own)


def _step(
    rank: int,
    candidate: Candidate,
    kb: KnowledgeBase,
    start: tuple[int, int],
    start_year: int,
    paid: Paid,
    requires: list[str],
    conditional_on: list[str],
    improves: dict[str, Change],
    value: int,
) -> Step:
    work = kb.interventions[candidate.name]
    own = candidate.executor == VILLAGE
    year = start_year + start[0]
    if own:
        by_source = dict(paid.by_work[candidate.name])
        by_year = {str(year + offset): amount for offset, amount in enumerate(candidate.instalments)}
    else:
        by_source = {_source_of(candidate.executor, kb): candidate.cost}
        by_year = {str(year): candidate.cost}
    return Step(
        rank=rank,
        intervention=candidate.name,
        name=BothLanguages(id=work.name.id, en=work.name.en),
        dimension=work.dimension,
        kind=work.kind,
        executor=candidate.executor,
        document="rkpdes" if own else "du-rkpdes",
        budget_code=work.budget_code,
        year=year,
        start_month=start[1],
        months=candidate.months,
        cost=StepCost(
            total=candidate.cost, low=candidate.low, high=candidate.high, by_source=by_source, by_year=by_year
        ),
        running_cost_per_year=candidate.running,
        running_paid_by=work.running_cost.paid_by,
        called_by=sorted({rule for rules in candidate.called_by.values() for rule in rules}),
        requires=requires,
        conditional_on=conditional_on,
        assumes=list(candidate.assumes),
        improves=improves,
        value=value,
        volume=_volume(candidate.quantity, work.cost.per),
    )


def _volume(quantity: int, unit: str) -> Volume:
    whole, rest = divmod(quantity, SCALE)
    return Volume(amount=quantity / SCALE if rest else whole, unit=unit)


def _source_of(executor: str, kb: KnowledgeBase) -> str:
    return next(name for name, source in kb.funding.items() if source.executor == executor)


def money_rows(draft: Draft, kb: KnowledgeBase, paid: Paid, money: Money, start_year: int) -> list[MoneyRow]:
    """Return a row for each source and year, in the catalog's order: the village's, and others' where they pay."""
    names = {work: name for name, work in draft.built.number.items()}
    years = money.years
    others: dict[str, list[int]] = {}
    for work, start in draft.planned.schedule.items():
        candidate = draft.choice.candidates[names[work]]
        if not candidate.is_own:
            others.setdefault(_source_of(candidate.executor, kb), [0] * years)[start[0]] += candidate.cost
    rows = []
    for source in kb.funding:
        if source in money.amounts:
            rows += _village_rows(source, paid, money, start_year)
        elif source in others:
            rows += [
                MoneyRow(
                    source=source,
                    year=start_year + year,
                    budget=None,
                    planned=others[source][year],
                    left=None,
                    running=None,
                    reserve=None,
                )
                for year in range(years)
            ]
    return rows


def _village_rows(source: str, paid: Paid, money: Money, start_year: int) -> list[MoneyRow]:
    rows = []
    left = 0
    for year in range(money.years):
        amount = money.amounts[source][year]
        budget = amount + (left if money.carries_over else 0)
        planned = paid.by_source[source][year]
        left = budget - planned
        rows.append(
            MoneyRow(
                source=source,
                year=start_year + year,
                budget=budget,
                planned=planned,
                left=left,
                running=paid.running[source][year],
                reserve=amount - money.usable(source, year),
            )
        )
    return rows


def earmark_rows(paid: Paid, money: Money, start_year: int) -> list[EarmarkRow]:
    """Return a row for each earmark and year: what its works get, and what is short of an "at least"."""
    rows = []
    for number, earmark in enumerate(money.earmarks):
        if earmark.source not in money.amounts:
            continue
        for year in range(money.years):
            amount = money.amounts[earmark.source][year]
            least = None if earmark.at_least is None else amount * earmark.at_least // SCALE
            got = paid.by_earmark[number][year]
            rows.append(
                EarmarkRow(
                    source=earmark.source,
                    year=start_year + year,
                    focus=list(earmark.focus),
                    at_least=least,
                    at_most=None if earmark.at_most is None else amount * earmark.at_most // SCALE,
                    planned=got,
                    short=0 if least is None else max(0, least - got),
                )
            )
    return rows
