"""Works with all that they still rest on, in an order in which each can be inserted."""

from __future__ import annotations

from recommender.pipeline.planning.problem import PlanningProblem, Schedule


def with_prerequisites(problem: PlanningProblem, schedule: Schedule, targets: tuple[int, ...]) -> list[int] | None:
    """Return the targets and what they still rest on, prerequisites first; None if an exclusion forbids it.

    Of an any-of group the member is taken that is in the schedule already, else the one whose own closed set is
    cheapest (others' rupiah at their price), then least in number.
    """
    closing = _Closing(problem, list(schedule))
    return closing.order if all(closing.bring(target, frozenset()) for target in targets) else None


class _Closing:
    """What is taken already, and the order in which it was brought in."""

    def __init__(self, problem: PlanningProblem, taken: list[int]) -> None:
        self.problem = problem
        self.taken = set(taken)
        self.order: list[int] = []

    def bring(self, work: int, path: frozenset[int]) -> bool:
        """Bring the work in with all that it rests on; return whether that is possible."""
        if work in self.taken:
            return True
        if work in path or work in self.problem.banned or self._is_excluded(work):
            return False
        noun = self.problem.works[work]
        beneath = path | {work}
        if not all(self.bring(other, beneath) for other in noun.requires):
            return False
        for group in noun.groups:
            if self.taken.isdisjoint(group) and not self._bring_cheapest(group, beneath):
                return False
        if self._is_excluded(work):
            return False
        self.taken.add(work)
        self.order.append(work)
        return True

    def _bring_cheapest(self, group: tuple[int, ...], path: frozenset[int]) -> bool:
        order, taken = self.order, self.taken
        best: tuple[tuple[int, int], list[int], set[int]] | None = None
        for member in group:
            self.order, self.taken = list(order), set(taken)
            if self.bring(member, path):
                price = sum(self.problem.prices[work] for work in self.order[len(order) :])
                if best is None or (price, member) < best[0]:
                    best = ((price, member), self.order, self.taken)
        self.order, self.taken = (order, taken) if best is None else (best[1], best[2])
        return best is not None

    def _is_excluded(self, work: int) -> bool:
        return any(
            (one == work and other in self.taken) or (other == work and one in self.taken)
            for one, other in self.problem.exclusions
        )
