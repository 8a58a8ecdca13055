"""A village ready for the search: what is known of it, what is asked, its candidates, and the problem made of them."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

from recommender.model.frameworks import Framework
from recommender.model.knowledge import Effect, KnowledgeBase
from recommender.model.needs import Candidate, Choice, Judged, WorkPart
from recommender.model.village import Village
from recommender.pipeline.planning.exact import RequiredClosure
from recommender.pipeline.planning.village_problem import VillageProblem
from recommender.request.request import VillageRequest


@dataclass(frozen=True, slots=True)
class Prepared:
    """Everything that the search may know of a village, and with its schedule all that the plan is written from.

    `goal` is what the works must close together, where a target was asked for that can be measured here.
    """

    village: Village
    kb: KnowledgeBase
    asked: VillageRequest
    judged: Judged
    choice: Choice
    built: VillageProblem
    goal: RequiredClosure | None

    @property
    def seed(self) -> int:
        """The seed of the fast search: from the village's code, so that no other village changes its plan."""
        return zlib.crc32(":".join(self.village.key).encode())

    @property
    def framework(self) -> Framework | None:
        """The index that the planned values come from."""
        return self.kb.framework(self.judged.scored.framework)

    def name_of(self, work: int) -> str:
        """Return the identifier of the intervention that a work of the problem is a part of."""
        return self.built.parts[work][0].name

    def candidate(self, work: int) -> Candidate:
        """Return the candidate that a work of the problem is a part of."""
        return self.built.parts[work][0]

    def part(self, work: int) -> WorkPart:
        """Return the part of its candidate that a work of the problem stands for."""
        candidate, number = self.built.parts[work]
        return candidate.parts[number]

    def improves(self, work: int) -> dict[str, Effect]:
        """Return what a work of the problem adds to the effects of the parts before it, by indicator."""
        candidate, number = self.built.parts[work]
        effects = {name: candidate.parts[number].effect(effect) for name, effect in candidate.improves.items()}
        return {name: effect for name, effect in effects.items() if effect is not None}
