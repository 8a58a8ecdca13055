"""Bounds of conditions: in the unit of what they bound, of the same dimension, near to what else bounds the like.

In: `Inspection`. Out: problems of conditions wherever they stand: rules, works, readiness, indicators.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from recommender.knowledge.conditions import comparisons_of
from recommender.language.errors import Problem
from recommender.model.conditions import SCALE, Named, comparisons
from recommender.model.knowledge import KnowledgeBase, Parameter
from recommender.verbs.checking.inspection import Inspection
from recommender.verbs.checking.likeness import apart
from recommender.verbs.checking.texts import PathPart
from recommender.verbs.checking.written import shown

# Unit of a parameter -> types of facts that it may bound (a score: unit score)
_BOUNDS = {
    "score": ("score",),
    "share": ("share",),
    "factor": ("number",),
    "IDR": ("IDR",),
    "months": ("number",),
    "count": ("count", "number"),
    "years": ("years", "number"),
    "km": ("km",),
}
_FAR = 4.0  # spreads from which a bound lies apart from those of facts of its type
_LEAST = 30  # times
_JUMP = 3  # times the value before
_WEIGHTS = ("need-weight-basic", "need-weight-other", "need-weight-amenity")
_RISING = (("severe-score", "target-score"), ("outlook-first-year", "outlook-second-year"))
_MONTHS = ("first-month", "second-instalment-month")


def check_thresholds(given: Inspection) -> Iterator[Problem]:
    """Yield bounds that do not fit what they bound, and parameters that contradict each other."""
    yield from _units(given)
    yield from _borrowed(given)
    yield from _needed_units(given)
    yield from _parameters(given)


def _live(given: Inspection) -> Iterator[tuple[str, str, tuple[str, ...], str, str, object]]:
    """Yield (kind, name, path, what is read, its name, the bound) of each comparison of a noun that is not retired."""
    for kind, name, path, comparison in comparisons_of(given.kb):
        if getattr(getattr(given.kb, kind)[name], "status", "active") != "retired":
            yield kind, name, path, comparison.reads, comparison.name, comparison.operand
    for name, entry in given.kb.accepted.items():
        for comparison in comparisons(entry.when) if entry.when is not None else ():
            yield "accepted", name, ("when",), comparison.reads, comparison.name, comparison.operand


def _units(given: Inspection) -> Iterator[Problem]:
    for kind, name, path, reads, of, operand in _live(given):
        if isinstance(operand, Named) and operand.name in given.kb.parameters and reads != "finding":
            unit = given.kb.parameters[operand.name].unit
            measured = "score" if reads == "score" else given.kb.facts[of].type
            if measured not in _BOUNDS[unit]:
                told = {"name": of, "measured": measured, "bound": operand.name, "unit": unit}
                yield given.problem("unit-mismatch", kind, name, *path, **told)


def _borrowed(given: Inspection) -> Iterator[Problem]:
    """Yield scores that are held against the cut-off of another dimension than their own."""
    dimensions = given.kb.dimensions
    owners: dict[str, set[str]] = {}
    for name, dimension in dimensions.items():
        owners.setdefault(dimension.cut_off, set()).add(name)
    for kind, name, path, reads, of, operand in _live(given):
        if reads == "score" and isinstance(operand, Named) and operand.name in owners:
            own = given.kb.indicators[of].dimension
            if own not in owners[operand.name]:
                told = {"name": of, "dimension": own, "bound": operand.name, "own": dimensions[own].cut_off}
                yield given.problem("borrowed-cut-off", kind, name, *path, **told)
    for name, dimension in sorted(dimensions.items()):
        of_another = [other for other in dimensions if other != name and dimension.cut_off.endswith(f"-{other}")]
        if of_another:
            told = {"name": name, "dimension": of_another[0], "bound": dimension.cut_off, "own": f"…-{name}"}
            yield given.problem("borrowed-cut-off", "dimensions", name, "cut-off", **told)


def _needed_units(given: Inspection) -> Iterator[Problem]:
    """Yield parameters that a key names and that have another unit than it needs."""
    for kind, name, path, parameter, needed in _naming(given.kb):
        found = given.kb.parameters.get(parameter)
        if found is not None and found.unit != needed:
            told = {"name": path[-1], "measured": needed, "bound": parameter, "unit": found.unit}
            yield given.problem("unit-mismatch.key", kind, name, *path, **told)


def _naming(kb: KnowledgeBase) -> Iterator[tuple[str, str, tuple[PathPart, ...], str, str]]:
    for name, dimension in kb.dimensions.items():
        yield "dimensions", name, ("weight",), dimension.weight, "factor"
        yield "dimensions", name, ("cut-off",), dimension.cut_off, "score"
    for name, funding in kb.funding.items():
        for slug, parameter in funding.first_instalment.items():
            yield "funding", name, ("first-instalment", slug), parameter, "share"
    for name, rule in kb.rules.items():
        if rule.target is not None:
            yield "rules", name, ("target",), rule.target, "score"


def check_bounds(given: Inspection) -> Iterator[Problem]:
    """Yield numbers in conditions far from all that facts of the same type are held against (needs every noun)."""
    facts, numbers = given.kb.facts, {}
    for kind, name, path, reads, of, operand in _live(given):
        if reads == "fact" and isinstance(operand, int) and not isinstance(operand, bool):
            numbers[kind, name, path, of, operand] = float(operand)
    types = {key: facts[key[3]].type for key in numbers}
    for (kind, name, path, of, operand), found in apart(numbers, types, _FAR, _LEAST):
        told = {"name": of, "value": shown(operand), "type": facts[of].type, "usual": shown(round(found.usual))}
        yield given.problem("unusual-bound", kind, name, *path, **told)
    for kind, name, path, of, operand in numbers:
        assumption = facts[of].assumption
        value = None if assumption is None else assumption.value
        if isinstance(value, bool | str | None) or not (value and operand):
            continue
        if not 1 / _LEAST <= operand / (value * SCALE) <= _LEAST:
            told = {"name": of, "value": shown(operand), "assumed": f"{value:g}"}
            yield given.problem("unusual-bound.assumed", kind, name, *path, **told)


def _parameters(given: Inspection) -> Iterator[Problem]:
    parameters = given.kb.parameters
    for name, parameter in sorted(parameters.items()):
        for (_, before), (date, after) in pairwise(sorted(parameter.values.items())):
            if not 1 / _JUMP <= (after or 1) / (before or 1) <= _JUMP:
                told = {"name": name, "date": date, "before": before, "after": after}
                yield given.problem("contradicting-parameters.jump", "parameters", name, "values", date, **told)
    for low, high in (*_RISING, *((b, a) for a, b in pairwise(_WEIGHTS))):
        if low in parameters and high in parameters and _now(given, low) > _now(given, high):
            told = {"low": low, "high": high, "less": _shown(parameters[high]), "more": _shown(parameters[low])}
            yield given.problem("contradicting-parameters.order", "parameters", low, "values", **told)
    for name in _MONTHS:
        if name in parameters and not 1 <= _now(given, name) <= 12:
            yield given.problem("contradicting-parameters.month", "parameters", name, "values", name=name)


def _now(given: Inspection, name: str) -> int:
    return given.kb.number(name, given.kb.about.date)


def _shown(parameter: Parameter) -> str:
    newest = parameter.values[max(parameter.values)]
    return str(newest)
