"""The outlook against what happened: plans on answers of past years, held against the answers of the years after.

    python benchmarks/outlook_calibration.py DATA [--write catalog/codes/outlook.csv] [--budget 330000000]

DATA is a folder of answers of the index service, one file a village and year. Fits the part of a plan's gain that later
surveys saw and what villages gained beside it, on one half of the districts, judges the chances on the other half, and
the other way round; prints the tables of docs/plan-reading.md, "The outlook against what happened". `--write` renews
the catalog's table from all villages. No benchmark of speed.
"""

from __future__ import annotations

import argparse
import csv
import statistics
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import numpy as np

import recommender as rec
from recommender.knowledge.reference_tables import QUANTILES, Gains
from recommender.model.frameworks import Framework
from recommender.model.settings import Settings
from recommender.pipeline.assembling.chance import chances
from recommender.pipeline.assembling.outlook import seen, standings
from recommender.pipeline.engine import prepare, schedule
from recommender.pipeline.index import class_of, index_of
from recommender.request.request import make_request

YEARS = 3
ENOUGH = 60  # pairs of years of a class; with fewer, the classes next to it are counted together
SHOWN = (2022, 2024)  # results that plans on data of the first year are judged by
Counted = dict[tuple[str, int], Gains]  # class and years -> what its villages gained


@dataclass(frozen=True, slots=True)
class Case:
    """A village's plan on the data of a year, and its index some years later."""

    district: str
    year: int
    years: int  # from the data to the result
    index_class: str
    now: Fraction
    own: tuple[Fraction, ...]  # index now and at the end of each year until the result, by own works
    everything: tuple[Fraction, ...]  # and by all works
    result: Fraction

    @property
    def gain(self) -> Fraction:
        return self.result - self.now


def cases(data: Sequence[str], kb: rec.KnowledgeBase, framework: Framework, budget: int) -> Iterator[Case]:
    """Plan each village on each of its years that have a later one."""
    villages = rec.read_villages(data, kb).villages
    years = sorted({year.year for village in villages for year in village.years})
    for year in years[:-1]:
        options = rec.Options(
            start_year=year + 1,
            years=YEARS,
            data_year=year,
            budget=rec.Budget({"village-fund": budget}),
            method="fast",
        )
        request = make_request(options, kb)
        for village in villages:
            published = {one.year: Fraction(str(one.published.value)) for one in village.years if one.published.value}
            if year not in published or not published.keys() & range(year + 1, year + 1 + YEARS):
                continue
            prepared = prepare(village, kb, request)
            scored = prepared.judged.scored
            if scored.year != year or scored.index is None or scored.index.value is None:
                continue
            stands = standings(prepared, schedule(prepared), framework)
            sides = [
                [index_of(framework, values) or Fraction(0) for values in side]
                for side in ((one.own for one in stands), (one.everything for one in stands))
            ]
            for later in range(1, YEARS + 1):
                if year + later in published:
                    now, until = scored.index.value, later + 1
                    own, everything = (tuple(side[:until]) for side in sides)
                    district, slug = village.code.replace(".", "")[:4], class_of(framework, now)
                    yield Case(district, year, later, slug, now, own, everything, published[year + later])


def pooled(found: Sequence[Case], framework: Framework) -> dict[str, str]:
    """Return the group in which each class is counted: with the next class until there are enough villages."""
    slugs = [index_class.slug for index_class in framework.classes]
    many = {slug: sum(case.index_class == slug for case in found) for slug in slugs}
    groups, waiting, count = {}, [], 0
    for slug in slugs:
        waiting.append(slug)
        count += many[slug]
        if count >= ENOUGH:
            groups |= dict.fromkeys(waiting, slug)
            waiting, count = [], 0
    return groups | dict.fromkeys(waiting, slugs[-1])


