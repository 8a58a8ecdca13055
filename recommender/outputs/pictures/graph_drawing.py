"""Boxes and arrows -> SVG: a dependency graph drawn from left to right, with a legend, by `layered`'s places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from recommender.outputs.pictures import palette, svg
from recommender.outputs.pictures.layout import Layout, Point, Spacing, lay_out
from recommender.outputs.pictures.svg import Safe

SIZE = 12.0
_LEADING = 14.5
_PAD = 9.0
_LINES = 3
_MARGIN = 16.0
_MARK = 21.0  # room of a box's mark, at its left


@dataclass(frozen=True, slots=True)
class Look:
    """How a box looks; `mark` is a letter or sign that says the same as the colour."""

    fill: str
    stroke: str
    mark: str
    dashes: str | None = None


@dataclass(frozen=True, slots=True)
class Box:
    name: str
    label: str
    look: Look
    hint: str = ""
    """What stands in a tool tip beside the whole label."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """An edge; `kind` as in `graph_picture.Edge`."""

    first: str
    then: str
    kind: str
    colour: str = palette.EDGE


_DASHES = {"any": "5 4", "soft": "1.5 3.5", "excludes": "2 2"}


def draw(
    boxes: Sequence[Box],
    arrows: Sequence[Arrow],
    looks: Sequence[tuple[Look, str]],
    kinds: Sequence[tuple[str, str]],
    title: str,
    description: str,
    *,
    name: str,
    width: float = 168,
    least: float = 0,
    alone: bool = False,
) -> Safe:
    """Return the picture.

    Parameters
    ----------
    looks, kinds
        The legend: looks of boxes and kinds of arrows, each with its words.
    name
        Start of every `id`.
    width
        Of a box.
    least
        Width that boxes without arrows may spread over.
    alone
        A file of its own.
    """
    texts = {box.name: svg.text_lines(box.label, width - 2 * _PAD - _MARK, SIZE, _LINES) for box in boxes}
    height = max((len(lines) for lines in texts.values()), default=1) * _LEADING + _PAD
    layered = [(arrow.first, arrow.then, arrow.kind) for arrow in arrows if arrow.kind != "excludes"]
    layout = lay_out([box.name for box in boxes], layered, (width, height), Spacing(), least)
    room = max(layout.width, least, width)
    legend, top = _legend(looks, kinds, room, name)
    if alone:
        legend, top = _titled(title, legend, top)
    drawn = [_edge(arrow, layout, (width, height), name) for arrow in arrows]
    drawn += [_box(box, texts[box.name], layout.places[box.name], (width, height)) for box in boxes]
    whole = (room + 2 * _MARGIN, layout.height + top + 2 * _MARGIN)
    paper = svg.tag("rect", width=whole[0], height=whole[1], fill=palette.PAPER)
    colours = sorted({palette.EDGE, *(arrow.colour for arrow in arrows)})
    heads = svg.tag("defs", *(svg.arrow_head(_head(name, colour), colour) for colour in colours))
    moved = svg.tag("g", *drawn, transform=f"translate({svg.value_of(_MARGIN)} {svg.value_of(_MARGIN + top)})")
    return svg.picture(*whole, title, description, heads, paper, legend, moved, name=name, alone=alone)


def _titled(title: str, legend: Safe, top: float) -> tuple[Safe, float]:
    """Return the legend below the picture's title, and where the drawing starts."""
    line = svg.write(title, _MARGIN, 28, 18, palette.INK, font_weight="600")
    return svg.joined(line, svg.tag("g", legend, transform="translate(0 34)")), top + 34


