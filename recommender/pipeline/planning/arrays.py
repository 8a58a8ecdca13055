"""A problem -> a flat list of whole numbers, the form that the kernel reads (`recommender.pipeline.planning.kernel`).

Works are numbered in the order of their names here, so the order of the input changes nothing. Everything that runs
out is laid end to end as one list of room, and what a start takes of it is a list of charges: money, running costs,
starts and caps are one thing to the kernel.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, chain
from typing import NamedTuple

from recommender.pipeline.planning import kernel as k
from recommender.pipeline.planning.kernel import Ints
from recommender.pipeline.planning.problem import PlanningProblem
from recommender.pipeline.planning.works import FULL, MONTHS

# By order (exponent of cost), what a unit of a tier counts beside one of the next in the number by which the order is
# made: no one mix is the best, several find more than the best of them.
TIER_MIXES = (128, 32, 8, 2, 1)


class Flat(NamedTuple):
    """The kernel's list, the length of the desk it needs, and the problem's number of each of the kernel's works."""

    values: Ints
    desk: int
    numbers: tuple[int, ...]


def flatten(
    problem: PlanningProblem, packages: Iterable[tuple[int, ...]] = (), tolls: Sequence[Sequence[int]] = ()
) -> Flat:
    """Return the problem as flat lists; `packages` are works that count together, tried as one beside each alone.

    `tolls` are what a start of each work in each year is charged of the value; none where it is empty.
    """
    numbers = tuple(sorted(range(len(problem.works)), key=lambda work: (problem.works[work].name, work)))
    place = {number: index for index, number in enumerate(numbers)}
    works = [problem.works[number] for number in numbers]
    years, count, needs = problem.years, len(works), len(problem.needs)

    def placed(others: Iterable[int]) -> Ints:
        return sorted([place[other] for other in others])

    room, charges = problem.resources.room, [problem.resources.charges[number] for number in numbers]
    first: Ints = []
    firsts: dict[tuple[bool, int, int], Ints] = {}  # of the few kinds of works that there are
    for number, work in zip(numbers, works, strict=True):
        kind = (work.own, work.months, work.earliest)
        if kind not in firsts:
            firsts[kind] = [problem.first_start(number, year) for year in range(years)]
        first += firsts[kind]
    prices = problem.prices
    price = [prices[number] for number in numbers]
    requires = [placed(work.requires) for work in works]
    groups = [[placed(group) for group in work.groups] for work in works]
    starts = [first[index * years : (index + 1) * years] for index in range(count)]
    alone = [_stands_alone(problem, number, starts[index]) for index, number in enumerate(numbers)]
    tiers = len(problem.tiers) if len(problem.tiers) > 1 else 0
    never = _never(alone, requires, groups)
    cheapest = _order_members(price, requires, groups, never)
    members = [members for lists in cheapest for members in lists]
    partners: list[Ints] = [[] for _ in works]
    for pair in problem.synergies:
        one, other = place[pair.one], place[pair.other]
        partners[one] += (other, pair.need, pair.amount)
        partners[other] += (one, pair.need, pair.amount)
    rivals: list[set[int]] = [set() for _ in works]
    for a, b in problem.exclusions:
        rivals[place[a]].add(place[b])
        rivals[place[b]].add(place[a])
    splits = bool(problem.conditional) and problem.probability < FULL
    shares = (FULL - problem.probability, problem.probability) if splits else (FULL,)
    pinned = [index for index, work in enumerate(works) if work.pinned]
    units: list[tuple[int, ...]] = [(index,) for index in pinned]
    wishes = [_wishes(problem, number) for number in numbers]
    single: set[tuple[int, ...]] = {
        (i,)
        for i, work in enumerate(works)
        if work.called and not work.pinned and (work.effects or partners[i] or wishes[i])
    }
    several = {tuple(placed(package)) for package in packages}
    several |= {tuple(sorted((i, other))) for i in range(count) for other in partners[i][::3] if not works[i].effects}
    units += sorted(unit for unit in single | several if not any(never[work] for work in unit))
    reaches = any(effect.reach for work in works for effect in work.effects)
    rows = len(shares) * needs * years
    free = k.BEGIN + count
    reach = free + len(room)
    amount = reach + rows * reaches
    spent = amount + rows
    floors = [wanted for floor in problem.limits.floors for wanted in floor.amounts]
    tier = spent + len(floors)
    size = tier + tiers

    values = [0] * (k.HEADER + k.WIDTH * (count + 1))
    counts = (years, count, needs, len(members), len(units), len(shares), size, int(reaches))
    values[: len(counts)] = counts
    places = (free, reach, amount, spent, tier)
    values[k.FREE : k.FREE + len(places)] = places
    values[k.TIERS] = tiers
    values[k.SECOND] = problem.limits.second_month if problem.limits.instalments else 0

    def put(name: int, table: Iterable[int]) -> None:
        values[name] = len(values)
        values.extend(table)

    def put_rows(table: Sequence[Sequence[int]]) -> Ints:
        begins = list(accumulate(map(len, table), initial=len(values)))
        values.extend(chain.from_iterable(table))
        return begins

    charge_at = put_rows([list(chain.from_iterable(row.pairs)) for row in charges])
    columns: dict[int, Ints] = {
        k.MONTHS: [work.months for work in works],
        k.SPAN: [work.years for work in works],
        k.PRICE: price,
        k.CONDITIONAL: [int(splits and number in problem.conditional) for number in numbers],
        k.PINNED: [int(work.pinned) for work in works],
        k.CALLED: [int(work.called) for work in works],
        k.NEVER: never,
        k.LAST: [problem.last_start(number) for number in numbers],
        k.LOWEST: _lowest_tiers(problem, numbers) if tiers else [0] * count,
        k.CHARGE_AT: charge_at,
        k.EARLY_AT: put_rows([list(chain.from_iterable(row.early)) for row in charges]),
        k.SHARED_AT: put_rows([list(chain.from_iterable(row.shared)) for row in charges]),
        k.REQUIRES_AT: put_rows(requires),
        k.EXCLUDES_AT: put_rows([sorted(row) for row in rivals]),
        k.EFFECT_AT: put_rows([[of for e in work.effects for of in (e.need, e.reach, e.amount)] for work in works]),
        k.SYNERGY_AT: put_rows(partners),
        k.WISH_AT: put_rows(wishes),
        k.GROUP_AT: list(accumulate(map(len, groups), initial=0)),
    }
    for field, column in columns.items():
        begin = k.HEADER + field
        values[begin : begin + k.WIDTH * len(column) : k.WIDTH] = column
    put(k.FIRST, first)
    put(k.CHARGE_END, (begin + 2 * end for begin, row in zip(charge_at, charges, strict=False) for end in row.ends))
    put(k.MEMBER_AT, put_rows(members))
    put(k.UNIT_AT, put_rows(units))
    put(k.FORCED, (int(index < len(pinned)) for index in range(len(units))))
    put(k.RUNG_AT, put_rows([list(chain.from_iterable(need.rungs or ())) for need in problem.needs]))
    put(k.HAS_RUNGS, (int(need.rungs is not None) for need in problem.needs))
    put(k.GAP, (need.gap for need in problem.needs))
    put(k.TIER_OF, problem.tier_of)
    put(k.MIX, _mixes(problem) if tiers else ())
    put(k.WORTH, (share * need.weight * of for share in shares for need in problem.needs for of in problem.discount))
    put(k.ROOM, room)
    put(k.FLOOR, floors)
    if tolls:
        put(k.TOLL, (toll for number in numbers for toll in tolls[number]))
        tolled = [index for index, number in enumerate(numbers) if any(tolls[number])]
        put(k.TOLLED_AT, tolled)
        values[k.TOLLED] = len(tolled)
    slots, marks = len(units), (len(units) + 1) * size
    waits = count if tolls else 0
    lengths = (1, 1, len(members), slots, slots, slots, count, count, size, size, size, size, marks, marks, waits)
    *begins, desk = accumulate(lengths, initial=0)
    values[k.RANDOM : k.RANDOM + len(begins)] = begins
    return Flat(values, desk, numbers)


