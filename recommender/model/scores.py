"""A village as scored: the year that is planned on, its scores, the index recomputed, doubts, and what is observed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from recommender.language.errors import Problem


@dataclass(frozen=True, slots=True)
class DimensionStanding:
    """Mean score of the measured actionable indicators in thousandths (None without one), and how many there are."""

    score: int | None
    weak: bool | None
    measured: int
    of: int


@dataclass(frozen=True, slots=True)
class Index:
    """The official index: `value` exact and None unless all items are known."""

    framework: str
    value: Fraction | None
    published: float | None
    class_slug: str | None
    components: Mapping[str, Fraction | None]


@dataclass(frozen=True, slots=True)
class Scored:
    """Scores of the planned year.

    `values` are as published, recovered ones mended; `scores` thousandths; `previous` the newest earlier year of the
    same framework as (year, values). `doubtful` maps an indicator to why: `fell`, `recovered`, `contradicted`.
    """

    framework: str | None
    year: int | None
    values: Mapping[str, int]
    scores: Mapping[str, int]
    previous: tuple[int, Mapping[str, int]] | None
    doubtful: Mapping[str, str]
    dimensions: Mapping[str, DimensionStanding]
    index: Index | None
    problems: tuple[Problem, ...]
