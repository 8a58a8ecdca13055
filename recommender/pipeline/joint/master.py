"""The master programme: one column a village, within the joint money, shared works paid before they are joined.

Continuous it gives prices; in whole numbers it chooses. Tiers are made best one after the other: in each the lower ones
are held at what is reached.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf
from typing import TypeVar

from recommender.pipeline.joint.columns import Column, JointProblem
from recommender.pipeline.planning.integer_program import IntegerProgram, Terms
from recommender.pipeline.planning.works import FULL

Paid = dict[tuple[int, int], int]  # (shared work, year) -> how many of it
Key = TypeVar("Key", bound=tuple[int, ...])

TOTAL = 2e5  # what all needs of a tier are worth together, in the unit of the programme
NODES = 60
HURRIED_NODES = 5  # where a choice is known that another one need only better
HURRIED_COLUMNS = 12  # of a member, those nearest to worth their price
FAR = 0.002  # of the worth of all: a choice with such a column would lose as much against the best mixture
NEAR = 1e-4  # of the worth of all: where no bound is told, so near the best mixture a choice will do


@dataclass(frozen=True, slots=True)
class Prices:
    """What things are worth in the unit of a tier: rupiah of each pot and year (by the unit), joining a work in a year
    (by member), a unit of each tier, a unit more for a member; `base` is what a member's plan earns anyway.

    `place` is what one place more in a shared work of a year is worth, to whoever joins it.
    """

    money: tuple[tuple[float, ...], ...]
    joining: dict[tuple[int, int, int], float]
    place: dict[tuple[int, int], float]
    weights: tuple[float, ...]
    floors: tuple[float, ...]
    base: tuple[float, ...]

    def towards(self, other: Prices, share: float) -> Prices:
        """Return the prices moved to others by a share of the way."""

        def mixed(one: float, two: float) -> float:
            return (1 - share) * one + share * two

        def mixed_keys(ones: dict[Key, float], twos: dict[Key, float]) -> dict[Key, float]:
            return {key: mixed(ones.get(key, 0.0), twos.get(key, 0.0)) for key in sorted(ones.keys() | twos.keys())}

        money = tuple(tuple(map(mixed, here, there)) for here, there in zip(self.money, other.money, strict=True))
        return Prices(
            money,
            mixed_keys(self.joining, other.joining),
            mixed_keys(self.place, other.place),
            tuple(map(mixed, self.weights, other.weights)),
            tuple(map(mixed, self.floors, other.floors)),
            other.base,
        )


@dataclass(frozen=True, slots=True)
class Choice:
    """A column of each member, and which shared works are paid for them."""

    columns: list[Column]
    paid: Paid

    def worth(self, tier: int) -> int:
        return sum(column.worth[tier] for column in self.columns)


class Master:
    """Columns of a joint problem, and the programme of a tier over them.

    `held[tier]` is what lower tiers must keep; `floors` what each member must get.
    """

    def __init__(self, joint: JointProblem) -> None:
        self.joint = joint
        self.columns: list[Column] = []
        self._known: set[tuple[object, ...]] = set()
        self.units = [_unit(joint, tier) for tier in joint.tiers]

    def add(self, columns: Iterable[Column]) -> int:
        """Add the columns that are not there yet; return how many."""
        before = len(self.columns)
        for column in columns:
            if column.key not in self._known:
                self._known.add(column.key)
                self.columns.append(column)
        return len(self.columns) - before

    def worth(self, column: Column, tier: int) -> float:
        """Return a column's worth in a tier, in the unit of the programme."""
        return column.worth[tier] * self.units[tier]

    def prices(
        self, tier: int, held: Sequence[int], floors: Sequence[int], paid: Paid | None = None
    ) -> tuple[Prices, float]:
        """Return the prices at which the best mixture of columns earns nothing more, and what it is worth.

        Where it is said which shared works are `paid`, in what year and how often, neither more nor fewer are.
        """
        programme = _Programme(self, tier, held, floors)
        if paid is not None:
            for key, column in programme.paid.items():
                programme.lower[column] = programme.upper[column] = float(paid.get(key, 0))
        found = programme.prices(programme.costs)
        assert found is not None, "the columns that were there first fit"
        return programme.read(found[0]), found[2]

    def choose(
        self,
        tier: int,
        held: Sequence[int],
        floors: Sequence[int],
        before: Choice | None = None,
        hurried: bool = False,
    ) -> Choice | None:
        """Return the best column of each member, whole ones only; None if no choice was found within the nodes.

        Columns that are far from worth their price are passed over, but for those of the choice before; so are those
        with which no choice could be better than it. `hurried`: a near one will do.
        """
        programme = _Programme(self, tier, held, floors)
        mixed = programme.prices(programme.costs)
        kept = {column.key for column in before.columns} if before is not None else set()
        if mixed is not None and before is not None:
            _, lost, worth = mixed
            open_ = worth - before.worth(tier) * self.units[tier]
            if hurried and open_ < NEAR * worth:
                return None
            far = min(FAR * worth, open_)
            for numbers in programme.of_member:
                ranked = sorted(numbers, key=lambda number: -lost[number])
                for place, number in enumerate(ranked):
                    passed = -lost[number] > far or (hurried and place >= HURRIED_COLUMNS)
                    if passed and self.columns[number].key not in kept:
                        programme.upper[number] = 0.0
        near = NEAR * mixed[2] if hurried and mixed is not None else 0.0
        found = programme.run(programme.costs, True, HURRIED_NODES if hurried else NODES, near)
        if found is None or not found[0]:
            return None
        chosen = [max(numbers, key=lambda number: found[0][number]) for numbers in programme.of_member]
        paid = {key: count for key, column in programme.paid.items() if (count := round(found[0][column]))}
        return Choice([self.columns[number] for number in chosen], paid)

    def least_short(self, floors: Sequence[int]) -> tuple[int, ...]:
        """Return what each member can get at least towards its floor: all of it, or less where the money ends."""
        programme = _Programme(self, 0, (), (0,) * len(floors))
        short = programme.add_shortfalls(floors)
        found = programme.run(dict.fromkeys(short, 1.0), False, NODES)
        if found is None or not found[0]:
            return (0,) * len(floors)
        chosen = [max(numbers, key=lambda number: found[0][number]) for numbers in programme.of_member]
        return tuple(min(floor, self.columns[n].share) for floor, n in zip(floors, chosen, strict=True))


