"""From published values to needs and candidates, stage by stage, for tests that look between the stages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from recommender.model.findings import Matched
from recommender.model.knowledge import KnowledgeBase
from recommender.model.needs import Choice, VillageNeed
from recommender.model.scores import Scored
from recommender.model.settings import settings_for
from recommender.model.village import Village, YearData
from recommender.pipeline.candidates import choose_candidates
from recommender.pipeline.costs import Means
from recommender.pipeline.matching.matcher import compile_rules
from recommender.pipeline.needs import build_needs
from recommender.pipeline.scoring import observe, score_village

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
    objective: str = "smart",
    pins: tuple[str, ...] = (),
    bans: Mapping[str, str] | None = None,
) -> Stages:
    """Return every stage up to the candidates, with a yearly amount of the village's money."""
    settings = settings_for(kb, START)
    scored = score_village(village, kb, settings)
    observed = observe(village, kb, scored)
    matched = compile_rules(kb, scored.year or START, "reference").match(observed, measured_only=measured_only)
    needs = build_needs(matched.findings, scored, kb, settings, objective)
    framework = kb.frameworks[scored.framework] if scored.framework else None
    means = Means(best_year=yearly, poorest_year=yearly, years=years, own_only=own_only, start_year=START)
    choice = choose_candidates(
        needs, matched, observed, framework, kb, settings, means, scored.year,
        measured_only=measured_only, pins=pins, bans=bans or {},
    )  # fmt: skip
    return Stages(scored, matched, {need.subject: need for need in needs}, choice)
