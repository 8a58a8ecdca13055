"""The score of a schedule and what it breaks: independent of every search, integers only.

Objective = sum over years of discount x weight x (1000 x own closure + probability x further closure by proposals),
where the own closure counts the works that rest on no proposal.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from recommender.planning.problem import MONTHS, Problem, Schedule, done_year, end_month

FULL = 1000


def conditional_works(problem: Problem, schedule: Schedule) -> frozenset[int]:
    """Return the works that are proposals or rest on one: in each any-of group all members done in time do."""
    resting: dict[int, bool] = {}

    def rests(work: int) -> bool:
        if work not in resting:
            noun = problem.works[work]
            start = schedule[work]
            begin = MONTHS * start[0] + start[1]
            resting[work] = True  # a cycle cannot be begun
            answer = not noun.own or any(rests(other) for other in noun.requires if other in schedule)
            for group in noun.groups:
                done = [o for o in group if o in schedule and end_month(problem, o, schedule[o]) <= begin]
                answer = answer or not any(not rests(other) for other in done)
            resting[work] = answer
        return resting[work]

    return frozenset(work for work in sorted(schedule) if rests(work))


def closures(problem: Problem, schedule: Schedule, works: Collection[int], year: int) -> list[int]:
    """Return each need's closure by the given works that are done at the end of the year."""
    reached = [0] * len(problem.needs)
    amounts = [0] * len(problem.needs)
    for work in works:
        if done_year(problem, work, schedule[work]) <= year:
            for effect in problem.works[work].effects:
                reached[effect.need] = max(reached[effect.need], effect.reach)
                amounts[effect.need] += effect.amount
    return [need.closure(reached[k], amounts[k]) for k, need in enumerate(problem.needs)]


def objective(problem: Problem, schedule: Schedule) -> int:
    """Return the objective of a schedule."""
    if not schedule:
        return 0
    conditional = conditional_works(problem, schedule)
    own = [work for work in schedule if work not in conditional]
    total = 0
    for year in range(problem.years):
        own_closure = closures(problem, schedule, own, year)
        all_closure = closures(problem, schedule, schedule, year) if conditional else own_closure
        total += problem.discount[year] * sum(
            need.weight * (FULL * mine + problem.probability * (everyone - mine))
            for need, mine, everyone in zip(problem.needs, own_closure, all_closure, strict=True)
            if everyone
        )
    return total


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


def money_by_year(problem: Problem, schedule: Schedule) -> tuple[list[int], list[int]]:
    """Return village rupiah of works by year, and running costs by year with the year after the horizon."""
    works = [0] * problem.years
    running = [0] * (problem.years + 1)
    for work, start in schedule.items():
        noun = problem.works[work]
        for offset, amount in enumerate(noun.instalments):
            works[start[0] + offset] += amount
        for year in range(done_year(problem, work, start) + 1, problem.years + 1):
            running[year] += noun.running
    return works, running


def violations(problem: Problem, schedule: Schedule) -> Iterator[str]:
    """Yield a sentence for each constraint that the schedule breaks; nothing when it is feasible."""
    limits = problem.limits
    for work, start in sorted(schedule.items()):
        noun = problem.works[work]
        begin = MONTHS * start[0] + start[1]
        if not 0 <= start[0] <= problem.years - noun.years:
            yield f"{noun.name} does not fit into the years of the plan"
            continue
        if not problem.first_start(work, start[0]) <= start[1] <= (0 if noun.months > MONTHS else MONTHS - noun.months):
            yield f"{noun.name} starts in a month that its calendar does not allow"
        for other in noun.requires:
            if other not in schedule or end_month(problem, other, schedule[other]) > begin:
                yield f"{noun.name} starts before its prerequisite {problem.works[other].name} is done"
        for group in noun.groups:
            if not any(o in schedule and end_month(problem, o, schedule[o]) <= begin for o in group):
                names = ", ".join(problem.works[o].name for o in group)
                yield f"{noun.name} starts before one of {names} is done"
    for one, other in problem.exclusions:
        if one in schedule and other in schedule:
            yield f"{problem.works[one].name} and {problem.works[other].name} exclude each other"
    for year in range(problem.years):
        started = [work for work in schedule if schedule[work][0] == year]
        own = sum(problem.works[work].own for work in started)
        if own > limits.works_per_year:
            yield f"{own} village works start in year {year + 1}; at most {limits.works_per_year} may"
        if len(started) - own > limits.proposals_per_year:
            yield f"{len(started) - own} proposals start in year {year + 1}; at most {limits.proposals_per_year} may"
    spent, running = money_by_year(
        problem, {w: s for w, s in schedule.items() if s[0] + problem.works[w].years <= problem.years}
    )
    for year in range(problem.years):
        if spent[year] + running[year] > limits.usable[year]:
            yield f"year {year + 1} needs {spent[year] + running[year]} of the {limits.usable[year]} that may be spent"
    for year in range(problem.years + 1):
        if running[year] > limits.running_cap[year]:
            yield f"running costs of year {year + 1} are {running[year]}; at most {limits.running_cap[year]} may be"
