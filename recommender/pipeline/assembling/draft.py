"""What the stages made of one village: everything that the plan document is written from."""

from __future__ import annotations

from dataclasses import dataclass

from recommender.model.findings import Matched, Observed
from recommender.model.needs import Choice, VillageNeed
from recommender.model.scores import Scored
from recommender.model.village import Village
from recommender.pipeline.planning.planner import Planned
from recommender.pipeline.planning.village_problem import VillageProblem


@dataclass(frozen=True, slots=True)
class Draft:
    """One village between planning and the document."""

    village: Village
    scored: Scored
    observed: Observed
    matched: Matched
    needs: tuple[VillageNeed, ...]
    choice: Choice
    built: VillageProblem
    planned: Planned
