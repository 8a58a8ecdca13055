"""Scheduled works -> the plan's steps, in plan order, and who pays them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from recommender.model.conditions import SCALE
from recommender.model.knowledge import Effect, KnowledgeBase
from recommender.model.nouns import VILLAGE
from recommender.model.plan import Change, Step, StepCost, Volume
from recommender.model.plan_parts import BothLanguages
from recommender.pipeline.assembling.purse import Bill, Paid, pay
from recommender.pipeline.beneath import all_beneath
from recommender.pipeline.index import values_after
from recommender.pipeline.planning.months import chosen_member
from recommender.pipeline.planning.planner import Planned
from recommender.pipeline.planning.problem import done_year, in_time
from recommender.pipeline.prepared import Prepared


def build_steps(prepared: Prepared, planned: Planned) -> tuple[list[Step], Paid]:
    """Return the steps in the order of the plan, and who paid what."""
    order = planned.order
    paid = pay([_bill(prepared, planned, work) for work in order], prepared.asked.money)
    rests_on = {work: _rests_on(prepared, planned, work) for work in order}
    changes = _changes(prepared, order)
    steps = [
        _step(
            prepared,
            planned,
            work,
            rank=rank,
            cost=_cost(prepared, planned, work, paid),
            requires=_names(prepared, rests_on[work]),
            conditional_on=_names(prepared, _proposals_under(prepared, rests_on, work)),
            improves=changes[work],
        )
        for rank, work in enumerate(order, start=1)
    ]
    return steps, paid


def _names(prepared: Prepared, works: Iterable[int]) -> list[str]:
    return sorted(prepared.name_of(work) for work in works)


def _bill(prepared: Prepared, planned: Planned, work: int) -> Bill:
    problem, start = prepared.built.problem, planned.schedule[work]
    noun = problem.works[work]
    after = done_year(problem, work, start) + 1
    return Bill(
        noun.name,
        {start[0] + offset: sum(amounts) for offset, amounts in enumerate(noun.costs)},
        dict.fromkeys(range(after, problem.years), noun.running),
        prepared.kb.interventions[noun.name].focus,
    )


def _changes(prepared: Prepared, order: Sequence[int]) -> dict[int, dict[str, Change]]:
    """Return the values that each work in plan order finds and leaves, where it moves one."""
    framework, before = prepared.framework, prepared.judged.scored.values
    done: list[Mapping[str, Effect]] = []
    values, changes = before, {}
    for work in order:
        done.append(prepared.candidate(work).improves)
        after = values if framework is None else values_after(framework, before, done)
        changes[work] = {
            name: Change(from_=values[name], to=after[name]) for name in sorted(after) if after[name] > values[name]
        }
        values = after
    return changes


def _rests_on(prepared: Prepared, planned: Planned, work: int) -> tuple[int, ...]:
    """Return what had to be done first here: all-of, and of each any-of group the chosen member."""
    problem, schedule = prepared.built.problem, planned.schedule
    chosen = set(problem.works[work].requires)
    for group in problem.works[work].groups:
        done = in_time(problem, schedule, group, work)
        firm = [o for o in done if o not in problem.conditional]
        chosen.add(chosen_member(problem, schedule, firm or done))
    return tuple(sorted(chosen))


def _proposals_under(prepared: Prepared, rests_on: Mapping[int, tuple[int, ...]], work: int) -> Iterable[int]:
    """Return the proposals that the step rests on, directly or through others."""
    problem = prepared.built.problem
    if work not in problem.conditional:
        return ()
    return (other for other in all_beneath(rests_on[work], rests_on.__getitem__) if not problem.works[other].own)


def _cost(prepared: Prepared, planned: Planned, work: int, paid: Paid) -> StepCost:
    candidate = prepared.candidate(work)
    year = prepared.asked.options.start_year + planned.schedule[work][0]
    if candidate.is_own:
        by_source = dict(paid.by_work[candidate.name])
        by_year = {str(year + offset): amount for offset, amount in enumerate(candidate.instalments)}
    else:
        by_source = {source_of(candidate.executor, prepared.kb): candidate.cost}
        by_year = {str(year): candidate.cost}
    return StepCost.copied(candidate, total=candidate.cost, by_source=by_source, by_year=by_year)


def _step(prepared: Prepared, planned: Planned, work: int, **given: object) -> Step:
    """Return the step of a work; `given` are the fields that rest on the other steps."""
    candidate, year_and_month = prepared.candidate(work), planned.schedule[work]
    noun = prepared.kb.interventions[candidate.name]
    return Step.copied(
        candidate,
        intervention=candidate.name,
        name=BothLanguages.copied(noun.name),
        dimension=noun.dimension,
        kind=noun.kind,
        document="rkpdes" if candidate.executor == VILLAGE else "du-rkpdes",
        budget_code=noun.budget_code,
        year=prepared.asked.options.start_year + year_and_month[0],
        start_month=year_and_month[1],
        running_cost_per_year=candidate.running,
        running_paid_by=noun.running_cost.paid_by,
        called_by=sorted({rule for rules in candidate.called_by.values() for rule in rules}),
        value=planned.values[work],
        volume=_volume(candidate.quantity, noun.cost.per),
        **given,
    )


def _volume(quantity: int, unit: str) -> Volume:
    whole, rest = divmod(quantity, SCALE)
    return Volume(amount=quantity / SCALE if rest else whole, unit=unit)


def source_of(executor: str, kb: KnowledgeBase) -> str:
    """Return the source that pays where this executor builds."""
    return next(name for name, source in kb.funding.items() if source.executor == executor)
