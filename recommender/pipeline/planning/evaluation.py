"""The score of a schedule and what it breaks: independent of every search, integers only.

Objective, of each tier of needs by itself = sum over years of discount x weight x (1000 x own closure + probability x
further closure by proposals), where the own closure counts the works that rest on no proposal. A bare problem has no
proposals.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from recommender.language.errors import EngineError, Problem, problem
from recommender.language.wording import Key, Phrase, phrase
from recommender.pipeline.planning.problem import PlanningProblem, Schedule, Worth, done_year, end_month, in_time
from recommender.pipeline.planning.works import FULL, MONTHS


def closures(problem: PlanningProblem, schedule: Schedule, works: Collection[int], year: int) -> list[int]:
    """Return each need's closure by the given works that are done at the end of the year."""
    reached = [0] * len(problem.needs)
    amounts = [0] * len(problem.needs)
    done = {work for work in works if done_year(problem, work, schedule[work]) <= year}
    for work in done:
        for effect in problem.works[work].effects:
            reached[effect.need] = max(reached[effect.need], effect.reach)
            amounts[effect.need] += effect.amount
    for synergy in problem.synergies:
        if synergy.one in done and synergy.other in done:
            amounts[synergy.need] += synergy.amount
    return [need.closure(reached[k], amounts[k]) for k, need in enumerate(problem.needs)]


def objective(problem: PlanningProblem, schedule: Schedule) -> Worth:
    """Return the objective of a schedule: one number a tier of needs."""
    if not schedule:
        return (0,) * len(problem.tiers)
    own = [work for work in schedule if work not in problem.conditional]
    mine = _closed(problem, schedule, own)
    everything = _closed(problem, schedule, schedule) if len(own) < len(schedule) else mine
    return tuple(
        sum(
            discount * (FULL * ours + problem.probability * (all_ - ours))
            for discount, ours, all_ in zip(problem.discount, of_own, of_all, strict=True)
        )
        for of_own, of_all in zip(mine, everything, strict=True)
    )


def _closed(problem: PlanningProblem, schedule: Schedule, works: Collection[int]) -> list[list[int]]:
    """Return by tier and year the sum over needs of weight x closure by the given works done by then."""
    finished: list[list[int]] = [[] for _ in range(problem.years)]
    for work in works:
        finished[done_year(problem, work, schedule[work])].append(work)
    reached, amounts, closed = ([0] * len(problem.needs) for _ in range(3))
    done: set[int] = set()
    worth: list[int] = [0] * len(problem.tiers)
    rows: list[list[int]] = [[] for _ in problem.tiers]
    for now in finished:
        done.update(now)
        changed = set()
        for work in now:
            for effect in problem.works[work].effects:
                reached[effect.need] = max(reached[effect.need], effect.reach)
                amounts[effect.need] += effect.amount
                changed.add(effect.need)
        for synergy in problem.synergies if now else ():
            if synergy.one in done and synergy.other in done and (synergy.one in now or synergy.other in now):
                amounts[synergy.need] += synergy.amount
                changed.add(synergy.need)
        for k in changed:
            closure = problem.needs[k].closure(reached[k], amounts[k])
            worth[problem.tier_of[k]] += problem.needs[k].weight * (closure - closed[k])
            closed[k] = closure
        for row, now_worth in zip(rows, worth, strict=True):
            row.append(now_worth)
    return rows


def dependents(problem: PlanningProblem, schedule: Schedule, work: int) -> set[int]:
    """Return the scheduled works that could not stand without this one, itself included."""
    gone = {work}
    changed = True
    while changed:
        changed = False
        for other in schedule:
            if other in gone:
                continue
            noun = problem.works[other]
            lost = any(required in gone for required in noun.requires)
            if lost or any(gone.issuperset(in_time(problem, schedule, group, other)) for group in noun.groups):
                gone.add(other)
                changed = True
    return gone


def value_of(problem: PlanningProblem, schedule: Schedule, work: int) -> Worth:
    """Return what the objective loses in each tier if the work and what rests on it are taken out."""
    return lost(problem, schedule, dependents(problem, schedule, work))


