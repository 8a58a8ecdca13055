"""What is known of the groups and how old it is, and where they stand: classes, dimensions, villages among peers.

No order by merit: a group or village stands in a band, which is a quarter of what it is compared with, or the half
between; within a band nobody is before another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from recommender.language.wording import phrase
from recommender.model.frames import Column, Frame
from recommender.model.plan import Plan
from recommender.verbs.comparing.grouping import class_cells, class_rank, class_word, grouped, village_key
from recommender.verbs.comparing.scope import Row, Scope, middle, quarters, share

Band = Literal["lower", "middle", "upper"]


def known(scope: Scope) -> Frame:
    """Return what is known of each group: villages, years of their data, values, facts, open questions."""
    columns = (
        Column("villages", "count"),
        Column("with_class", "count"),
        Column("first_year", "year"),
        Column("last_year", "year"),
        Column("of_last_year", "count"),
        Column("measured", "share"),
        Column("doubtful_villages", "count"),
        Column("facts_given", "number"),
        Column("questions", "number"),
    )
    return scope.frame("known", columns, (row for row in _known(scope)))


def _known(scope: Scope) -> Iterator[Row]:
    latest = max((plan.data.year for plan in scope.plans if plan.data.year is not None), default=None)
    for group in scope.groups:
        years = [plan.data.year for plan in group.plans if plan.data.year is not None]
        dimensions = [found for plan in group.plans for found in plan.scores.dimensions.values()]
        yield (
            *scope.cells(group),
            group.size,
            sum(bool(class_word(plan)) for plan in group.plans),
            min(years, default=None),
            max(years, default=None),
            sum(year == latest for year in years),
            share(sum(found.measured for found in dimensions), sum(found.of for found in dimensions)),
            sum(bool(plan.data.recovered) for plan in group.plans),
            middle(len(plan.facts) for plan in group.plans),
            middle(len(plan.questions) for plan in group.plans),
        )


def classes(scope: Scope) -> Frame:
    """Return how many villages of each group stand in each class; every class that one of them has."""
    found = sorted({class_word(plan) for plan in scope.plans}, key=class_rank(scope.kb))
    rows: list[Row] = []
    for group in scope.groups:
        counts = Counter(map(class_word, group.plans))
        cells = scope.cells(group)
        rows += [(*cells, *class_cells(word), counts[word], share(counts[word], group.size)) for word in found]
    columns = (
        Column("framework_of", "framework"),
        Column("class_of", "class"),
        Column("villages", "count"),
        Column("share", "share"),
    )
    return scope.frame("classes", columns, rows)


def dimensions(scope: Scope) -> Frame:
    """Return the score of each dimension in each group: lowest, quartiles, highest, and its band among the groups."""
    columns = (
        Column("dimension", "dimension"),
        Column("measured_villages", "count"),
        Column("lowest", "score"),
        Column("quarter", "score"),
        Column("median", "score"),
        Column("three_quarters", "score"),
        Column("highest", "score"),
        Column("weak_villages", "count"),
        Column("band", "word", "band"),
    )
    rows: list[Row] = []
    level: set[tuple[str, str]] = set()
    for name in scope.kb.dimensions:
        every = [score for plan in scope.plans if (score := _score(plan, name)) is not None]
        around = quarters(every)
        for group in scope.groups:
            scores = [score for plan in group.plans if (score := _score(plan, name)) is not None]
            spread = quarters(scores)
            weak = sum(plan.scores.dimensions[name].weak is True for plan in group.plans if name in _of(plan))
            if spread is None or around is None:
                rows.append((*scope.cells(group), name, 0, *(None,) * 5, weak, None))
                continue
            band = band_of(spread[1], around)
            level.add((name, band))
            ends = (min(scores), *spread, max(scores))
            rows.append((*scope.cells(group), name, len(scores), *ends, weak, band if len(scope.groups) > 1 else None))
    notes = [phrase("compare-bands")] if len(scope.groups) > 1 else []
    return scope.frame("dimensions", columns, _by_group(rows, len(scope.grouping.columns)), notes)


def peers(scope: Scope) -> Frame:
    """Return each village's dimensions among its peers: villages of its class in its district; where they are too few,
    in its province, then anywhere in the data."""
    columns = (
        Column("dimension", "dimension"),
        Column("score", "score"),
        Column("peers", "count"),
        Column("peers_in", "word", "peers-in"),
        Column("quarter", "score"),
        Column("three_quarters", "score"),
        Column("band", "word", "band"),
    )
    return scope.frame("peers", columns, _peers(scope), [phrase("compare-peers", least=scope.settings.small_group)])


def _peers(scope: Scope) -> Iterator[Row]:
    within: dict[str, dict[tuple[str, str], tuple[Plan, ...]]] = {}
    for place, levels in (
        ("district", ("district", "class")),
        ("province", ("province", "class")),
        ("data", ("class",)),
    ):
        groups = grouped(scope.plans, scope.kb, levels).groups  # type: ignore[arg-type]
        within[place] = {village_key(plan): group.plans for group in groups if all(group.key) for plan in group.plans}
    for group in scope.groups:
        for plan in group.plans:
            for name in scope.kb.dimensions:
                score = _score(plan, name)
                place, scores = _peer_scores(plan, name, within, scope.settings.small_group)
                around = quarters(scores)
                if around is None:
                    yield *scope.cells(group), name, score, None, None, None, None, None
                    continue
                band = None if score is None else band_of(score, around)
                yield *scope.cells(group), name, score, len(scores), place, around[0], around[2], band


def _peer_scores(
    plan: Plan, name: str, within: Mapping[str, Mapping[tuple[str, str], Sequence[Plan]]], least: int
) -> tuple[str, list[float]]:
    """Return where there are enough peers with a score, and their scores; none where there are too few anywhere."""
    for place, found in within.items():
        scores = [score for peer in found.get(village_key(plan), ()) if (score := _score(peer, name)) is not None]
        if len(scores) >= least:
            return place, scores
    return "", []


def band_of(value: float, around: tuple[float, float, float]) -> Band:
    """Return in which band of a spread (its quartiles) a value lies; at a quartile it lies in the middle.

    >>> band_of(0.2, (0.4, 0.6, 0.7)), band_of(0.7, (0.4, 0.6, 0.7))
    ('lower', 'middle')
    """
    return "lower" if value < around[0] else "upper" if value > around[2] else "middle"


def _of(plan: Plan) -> set[str]:
    return set(plan.scores.dimensions)


def _score(plan: Plan, dimension: str) -> float | None:
    found = plan.scores.dimensions.get(dimension)
    return found.score if found else None


def _by_group(rows: list[Row], width: int) -> list[Row]:
    """Return the rows with those of a group together, groups in the order in which they first stand."""
    order = {key: place for place, key in enumerate(dict.fromkeys(row[:width] for row in rows))}
    return sorted(rows, key=lambda row: order[row[:width]])
