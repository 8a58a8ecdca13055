"""Areas with a colour each -> a map: outlines on a grid, so that neighbours keep a common border and bytes are few.

Points are rounded to the grid of the picture. Two areas that share points share them afterwards, too: rounding opens
no gap, as leaving out points area by area would.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from recommender.model.boundaries import Polygon, Ring
from recommender.outputs.pictures import palette, svg
from recommender.outputs.pictures.svg import Safe

_WIDTH, _HIGHEST, _EDGE = 1000, 1100, 6
_WIDE_SIZE, _NARROW_SIZE = 17.0, 36.0  # letters of labels, in units of the picture
_BOLD = 1.1  # bold letters are so much broader
Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Shape:
    """An area as it is drawn; `fill` None: hatched, of which nothing is known or compared."""

    polygons: tuple[Polygon, ...]
    fill: str | None
    said: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """A name in the middle of shapes, given by their places in the list."""

    text: str
    shapes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Grid:
    """Degrees to whole units of the picture; a degree of longitude is as long as it is at the middle latitude."""

    left: float
    top: float
    across: float
    scale: float

    def cell(self, longitude: float, latitude: float) -> Cell:
        x = _EDGE + (longitude - self.left) * self.across * self.scale
        return round(x), round(_EDGE + (self.top - latitude) * self.scale)


def area_map(shapes: Sequence[Shape], labels: Sequence[Label], title: str, description: str, name: str) -> Safe:
    """Return the map; wide screens and paper see more labels than telephones do."""
    grid, width, height = _grid(shapes)
    hatch = f"{name}-hatch"
    drawn: list[Safe] = []
    middles: list[list[Cell]] = []
    for shape in shapes:
        rings = [_ring(ring, grid) for polygon in shape.polygons for ring in polygon]
        kept = [ring for ring in rings if len(ring) > 2]
        cells = max(kept, key=_size, default=[grid.cell(*shape.polygons[0][0][0])])
        middles.append(cells)
        drawn.append(_area(shape, kept or [_speck(cells[0])], hatch))
    return svg.picture(
        width,
        height,
        title,
        description,
        svg.tag("defs", _hatch(hatch)),
        svg.tag("g", *drawn, stroke=palette.INK, stroke_width=0.8, stroke_linejoin="round", fill_rule="evenodd"),
        svg.tag("g", *_labels(labels, middles, _WIDE_SIZE, width, height), class_="wide"),
        svg.tag("g", *_labels(labels, middles, _NARROW_SIZE, width, height), class_="narrow"),
        name=name,
    )


def _grid(shapes: Sequence[Shape]) -> tuple[_Grid, int, int]:
    points = [point for shape in shapes for polygon in shape.polygons for point in polygon[0]]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    across = max(0.05, math.cos(math.radians((south + north) / 2)))
    wide, high = max((east - west) * across, 1e-6), max(north - south, 1e-6)
    scale = min((_WIDTH - 2 * _EDGE) / wide, (_HIGHEST - 2 * _EDGE) / high)
    return _Grid(west, north, across, scale), round(wide * scale) + 2 * _EDGE, round(high * scale) + 2 * _EDGE


def _ring(ring: Ring, grid: _Grid) -> list[Cell]:
    """Return the corners of an outline on the grid: none twice in a row, none in the middle of a straight line."""
    cells: list[Cell] = []
    for point in ring:
        cell = grid.cell(*point)
        if cells and cell == cells[-1]:
            continue
        while len(cells) > 1 and _is_straight(cells[-2], cells[-1], cell):
            cells.pop()
        cells.append(cell)
    while len(cells) > 1 and cells[0] == cells[-1]:
        cells.pop()
    return cells


def _is_straight(one: Cell, between: Cell, other: Cell) -> bool:
    """Return whether a corner lies on the way from one to the other."""
    (ax, ay), (bx, by), (cx, cy) = one, between, other
    turns = (bx - ax) * (cy - by) - (by - ay) * (cx - bx)
    return turns == 0 and (bx - ax) * (cx - bx) + (by - ay) * (cy - by) >= 0


def _size(ring: Sequence[Cell]) -> float:
    """Return twice the area within a ring."""
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True)))


def _speck(cell: Cell) -> list[Cell]:
    """Return a small square for an area that is smaller than the grid, so that it is not lost."""
    x, y = cell
    return [(x - 2, y - 2), (x + 2, y - 2), (x + 2, y + 2), (x - 2, y + 2)]


def _area(shape: Shape, rings: list[list[Cell]], hatch: str) -> Safe:
    said = svg.tag("title", shape.said)
    path = svg.tag("path", said, d=Safe("".join(map(_way, rings))), fill=shape.fill or f"url(#{hatch})")
    # The table beside the map has the same links: a keyboard need not walk through all areas.
    return svg.tag("a", path, href=shape.link, tabindex="-1") if shape.link else path


def _way(ring: Sequence[Cell]) -> str:
    """Return the path of a ring, each corner as seen from the one before.

    >>> _way([(10, 10), (14, 10), (14, 3)])
    'M10 10l4 0 0-7z'
    """
    steps = (f"{bx - ax} {by - ay}" for (ax, ay), (bx, by) in pairwise(ring))
    return f"M{ring[0][0]} {ring[0][1]}l{' '.join(steps)}z".replace(" -", "-")


def _hatch(name: str) -> Safe:
    line = svg.path("M", -1, 7, "L", 7, -1, stroke=palette.EDGE, stroke_width=1)
    ground = svg.tag("rect", width=6, height=6, fill=palette.PANEL)
    return svg.tag("pattern", ground, line, id=name, width=6, height=6, patternUnits="userSpaceOnUse")


def _labels(
    labels: Sequence[Label], middles: Sequence[list[Cell]], size: float, width: int, height: int
) -> Iterator[Safe]:
    """Yield the names that find room without covering another, those of the largest areas first."""
    taken: list[tuple[float, float, float, float]] = []

    def weight(label: Label) -> tuple[float, str]:
        return -sum(_size(middles[place]) for place in label.shapes if len(middles[place]) > 2), label.text

    for label in sorted(labels, key=weight):
        x, y = _middle([middles[place] for place in label.shapes])
        half = svg.text_width(label.text, size) * svg.BROAD * _BOLD / 2
        x = min(max(x, half + 2), width - half - 2)
        y = min(max(y, size), height - size / 3)
        box = (x - half - 4, y - size, x + half + 4, y + 5)
        if 2 * half > width or any(_overlap(box, other) for other in taken):
            continue
        taken.append(box)
        halo: dict[str, str | float | None] = {
            "stroke": palette.PAPER,
            "stroke_width": size / 6,
            "paint_order": "stroke",
            "stroke_linejoin": "round",
        }
        yield svg.write(label.text, x, y, size, palette.INK, text_anchor="middle", font_weight="600", **halo)


def _middle(rings: Sequence[Sequence[Cell]]) -> tuple[float, float]:
    """Return the middle of rings, each weighing as much as it is large."""
    whole = x = y = 0.0
    for ring in rings:
        weight = _size(ring) or 1.0
        left, right = min(cx for cx, _ in ring), max(cx for cx, _ in ring)
        top, bottom = min(cy for _, cy in ring), max(cy for _, cy in ring)
        whole, x, y = whole + weight, x + weight * (left + right) / 2, y + weight * (top + bottom) / 2
    return x / whole, y / whole


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
