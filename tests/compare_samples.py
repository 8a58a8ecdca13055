"""Plans to compare: seven sample villages of three districts as they are planned, and copies of them made otherwise."""

from __future__ import annotations

import functools
from typing import Any

import shipped

from recommender.model.plan import Plan
from recommender.verbs.comparing.comparison import Comparison, compare

CODES = (
    "99.01.01.2001",
    "99.01.01.2002",
    "99.01.01.2003",
    "99.01.01.2004",
    "99.02.01.2001",
    "99.03.01.2001",
    "99.03.02.2002",  # without an index: too little is measured
)
ONE_SUBDISTRICT = CODES[:4]


@functools.cache
def plans() -> tuple[Plan, ...]:
    return tuple(result.plan for result in shipped.results(CODES))


@functools.cache
def compared(*by: Any) -> Comparison:
    return compare(plans(), shipped.knowledge(), by)


def plan(code: str, *, of: int = 0, **given: Any) -> Plan:
    """Return a copy of a sample plan as that of another village.

    `index`, `class_` and `framework` change its index, `year` that of its data, `scheme` its list of codes; everything
    else is a field of the plan.
    """
    sample = plans()[of]
    village = sample.village.model_copy(update={"code": code, "code_scheme": given.pop("scheme", "kemendagri")})
    data = {"year": given.pop("year", sample.data.year), "framework": given.get("framework", sample.data.framework)}
    index = sample.scores.index
    if index is not None:
        told = {"value": given.pop("index", index.value), "class_": given.pop("class_", index.class_)}
        told["framework"] = given.pop("framework", index.framework)
        index = index.model_copy(update=told)
    scores = sample.scores.model_copy(update={"index": index})
    updated = {"village": village, "data": sample.data.model_copy(update=data), "scores": scores, **given}
    return sample.model_copy(update=updated)
