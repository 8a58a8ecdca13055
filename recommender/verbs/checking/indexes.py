"""Published indices against their own arithmetic: divisors, classes, ladders, labels; facts read from ladders.

In: `Inspection`. Out: problems. What a framework cannot even be (an empty ladder, amounts that fall) is told by the
loader; here stands what can be and contradicts the rest of the index.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from recommender.language.errors import Problem
from recommender.model.facts import Fact
from recommender.model.frameworks import Framework
from recommender.verbs.checking.inspection import Inspection

_LEAST_TOP = Fraction(1, 4)  # of the scale: the lower bound of the highest class lies above it


def check_indexes(given: Inspection) -> Iterator[Problem]:
    """Yield sums, bounds, ladders and labels of frameworks that contradict each other."""
    for name, framework in sorted(given.kb.frameworks.items()):
        yield from _divisors(given, name, framework)
        yield from _classes(given, name, framework)
        yield from _ladders(given, name, framework)
        yield from _labels(given, name, framework)
    yield from _derived(given)


def _divisors(given: Inspection, name: str, framework: Framework) -> Iterator[Problem]:
    """Yield components whose divisor is not what their items sum up to at their best."""
    items = Counter(item.component for item in framework.items.values())
    for key, component in framework.components.items():
        total = items[key] * framework.highest
        if component.divisor != total and total:
            told = {"title": component.name.id, "highest": component.divisor, "total": total}
            yield given.problem("wrong-sum", "frameworks", name, "components", key, **told)


def _classes(given: Inspection, name: str, framework: Framework) -> Iterator[Problem]:
    slugs = Counter(one.slug for one in framework.classes)
    for number, one in enumerate(framework.classes):
        if slugs[one.slug] > 1:
            yield given.problem("bad-classes.twice", "frameworks", name, "classes", number, slug=one.slug)
    highest = max((one.bound for one in framework.classes), default=Fraction(0))
    if framework.classes and not _LEAST_TOP * framework.index_scale < highest < framework.index_scale:
        told = {"bound": framework.classes[-1].above, "scale": framework.index_scale}
        yield given.problem("bad-classes.scale", "frameworks", name, "classes", **told)


def _ladders(given: Inspection, name: str, framework: Framework) -> Iterator[Problem]:
    for code, item in framework.items.items():
        if item.rubric is None and item.values and item.values[-1] != framework.highest:
            told = {"code": code, "top": item.values[-1], "highest": framework.highest}
            yield given.problem("bad-ladder.top", "frameworks", name, "items", code, "levels", **told)
        said: dict[str, int] = {}
        for level, rung in sorted(item.levels.items()):
            for text in {rung.id.casefold(), rung.en.casefold()}:
                other = said.setdefault(text, level)
                if other != level and len(text) > 1:
                    told = {"code": code, "level": level, "other": other}
                    yield given.problem("same-level", "frameworks", name, "items", code, "levels", level, **told)
                    break


def _labels(given: Inspection, name: str, framework: Framework) -> Iterator[Problem]:
    """Yield labels by which tables name two items."""
    seen: dict[str, str] = {}
    for code, item in framework.items.items():
        for label in dict.fromkeys(one.casefold() for one in (item.label, *item.aliases)):
            other = seen.setdefault(label, code)
            if other != code:
                yield given.problem("ambiguous-label", "frameworks", name, "items", code, label=label, other=other)


def _derived(given: Inspection) -> Iterator[Problem]:
    """Yield number facts that a higher level makes larger and a still higher one smaller."""
    for name, fact in sorted(given.kb.facts.items()):
        for framework, values in (fact.derived.levels if fact.derived is not None else {}).items():
            if len(set(map(str, values.values()))) == 1 and _is_spanned(given, fact, framework):
                yield given.problem("unsteady-levels.same", "facts", name, "from", "levels", framework, name=name)
        levels = fact.derived.levels if fact.derived is not None and fact.is_number else {}
        for framework, values in levels.items():
            ends = [value if isinstance(value, list) else [value, value] for _, value in sorted(values.items())]
            steps = {low for one, other in pairwise(ends) if (low := _step(one, other))}
            if len(steps) > 1:
                yield given.problem("unsteady-levels", "facts", name, "from", "levels", framework, name=name)


def _is_spanned(given: Inspection, fact: Fact, framework: str) -> bool:
    """Return whether a fact is told of the lowest and of the highest level of its indicator."""
    assert fact.derived is not None
    item = given.kb.frameworks[framework].by_indicator.get(fact.derived.indicator)
    return item is not None and {item.values[0], item.values[-1]} <= fact.derived.levels[framework].keys()


def _step(one: list[float], other: list[float]) -> int:
    """Return 1 where the other lies higher as a whole, -1 where it lies lower, 0 where neither is sure."""
    rises = sum(other) > sum(one)
    return 0 if sum(one) == sum(other) else 1 if rises else -1
