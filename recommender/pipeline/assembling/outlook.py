"""The three-line outlook: what is to be expected, all works done, and the village's own trend; never a promise.

Expected = now + share of the gain of own works + share of the further gain by proposals (parameters, calibrated on a
real panel). All works done = the real rungs. Trend = now + the catalogued drift of the class for each year.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from recommender.model.conditions import SCALE
from recommender.model.frameworks import Framework
from recommender.model.knowledge import Effect, KnowledgeBase
from recommender.model.plan import OutlookDimension, OutlookIndex, OutlookYear
from recommender.pipeline.index import class_of, index_of, values_after
from recommender.pipeline.planning.planner import Planned
from recommender.pipeline.planning.problem import done_year
from recommender.pipeline.prepared import Prepared


@dataclass(frozen=True, slots=True)
class Done:
    """A step's effects from the year (counted from 0) at whose end it is done; `own`: it rests on no proposal."""

    year: int
    own: bool
    improves: Mapping[str, Effect]


def outlook(prepared: Prepared, planned: Planned) -> list[OutlookYear]:
    """Return a line of forecasts for the end of each year of the plan."""
    framework, scored, kb = prepared.framework, prepared.judged.scored, prepared.kb
    if framework is None:
        return []
    settings, start_year = prepared.asked.settings, prepared.asked.options.start_year
    problem = prepared.built.problem
    done = [
        Done(done_year(problem, work, start), work not in problem.conditional, prepared.improves(work))
        for work, start in sorted(planned.schedule.items())
    ]
    now = scored.index.value if scored.index is not None else None
    result = []
    for year in range(problem.years):
        finished = [step for step in done if step.year <= year]
        own = values_after(framework, scored.values, [step.improves for step in finished if step.own])
        everything = values_after(framework, scored.values, [step.improves for step in finished])
        expected = all_done = trend = None
        if now is not None:
            with_own, all_done = index_of(framework, own), index_of(framework, everything)
            assert with_own is not None
            assert all_done is not None
            expected = (
                now
                + (settings.outlook_own * (with_own - now) + settings.outlook_proposal * (all_done - with_own)) / SCALE
            )
            trend = _trend(framework, kb, now, year + 1, start_year)
        result.append(
            OutlookYear(
                year=start_year + year,
                expected=_line(framework, expected),
                all_done=_line(framework, all_done),
                trend=_line(framework, trend),
                dimensions=_dimensions(prepared, framework, own, everything),
            )
        )
    return result


def _trend(framework: Framework, kb: KnowledgeBase, now: Fraction, years: int, start_year: int) -> Fraction | None:
    """Return where villages of the class drift to, None where nobody has measured it for this framework."""
    slug = class_of(framework, now)
    name = next(index_class.trend for index_class in framework.classes if index_class.slug == slug)
    if name is None:
        return None
    drift = kb.number(name, datetime.date(start_year, 1, 1))
    return min(Fraction(framework.index_scale), now + framework.index_scale * Fraction(drift * years, SCALE))


def _line(framework: Framework, value: Fraction | None) -> OutlookIndex:
    if value is None:
        return OutlookIndex(index=None, class_=None)
    return OutlookIndex(index=float(value), class_=class_of(framework, value))


def _dimensions(
    prepared: Prepared, framework: Framework, own: Mapping[str, int], everything: Mapping[str, int]
) -> dict[str, OutlookDimension]:
    kb, settings, now = prepared.kb, prepared.asked.settings, prepared.judged.scored.values
    result = {}
    for name in kb.dimensions:
        held = [key for key, n in kb.indicators.items() if n.dimension == name and n.actionable != "no" and key in now]
        if held:
            mean_now, mean_own, mean_all = (
                Fraction(sum(framework.score(values[key]) for key in held), len(held))
                for values in (now, own, everything)
            )
            gain = settings.outlook_own * (mean_own - mean_now) + settings.outlook_proposal * (mean_all - mean_own)
            expected = mean_now + gain / SCALE
            result[name] = OutlookDimension(expected=score_number(expected), all_done=score_number(mean_all))
    return result


def score_number(thousandths: Fraction | int) -> float:
    """Return thousandths as a decimal from 0.000 to 1.000, rounded half up."""
    return int(Fraction(thousandths) + Fraction(1, 2)) / SCALE
