"""A village in last year's plan and by this year's data: decisions, indicators that steps were to improve, problems."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from recommender.model.plan import Plan

Decided = Literal["done", "under-way", "rejected", "undecided"]
DECIDED: tuple[Decided, ...] = ("done", "under-way", "rejected", "undecided")
Course = Literal["rose", "stayed", "fell", "unknown"]
COURSES: tuple[Course, ...] = ("rose", "stayed", "fell", "unknown")
Turn = Literal["gone", "stayed", "new", "unknown"]
TURNS: tuple[Turn, ...] = ("gone", "stayed", "new", "unknown")


@dataclass(frozen=True, slots=True)
class Aim:
    """An indicator that last year's steps were to improve: by which works, how far the best of them was decided on, the
    values then and now (None: unknown), and what it was to reach."""

    indicator: str
    works: tuple[str, ...]
    decided: Decided
    then: int | None
    now: int | None
    wanted: int
    course: Course


@dataclass(frozen=True)
class VillageYears:
    """One village in both years."""

    last: Plan
    this: Plan

    @property
    def is_comparable(self) -> bool:
        """Whether both years are measured by one index, the later one later."""
        one, other = self.last.data, self.this.data
        return one.framework == other.framework and (one.year or 0) < (other.year or 0)

    @property
    def decided(self) -> Counter[Decided]:
        """How many of last year's steps were decided on, and how."""
        return Counter(self.decision(step.intervention) for step in self.last.steps)

    def decision(self, work: str) -> Decided:
        decision = self.last.decisions.get(work)
        return "undecided" if decision is None else decision.status

    @property
    def aims(self) -> Iterator[Aim]:
        """Yield the indicators that steps of last year were to improve, by name."""
        works: dict[str, list[str]] = {}
        wanted: dict[str, int] = {}
        for step in self.last.steps:
            for name, change in step.improves.items():
                works.setdefault(name, []).append(step.intervention)
                wanted[name] = max(wanted.get(name, 0), change.to)
        for name in sorted(works):
            then, now = self.last.values.get(name), self.this.values.get(name)
            best = min((self.decision(work) for work in works[name]), key=(*DECIDED[:2], "undecided", "rejected").index)
            course = course_of(then, now) if self.is_comparable else "unknown"
            yield Aim(name, tuple(works[name]), best, then, now, wanted[name], course)

    @property
    def turns(self) -> Iterator[tuple[str, Turn]]:
        """Yield each problem of one of the years, and what became of it."""
        then, now = (_problems(plan) for plan in (self.last, self.this))
        open_then, open_now = ({one.rule for one in plan.undetermined} for plan in (self.last, self.this))
        for rule in sorted(then | now):
            if rule in then and rule in now:
                yield rule, "stayed"
            elif not self.is_comparable:
                yield rule, "unknown"
            elif rule in then:
                yield rule, "unknown" if rule in open_now else "gone"
            else:
                yield rule, "unknown" if rule in open_then else "new"


def course_of(then: int | None, now: int | None) -> Course:
    """Return where a value went.

    >>> course_of(1, 3), course_of(3, 3), course_of(None, 2)
    ('rose', 'stayed', 'unknown')
    """
    if then is None or now is None:
        return "unknown"
    return "rose" if now > then else "fell" if now < then else "stayed"


def _problems(plan: Plan) -> set[str]:
    return {found.rule for found in plan.findings if found.kind == "problem"}


def class_slug(plan: Plan) -> str | None:
    return plan.scores.index.class_ if plan.scores.index else None