def fitted(found: Sequence[Case], groups: dict[str, str], settings: Settings) -> Settings:
    """Return the settings with the share and the profile that fit the gains best, beside a constant a group and year.

    The share of proposals stays in its proportion to that of own works: the data cannot tell the two apart.
    """
    ratio = Fraction(settings.outlook_proposal, settings.outlook_own)
    rows, gains, keys = [], [], []
    for case in found:
        by_age = [0.0] * YEARS
        for levels, factor in ((case.own, 1 - ratio), (case.everything, ratio)):
            for age, (before, after) in enumerate(reversed(list(pairwise(levels)))):
                by_age[age] += float(factor * (after - before))
        rows.append(by_age)
        gains.append(float(case.gain))
        keys.append((groups[case.index_class], case.years))
    of = np.array([[key == other for other in sorted(set(keys))] for key in keys], float)
    weights = np.linalg.lstsq(np.hstack([of, np.array(rows)]), np.array(gains), rcond=None)[0]
    first, second, last = np.maximum.accumulate(np.maximum(weights[-YEARS:], 0.001))
    return replace(
        settings,
        outlook_own=round(1000 * last),
        outlook_proposal=round(1000 * last * float(ratio)),
        outlook_first_year=round(1000 * first / last),
        outlook_second_year=round(1000 * second / last),
    )


def counted(found: Sequence[Case], groups: dict[str, str], settings: Settings) -> Counted:
    """Return what the villages of each class gained, in all and beside the part that the plans explain."""
    result = {}
    for slug, group in groups.items():
        for years in range(1, YEARS + 1):
            inside = [case for case in found if groups[case.index_class] == group and case.years == years]
            if inside:
                beside = sorted(case.gain - seen(case.own, case.everything, settings) for case in inside)
                trend = statistics.median(case.gain for case in inside)
                spread = tuple(_rounded(_quantile(beside, share)) for share in QUANTILES)
                result[slug, years] = Gains(len(inside), _rounded(trend), spread)
    return result


def _quantile(ordered: Sequence[Fraction], share: int) -> Fraction:
    place = Fraction(share * (len(ordered) - 1), 1000)
    low, rest = int(place), place - int(place)
    return ordered[low] if not rest else ordered[low] + rest * (ordered[low + 1] - ordered[low])


def _rounded(value: Fraction) -> Fraction:
    return Fraction(round(value * 10_000), 10_000)


Forecast = dict[str, float]  # class -> chance


@dataclass(frozen=True, slots=True)
class Judged:
    """What was told of a case by a fit that has not seen its district, and what happened."""

    case: Case
    told: Forecast
    base: Forecast  # how often villages of the class got where
    gain: Fraction  # the gain that half of such villages exceed
    end: str

    def rise(self, order: Sequence[str]) -> float:
        """Return the chance told to end in a higher class."""
        return sum(part for slug, part in self.told.items() if order.index(slug) > order.index(self.case.index_class))

    def rose(self, order: Sequence[str]) -> bool:
        return order.index(self.end) > order.index(self.case.index_class)


def judged(
    fit_on: Sequence[Case], judge_on: Iterable[Case], framework: Framework, settings: Settings
) -> Iterator[Judged]:
    """Yield the chances of villages that the fit has not seen, beside how often its villages of the class got where."""
    groups = pooled(fit_on, framework)
    settings = fitted(fit_on, groups, settings)
    print(f"fit on {len(fit_on)} pairs of years:", _named(settings))
    gains = counted(fit_on, groups, settings)
    ends: dict[tuple[str, int], list[str]] = defaultdict(list)
    for case in fit_on:
        for key in {case.index_class, groups[case.index_class]}:
            ends[key, case.years].append(class_of(framework, case.result))
    for case in judge_on:
        works, anyway = seen(case.own, case.everything, settings), gains[case.index_class, case.years]
        chance = chances(framework, case.now + works, anyway)
        known = ends[case.index_class, case.years] or ends[groups[case.index_class], case.years]
        yield Judged(
            case,
            {slug: part / 1000 for slug, part in chance.items()},
            {one.slug: known.count(one.slug) / len(known) for one in framework.classes},
            anyway.usual + works,
            class_of(framework, case.result),
        )


def _named(settings: Settings) -> str:
    share, first, second = settings.outlook_own, settings.outlook_first_year, settings.outlook_second_year
    return f"share {share}, of it seen in the first survey {first}, in the second {second} (thousandths)"