def _legend(
    looks: Sequence[tuple[Look, str]], kinds: Sequence[tuple[str, str]], room: float, name: str
) -> tuple[Safe, float]:
    """Return the legend in as many rows as it needs, and its height."""
    pieces: list[Safe] = []
    x, y = _MARGIN, _MARGIN
    samples: list[tuple[Look | str, str]] = [*looks, *kinds]
    for sample, said in samples:
        words = svg.text_lines(said, room - 50, SIZE, 1)[0]
        needed = 44 + svg.text_width(words, SIZE) + 18
        if x > _MARGIN and x + needed > room + _MARGIN:
            x, y = _MARGIN, y + 24
        if isinstance(sample, Look):
            pieces.append(_sample(sample, x, y))
        else:
            pieces.append(_line(f"M{_at(x, y + 9)}H{svg.value_of(x + 34)}", Arrow("", "", sample), name))
        pieces.append(svg.write(words, x + 42, y + 13, SIZE, palette.INK))
        x += needed
    return svg.joined(*pieces), y + 24


def _sample(look: Look, x: float, y: float) -> Safe:
    return svg.joined(_frame(look, x, y, 34, 18), _sign(look, x + 17, y + 13, "middle"))


def _frame(look: Look, x: float, y: float, width: float, height: float) -> Safe:
    return svg.tag(
        "rect",
        x=x,
        y=y,
        width=width,
        height=height,
        rx=4,
        fill=look.fill,
        stroke=look.stroke,
        stroke_width=1.4,
        stroke_dasharray=look.dashes,
    )


def _sign(look: Look, x: float, y: float, anchor: str | None) -> Safe:
    return svg.write(look.mark, x, y, SIZE, look.stroke, font_weight="700", text_anchor=anchor)


def _box(box: Box, lines: list[str], place: Point, size: Point) -> Safe:
    x, y = place
    first = y + (size[1] - len(lines) * _LEADING) / 2 + SIZE - 0.5
    texts = [
        svg.write(line, x + _PAD + _MARK, first + number * _LEADING, SIZE, palette.INK)
        for number, line in enumerate(lines)
    ]
    hint = svg.tag("title", f"{box.label} {box.hint}".strip())
    return svg.tag("g", hint, _frame(box.look, x, y, *size), _sign(box.look, x + _PAD, first, None), *texts)


def _edge(arrow: Arrow, layout: Layout, size: Point, name: str) -> Safe:
    if arrow.kind == "excludes":
        return _line(_beside(layout.places[arrow.first], layout.places[arrow.then], size), arrow, name)
    points = layout.routes[arrow.first, arrow.then, arrow.kind]
    path = f"M{_at(*points[0])}"
    for number, (one, other) in enumerate(pairwise(points)):
        if number % 2:
            path += f"L{_at(*other)}"
        else:
            bend = (other[0] - one[0]) * 0.5
            path += f"C{_at(one[0] + bend, one[1])} {_at(other[0] - bend, other[1])} {_at(*other)}"
    return _line(path, arrow, name)


def _beside(one: Point, other: Point, size: Point) -> str:
    """Return a path between two boxes that is no arrow: left sides in one column, else facing sides."""
    if one[0] > other[0]:
        one, other = other, one
    start, end = one[1] + size[1] / 2, other[1] + size[1] / 2
    if one[0] == other[0]:
        bow = one[0] - 18
        return f"M{_at(one[0], start)}C{_at(bow, start)} {_at(bow, end)} {_at(one[0], end)}"
    right = one[0] + size[0]
    bend = (other[0] - right) / 2
    return f"M{_at(right, start)}C{_at(right + bend, start)} {_at(other[0] - bend, end)} {_at(other[0], end)}"


def _line(path: str, arrow: Arrow, name: str) -> Safe:
    return svg.tag(
        "path",
        d=path,
        fill="none",
        stroke=palette.WARNING if arrow.kind == "excludes" else arrow.colour,
        stroke_width=1.6 if arrow.kind in ("all", "excludes") else 1.2,
        stroke_dasharray=_DASHES.get(arrow.kind),
        marker_end=None if arrow.kind == "excludes" else f"url(#{_head(name, arrow.colour)})",
    )


def _head(name: str, colour: str) -> str:
    return f"{name}-head-{colour[1:]}"


def _at(x: float, y: float) -> str:
    return f"{svg.value_of(x)} {svg.value_of(y)}"
