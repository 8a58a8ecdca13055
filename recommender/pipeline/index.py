"""The arithmetic of a published index: components, index and class of values, and values after works.

In: a framework and values as published. Exact fractions throughout, so that no float decides a class.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from recommender.model.frameworks import Framework
from recommender.model.knowledge import Effect, KnowledgeBase
from recommender.model.scores import Scored
from recommender.request.options import Carried


def index_of(framework: Framework, values: Mapping[str, int]) -> Fraction | None:
    """Return the index that the values give, or None unless all items are known."""
    return index_value(framework, components_of(framework, values))


def index_value(framework: Framework, components: Mapping[str, Fraction | None]) -> Fraction | None:
    """Return scale x mean of the components, rounded where the framework says so; None if one is unknown."""
    parts = [part for part in components.values() if part is not None]
    if len(parts) < len(framework.components):
        return None
    value = framework.index_scale * sum(parts, Fraction(0)) / len(parts)
    if framework.decimals is not None:
        power = 10**framework.decimals
        value = Fraction(int(value * power + Fraction(1, 2)), power)
    return value


def components_of(framework: Framework, values: Mapping[str, int]) -> dict[str, Fraction | None]:
    components: dict[str, Fraction | None] = {}
    for key, component in framework.components.items():
        inside = [item.indicator for item in framework.items.values() if item.component == key]
        known = all(name in values for name in inside)
        components[key] = Fraction(sum(values[name] for name in inside), component.divisor) if known else None
    return components


def class_of(framework: Framework, value: Fraction) -> str:
    """Return the slug of the highest class whose bound the value exceeds (the lowest class has no bound)."""
    slug = framework.classes[0].slug
    for index_class in framework.classes[1:]:
        if value > index_class.bound:
            slug = index_class.slug
    return slug


def values_after(
    framework: Framework, values: Mapping[str, int], done: Sequence[Mapping[str, Effect]]
) -> dict[str, int]:
    """Return the values on the framework's scale after all the given effects together."""
    reaches: dict[str, int] = {}
    amounts: dict[str, int] = {}
    for improves in done:
        for indicator, effect in improves.items():
            reaches[indicator] = max(reaches.get(indicator, 0), effect.reaches or 0)
            amounts[indicator] = amounts.get(indicator, 0) + (effect.adds or effect.share or 0)
    risen = {
        name: framework.risen(name, values[name], reaches[name], amounts[name]) for name in reaches if name in values
    }
    return {**values, **risen}


def achieved_values(scored: Scored, carried: Carried | None, kb: KnowledgeBase) -> dict[str, int]:
    """Return the values that the works done or under way give, where the data are older than the plan they stand in."""
    if carried is None or scored.framework is None or scored.year is None or scored.year >= carried.start_year:
        return {}
    improves: list[Mapping[str, Effect]] = [kb.interventions[name].improves for name in carried.there]
    after = values_after(kb.frameworks[scored.framework], scored.values, improves)
    return {name: value for name, value in after.items() if value != scored.values[name]}