def lost(problem: PlanningProblem, schedule: Schedule, gone: Collection[int], whole: Worth | None = None) -> Worth:
    """Return what the objective loses in each tier if the works are taken out; nothing is below 0.

    `whole` is the objective of the schedule, where it is known.
    """
    left = {work: start for work, start in schedule.items() if work not in gone}
    before = objective(problem, schedule) if whole is None else whole
    return tuple(had - has for had, has in zip(before, objective(problem, left), strict=True))


def money_by_year(problem: PlanningProblem, schedule: Schedule) -> tuple[list[list[int]], list[int]]:
    """Return rupiah of works and services by purse and year, and running costs by year with the year after the
    horizon."""
    spent = [[0] * problem.years for _ in problem.limits.usable]
    running = [0] * (problem.years + 1)
    for work, start in schedule.items():
        noun = problem.works[work]
        for offset, amounts in enumerate(noun.payments(problem.years)[: problem.years - start[0]]):
            for purse, amount in enumerate(amounts):
                spent[purse][start[0] + offset] += amount
        if noun.running:
            for year in range(done_year(problem, work, start) + 1, problem.years + 1):
                running[year] += noun.running
    return spent, running


def joint_money_by_year(problem: PlanningProblem, schedule: Schedule) -> list[list[int]]:
    """Return rupiah that the schedule draws of joint money, by pot and year."""
    drawn = [[0] * problem.years for _ in problem.limits.pots]
    for work, start in schedule.items():
        for year, amounts in enumerate(problem.works[work].draws(problem.years)[: problem.years - start[0]], start[0]):
            for pot, amount in enumerate(amounts):
                drawn[pot][year] += amount
    return drawn


def services_by_year(problem: PlanningProblem, schedule: Schedule) -> list[int]:
    """Return rupiah of services by year, from all purses, with the year after the horizon."""
    spent = [0] * (problem.years + 1)
    for work, start in schedule.items():
        if problem.works[work].service:
            payments = problem.works[work].payments(problem.years)[: problem.years + 1 - start[0]]
            for year, amounts in enumerate(payments, start=start[0]):
                spent[year] += sum(amounts)
    return spent


def shortfall(problem: PlanningProblem, schedule: Schedule) -> int:
    """Return the rupiah that the works of each floor are short of it, over all years: what is made least first."""
    short = 0
    for floor in problem.limits.floors:
        spent, _ = money_by_year(problem, {work: start for work, start in schedule.items() if work in floor.works})
        short += sum(max(0, amount - sum(purse[year] for purse in spent)) for year, amount in enumerate(floor.amounts))
    return short


class Violation(NamedTuple):
    """A limit that a schedule breaks: the problem, not yet at a place, and of money the year, counted from 0."""

    problem: Problem
    year: int | None = None


def _broken(key: Key, /, in_year: int | None = None, **values: object) -> Violation:
    return Violation(problem("", key, **values), in_year)


def violations(problem: PlanningProblem, schedule: Schedule, first_year: int | None = None) -> Iterator[Violation]:
    """Yield each limit that the schedule breaks; nothing when it is feasible.

    This is the judge: no search is trusted, and a plan document is checked by its schedule here too (`verify`). In the
    sentences years are those of the calendar from `first_year` on, else `year 1`, `year 2`.
    """
    names = [
        phrase("nth-year", number=year + 1) if first_year is None else first_year + year
        for year in range(problem.years + 1)
    ]
    yield from _calendar(problem, schedule)
    for one, other in problem.exclusions:
        if one in schedule and other in schedule:
            yield _broken("exclusion", work=problem.works[one].name, other=problem.works[other].name)
    inside = within_years(problem, schedule)
    yield from _capacity(problem, inside, names)
    yield from _money(problem, inside, names)


def demand_sound(problem: PlanningProblem, schedule: Schedule) -> None:
    """Let no plan be shown that the judge refuses.

    Raises
    ------
    EngineError
        If the schedule breaks a limit: a bug of the search that made it.
    """
    broken = [replace(one.problem, where="plan", code="limit-broken") for one in violations(problem, schedule)]
    if broken:
        raise EngineError(broken)


def within_years(problem: PlanningProblem, schedule: Schedule) -> Schedule:
    """Return the schedule without the works that begin before or end beyond the years of the plan."""
    return {w: start for w, start in schedule.items() if 0 <= start[0] <= problem.years - problem.works[w].years}


