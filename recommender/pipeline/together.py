"""The plans of many villages -> what they cost together: what villages share counts once for each group it serves.

In: plans. Out: `GroupWork`s, whose costs add up to what all the steps take. A subdistrict shares within itself, so do
neighbours, of whom nobody knows more; a district within itself. Where more villages plan a work than share one, it
takes several: those that reckon with the highest cost together, then the next. A group pays what its dearest village
reckons with, so a village more never costs less.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from recommender.model.plan import Plan, Step
from recommender.model.sharing import Group
from recommender.model.village import subdistrict_of


@dataclass(frozen=True, slots=True)
class GroupWork:
    """One work of the villages that plan it together; of what nobody shares, of one village.

    Parameters
    ----------
    intervention, executor
        What it is, and who builds and pays in the plan that has it first.
    group
        Who shares it; None where the village has it alone.
    villages
        Codes of the villages whose plans have it, sorted.
    year
        The first in which one of them plans it.
    cost
        Rupiah over all years, running costs not included.
    """

    intervention: str
    executor: str
    group: Group | None
    villages: tuple[str, ...]
    year: int
    cost: int


def group_works(plans: Iterable[Plan]) -> list[GroupWork]:
    """Return the works of all plans, sorted by name and villages, each once for the villages that share it."""
    alike: dict[tuple[str, str], list[tuple[str, Step]]] = {}
    for plan in plans:
        for step in plan.steps:
            alike.setdefault((step.intervention, _place(plan, step)), []).append((plan.village.code, step))
    works = []
    for found in alike.values():
        found.sort(key=lambda pair: (-pair[1].cost.total, pair[0]))
        size = min(1 if step.shared is None else step.shared.villages for _, step in found)
        works += [_one(found[first : first + size]) for first in range(0, len(found), size)]
    return sorted(works, key=lambda work: (work.intervention, work.villages))


def _one(members: list[tuple[str, Step]]) -> GroupWork:
    """Return the one work that the steps of these villages are, the dearest of them first."""
    dearest = members[0][1]
    earliest = min(members, key=lambda pair: (pair[1].year, pair[0]))[1]
    return GroupWork(
        dearest.intervention,
        earliest.executor,
        None if dearest.shared is None else dearest.shared.group,
        tuple(sorted(code for code, _ in members)),
        earliest.year,
        dearest.cost.total,
    )


def cost_together(plans: Iterable[Plan], counts: Callable[[GroupWork], bool] = lambda work: True) -> int:
    """Return the rupiah that the steps of all plans take; only those of works that `counts` takes."""
    return sum(work.cost for work in group_works(plans) if counts(work))


def _place(plan: Plan, step: Step) -> str:
    """Return the place within which villages share the step: a code as far as it goes, or the village."""
    village = plan.village
    place = subdistrict_of(village.code, village.code_scheme)
    if step.shared is None or place is None:
        return f"{village.code_scheme}:{village.code}"
    return place[:5] if step.shared.group == "district" else place
