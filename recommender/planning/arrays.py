"""A problem -> flat lists of whole numbers, the form that the kernel reads (`recommender.planning.kernel`).

Works are numbered in the order of their names here, so the order of the input changes nothing. Lists of lists are laid
end to end: what belongs to entry i of `x` stands in `x[x_at[i]:x_at[i + 1]]`. Tables are laid row by row. `State` says
where in the one list of a schedule's state each part begins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from recommender.planning.problem import FULL, MONTHS, Problem

NO_LIMIT = 2**62  # far beyond the 2^53 below which all sums lie
Ints = list[int]  # or, for the compiled kernel, an int64 array


class Arrays(NamedTuple):
    """All that the kernel may know. `layers` is 1, or 2 where closures rest on proposals: own works, then all."""

    years: int
    works: int
    purses: int
    needs: int
    units: int
    caps: int
    layers: int
    # Works.
    own: Ints
    months: Ints
    span: Ints  # fiscal years that the work touches
    running: Ints
    price: Ints
    conditional: Ints
    pinned: Ints
    never: Ints  # 1: cannot be part of any plan
    first: Ints  # [work, year] first month to start in, 12 for none
    last: Ints
    cost: Ints  # [work, year after its start, purse]
    together: Ints  # [work, year after its start] over all purses, read by the caps
    pays_at: Ints
    pays: Ints  # purses that the work draws on
    requires_at: Ints
    requires: Ints
    group_at: Ints  # groups of the work
    member_at: Ints
    member: Ints  # members of the group, cheapest closed set first
    effect_at: Ints
    effect_need: Ints
    effect_reach: Ints
    effect_amount: Ints
    synergy_at: Ints
    synergy_other: Ints
    synergy_need: Ints
    synergy_amount: Ints
    excludes_at: Ints
    excludes: Ints
    # Needs.
    worth: Ints  # [layer, need, year] of a unit of closure
    gap: Ints
    has_rungs: Ints
    rung_at: Ints
    rung_amount: Ints
    rung_closure: Ints
    # Limits.
    usable: Ints  # [purse, year], cumulative where it carries over
    carries: Ints
    running_cap: Ints  # one more year
    most_started: Ints  # proposals, own works
    cap_amount: Ints  # [cap, year]
    in_cap: Ints  # [cap, work]
    # Units: works that enter together.
    unit_at: Ints
    unit: Ints
    forced: Ints  # 1: pinned, placed whether it gains anything or not
    # Where the parts of a state begin; `size` is its length. 0 value, 1 price, 2 sum of start months, 3 pins placed.
    at_begin: int
    at_free: int
    at_running: int
    at_started: int
    at_capped: int
    at_reach: int
    at_amount: int
    size: int


class Flat(NamedTuple):
    """The arrays, and the problem's number of each of their works."""

    arrays: Arrays
    numbers: tuple[int, ...]