def _calendar(problem: PlanningProblem, schedule: Schedule) -> Iterator[Violation]:
    inside = within_years(problem, schedule)
    for work, start in sorted(schedule.items()):
        noun = problem.works[work]
        for other in noun.requires:
            if not in_time(problem, schedule, (other,), work):
                yield _broken("prerequisite-order", work=noun.name, other=problem.works[other].name)
        for group in noun.groups:
            if not in_time(problem, schedule, group, work):
                names = ", ".join(problem.works[o].name for o in group)
                yield _broken("prerequisite-order.group", work=noun.name, others=names)
        if work not in inside or end_month(problem, work, start) > MONTHS * problem.years:
            yield _broken("horizon", work=noun.name)
        first, last = problem.first_start(work, max(0, start[0])), problem.last_start(work)
        if noun.months <= MONTHS and start[1] > last:
            yield _broken("fiscal-year", work=noun.name)
        elif noun.own and noun.months <= MONTHS and start[1] < first:
            yield _broken("first-month", work=noun.name)
        elif not first <= start[1] <= last:
            yield _broken("constraint.calendar", work=noun.name)


def _capacity(problem: PlanningProblem, schedule: Schedule, names: Sequence[Phrase | int]) -> Iterator[Violation]:
    """A line counts once a class and year, however many of its works start."""
    limits = problem.limits
    line_of = {work: ("line", line) for line, together in enumerate(limits.lines) for work in together}
    for number, capacity in enumerate(limits.capacities):
        for year, most in enumerate(capacity.amounts):
            started = {
                line_of.get(work, ("work", work))
                for work, start in schedule.items()
                if start[0] == year and number in problem.works[work].takes
            }
            if len(started) > most:
                yield _broken("capacity", count=len(started), name=capacity.name, year=names[year], most=most)


def _money(problem: PlanningProblem, schedule: Schedule, names: Sequence[Phrase | int]) -> Iterator[Violation]:
    limits = problem.limits
    spent, running = money_by_year(problem, schedule)
    for year, cap in enumerate(limits.running_cap or ()):
        if running[year] > cap:
            yield _broken("running-cost", year=names[year], amount=running[year], most=cap)
    services = services_by_year(problem, schedule)
    for year, cap in enumerate(limits.service_cap or ()):
        if services[year] > cap:
            yield _broken("service-cost", year=names[year], amount=services[year], most=cap)
    yield from _instalments(problem, schedule, names)
    for purse, usable in enumerate(limits.usable):
        left = 0
        for year in range(problem.years):
            needed = spent[purse][year] + (running[year] if purse == 0 else 0)
            room = usable[year] + (left if limits.carry_over[purse] else 0)
            if needed > room:
                source = limits.purses[purse]
                yield _broken("money", in_year=year, source=source, needed=needed, year=names[year], room=room)
            left = room - needed
    drawn = joint_money_by_year(problem, schedule)
    for pot, there in enumerate(limits.pots):
        for year, most in enumerate(there):
            if drawn[pot][year] > most:
                yield _broken("joint-money", amount=drawn[pot][year], year=names[year], most=most)
    for earmark in limits.caps:
        inside, _ = money_by_year(problem, {work: start for work, start in schedule.items() if work in earmark.works})
        for year in range(problem.years):
            together, most = sum(purse[year] for purse in inside), earmark.amounts[year]
            if together > most:
                yield _broken("earmark", name=earmark.name, amount=together, year=names[year], most=most)


def _instalments(problem: PlanningProblem, schedule: Schedule, names: Sequence[Phrase | int]) -> Iterator[Violation]:
    """What works that start before the second instalment cost in their first year fits what is there by then."""
    limits = problem.limits
    before = [
        work for work, start in schedule.items() if start[1] < limits.second_month and not problem.works[work].service
    ]
    for purse, early in enumerate(limits.early):
        for year, most in enumerate(early or ()):
            amount = sum(problem.works[work].costs[0][purse] for work in before if schedule[work][0] == year)
            if amount > most:
                yield _broken("instalment", source=limits.purses[purse], amount=amount, year=names[year], most=most)
