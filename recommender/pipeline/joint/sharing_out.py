"""A choice of plans -> which shared works are paid for whom; and the judge of what all of it takes.

Nothing is trusted: what plans draw is counted anew before it is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from recommender.language.errors import EngineError, problem
from recommender.pipeline.joint.columns import Amounts, Column, JointProblem
from recommender.pipeline.joint.master import Paid


@dataclass(frozen=True, slots=True)
class Bought:
    """A shared work that is paid once: its number, the year in which it is begun, the members that join it."""

    shared: int
    year: int
    members: tuple[int, ...]


def bought_for(joint: JointProblem, columns: Sequence[Column], paid: Paid) -> list[Bought]:
    """Return the shared works that are paid, each with those that join it: the earliest take the earliest.

    Raises
    ------
    EngineError
        If a village joins what is not paid by then: a bug of the choice.
    """
    found = []
    for number, work in enumerate(joint.shared):
        joining = sorted((year, c.member) for c in columns for shared, year in c.joins if shared == number)
        years = sorted(year for (shared, year), count in paid.items() if shared == number for _ in range(count))
        for first in range(0, len(joining), work.size):
            together = joining[first : first + work.size]
            place = first // work.size
            if place >= len(years) or years[place] > together[0][0]:
                raise EngineError([problem(work.name, "joint-unpaid", place=work.place)])
            found.append(Bought(number, years[place], tuple(sorted(member for _, member in together))))
    return found


def taken(joint: JointProblem, drawn: Sequence[Amounts], bought: Sequence[Bought]) -> Amounts:
    """Return the rupiah by pot and year that members draw by themselves and that the shared works take.

    Raises
    ------
    EngineError
        If it is more than there is: a bug of the choice.
    """
    total = [[sum(of[pot][year] for of in drawn) for year in range(joint.years)] for pot in range(len(joint.amounts))]
    for one in bought:
        for offset, amounts in enumerate(joint.shared[one.shared].costs[: joint.years - one.year]):
            for pot, amount in enumerate(amounts):
                total[pot][one.year + offset] += amount
    for pot, by_year in enumerate(total):
        for year, amount in enumerate(by_year):
            if amount > joint.amounts[pot][year]:
                most = joint.amounts[pot][year]
                raise EngineError([problem("joint", "joint-overspent", year=year + 1, amount=amount, most=most)])
    return tuple(map(tuple, total))