def flatten(problem: Problem, packages: Iterable[tuple[int, ...]] = ()) -> Flat:
    """Return the problem as flat lists; `packages` are works that count together, tried as one beside each alone."""
    numbers = tuple(sorted(range(len(problem.works)), key=lambda work: (problem.works[work].name, work)))
    place = {number: index for index, number in enumerate(numbers)}
    works = [problem.works[number] for number in numbers]
    years, limits = problem.years, problem.limits
    count, purses, needs, caps = len(works), len(limits.usable), len(problem.needs), len(limits.caps)

    def ragged(rows: Iterable[Iterable[int]]) -> tuple[Ints, Ints]:
        starts, values = [0], []
        for row in rows:
            values.extend(row)
            starts.append(len(values))
        return starts, values

    def placed(others: Iterable[int]) -> Ints:
        return sorted(place[other] for other in others)

    cost, together, pays = [], [], []
    for work in works:
        instalments = [list(row) for row in work.costs[:years]]
        instalments += [[0] * purses for _ in range(years - len(instalments))]
        cost += [amount for row in instalments for amount in row]
        together += map(sum, instalments)
        pays.append([s for s in range(purses) if any(row[s] for row in instalments) or (s == 0 and work.running)])
    first = [problem.first_start(number, year) for number in numbers for year in range(years)]
    last = [problem.last_start(number) for number in numbers]
    price = [problem.prices[number] for number in numbers]
    requires = [placed(work.requires) for work in works]
    groups = [[placed(group) for group in work.groups] for work in works]
    usable = []
    for purse, amounts in enumerate(limits.usable):
        left = 0
        for amount in amounts:
            left = amount + (left if limits.carry_over[purse] else 0)
            usable.append(left)
    never = _never(problem, numbers, first, cost, usable, requires, groups)
    cheapest = _order_members(price, requires, groups, never)
    requires_at, requires_flat = ragged(requires)
    group_at, _ = ragged(groups)  # type: ignore[arg-type]
    member_at, member = ragged(members for lists in cheapest for members in lists)
    effects = [[(e.need, e.reach, e.amount) for e in work.effects] for work in works]
    effect_at, _ = ragged(effects)  # type: ignore[arg-type]
    partners: list[list[tuple[int, int, int]]] = [[] for _ in works]
    for pair in problem.synergies:
        one, other = place[pair.one], place[pair.other]
        partners[one].append((other, pair.need, pair.amount))
        partners[other].append((one, pair.need, pair.amount))
    synergy_at, _ = ragged(partners)  # type: ignore[arg-type]
    rivals: list[set[int]] = [set() for _ in works]
    for a, b in problem.exclusions:
        rivals[place[a]].add(place[b])
        rivals[place[b]].add(place[a])
    excludes_at, excludes = ragged(map(sorted, rivals))
    rung_at, _ = ragged(need.rungs or () for need in problem.needs)  # type: ignore[misc]
    splits = bool(problem.conditional) and problem.probability < FULL
    shares = (FULL - problem.probability, problem.probability) if splits else (FULL,)
    pinned = [index for index, work in enumerate(works) if work.pinned]
    units = [(index,) for index in pinned]
    alone = {(i,) for i, work in enumerate(works) if work.called and not work.pinned and (work.effects or partners[i])}
    several = {tuple(placed(package)) for package in packages}
    several |= {tuple(sorted((i, other))) for i in range(count) for other, _, _ in partners[i] if not works[i].effects}
    units += sorted(unit for unit in alone | several if not any(never[work] for work in unit))
    unit_at, unit = ragged(units)
    segments = (count, purses * years, years + 1, 2 * years, caps * years, *(len(shares) * needs * years,) * 2)
    begins = [4]
    for length in segments:
        begins.append(begins[-1] + length)

    def limit(amount: int | None) -> int:
        return NO_LIMIT if amount is None else amount

    arrays = Arrays(
        years=years,
        works=count,
        purses=purses,
        needs=needs,
        units=len(units),
        caps=caps,
        layers=len(shares),
        own=[int(work.own) for work in works],
        months=[work.months for work in works],
        span=[work.years for work in works],
        running=[work.running for work in works],
        price=price,
        conditional=[int(number in problem.conditional) if splits else 0 for number in numbers],
        pinned=[int(work.pinned) for work in works],
        never=never,
        first=first,
        last=last,
        cost=cost,
        together=together,
        pays_at=ragged(pays)[0],
        pays=ragged(pays)[1],
        requires_at=requires_at,
        requires=requires_flat,
        group_at=group_at,
        member_at=member_at,
        member=member,
        effect_at=effect_at,
        effect_need=[e[0] for row in effects for e in row],
        effect_reach=[e[1] for row in effects for e in row],
        effect_amount=[e[2] for row in effects for e in row],
        synergy_at=synergy_at,
        synergy_other=[s[0] for row in partners for s in row],
        synergy_need=[s[1] for row in partners for s in row],
        synergy_amount=[s[2] for row in partners for s in row],
        excludes_at=excludes_at,
        excludes=excludes,
        worth=[share * need.weight * of for share in shares for need in problem.needs for of in problem.discount],
        gap=[need.gap for need in problem.needs],
        has_rungs=[int(need.rungs is not None) for need in problem.needs],
        rung_at=rung_at,
        rung_amount=[amount for need in problem.needs for amount, _ in need.rungs or ()],
        rung_closure=[closure for need in problem.needs for _, closure in need.rungs or ()],
        usable=usable,
        carries=[int(carries) for carries in limits.carry_over],
        running_cap=[NO_LIMIT] * (years + 1) if limits.running_cap is None else list(limits.running_cap),
        most_started=[limit(limits.proposals_per_year), limit(limits.works_per_year)],
        cap_amount=[amount for cap in limits.caps for amount in cap.amounts],
        in_cap=[int(number in cap.works) for cap in limits.caps for number in numbers],
        unit_at=unit_at,
        unit=unit,
        forced=[int(index < len(pinned)) for index in range(len(units))],
        at_begin=begins[0],
        at_free=begins[1],
        at_running=begins[2],
        at_started=begins[3],
        at_capped=begins[4],
        at_reach=begins[5],
        at_amount=begins[6],
        size=begins[7],
    )
    return Flat(arrays, numbers)


def _never(
    problem: Problem,
    numbers: tuple[int, ...],
    first: Ints,
    cost: Ints,
    usable: Ints,
    requires: list[Ints],
    groups: list[list[Ints]],
) -> Ints:
    """Return 1 for each work that can be in no plan: banned, too long, too dear, or resting on such a work."""
    years, purses = problem.years, len(problem.limits.usable)

    def alone(index: int) -> bool:
        span = problem.works[numbers[index]].years
        if numbers[index] in problem.banned:
            return False
        return any(
            first[index * years + year] < MONTHS
            and all(
                cost[(index * years + offset) * purses + purse] <= max(0, usable[purse * years + year + offset])
                for offset in range(span)
                for purse in range(purses)
            )
            for year in range(years - span + 1)
        )

    never = [int(not alone(index)) for index in range(len(numbers))]
    changed = True
    while changed:
        changed = False
        for index, work_groups in enumerate(groups):
            lost = any(never[other] for other in requires[index])
            if not never[index] and (lost or any(all(never[o] for o in group) for group in work_groups)):
                never[index] = 1
                changed = True
    return never


def _order_members(price: Ints, requires: list[Ints], groups: list[list[Ints]], never: Ints) -> list[list[Ints]]:
    """Return the groups with their possible members, the one with the cheapest closed set first."""
    if not any(groups):
        return groups
    closed: dict[int, frozenset[int]] = {}

    def cost_of(works: frozenset[int]) -> int:
        return sum(price[work] for work in works)

    def close(work: int) -> frozenset[int]:
        if work not in closed:
            closed[work] = frozenset()  # a circle of alternatives cannot be begun: it adds nothing
            parts = [close(other) for other in requires[work]]
            for group in groups[work]:
                parts.append(min((close(o) for o in group if not never[o]), key=cost_of, default=frozenset()))
            closed[work] = frozenset({work}).union(*parts)
        return closed[work]

    def by_price(member: int) -> tuple[int, int]:
        return cost_of(close(member)), member

    return [[sorted((o for o in group if not never[o]), key=by_price) for group in lists] for lists in groups]
