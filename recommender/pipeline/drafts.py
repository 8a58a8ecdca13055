"""One work by itself -> a candidate draft, whatever it rests on: of which size, by whom, in which phases, at what cost.

In: the knowledge base, what was asked, the conditions of works. Out: `Candidate`s without needs, or `RefusedWork`s.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from recommender.model.conditions import SCALE
from recommender.model.knowledge import Intervention, KnowledgeBase
from recommender.model.needs import Candidate, RefusedWork, WorkPart
from recommender.model.nouns import VILLAGE
from recommender.pipeline.costs import assign, cut_in_phases, means_of, units_of
from recommender.pipeline.prices import localised
from recommender.pipeline.work_conditions import WorkConditions
from recommender.request.request import VillageRequest

PREREQUISITE = "prerequisite"


class Drafts:
    """The drafts of one village, each made once; the works that are there, and by which unknown facts they might be.

    `met` works are there for what rests on them; `unsettled` maps a work to the unknown facts that would tell.
    """

    def __init__(self, kb: KnowledgeBase, asked: VillageRequest, conditions: WorkConditions) -> None:
        self.kb, self.conditions, self.settings, self.means = kb, conditions, asked.settings, means_of(asked)
        self.district, self.start_year = asked.district or "", asked.options.start_year
        self.pots = asked.pots
        self.nominal = asked.options.prices == "nominal"
        self.there = frozenset(asked.there)
        self.met = set(self.there)
        self.unsettled: dict[str, set[str]] = defaultdict(set)
        self._made: dict[str, Candidate | RefusedWork] = {}

    def refuse(self, refused: Mapping[str, RefusedWork]) -> None:
        """Take it that these works are refused."""
        self._made |= refused

    def size(self, name: str) -> int:
        """Return the share (thousandths) of the work's quantity that would be planned."""
        draft = self.of(name) if self.kb.interventions[name].sizes else None
        return draft.size if isinstance(draft, Candidate) else SCALE

    def is_own(self, name: str) -> bool:
        """Return whether the village would build the work."""
        draft = self.of(name)
        return isinstance(draft, Candidate) and draft.is_own

    def of(self, name: str) -> Candidate | RefusedWork:
        """Return the work as a candidate by itself, whatever it rests on, or why it cannot be one."""
        if name not in self._made:
            self._made[name] = self._fresh(name)
        return self._made[name]

    def _fresh(self, name: str) -> Candidate | RefusedWork:
        work = self.kb.interventions[name]
        if work.status != "active":
            return RefusedWork(name, "not-applicable", {"retired": True})
        if work.applies_when is not None:
            applies = self.conditions.truth(work.applies_when, name, "applies")
            if applies.is_false:
                assumed = self.conditions.assumed_by(name).intersection(applies.names)
                told = {"because": sorted(set(applies.names) - assumed), "assumed": sorted(assumed)}
                return RefusedWork(name, "not-applicable", {key: names for key, names in told.items() if names})
            if not applies.is_true:
                return RefusedWork(name, "undetermined", {"missing": list(applies.names)})
        counted = work.quantity.fact
        quantity = units_of(work.quantity, self.conditions.fact(counted, name) if counted is not None else None)
        if quantity is None:
            return RefusedWork(name, "undetermined", {"missing": [work.quantity.fact]})
        draft = self._of_size(work, name, quantity, SCALE)
        for size in reversed(work.sizes) if isinstance(draft, RefusedWork) or not draft.is_own else ():
            smaller = self._of_size(work, name, quantity, size)
            if isinstance(smaller, Candidate) and smaller.is_own:
                return smaller
        return draft

    def _of_size(self, work: Intervention, name: str, whole: int, size: int) -> Candidate | RefusedWork:
        """Return the candidate with a share (thousandths) of the quantity, in whole units where it counts such."""
        quantity = whole * size // SCALE
        if whole % SCALE == 0 and quantity > SCALE:
            quantity -= quantity % SCALE
        priced = localised(work, self.kb, self.district, self.start_year, self.nominal)
        low, cost, high = priced.of(quantity)
        assigned = assign(work, cost, self.settings, self.means)
        if isinstance(assigned, str):
            return RefusedWork(name, assigned, {"cost": cost})
        running = priced.running(work, cost, quantity)
        own, is_service = assigned.executor == VILLAGE, work.measure == "service"
        of_village = running if work.running_cost.falls_on_village(assigned.executor) else 0
        yearly = (WorkPart(quantity, (cost,), work.months),)
        cut = cut_in_phases(quantity, cost, work.months, of_village, assigned.phases)
        parts = yearly if is_service else cut
        return Candidate(
            name=name,
            executor=assigned.executor,
            low=low,
            high=high,
            cost=cost,
            parts=parts,
            running=running,
            running_by_village=of_village,
            months=sum(part.months for part in parts),
            lead_months=0 if own else self._lead(name, assigned.executor),
            quantity=quantity,
            requires=tuple(other for other in work.requires if not self._is_met(other, name)),
            groups=tuple(group for group in work.requires_any if not self._any_met(group, name)),
            serves={},
            called_by={},
            improves={},
            assumes=(),
            is_service=is_service,
            service_years=work.delivered_years,
            size=SCALE * quantity // whole if whole else SCALE,
            priced=priced,
            pot=self.pots.get(assigned.executor),
        )

    def _lead(self, name: str, executor: str) -> int:
        """Return the months before others can begin; whoever plans joint money asks nobody, but a work may take its own
        time."""
        lead = self.kb.interventions[name].lead_months
        if lead is not None:
            return lead
        return 0 if executor in self.pots else self.settings.proposal_lead

    def _is_met(self, name: str, by: str) -> bool:
        """Return whether the work is already there for another that rests on it."""
        if name in self.there:
            return True
        condition = self.kb.interventions[name].met_when.get(PREREQUISITE)
        if condition is None:
            return False
        answer = self.conditions.truth(condition, by, f"met {name}")
        if answer.is_true:
            self.met.add(name)
        elif not answer.is_false:
            self.unsettled[name].update(other for other in answer.names if other in self.kb.facts)
        return answer.is_true

    def _any_met(self, group: tuple[str, ...], by: str) -> bool:
        """Return whether a member is already there; all are read, so that what they rest on is known."""
        return True in [self._is_met(other, by) for other in group]
