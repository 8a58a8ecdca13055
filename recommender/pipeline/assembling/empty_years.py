"""Steps and what was left out -> the years without own lines, each with its reason and what would fill it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from recommender.model.branches import EmptyYear
from recommender.model.nouns import VILLAGE
from recommender.model.plan import Deferred, Step
from recommender.model.plan_parts import Question
from recommender.pipeline.planning.limits import Lack

NAMED = 3  # works or questions that are told
_LIMITS = frozenset(get_args(Lack))


def empty_years(
    start_year: int, years: int, steps: Sequence[Step], deferred: Sequence[Deferred], questions: Sequence[Question]
) -> list[EmptyYear]:
    """Return the years in which the village has no work, service or act of its own."""
    filled = {line.year for step in steps if step.executor == VILLAGE for line in step.lines}
    empty = [year for year in range(start_year, start_year + years) if year not in filled]
    if not empty:
        return []
    limited = [entry.intervention for entry in deferred if entry.reason in _LIMITS]
    small = [entry.intervention for entry in deferred if entry.reason == "low-value"]
    unknown = [question.name for question in questions if question.affects]
    if limited:
        found = {"reason": "limits", "would_fill": limited[:NAMED]}
    elif unknown:
        found = {"reason": "unknown", "would_fill": unknown[:NAMED]}
    elif small:
        found = {"reason": "low-value", "would_fill": small[:NAMED]}
    else:
        found = {"reason": "nothing-left", "would_fill": []}
    return [EmptyYear.model_validate({"year": year, **found}) for year in empty]
