"""The plans of many villages -> what they cost together: what villages share counts once for each group it serves.

In: plans, or what each village would have of a work. Out: `GroupWork`s, whose costs add up to what all of them take. A
subdistrict shares within itself, so do neighbours, of whom nobody knows more; a district within itself. Where more
villages plan a work than share one, it takes several: those that reckon with the highest cost together, then the next.
A group pays what its dearest village reckons with, so a village more never costs less.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from recommender.model.plan import Plan, Step
from recommender.model.plan_parts import VillageIdentity
from recommender.model.sharing import Group
from recommender.model.village import subdistrict_of


@dataclass(frozen=True, slots=True)
class VillageWork:
    """A work in one village: what the plan says of a step, or what a work would be that is in no plan.

    Parameters
    ----------
    village
        Who would have it.
    intervention, executor, addressee
        What it is, who builds and pays, who is asked (None where the village builds).
    group, sharing
        Who shares one, and how many villages they are; None and 1 where the village has it alone.
    year
        In which it is planned; None of what is in no plan.
    cost, low, high
        Rupiah over all years, running costs not included: expected, and the ends of the catalog.
    """

    village: VillageIdentity
    intervention: str
    executor: str
    addressee: str | None
    group: Group | None
    sharing: int
    year: int | None
    cost: int
    low: int
    high: int

    @property
    def place(self) -> str:
        """The place within which villages share it: a code as far as it goes, or the village."""
        place = subdistrict_of(self.village.code, self.village.code_scheme)
        if self.group is None or place is None:
            return f"{self.village.code_scheme}:{self.village.code}"
        return place[:5] if self.group == "district" else place


@dataclass(frozen=True, slots=True)
class GroupWork:
    """One work of the villages that plan it together; of what nobody shares, of one village.

    Parameters
    ----------
    intervention, executor, addressee
        What it is, who builds and pays and who is asked for it in the plan that has it first.
    group
        Who shares it; None where the village has it alone.
    villages
        Codes of the villages whose plans have it, sorted.
    year
        The first in which one of them plans it; None of what is in no plan.
    cost, low, high
        Rupiah over all years, running costs not included: expected, and the ends of the catalog.
    singly
        Rupiah that the plans reckon with, each by itself.
    """

    intervention: str
    executor: str
    addressee: str | None
    group: Group | None
    villages: tuple[str, ...]
    year: int | None
    cost: int
    low: int
    high: int
    singly: int


def group_works(plans: Iterable[Plan]) -> list[GroupWork]:
    """Return the works of all plans, sorted by name and villages, each once for the villages that share it."""
    return works_together(planned_work(plan, step) for plan in plans for step in plan.steps)


def planned_work(plan: Plan, step: Step) -> VillageWork:
    """Return what a plan says of a step."""
    shared = step.shared
    return VillageWork(
        plan.village,
        step.intervention,
        step.executor,
        step.addressee,
        None if shared is None else shared.group,
        1 if shared is None else shared.villages,
        step.year,
        step.cost.total,
        step.cost.low,
        step.cost.high,
    )


def works_together(works: Iterable[VillageWork]) -> list[GroupWork]:
    """Return the works of villages, sorted by name and villages, each once for the villages that share it."""
    alike: dict[tuple[str, str], list[VillageWork]] = {}
    for work in works:
        alike.setdefault((work.intervention, work.place), []).append(work)
    return sorted(
        (one for found in alike.values() for one in _shared(found)), key=lambda work: (work.intervention, work.villages)
    )


def _shared(found: list[VillageWork]) -> Iterator[GroupWork]:
    """Yield the works that those of villages of one place are, as many as share one together, the dearest first."""
    found.sort(key=lambda work: (-work.cost, work.village.code))
    size = min(work.sharing for work in found)
    for first in range(0, len(found), size):
        members = found[first : first + size]
        dearest = members[0]
        earliest = min(members, key=lambda work: (work.year or 0, work.village.code))
        yield GroupWork(
            dearest.intervention,
            earliest.executor,
            earliest.addressee,
            dearest.group,
            tuple(sorted(work.village.code for work in members)),
            earliest.year,
            dearest.cost,
            dearest.low,
            dearest.high,
            sum(work.cost for work in members),
        )


def cost_together(plans: Iterable[Plan], counts: Callable[[GroupWork], bool] = lambda work: True) -> int:
    """Return the rupiah that the steps of all plans take; only those of works that `counts` takes."""
    return sum(work.cost for work in group_works(plans) if counts(work))