def _mixes(problem: PlanningProblem) -> Ints:
    """Return for each order what a unit of each tier's worth counts in the one number by which it is made and given up:
    a lower tier more than a higher one, as far as no sum leaves 62 bits."""
    most = sum(problem.discount) * FULL * sum(need.weight * need.gap for need in problem.needs)
    above = len(problem.tiers) - 1
    largest = max(1, int((2**61 // max(1, most)) ** (1 / above)))
    return [min(mix, largest) ** (above - tier) for mix in TIER_MIXES for tier in range(above + 1)]


def _lowest_tiers(problem: PlanningProblem, numbers: Sequence[int]) -> Ints:
    """Return the lowest tier that each work serves by itself or together with another; the number of tiers for none."""
    served: list[list[int]] = [[problem.tier_of[effect.need] for effect in work.effects] for work in problem.works]
    for pair in problem.synergies:
        for end in (pair.one, pair.other):
            served[end].append(problem.tier_of[pair.need])
    return [min(served[number], default=len(problem.tiers)) for number in numbers]


def _wishes(problem: PlanningProblem, number: int) -> Ints:
    """Return what a start of the work adds to the floors it falls under: places in year 0, each with its amount."""
    payments = problem.works[number].payments(problem.years)[: problem.years]
    return [
        of
        for row, floor in enumerate(problem.limits.floors)
        if number in floor.works
        for year, amount in enumerate(map(sum, payments))
        if amount
        for of in (row * problem.years + year, amount)
    ]


def _stands_alone(problem: PlanningProblem, number: int, first: Ints) -> bool:
    """Return whether the work fits into an empty plan by itself; `first` are the first months of its starts by year."""
    if number in problem.banned:
        return False
    room, charges = problem.resources.room, problem.resources.charges[number]
    for year in range(problem.years - problem.works[number].years + 1):
        if (
            first[year] < MONTHS
            and all(room[place + year] >= amount for place, amount in charges.of(year))
            and all(room[capacity + year] > 0 for _, capacity in charges.shared)
            and (
                max(first[year], problem.limits.second_month) <= problem.last_start(number)
                or all(room[place + year] >= amount for place, amount in charges.early)
            )
        ):
            return True
    return False


def _never(alone: Sequence[bool], requires: list[Ints], groups: list[list[Ints]]) -> Ints:
    """Return 1 for each work that can be in no plan: it cannot stand alone, or rests on such a work."""
    never = [int(not stands) for stands in alone]
    changed = any(never)
    while changed:
        changed = False
        for index, work_groups in enumerate(groups):
            if never[index]:
                continue
            lost = any(never[other] for other in requires[index])
            if lost or any(all(never[o] for o in group) for group in work_groups):
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
