"""Scheduled works -> the plan's steps, in plan order: the parts of one candidate are the lines of one step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from recommender.knowledge.sharing import shared_in
from recommender.model.conditions import SCALE
from recommender.model.knowledge import Effect, KnowledgeBase
from recommender.model.needs import Candidate
from recommender.model.nouns import VILLAGE
from recommender.model.plan import Change, Line, Step, StepEffect, Volume
from recommender.model.plan_money import Price, StepCost, Upkeep
from recommender.model.plan_parts import BothLanguages
from recommender.model.priced import Priced
from recommender.pipeline.assembling.closing import closing_of
from recommender.pipeline.assembling.purse import Bill, Paid, pay
from recommender.pipeline.beneath import all_beneath
from recommender.pipeline.index import values_after
from recommender.pipeline.planning.months import chosen_member
from recommender.pipeline.planning.planner import Planned
from recommender.pipeline.planning.problem import begin_month, done_year, end_month, in_time
from recommender.pipeline.planning.village_limits import addressee_of
from recommender.pipeline.planning.village_problem import served_name
from recommender.pipeline.prepared import Prepared


@dataclass(frozen=True, slots=True)
class Placed:
    """A candidate of the plan with its scheduled parts (works of the problem), as far as they go."""

    candidate: Candidate
    works: tuple[int, ...]


def placed_candidates(prepared: Prepared, planned: Planned) -> list[Placed]:
    """Return the candidates that are planned, in the order in which the plan tells their first parts."""
    parts: dict[str, list[int]] = {}
    for work in planned.order:
        parts.setdefault(prepared.name_of(work), []).append(work)
    return [Placed(prepared.candidate(works[0]), tuple(sorted(works))) for works in parts.values()]


def build_steps(prepared: Prepared, planned: Planned) -> tuple[list[Step], Paid]:
    """Return the steps in the order of the plan, and who paid what."""
    paid = pay([_bill(prepared, planned, work) for work in planned.order], prepared.asked.money)
    placed = placed_candidates(prepared, planned)
    rests_on = {work: _rests_on(prepared, planned, work) for work in planned.order}
    changes = _changes(prepared, placed)
    steps = [
        _step(
            prepared,
            planned,
            one,
            rank=rank,
            lines=_lines(prepared, planned, one, paid),
            requires=_names(prepared, one, rests_on[one.works[0]]),
            conditional_on=_names(prepared, one, _proposals_under(prepared, rests_on, one.works[0])),
            improves=changes[one.candidate.name],
            closing=closing_of(prepared, changes[one.candidate.name]),
        )
        for rank, one in enumerate(placed, start=1)
    ]
    return steps, paid


def upkeep_lines(prepared: Prepared, steps: Iterable[Step], paid: Paid) -> list[Upkeep]:
    """Return what each step costs the village in each year after its completion, by year and rank."""
    start_year, lines = prepared.asked.options.start_year, []
    for rank, step in enumerate(steps):
        by_year: dict[int, dict[str, int]] = {}
        for work in prepared.built.numbers[step.intervention]:
            for year in range(prepared.built.problem.years):
                for source, amount in paid.upkeep.get((work, year), {}).items():
                    together = by_year.setdefault(year, {})
                    together[source] = together.get(source, 0) + amount
        for year, by_source in by_year.items():
            amount = sum(by_source.values())
            line = Upkeep(intervention=step.intervention, year=start_year + year, amount=amount, by_source=by_source)
            lines.append((year, rank, line))
    return [line for _, _, line in sorted(lines, key=lambda entry: entry[:2])]


def _names(prepared: Prepared, one: Placed, works: Iterable[int]) -> list[str]:
    return sorted({prepared.name_of(work) for work in works} - {one.candidate.name})


def _bill(prepared: Prepared, planned: Planned, work: int) -> Bill:
    problem, (year, _) = prepared.built.problem, planned.schedule[work]
    noun = problem.works[work]
    return Bill(
        work,
        {year + offset: sum(amounts) for offset, amounts in enumerate(noun.payments(problem.years))},
        dict.fromkeys(range(done_year(problem, work, planned.schedule[work]) + 1, problem.years), noun.running),
        prepared.kb.interventions[prepared.name_of(work)].focus,
    )


def _changes(prepared: Prepared, placed: Iterable[Placed]) -> dict[str, dict[str, Change]]:
    """Return the values that each candidate in plan order finds and leaves, where it moves one."""
    framework, before = prepared.framework, prepared.judged.scored.values
    done: list[Mapping[str, Effect]] = []
    values, changes = before, {}
    for one in placed:
        done += [prepared.improves(work) for work in one.works]
        after = values if framework is None else values_after(framework, before, done)
        changes[one.candidate.name] = {
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


def _lines(prepared: Prepared, planned: Planned, one: Placed, paid: Paid) -> list[Line]:
    """Return a line for each part, and of what is paid in several years one a year, by year and month; phases that
    follow one another within a year, and within an instalment of its money, are one line."""
    candidate, problem = one.candidate, prepared.built.problem
    unit, first_year = prepared.kb.interventions[candidate.name].cost.per, prepared.asked.options.start_year
    lines = []
    for work in one.works:
        part, (start, month) = prepared.part(work), planned.schedule[work]
        amounts = part.costs
        if candidate.is_service:
            amounts = part.costs * min(candidate.service_years or problem.years, problem.years - start)
        for offset, amount in enumerate(amounts):
            year = start + offset
            by_source = {source_of(candidate.executor, prepared.kb): amount}
            whole = offset == 0 or candidate.is_service
            lines.append(
                Line(
                    year=first_year + year,
                    start_month=0 if offset else month,
                    months=0 if offset else part.months,
                    amount=amount,
                    volume=volume(part.quantity, unit) if whole else None,
                    by_source=dict(paid.works[work, year]) if candidate.is_own else by_source,
                )
            )
    lines.sort(key=lambda line: (line.year, line.start_month))
    second = problem.limits.second_month if problem.limits.instalments else 0
    return lines if candidate.is_service or candidate.rounds else _joined(lines, second)


def _joined(lines: Iterable[Line], second: int) -> list[Line]:
    """Return the lines, each that begins in its year where the one before ends as one with it, but for what begins
    before the second instalment and what after."""
    joined: list[Line] = []
    for line in lines:
        before = joined[-1] if joined else None
        if (
            before is not None
            and before.volume is not None
            and line.volume is not None
            and (before.year, before.start_month + before.months) == (line.year, line.start_month)
            and (before.start_month < second) == (line.start_month < second)
        ):
            amount = before.volume.amount + line.volume.amount
            paid = Counter(before.by_source)
            paid.update(line.by_source)
            joined[-1] = before.model_copy(
                update={
                    "months": before.months + line.months,
                    "amount": before.amount + line.amount,
                    "volume": volume(round(amount * SCALE), line.volume.unit),
                    "by_source": dict(paid),
                }
            )
        else:
            joined.append(line)
    return joined


def step_cost(candidate: Candidate, lines: Iterable[Line], years_of_it: int, quantity: int) -> StepCost:
    """Return what all lines cost, by source and by year; low and high by the share of the quantity that they bring."""
    by_source: dict[str, int] = {}
    by_year: dict[str, int] = {}
    for line in lines:
        by_year[str(line.year)] = by_year.get(str(line.year), 0) + line.amount
        for source, amount in line.by_source.items():
            by_source[source] = by_source.get(source, 0) + amount
    low, high = (
        end * years_of_it * quantity // candidate.quantity if candidate.quantity else end
        for end in (candidate.low, candidate.high)
    )
    return StepCost(total=sum(by_year.values()), low=low, high=high, by_source=by_source, by_year=by_year)


def _step(prepared: Prepared, planned: Planned, one: Placed, *, lines: list[Line], **given: object) -> Step:
    """Return the step of a candidate; `given` are the fields that rest on the other steps."""
    candidate, problem, schedule = one.candidate, prepared.built.problem, planned.schedule
    noun, first, last = prepared.kb.interventions[candidate.name], one.works[0], one.works[-1]
    quantity = sum(prepared.part(work).quantity for work in one.works)
    own = candidate.executor == VILLAGE
    return Step.copied(
        candidate,
        intervention=candidate.name,
        name=BothLanguages.copied(noun.name),
        dimension=noun.dimension,
        kind=noun.kind,
        document="rkpdes" if own else "du-rkpdes",
        budget_code=noun.budget_code,
        year=prepared.asked.options.start_year + schedule[first][0],
        start_month=schedule[first][1],
        months=end_month(problem, last, schedule[last]) - begin_month(schedule[first]),
        cost=step_cost(candidate, lines, len(lines) if candidate.is_service else 1, quantity),
        running_cost_per_year=_running(candidate, [prepared.part(work).quantity for work in one.works]),
        running_paid_by=noun.running_cost.paid_by,
        called_by=sorted({rule for rules in candidate.called_by.values() for rule in rules}),
        value=planned.values[first],
        volume=volume(quantity, noun.cost.per),
        measure=noun.measure,
        physical=noun.physical,
        serves=served_name(planned.serves[first]),
        addressee=None if own else addressee_of(noun, candidate.executor, prepared.kb),
        funded=candidate.pot,
        shared=shared_in(noun, prepared.kb, prepared.village.subdistrict_code, prepared.asked.settings),
        lines=lines,
        price=None if candidate.priced is None else _price(candidate.priced),
        effects=[_effect(name, effect) for name, effect in candidate.improves.items()],
        **given,
    )


def _price(priced: Priced) -> Price:
    return Price(
        unit=priced.expected,
        base=priced.base,
        base_year=priced.base_year,
        level_year=priced.level_year,
        level=round(float(priced.level), 4),
        region=priced.region,
        region_ratio=priced.ratio / SCALE,
    )


def _running(candidate: Candidate, quantities: Iterable[int]) -> int:
    """Return the upkeep a year, whoever pays it, of the parts that are planned."""
    return candidate.running * sum(quantities) // candidate.quantity if candidate.quantity else candidate.running


def _effect(name: str, effect: Effect) -> StepEffect:
    low, high = (None if end is None else end / SCALE for end in (effect.low, effect.high))
    return StepEffect(indicator=name, acts=effect.evidence, size=effect.size, low=low, high=high)


def volume(quantity: int, unit: str) -> Volume:
    """Return an amount of units from thousandths of them."""
    whole, rest = divmod(quantity, SCALE)
    return Volume(amount=quantity / SCALE if rest else whole, unit=unit)


def source_of(executor: str, kb: KnowledgeBase) -> str:
    """Return the source that pays where this executor builds."""
    return next(name for name, source in kb.funding.items() if source.executor == executor)
