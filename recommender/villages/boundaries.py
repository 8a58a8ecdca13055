"""GeoJSON file -> outlines of places, joined to villages by code.

Nobody says which property holds the codes: it is the one whose values place most villages. An area's code is that of a
village, or the beginning of villages' codes (subdistrict, district, province), with dots or without.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from recommender.language.errors import Problem, UsageError, problem
from recommender.model.boundaries import Area, Boundaries, BoundaryFile, Feature, Point, Polygon, Ring
from recommender.parsing.json_text import NotJson, parse_json
from recommender.villages.data_source import DataFile
from recommender.villages.files import find_files
from recommender.villages.text_file import text_of

_LEVELS = {"kemendagri": (2, 4, 6, 10), "bps": (2, 4, 7, 10)}  # digits of province, district, subdistrict, village
_NAMES = ("nama", "name", "nm", "wadm", "desa", "kecamatan", "village")  # how a property of names may begin
_SHOWN = 3


def read_boundaries(path: str | Path) -> BoundaryFile:
    """Return the features of a GeoJSON file, packed with gzip or not.

    Raises
    ------
    UsageError
        If it cannot be read, is no GeoJSON, has other shapes than polygons, or coordinates that are no degrees: every
        such problem once, with the first features that have it.
    """
    found = [] if Path(path).is_dir() else list(find_files([path]))
    problems = [one for one in found if isinstance(one, Problem)]
    files = [one for one in found if isinstance(one, DataFile)]
    if problems or len(files) != 1:
        raise UsageError(problems or [problem(str(path), "boundaries-several")])
    name = files[0].name
    text, contents = text_of(files[0])
    if text is None:
        raise UsageError(contents.problems)
    try:
        value = parse_json(text)
    except NotJson as error:
        raise UsageError([problem(error.where(name), "boundaries-no-json", why=error.reason)]) from None
    return BoundaryFile(name, _features(name, value))


def _features(name: str, value: Any) -> tuple[Feature, ...]:
    items = value.get("features") if isinstance(value, dict) else None
    if isinstance(value, dict) and value.get("type") == "Feature":
        items = [value]
    if not isinstance(items, list) or not items or not all(isinstance(item, dict) for item in items):
        kind = value.get("type") if isinstance(value, dict) else type(value).__name__
        raise UsageError([problem(name, "boundaries-no-geojson", kind=str(kind)[:30])])
    shapes: list[tuple[int, str]] = []
    places: list[int] = []
    features = []
    for number, item in enumerate(items, 1):
        geometry = item.get("geometry")
        kind = geometry.get("type") if isinstance(geometry, dict) else None
        polygons: tuple[Polygon, ...] = ()
        if isinstance(geometry, dict) and kind in ("Polygon", "MultiPolygon"):
            given = geometry.get("coordinates")
            try:
                parts = [given] if kind == "Polygon" else list(given or ())
                polygons = tuple(map(_polygon, parts))
            except (TypeError, ValueError, IndexError):
                places.append(number)
        elif geometry is not None:
            shapes.append((number, str(kind)[:30]))
        properties = item.get("properties")
        told = properties.items() if isinstance(properties, dict) else ()
        kept = tuple((str(key), _text(value)) for key, value in told if isinstance(value, str | int | float))
        features.append(Feature((*kept, ("id", _text(item["id"]))) if "id" in item else kept, polygons))
    problems = []
    if shapes:
        kinds = sorted({kind for _, kind in shapes})
        numbers = [str(number) for number, _ in shapes]
        problems.append(
            problem(name, "boundaries-no-polygon", count=len(shapes), kinds=kinds, first=", ".join(numbers[:_SHOWN]))
        )
    if places:
        first = ", ".join(map(str, places[:_SHOWN]))
        problems.append(problem(name, "boundaries-no-degrees", count=len(places), first=first))
    if not problems and not any(feature.polygons for feature in features):
        problems.append(problem(name, "boundaries-no-geojson", kind="geometry: null"))
    if problems:
        raise UsageError(problems)
    return tuple(features)


def _text(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _polygon(rings: Any) -> Polygon:
    made = tuple(_ring(ring) for ring in rings)
    if not made:
        raise ValueError("a polygon without an outline")
    return made


def _ring(points: Any) -> Ring:
    made = tuple(_point(point) for point in points)
    if len(made) < 4:
        raise ValueError("fewer than four points")
    return made


def _point(point: Any) -> Point:
    longitude, latitude = float(point[0]), float(point[1])
    if not (math.isfinite(longitude) and math.isfinite(latitude) and abs(longitude) <= 180 and abs(latitude) <= 90):
        raise ValueError("no longitude and latitude")
    return longitude, latitude


def joined_boundaries(file: BoundaryFile, villages: Sequence[tuple[str, str]]) -> Boundaries:
    """Return the areas that hold the villages, given as code (as written) and scheme.

    Raises
    ------
    UsageError
        If no property places any village, or two areas have the same code.
    """
    beginnings: dict[str, set[str]] = {}
    for code, scheme in villages:
        digits = code.replace(".", "")
        for length in _LEVELS.get(scheme, (2, 4, 6, 7, 10)):
            beginnings.setdefault(digits[:length], set()).add(code)
    names = sorted({key for feature in file.features for key, _ in feature.properties})
    best, level, held = "", 0, set[str]()
    for name in names:
        given = (dict(feature.properties).get(name, "") for feature in file.features)
        codes = list(filter(None, map(_digits, given)))
        for length in sorted({len(digits) for digits in codes}):
            placed = {code for digits in codes if len(digits) == length for code in beginnings.get(digits, ())}
            # The finer level where both place as many: a village's own outline rather than its province's.
            if placed and (len(placed), length) > (len(held), level):
                best, level, held = name, length, placed
    if not held:
        raise UsageError([_no_match(file, names, villages)])
    areas: dict[str, Area] = {}
    others, skipped, twice = [], 0, set[str]()
    for feature in file.features:
        properties = dict(feature.properties)
        digits = _digits(properties.get(best, ""))
        if len(digits) != level or not feature.polygons:
            skipped += 1
            continue
        area = Area(digits, _name_of(properties, best), feature.polygons)
        if digits in areas:
            twice.add(digits)
        areas[digits] = area
    if twice:
        raise UsageError([problem(file.name, "boundaries-twice", name=best, codes=sorted(twice))])
    others = [area for digits, area in sorted(areas.items()) if digits not in beginnings]
    kept = tuple(area for digits, area in sorted(areas.items()) if digits in beginnings)
    drawn = {code for area in kept for code in beginnings[area.code]}
    missing = tuple(sorted({code for code, _ in villages} - drawn))
    return Boundaries(level, kept, tuple(others), missing, skipped)


def _no_match(file: BoundaryFile, names: Iterable[str], villages: Sequence[tuple[str, str]]) -> Problem:
    """Return what was looked for and what there is instead."""
    seen = list(_looks(file, names))
    if not seen:
        return problem(file.name, "boundaries-no-codes", names=list(names), example=villages[0][0])
    name, values = max(seen, key=lambda one: len(one[1]))
    return problem(
        file.name, "boundaries-no-match", name=name, values=", ".join(values[:_SHOWN]), example=villages[0][0]
    )


def _looks(file: BoundaryFile, names: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield the properties whose values look like codes, with these."""
    for name in names:
        given = (dict(feature.properties).get(name, "") for feature in file.features)
        values = [value for value in given if _digits(value)]
        if values:
            yield name, values


def _digits(value: str) -> str:
    """Return a code's digits; `` of what is no code.

    >>> _digits("64.01.01"), _digits("6401012009"), _digits("Paser")
    ('640101', '6401012009', '')
    """
    digits = value.strip().replace(".", "")
    return digits if digits.isascii() and digits.isdigit() and len(digits) in (2, 4, 6, 7, 10) else ""


def _name_of(properties: dict[str, str], codes: str) -> str:
    """Return what a feature calls its place: of properties that may be names the first in the order of `_NAMES`."""
    for beginning in _NAMES:
        for key, value in properties.items():
            if key != codes and key.casefold().startswith(beginning) and not _digits(value):
                return value
    return ""
