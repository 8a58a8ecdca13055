"""From published values to needs and candidates, stage by stage, for tests that look between the stages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from recommender.model.findings import Matched
from recommender.model.knowledge import KnowledgeBase
from recommender.model.needs import Choice, VillageNeed
from recommender.model.scores import Scored
from recommender.model.village import Village, YearData
from recommender.pipeline.candidates import choose_candidates
from recommender.pipeline.engine import judge
from recommender.request.options import Budget, Options
from recommender.request.request import make_request

START = 2025


@dataclass(frozen=True)
class Stages:
    """What came out of each stage."""

    scored: Scored
    matched: Matched
    needs: Mapping[str, VillageNeed]
    choice: Choice

    @property
    def candidates(self) -> list[str]:
        return list(self.choice.candidates)

    @property
    def refused(self) -> dict[str, str]:
        return {name: refused.reason for name, refused in self.choice.refused.items()}


def village_of(values: Mapping[str, int], before: Mapping[str, int] | None = None, **facts: Any) -> Village:
    """Return a village of the invented framework in 2024, with the year before where it is given."""
    years = (YearData("idx", 2023, before),) if before else ()
    years += (YearData("idx", 2024, dict(values)),) if values else ()
    return Village("1", "unknown", years=years, facts={name.replace("_", "-"): value for name, value in facts.items()})


def stages(
    kb: KnowledgeBase,
    village: Village,
    yearly: int = 330_000_000,
    years: int = 3,
    own_only: bool = False,
    measured_only: bool = False,
    objective: Literal["smart", "index"] = "smart",
    pins: tuple[str, ...] = (),
    bans: Mapping[str, str] | None = None,
) -> Stages:
    """Return every stage up to the candidates, with a yearly amount of the village's money."""
    default = next(name for name, source in kb.funding.items() if source.default)
    options = Options(
        start_year=START, years=years, budget=Budget({default: yearly}), own_means=own_only, engine="reference",
        measured_only=measured_only, objective=objective, pins=pins, bans=tuple(bans or ()), reasons=bans or {},
    )  # fmt: skip
    request = make_request(options, kb)
    judged = judge(village, kb, request)
    choice = choose_candidates(judged, kb, request.of(village))
    return Stages(judged.scored, judged.matched, {need.subject: need for need in judged.needs}, choice)
