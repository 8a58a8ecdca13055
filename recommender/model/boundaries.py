"""Outlines of places: areas with a code each, as polygons in longitude and latitude."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]  # longitude, latitude, degrees
Ring: TypeAlias = tuple[Point, ...]
Polygon: TypeAlias = tuple[Ring, ...]  # the outline, then its holes


@dataclass(frozen=True, slots=True)
class Area:
    """A place: `code` is digits without dots, `name` what the file calls it, `` where it does not."""

    code: str
    name: str
    polygons: tuple[Polygon, ...]


@dataclass(frozen=True, slots=True)
class Feature:
    """A feature of a file: its properties as they stand there, and its polygons (none where it has no outline)."""

    properties: tuple[tuple[str, str], ...]
    polygons: tuple[Polygon, ...]


@dataclass(frozen=True, slots=True)
class BoundaryFile:
    """All features of a file, in its order, not yet joined to any village."""

    name: str
    features: tuple[Feature, ...]


@dataclass(frozen=True, slots=True)
class Boundaries:
    """Areas of one level joined to villages.

    Parameters
    ----------
    level
        Digits of an area's code.
    areas
        In the order of their codes, each once.
    others
        Areas of that level in which no village lies that is compared.
    missing
        Codes of villages, as written, that no area holds.
    skipped
        Features of other levels, without a code or without an outline.
    """

    level: int
    areas: tuple[Area, ...]
    others: tuple[Area, ...]
    missing: tuple[str, ...]
    skipped: int
