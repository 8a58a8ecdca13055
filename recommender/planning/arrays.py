"""A problem -> flat lists of whole numbers, the form that the kernel reads (`recommender.planning.kernel`).

Works are numbered in the order of their names here, so the order of the input changes nothing. Lists of lists are laid
end to end: what belongs to entry i of `x` stands in `x[x_at[i]:x_at[i + 1]]`. Tables are laid row by row. `State` says
where in the one list of a schedule's state each part begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Sized
from itertools import accumulate, chain
from typing import NamedTuple

from recommender.planning import kernel as k
from recommender.planning.kernel import Ints
from recommender.planning.problem import FULL, MONTHS, Problem


class Flat(NamedTuple):
    """The kernel's list, the length of the desk it needs, and the problem's number of each of the kernel's works."""

    values: Ints
    desk: int
    numbers: tuple[int, ...]


def flatten(problem: Problem, packages: Iterable[tuple[int, ...]] = ()) -> Flat:
    """Return the problem as flat lists; `packages` are works that count together, tried as one beside each alone."""
    numbers = tuple(sorted(range(len(problem.works)), key=lambda work: (problem.works[work].name, work)))
    place = {number: index for index, number in enumerate(numbers)}
    works = [problem.works[number] for number in numbers]
    years, limits = problem.years, problem.limits
    count, purses, needs, caps = len(works), len(limits.usable), len(problem.needs), len(limits.caps)

    def starts(rows: Iterable[Sized]) -> Ints:
        return [0, *accumulate(map(len, rows))]

    def ends(rows: Iterable[Iterable[int]]) -> Ints:
        return list(chain.from_iterable(rows))

    def placed(others: Iterable[int]) -> Ints:
        return sorted(place[other] for other in others)

    cost: Ints = []
    together: Ints = []
    pays: list[Ints] = []
    first: Ints = []
    nothing = (0,) * purses
    for number, work in zip(numbers, works, strict=True):
        instalments = work.costs[:years] + (nothing,) * (years - len(work.costs))
        cost.extend(chain.from_iterable(instalments))
        together.extend(map(sum, instalments))
        drawn = map(any, zip(*instalments, strict=True))
        pays.append([purse for purse, pay in enumerate(drawn) if pay or (purse == 0 and work.running)])
        if work.earliest:
            first += [problem.first_start(number, year) for year in range(years)]
        else:
            first += [problem.first_start(number, 0)] * years
    prices = problem.prices
    price = [prices[number] for number in numbers]
    requires = [placed(work.requires) for work in works]
    groups = [[placed(group) for group in work.groups] for work in works]
    usable = []
    for purse, amounts in enumerate(limits.usable):
        left = 0
        for amount in amounts:
            left = amount + (left if limits.carry_over[purse] else 0)
            usable.append(left)

    def limit(amount: int | None) -> int:
        return k.NO_LIMIT if amount is None else amount

    never = _never(problem, numbers, first, cost, usable, requires, groups)
    cheapest = _order_members(price, requires, groups, never)
    members = [members for lists in cheapest for members in lists]
    effects = [[(e.need, e.reach, e.amount) for e in work.effects] for work in works]
    partners: list[list[tuple[int, int, int]]] = [[] for _ in works]
    for pair in problem.synergies:
        one, other = place[pair.one], place[pair.other]
        partners[one].append((other, pair.need, pair.amount))
        partners[other].append((one, pair.need, pair.amount))
    rivals: list[set[int]] = [set() for _ in works]
    for a, b in problem.exclusions:
        rivals[place[a]].add(place[b])
        rivals[place[b]].add(place[a])
    splits = bool(problem.conditional) and problem.probability < FULL
    shares = (FULL - problem.probability, problem.probability) if splits else (FULL,)
    pinned = [index for index, work in enumerate(works) if work.pinned]
    units: list[tuple[int, ...]] = [(index,) for index in pinned]
    single: set[tuple[int, ...]] = {
        (i,) for i, work in enumerate(works) if work.called and not work.pinned and (work.effects or partners[i])
    }
    several = {tuple(placed(package)) for package in packages}
    several |= {tuple(sorted((i, other))) for i in range(count) for other, _, _ in partners[i] if not works[i].effects}
    units += sorted(unit for unit in single | several if not any(never[work] for work in unit))
    reaches = any(effect.reach for work in works for effect in work.effects)
    rows = len(shares) * needs * years
    parts = (count, purses * years, years + 1, 2 * years, caps * years, rows * reaches, rows)
    size = 5 + sum(parts)
    tables: dict[int, Ints] = {
        k.OWN: [int(work.own) for work in works],
        k.MONTHS: [work.months for work in works],
        k.SPAN: [work.years for work in works],
        k.RUNNING: [work.running for work in works],
        k.PRICE: price,
        k.CONDITIONAL: [int(splits and number in problem.conditional) for number in numbers],
        k.PINNED: [int(work.pinned) for work in works],
        k.NEVER: never,
        k.FIRST: first,
        k.LAST: [problem.last_start(number) for number in numbers],
        k.COST: cost,
        k.TOGETHER: together,
        k.PAYS_AT: starts(pays),
        k.PAYS: ends(pays),
        k.REQUIRES_AT: starts(requires),
        k.REQUIRES: ends(requires),
        k.GROUP_AT: starts(groups),
        k.EXCLUDES_AT: starts(rivals),
        k.EXCLUDES: ends(map(sorted, rivals)),
        k.EFFECT_AT: starts(effects),
        k.EFFECT_NEED: [e[0] for row in effects for e in row],
        k.EFFECT_REACH: [e[1] for row in effects for e in row],
        k.EFFECT_AMOUNT: [e[2] for row in effects for e in row],
        k.SYNERGY_AT: starts(partners),
        k.SYNERGY_OTHER: [s[0] for row in partners for s in row],
        k.SYNERGY_NEED: [s[1] for row in partners for s in row],
        k.SYNERGY_AMOUNT: [s[2] for row in partners for s in row],
        k.MEMBER_AT: starts(members),
        k.MEMBER: ends(members),
        k.WORTH: [share * need.weight * of for share in shares for need in problem.needs for of in problem.discount],
        k.GAP: [need.gap for need in problem.needs],
        k.HAS_RUNGS: [int(need.rungs is not None) for need in problem.needs],
        k.RUNG_AT: starts(need.rungs or () for need in problem.needs),
        k.RUNG_AMOUNT: [amount for need in problem.needs for amount, _ in need.rungs or ()],
        k.RUNG_CLOSURE: [closure for need in problem.needs for _, closure in need.rungs or ()],
        k.USABLE: usable,
        k.CARRIES: [int(carries) for carries in limits.carry_over],
        k.RUNNING_CAP: [k.NO_LIMIT] * (years + 1) if limits.running_cap is None else list(limits.running_cap),
        k.MOST_STARTED: [limit(limits.proposals_per_year), limit(limits.works_per_year)],
        k.CAP_AMOUNT: [amount for cap in limits.caps for amount in cap.amounts],
        k.IN_CAP: [int(number in cap.works) for cap in limits.caps for number in numbers],
        k.UNIT_AT: starts(units),
        k.UNIT: ends(units),
        k.CALLED: [int(work.called) for work in works],
        k.FORCED: [int(index < len(pinned)) for index in range(len(units))],
    }
    values = [0] * k.HEADER
    counts = (years, count, purses, needs, len(members), len(units), caps, len(shares), size)
    values[: len(counts)] = counts
    values[k.REACHES] = int(reaches)
    for name, table in tables.items():
        values[name] = len(values)
        values += table
    begin = 5
    for name, length in enumerate(parts, k.BEGIN):
        values[name] = begin
        begin += length
    room = (len(units) + 1) * size
    begin = 0
    slots = len(units)
    lengths = (1, len(members), slots, slots, slots, count, count, size, size, size, size, room, room)
    for name, length in enumerate(lengths, k.RANDOM):
        values[name] = begin
        begin += length
    return Flat(values, begin, numbers)


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
            and not any(
                amount > usable[purse * years + year + offset] and amount
                for offset in range(span)
                for purse, amount in enumerate(cost[(index * years + offset) * purses :][:purses])
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
