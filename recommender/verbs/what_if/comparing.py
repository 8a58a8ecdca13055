"""Two plans of one village side by side: what came, went, moved and stayed, each with its reasons."""

from __future__ import annotations

from dataclasses import dataclass

from recommender.model.plan import Step
from recommender.pipeline.documents import Result
from recommender.verbs.what_if.changes import Changes
from recommender.verbs.what_if.reasons import Because, Pair, Side, why_alone, why_elsewhere


@dataclass(frozen=True, slots=True)
class Moved:
    """A step that differs between the plans; `before` or `after` None: it came or went."""

    intervention: str
    before: Step | None
    after: Step | None
    because: tuple[Because, ...]


@dataclass(frozen=True, slots=True)
class PlanComparison:
    """A plan and what the changes make of it."""

    before: Result
    after: Result
    changes: Changes
    came: tuple[Moved, ...]
    went: tuple[Moved, ...]
    moved: tuple[Moved, ...]
    stayed: tuple[str, ...]

    @property
    def is_same(self) -> bool:
        """Whether the steps are the same, each in its place."""
        return not (self.came or self.went or self.moved)


def compare(before: Result, after: Result, changes: Changes) -> PlanComparison:
    """Return what the second plan makes of the first; both are of the same village."""
    first, second = Side(before), Side(after)
    came, went, moved, stayed = [], [], [], []
    for name, step in second.steps.items():
        pair = Pair(name, second, first, came=True)
        if name not in first.steps:
            came.append(Moved(name, None, step, tuple(why_alone(pair))))
        elif _place(first.steps[name]) != _place(step):
            moved.append(Moved(name, first.steps[name], step, tuple(why_elsewhere(pair))))
        else:
            stayed.append(name)
    for name, step in first.steps.items():
        if name not in second.steps:
            went.append(Moved(name, step, None, tuple(why_alone(Pair(name, first, second, came=False)))))
    return PlanComparison(before, after, changes, tuple(came), tuple(went), tuple(moved), tuple(stayed))


def _place(step: Step) -> tuple[object, ...]:
    return step.year, step.start_month, step.months, step.executor, step.cost.total
