"""What the stages made of one village: everything that the parts of a plan are written from."""

from __future__ import annotations

from dataclasses import dataclass

from recommender.model.findings import Matched, Observed
from recommender.model.needs import Choice, VillageNeed
from recommender.model.scores import Scored
from recommender.model.village import Village
from recommender.planning.building import Built
from recommender.planning.problem import Schedule


@dataclass(frozen=True, slots=True)
class Draft:
    """One village from its data to its schedule; `values` is what the objective loses without each scheduled work."""

    village: Village
    scored: Scored
    observed: Observed
    matched: Matched
    needs: tuple[VillageNeed, ...]
    choice: Choice
    built: Built
    schedule: Schedule
    values: dict[int, int]