def _unit(joint: JointProblem, tier: int) -> float:
    """Return by what worths of a tier are multiplied in the programme."""
    most = sum(
        sum(member.problem.discount) * need.weight * need.gap * FULL
        for member in joint.members
        for need in member.problem.needs
        if need.tier == tier
    )
    return TOTAL / most if most else 1.0


class _Programme(IntegerProgram):
    """The programme of a tier; the first columns are the master's."""

    def __init__(self, master: Master, tier: int, held: Sequence[int], floors: Sequence[int]) -> None:
        super().__init__()
        joint, self.master, self.tier = master.joint, master, tier
        unit = joint.unit
        columns = master.columns
        self.of_member: list[list[int]] = [[] for _ in joint.members]
        for number, column in enumerate(columns):
            self.column(1.0, True)
            self.of_member[column.member].append(number)
        self.costs: Terms = {n: master.worth(c, tier) for n, c in enumerate(columns) if c.worth[tier]}
        self.members = [self._row(dict.fromkeys(numbers, 1.0), 1.0, 1.0) for numbers in self.of_member]
        self.money = [
            [
                self._row({n: c.drawn[pot][year] / unit for n, c in enumerate(columns) if c.drawn[pot][year]}, amount)
                for year, amount in enumerate(by_year)
            ]
            for pot, by_year in enumerate([tuple(amount / unit for amount in by_year) for by_year in joint.amounts])
        ]
        self.joining: dict[tuple[int, int, int], int] = {}
        self.place: dict[tuple[int, int], int] = {}
        self.paid: dict[tuple[int, int], int] = {}
        self._shared()
        self.held = [
            self._row({n: master.worth(c, low) for n, c in enumerate(columns) if c.worth[low]}, inf, least)
            for low, least in enumerate(of * master.units[low] - 1e-7 for low, of in enumerate(held))
        ]
        self.floors = [
            self._row({n: columns[n].share / unit for n in numbers}, inf, floor / unit) if floor else None
            for numbers, floor in zip(self.of_member, floors, strict=True)
        ]

    def _row(self, terms: Terms, high: float, low: float = -inf) -> int:
        self.rows.append((low, high, terms))
        return len(self.rows) - 1

    def _shared(self) -> None:
        """Let members join a shared work only when it is paid, and no more than it serves."""
        joint, years, unit = self.master.joint, self.master.joint.years, self.master.joint.unit
        joined: dict[int, dict[int, list[tuple[int, int]]]] = {}
        for number, column in enumerate(self.master.columns):
            for shared, year in column.joins:
                joined.setdefault(shared, {}).setdefault(column.member, []).append((year, number))
        for shared, by_member in sorted(joined.items()):
            work = joint.shared[shared]
            most = -(-len(by_member) // work.size)
            paid = [self.column(float(most), True) for _ in range(years)]
            for first, bought in enumerate(paid):
                self.paid[shared, first] = bought
                for offset, amounts in enumerate(work.costs[: years - first]):
                    for pot, amount in enumerate(amounts):
                        if amount:
                            self.rows[self.money[pot][first + offset]][2][bought] = amount / unit
            if most > 1:
                self.rows.append((-inf, float(most), dict.fromkeys(paid, 1.0)))
            for year in range(years):
                there = dict.fromkeys(paid[: year + 1], -1.0)
                together: Terms = {column: -float(work.size) for column in paid[: year + 1]}
                for member, entries in sorted(by_member.items()):
                    by_then: Terms = {number: 1.0 for begun, number in entries if begun <= year}
                    if by_then:
                        self.joining[member, shared, year] = self._row({**by_then, **there}, 0.0)
                        together |= by_then
                if most > 1:
                    self.place[shared, year] = self._row(together, 0.0)

    def add_shortfalls(self, floors: Sequence[int]) -> list[int]:
        """Add to each floor what is short of it; return the columns."""
        short, unit = [], self.master.joint.unit
        for numbers, floor in zip(self.of_member, floors, strict=True):
            short.append(self.column(floor / unit, False))
            terms: Terms = {n: self.master.columns[n].share / unit for n in numbers}
            self._row({**terms, short[-1]: 1.0}, inf, floor / unit)
        return short

    def read(self, duals: Sequence[float]) -> Prices:
        """Return the prices from what a unit more of each row's end adds."""
        held = [max(0.0, -duals[row]) for row in self.held]
        tiers = len(self.master.joint.tiers)
        return Prices(
            money=tuple(tuple(max(0.0, duals[row]) for row in rows) for rows in self.money),
            joining={key: max(0.0, duals[row]) for key, row in self.joining.items()},
            place={key: max(0.0, duals[row]) for key, row in self.place.items()},
            weights=(*held, 1.0, *(0.0 for _ in range(tiers - len(held) - 1))),
            floors=tuple(0.0 if row is None else max(0.0, -duals[row]) for row in self.floors),
            base=tuple(duals[row] for row in self.members),
        )
