"""The score of a schedule and what it breaks: independent of every search, integers only.

Objective = sum over years of discount x weight x (1000 x own closure + probability x further closure by proposals),
where the own closure counts the works that rest on no proposal. A bare problem has no proposals.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from recommender.language.errors import Problem as Broken
from recommender.language.errors import problem as broken
from recommender.pipeline.planning.problem import FULL, MONTHS, Problem, Schedule, done_year, end_month


def closures(problem: Problem, schedule: Schedule, works: Collection[int], year: int) -> list[int]:
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


def objective(problem: Problem, schedule: Schedule) -> int:
    """Return the objective of a schedule."""
    if not schedule:
        return 0
    own = [work for work in schedule if work not in problem.conditional]
    mine = _worth(problem, schedule, own)
    everything = _worth(problem, schedule, schedule) if len(own) < len(schedule) else mine
    return sum(
        discount * (FULL * ours + problem.probability * (all_ - ours))
        for discount, ours, all_ in zip(problem.discount, mine, everything, strict=True)
    )


def _worth(problem: Problem, schedule: Schedule, works: Collection[int]) -> list[int]:
    """Return for each year the sum over needs of weight x closure by the given works done by then."""
    finished: list[list[int]] = [[] for _ in range(problem.years)]
    for work in works:
        finished[done_year(problem, work, schedule[work])].append(work)
    reached, amounts, closed = ([0] * len(problem.needs) for _ in range(3))
    done: set[int] = set()
    worth, rows = 0, []
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
            worth += problem.needs[k].weight * (closure - closed[k])
            closed[k] = closure
        rows.append(worth)
    return rows


def dependents(problem: Problem, schedule: Schedule, work: int) -> set[int]:
    """Return the scheduled works that could not stand without this one, itself included."""
    gone = {work}
    changed = True
    while changed:
        changed = False
        for other in schedule:
            if other in gone:
                continue
            noun = problem.works[other]
            begin = MONTHS * schedule[other][0] + schedule[other][1]
            lost = any(required in gone for required in noun.requires)
            for group in noun.groups:
                left = [
                    o for o in group if o in schedule and o not in gone and end_month(problem, o, schedule[o]) <= begin
                ]
                lost = lost or not left
            if lost:
                gone.add(other)
                changed = True
    return gone


def value_of(problem: Problem, schedule: Schedule, work: int) -> int:
    """Return what the objective loses if the work and what rests on it are taken out."""
    gone = dependents(problem, schedule, work)
    return objective(problem, schedule) - objective(problem, {w: s for w, s in schedule.items() if w not in gone})


def money_by_year(problem: Problem, schedule: Schedule) -> tuple[list[list[int]], list[int]]:
    """Return rupiah of works by purse and year, and running costs by year with the year after the horizon."""
    spent = [[0] * problem.years for _ in problem.limits.usable]
    running = [0] * (problem.years + 1)
    for work, start in schedule.items():
        noun = problem.works[work]
        for offset, amounts in enumerate(noun.costs):
            for purse, amount in enumerate(amounts):
                spent[purse][start[0] + offset] += amount
        if noun.running:
            for year in range(done_year(problem, work, start) + 1, problem.years + 1):
                running[year] += noun.running
    return spent, running


def shortfall(problem: Problem, schedule: Schedule) -> int:
    """Return the rupiah that the works of each floor are short of it, over all years: what is made least first."""
    short = 0
    for floor in problem.limits.floors:
        spent, _ = money_by_year(problem, {work: start for work, start in schedule.items() if work in floor.works})
        short += sum(max(0, amount - sum(purse[year] for purse in spent)) for year, amount in enumerate(floor.amounts))
    return short


def violations(problem: Problem, schedule: Schedule) -> Iterator[Broken]:
    """Yield each constraint that the schedule breaks, without a place; nothing when it is feasible."""
    outside = [
        work for work, start in schedule.items() if not 0 <= start[0] <= problem.years - problem.works[work].years
    ]
    for work in sorted(outside):
        yield broken("", "constraint.horizon", work=problem.works[work].name)
    inside = {work: start for work, start in schedule.items() if work not in outside}
    yield from _calendar(problem, inside)
    for one, other in problem.exclusions:
        if one in schedule and other in schedule:
            names = {"work": problem.works[one].name, "other": problem.works[other].name}
            yield broken("", "constraint.exclusion", **names)
    yield from _capacity(problem, inside)
    yield from _money(problem, inside)


def _calendar(problem: Problem, schedule: Schedule) -> Iterator[Broken]:
    for work, start in sorted(schedule.items()):
        noun = problem.works[work]
        begin = MONTHS * start[0] + start[1]
        if not problem.first_start(work, start[0]) <= start[1] <= problem.last_start(work):
            yield broken("", "constraint.calendar", work=noun.name)
        for other in noun.requires:
            if other not in schedule or end_month(problem, other, schedule[other]) > begin:
                yield broken("", "constraint.prerequisite", work=noun.name, other=problem.works[other].name)
        for group in noun.groups:
            if not any(o in schedule and end_month(problem, o, schedule[o]) <= begin for o in group):
                names = ", ".join(problem.works[o].name for o in group)
                yield broken("", "constraint.group", work=noun.name, others=names)


def _capacity(problem: Problem, schedule: Schedule) -> Iterator[Broken]:
    limits = problem.limits
    for year in range(problem.years):
        started = [work for work in schedule if schedule[work][0] == year]
        own = sum(problem.works[work].own for work in started)
        if limits.works_per_year is not None and own > limits.works_per_year:
            yield broken("", "constraint.own", count=own, year=year + 1, most=limits.works_per_year)
        if limits.proposals_per_year is not None and len(started) - own > limits.proposals_per_year:
            count, most = len(started) - own, limits.proposals_per_year
            yield broken("", "constraint.proposals", count=count, year=year + 1, most=most)


def _money(problem: Problem, schedule: Schedule) -> Iterator[Broken]:
    limits = problem.limits
    spent, running = money_by_year(problem, schedule)
    for purse, usable in enumerate(limits.usable):
        left = 0
        for year in range(problem.years):
            needed = spent[purse][year] + (running[year] if purse == 0 else 0)
            room = usable[year] + (left if limits.carry_over[purse] else 0)
            if needed > room:
                source = limits.purses[purse]
                yield broken("", "constraint.money", source=source, needed=needed, year=year + 1, room=room)
            left = room - needed
    if limits.running_cap is not None:
        for year, cap in enumerate(limits.running_cap):
            if running[year] > cap:
                yield broken("", "constraint.running", year=year + 1, amount=running[year], most=cap)
    for earmark in limits.caps:
        inside, _ = money_by_year(problem, {work: start for work, start in schedule.items() if work in earmark.works})
        for year in range(problem.years):
            together = sum(purse[year] for purse in inside)
            if together > earmark.amounts[year]:
                values = {"amount": together, "year": year + 1, "most": earmark.amounts[year]}
                yield broken("", "constraint.earmark", name=earmark.name, **values)
