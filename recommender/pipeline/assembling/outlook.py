"""The outlook of a plan: what is to be expected, the full effect of all works, and what villages of the class gain.

Expected = now + what villages gain anyway + the part of the works' gain that the survey of the year sees
(docs/method.md, "Outlook"); the class is told as a chance. The full effect = the real rungs. Never a promise.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from recommender.knowledge.reference_tables import Gains, outlook_gains
from recommender.model.conditions import SCALE
from recommender.model.forecast import OutlookDimension, OutlookIndex, OutlookYear
from recommender.model.frameworks import Framework
from recommender.model.knowledge import Effect
from recommender.model.settings import Settings
from recommender.pipeline.assembling.chance import chances
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


@dataclass(frozen=True, slots=True)
class Standing:
    """Values now, or after the works that are done at the end of a year: of own works alone, and of all."""

    own: Mapping[str, int]
    everything: Mapping[str, int]


def outlook(prepared: Prepared, planned: Planned) -> list[OutlookYear]:
    """Return a line of forecasts for the end of each year of the plan."""
    framework, scored = prepared.framework, prepared.judged.scored
    if framework is None:
        return []
    until = list(standings(prepared, planned, framework))
    now = scored.index.value if scored.index is not None else None
    return [_year(prepared, framework, until[: number + 1], number, now) for number in range(1, len(until))]


def standings(prepared: Prepared, planned: Planned, framework: Framework) -> Sequence[Standing]:
    """Return how the village stands now, and at the end of each year of the plan."""
    problem, values = prepared.built.problem, prepared.judged.scored.values
    done = [
        Done(done_year(problem, work, start), work not in problem.conditional, prepared.improves(work))
        for work, start in sorted(planned.schedule.items())
    ]
    found = [Standing(values, values)]
    for year in range(problem.years):
        finished = [step for step in done if step.year <= year]
        own = values_after(framework, values, [step.improves for step in finished if step.own])
        found.append(Standing(own, values_after(framework, values, [step.improves for step in finished])))
    return found


def _year(
    prepared: Prepared, framework: Framework, until: Sequence[Standing], number: int, now: Fraction | None
) -> OutlookYear:
    """Return the row of a year, the first being 1; `until` are the standings up to its end."""
    settings = prepared.asked.settings
    all_done = expected = trend = works = None
    gains: Gains | None = None
    if now is not None:
        own, everything = (
            [_known(index_of(framework, values)) for values in side]
            for side in ((one.own for one in until), (one.everything for one in until))
        )
        all_done, works = everything[-1], seen(own, everything, settings)
        gains = outlook_gains(prepared.kb, prepared.judged.scored.framework or "", class_of(framework, now), number)
        expected = _capped(framework, now + works + (gains.usual if gains is not None else 0))
        trend = None if gains is None else _capped(framework, now + gains.trend)
    return OutlookYear(
        year=prepared.asked.options.start_year + number - 1,
        expected=_line(framework, expected),
        all_done=_line(framework, all_done),
        trend=_line(framework, trend),
        dimensions=_dimensions(prepared, framework, until),
        chance={} if gains is None or now is None or works is None else chances(framework, now + works, gains),
        villages=None if gains is None else gains.villages,
        anyway=None if gains is None else float(gains.usual),
        works=None if works is None else float(works),
    )


def seen(own: Sequence[Fraction], everything: Sequence[Fraction], settings: Settings) -> Fraction:
    """Return the part of a gain that the survey of the last year sees.

    Of what is gained in a year, the survey of that year sees the share `outlook-first-year`, the next
    `outlook-second-year`, later ones all; of that counts `outlook-own`, and `outlook-proposal` of what proposals add.

    Parameters
    ----------
    own, everything
        Level now and at the end of each year, by own works and by all works.
    """
    profile = (settings.outlook_first_year, settings.outlook_second_year, SCALE)
    added = [level - mine for level, mine in zip(everything, own, strict=True)]
    total = Fraction(0)
    for levels, share in ((own, settings.outlook_own), (added, settings.outlook_proposal)):
        for age, (before, after) in enumerate(reversed(list(pairwise(levels)))):
            total += share * profile[min(age, len(profile) - 1)] * (after - before)
    return total / SCALE**2


def _known(index: Fraction | None) -> Fraction:
    assert index is not None  # works change values and take none away
    return index


def _capped(framework: Framework, value: Fraction) -> Fraction:
    return max(Fraction(0), min(Fraction(framework.index_scale), value))


def _line(framework: Framework, value: Fraction | None) -> OutlookIndex:
    if value is None:
        return OutlookIndex(index=None, class_=None)
    return OutlookIndex(index=float(value), class_=class_of(framework, value))


def _dimensions(prepared: Prepared, framework: Framework, until: Sequence[Standing]) -> dict[str, OutlookDimension]:
    """Return the scores of dimensions by the works alone: nobody has counted what they gain anyway."""
    kb, now = prepared.kb, prepared.judged.scored.values
    result = {}
    for name in kb.dimensions:
        held = [key for key, n in kb.indicators.items() if n.dimension == name and n.actionable != "no" and key in now]
        if held:
            own, everything = (
                [Fraction(sum(framework.score(values[key]) for key in held), len(held)) for values in side]
                for side in ((one.own for one in until), (one.everything for one in until))
            )
            expected = everything[0] + seen(own, everything, prepared.asked.settings)
            result[name] = OutlookDimension(expected=score_number(expected), all_done=score_number(everything[-1]))
    return result


def score_number(thousandths: Fraction | int) -> float:
    """Return thousandths as a decimal from 0.000 to 1.000, rounded half up."""
    return int(Fraction(thousandths) + Fraction(1, 2)) / SCALE