def brier(forecasts: Iterable[tuple[Forecast, str]]) -> float:
    """Return the mean sum of squared differences between chances and what happened: 0 is perfect, 2 the worst."""
    scores = [sum((part - (slug == end)) ** 2 for slug, part in chance.items()) for chance, end in forecasts]
    return sum(scores) / len(scores)


def by_class(found: Sequence[Judged], order: Sequence[str]) -> Iterator[str]:
    """Yield the lines of the table by class of the data and year of the result, of plans on the first year's data."""
    yield "| class | result of | villages | rose: told | seen | gain: told | seen | Brier: chances | base | likeliest |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"
    first = min(one.case.year for one in found)
    for year in SHOWN:
        of_year = [one for one in found if one.case.year == first and first + one.case.years == year]
        for name, slugs in [*((slug, [slug]) for slug in order), ("all", order)]:
            inside = [one for one in of_year if one.case.index_class in slugs]
            if inside:
                yield f"| {name} | {year} | {len(inside)} | {' | '.join(_numbers(inside, order))} |"


def _numbers(inside: Sequence[Judged], order: Sequence[str]) -> Iterator[str]:
    yield f"{sum(one.rise(order) for one in inside) / len(inside):.0%}"
    yield f"{sum(one.rose(order) for one in inside) / len(inside):.0%}"
    yield f"{float(statistics.median(one.gain for one in inside)):.3f}"
    yield f"{float(statistics.median(one.case.gain for one in inside)):.3f}"
    yield f"{brier((one.told, one.end) for one in inside):.3f}"
    yield f"{brier((one.base, one.end) for one in inside):.3f}"
    likeliest = ((max(one.told, key=one.told.__getitem__), one.end) for one in inside)
    yield f"{brier((dict.fromkeys(order, 0.0) | {slug: 1.0}, end) for slug, end in likeliest):.3f}"


def by_chance(found: Sequence[Judged], order: Sequence[str]) -> Iterator[str]:
    """Yield the lines of the table by the chance that was told: all pairs of years of villages that could rise."""
    yield "| chance told to rise | pairs of years | mean told | rose |"
    yield "| --- | --- | --- | --- |"
    for low in range(0, 100, 20):
        inside = [
            one
            for one in found
            if one.case.index_class != order[-1] and low <= 100 * one.rise(order) < low + 20 + (low == 80)
        ]
        if inside:
            pairs = ((one.rise(order), one.rose(order)) for one in inside)
            told, rose = (sum(part) / len(inside) for part in zip(*pairs, strict=True))
            yield f"| {low} to {low + 20} % | {len(inside)} | {told:.0%} | {rose:.0%} |"


def write(path: Path, name: str, gains: Counted) -> None:
    """Write the catalog's table."""
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file, lineterminator="\n")
        lines.writerow(["framework", "class", "year", "n", "trend", *(f"q{share}" for share in QUANTILES)])
        for (slug, years), one in gains.items():
            numbers = (f"{float(value):.4f}" for value in (one.trend, *one.quantiles))
            lines.writerow([name, slug, years, one.villages, *numbers])


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", nargs="+")
    parser.add_argument("--write", type=Path)
    parser.add_argument("--framework", default="idm")
    parser.add_argument("--budget", type=int, default=330_000_000)
    asked = parser.parse_args(arguments)
    kb = rec.load_knowledge()
    framework = kb.frameworks[asked.framework]
    found = list(cases(asked.data, kb, framework, asked.budget))
    settings = make_request(rec.Options(start_year=2027), kb).settings
    districts = sorted({case.district for case in found})
    first_half = frozenset(districts[::2])
    halves = [[case for case in found if (case.district in first_half) is side] for side in (True, False)]
    print(f"{len(districts)} districts, {len(found)} pairs of years")
    told = [one for fit_on, judge_on in (halves, halves[::-1]) for one in judged(fit_on, judge_on, framework, settings)]
    order = [index_class.slug for index_class in framework.classes]
    print(*by_class(told, order), "", *by_chance(told, order), sep="\n")
    groups = pooled(found, framework)
    print("fit on all:", _named(fitted(found, groups, settings)))
    print("catalog:", _named(settings))
    if asked.write:  # with the catalog's share and profile, which stand rounded in its parameters
        write(asked.write, asked.framework, counted(found, groups, settings))


if __name__ == "__main__":
    main()
