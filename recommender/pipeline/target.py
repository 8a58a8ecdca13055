"""A target class or dimension score -> a goal of the planning problem: what must close, and by how much.

Target needs carry no weight: they count how far the works move an indicator on its whole ladder, also where the
village is not weak, so that the index is reached by all that the called works really do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from math import lcm

from recommender.model.conditions import SCALE
from recommender.model.frameworks import Framework
from recommender.model.knowledge import KnowledgeBase
from recommender.model.scores import Scored
from recommender.pipeline.index import index_of
from recommender.pipeline.ladders import ladder_rungs, on_ladder
from recommender.pipeline.planning.exact import RequiredClosure
from recommender.pipeline.planning.village_problem import VillageProblem
from recommender.pipeline.planning.works import Need, NeedEffect
from recommender.request.options import Target


def with_target(
    built: VillageProblem, scored: Scored, kb: KnowledgeBase, target: Target
) -> tuple[VillageProblem, RequiredClosure] | None:
    """Return the problem with target needs added, and the goal; None where the target cannot be measured here.

    A class needs the whole index; a dimension needs a measured indicator.
    """
    if scored.framework is None:
        return None
    framework = kb.frameworks[scored.framework]
    factors, required = _goal(framework, scored, kb, target)
    if factors is None:
        return None
    indicators = sorted({name for candidate, _ in built.parts for name in candidate.improves} & factors.keys())
    first = len(built.problem.needs)
    number = {name: first + offset for offset, name in enumerate(indicators)}
    needs = tuple(
        Need(name, 0, SCALE - scored.scores[name], ladder_rungs(framework, name, scored.values[name], SCALE))
        for name in indicators
    )
    works = []
    for work, (candidate, part) in zip(built.problem.works, built.parts, strict=True):
        more = []
        for name, whole in candidate.improves.items():
            improvement = candidate.parts[part].effect(whole)
            if improvement is not None and name in number:
                done = on_ladder(improvement, framework, name, scored.values[name], SCALE - scored.scores[name])
                if done.reach or done.amount:
                    more.append(NeedEffect(number[name], done.reach, done.amount))
        works.append(replace(work, effects=(*work.effects, *more)))
    problem = replace(built.problem, needs=built.problem.needs + needs, works=tuple(works))
    unit = lcm(*(factor.denominator for factor in factors.values()), required.denominator)
    # A class begins above its bound, and all here are whole numbers of the unit: one unit more is above.
    above = target.class_slug is not None and framework.classes[0].slug != target.class_slug
    goal = RequiredClosure(
        {number[name]: int(factors[name] * unit) for name in indicators}, int(required * unit) + above
    )
    return replace(built, problem=problem), goal


def _goal(
    framework: Framework, scored: Scored, kb: KnowledgeBase, target: Target
) -> tuple[dict[str, Fraction] | None, Fraction]:
    """Return what a thousandth of each indicator's score adds, and how much must be added."""
    span = framework.highest - framework.lowest
    if target.class_slug is not None:
        index = scored.index
        if index is None or index.value is None:
            return None, Fraction(0)
        parts = len(framework.components)
        factors = {
            item.indicator: Fraction(
                framework.index_scale * span, SCALE * framework.components[item.component].divisor * parts
            )
            for item in framework.items.values()
        }
        bound = next((known.bound for known in framework.classes if known.slug == target.class_slug), None)
        if bound is None:
            return None, Fraction(0)
        return factors, bound - index.value
    aims = _dimension_aims(kb, target, scored.scores)
    if not aims:
        return None, Fraction(0)
    wanted = target.score * len(aims) - sum(scored.scores[name] for name in aims)
    return dict.fromkeys(aims, Fraction(1)), Fraction(max(0, wanted))


def lacking(framework: Framework, kb: KnowledgeBase, values: Mapping[str, int], target: Target) -> Fraction:
    """Return how far values stay below the target: of the index, or of the dimension's score (0 to 1)."""
    if target.class_slug is not None:
        index = index_of(framework, values)
        bound = next((known.bound for known in framework.classes if known.slug == target.class_slug), None)
        return max(Fraction(0), bound - index) if index is not None and bound is not None else Fraction(0)
    aims = _dimension_aims(kb, target, values)
    mean = Fraction(sum(framework.score(values[name]) for name in aims), len(aims))
    return max(Fraction(0), (target.score - mean) / SCALE)


def _dimension_aims(kb: KnowledgeBase, target: Target, measured: Mapping[str, int]) -> list[str]:
    return [
        name
        for name, noun in kb.indicators.items()
        if noun.dimension == target.dimension and noun.actionable != "no" and name in measured
    ]
