"""What a plan says of times to come: the outlook of the index by year, and how often such villages rose anyway.

Parts of the plan document. A class is told as a chance in thousandths; nothing here is a promise, nor an effect.
"""

from __future__ import annotations

from pydantic import Field

from recommender.model.plan_parts import DocumentPart


class Closing(DocumentPart):
    """How often villages at a score rose anyway, in thousandths: what a panel of years shows, no effect of the step."""

    indicator: str
    """Of those that the step improves, the one that it lifts most."""
    score: int
    """Of this village as measured, thousandths."""
    n: int
    """Villages behind `rose_1y`."""
    n_3y: int
    """Villages behind `rose_3y`, `low` and `high`."""
    rose_1y: int
    """Stood higher a year later."""
    rose_3y: int | None
    """Stood higher three years later; null where nobody counted."""
    low: int | None
    """Least of the range of `rose_3y` over provinces."""
    high: int | None


class OutlookIndex(DocumentPart):
    index: float | None
    """Null where the index cannot be computed."""
    class_: str | None = Field(alias="class")
    """Slug of the class in which this number lies; how sure a class is says `chance`."""


class OutlookDimension(DocumentPart):
    expected: float
    """Score with the part of the works' gains that the survey of the year sees."""
    all_done: float
    """Score with the full effect of every work."""


class OutlookYear(DocumentPart):
    """What to expect at the end of a year, beside the full effect of all works and the trend of the class."""

    year: int
    expected: OutlookIndex
    """Now, `anyway` and `works` together, within the scale: half of the villages like this one get further."""
    all_done: OutlookIndex
    """The full effect of every work and proposal, and nothing else."""
    trend: OutlookIndex
    """What villages of the class reached in so many years, at the median, whatever they did."""
    dimensions: dict[str, OutlookDimension]
    """Dimension to its scores, by the works alone."""
    chance: dict[str, int] | None = None
    """Class to the villages of a thousand like this one that end in it, adding up to 1000; empty where nobody has
    counted such villages, null in documents of earlier programs."""
    villages: int | None = None
    """Pairs of years of real villages behind `chance`."""
    anyway: float | None = None
    """What villages of the class gain beside a plan, at the median, in points of the index."""
    works: float | None = None
    """The part of the works' gain that the survey of the year sees, in points of the index."""
