"""What is said of data that may no longer hold: their age at the start of the plan, a code that no list has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from recommender.knowledge.reference_tables import construction_ratio
from recommender.language.errors import Problem, problem
from recommender.model.knowledge import KnowledgeBase
from recommender.model.scores import Scored
from recommender.model.village import Village
from recommender.request.request import Request


def with_age(scored: Scored, village: Village, kb: KnowledgeBase, request: Request) -> Scored:
    """Return what is scored with what its age and its district's code give to be said."""
    said = tuple(_said(scored, village, kb, request))
    return replace(scored, problems=(*scored.problems, *said)) if said else scored


def _said(scored: Scored, village: Village, kb: KnowledgeBase, request: Request) -> Iterator[Problem]:
    start = request.options.start_year
    if scored.framework is not None and scored.year is not None:
        age = start - scored.year
        if age > request.settings.data_age_limit:
            where = f"{kb.frameworks[scored.framework].label} {scored.year}"
            yield problem(where, "old-data", year=scored.year, start=start, age=age)
    district = village.district_code
    if district is not None:
        region = construction_ratio(kb, district)
        if region is not None and region[0] != district:
            yield problem(village.code, "no-such-district", value=village.code, district=district)
