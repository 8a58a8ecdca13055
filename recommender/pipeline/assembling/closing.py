"""How often villages that stand where this one stands rose anyway: beside each step, and no effect of it."""

from __future__ import annotations

from collections.abc import Mapping

from recommender.knowledge.reference_tables import ALL_CLASSES, ClosingRate, closing_rate
from recommender.model.forecast import Closing
from recommender.model.plan import Change
from recommender.pipeline.index import class_of
from recommender.pipeline.prepared import Prepared

_FEW = 30  # cases below which a class alone says little


def closing_of(prepared: Prepared, improves: Mapping[str, Change]) -> Closing | None:
    """Return the rate of the indicator that the step lifts most (the first by name); None where nobody counted one.

    The score is the measured one, also where an earlier step of the plan lifts it before.
    """
    framework, values = prepared.framework, prepared.judged.scored.values
    lifted = sorted((change.from_ - change.to, name) for name, change in improves.items() if name in values)
    if framework is None or not lifted:
        return None
    indicator = lifted[0][1]
    score = framework.score(values[indicator])
    rate = _rate(prepared, indicator, score)
    if rate is None:
        return None
    return Closing(
        indicator=indicator,
        score=score,
        n=rate.cases,
        n_3y=rate.cases_3y,
        rose_1y=rate.rose_1y,
        rose_3y=rate.rose_3y,
        low=rate.low,
        high=rate.high,
    )


def _rate(prepared: Prepared, indicator: str, score: int) -> ClosingRate | None:
    """Return the rate of the village's class, or of all villages where the class was seen too seldom."""
    scored, framework = prepared.judged.scored, prepared.framework
    name = scored.framework or ""
    if framework is not None and scored.index is not None and scored.index.value is not None:
        of_class = closing_rate(prepared.kb, name, indicator, score, class_of(framework, scored.index.value))
        if of_class is not None and of_class.cases_3y >= _FEW:
            return of_class
    return closing_rate(prepared.kb, name, indicator, score, ALL_CLASSES)
