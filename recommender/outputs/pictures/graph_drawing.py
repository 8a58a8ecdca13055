"""Boxes and arrows -> SVG: a dependency graph drawn from left to right, with a legend, by the places of `layout`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from recommender.outputs.pictures import palette, svg
from recommender.outputs.pictures.layout import Link, Point, Spacing, lay_out
from recommender.outputs.pictures.svg import Attributes, Safe

SIZE = 12.0
_LEADING = 14.5
_PAD = 9.0
_LINES = 3
_MARGIN = 16.0
_MARK = 21.0  # room of a box's mark, at its left
_TITLE = 34.0  # room of the picture's title
_DASHES = {"any": "5 4", "soft": "1.5 3.5", "excludes": "2 2"}


@dataclass(frozen=True, slots=True)
class BoxStyle:
    """How a box looks; `mark` is a letter or sign that says the same as the colour."""

    fill: str
    stroke: str
    mark: str
    dashes: str | None = None


@dataclass(frozen=True, slots=True)
class Box:
    name: str
    label: str
    style: BoxStyle
    hint: str = ""
    """What stands in a tool tip beside the whole label."""


def draw(
    boxes: Sequence[Box],
    links: Sequence[Link],
    styles: Sequence[tuple[BoxStyle, str]],
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
    links
        (first box, then box, kind): `all`, `any`, `soft` or `excludes`.
    styles, kinds
        The legend: styles of boxes and kinds of arrows, each with its words.
    name
        Start of every `id`.
    width
        Of a box.
    least
        Width that boxes without arrows may spread over.
    alone
        A file of its own, with its title; arrows have the colour of the box that they come from.
    """
    texts = {box.name: svg.text_lines(box.label, width - 2 * _PAD - _MARK, SIZE, _LINES) for box in boxes}
    size = (width, max((len(lines) for lines in texts.values()), default=1) * _LEADING + _PAD)
    layout = lay_out(
        [box.name for box in boxes], [link for link in links if link[2] != "excludes"], size, Spacing(), least
    )
    room = max(layout.width, least, width)
    samples = [(partial(_sample, style), said) for style, said in styles]
    samples += [(partial(_sample_line, kind, name), said) for kind, said in kinds]
    legend, top = svg.Legend(_MARGIN, room + _MARGIN, _MARGIN, SIZE, text=42, after=20, base=13, row=24).draw(samples)
    if alone:
        line = svg.write(title, _MARGIN, 28, 18, palette.INK, font_weight="600")
        legend, top = (
            svg.joined(line, svg.tag("g", legend, transform=f"translate(0 {svg.value_of(_TITLE)})")),
            top + _TITLE,
        )
    top += 24
    colours = {box.name: box.style.stroke if alone else palette.EDGE for box in boxes}
    drawn = []
    for link in links:
        first, then, kind = link
        if kind == "excludes":
            way = _beside(layout.places[first], layout.places[then], size)
        else:
            way = _along(layout.routes[link])
        drawn.append(_line(way, kind, colours[first], name))
    drawn += [_box(box, texts[box.name], layout.places[box.name], size) for box in boxes]
    whole = (room + 2 * _MARGIN, layout.height + top + 2 * _MARGIN)
    paper = svg.tag("rect", width=whole[0], height=whole[1], fill=palette.PAPER)
    used = sorted({palette.EDGE, *(colours[first] for first, _, _ in links)})
    heads = svg.tag("defs", *(svg.arrow_head(_head(name, colour), colour) for colour in used))
    moved = svg.tag("g", *drawn, transform=f"translate({svg.value_of(_MARGIN)} {svg.value_of(_MARGIN + top)})")
    return svg.picture(*whole, title, description, heads, paper, legend, moved, name=name, alone=alone)


def _sample(style: BoxStyle, x: float, y: float) -> Safe:
    return svg.joined(_frame(style, x, y, (34, 18)), _sign(style, x + 17, y + 13, "middle"))


def _sample_line(kind: str, name: str, x: float, y: float) -> Safe:
    return _line(["M", x, y + 9, "H", x + 34], kind, palette.EDGE, name)


def _frame(style: BoxStyle, x: float, y: float, size: Point) -> Safe:
    look: Attributes = {
        "fill": style.fill,
        "stroke": style.stroke,
        "stroke_width": 1.4,
        "stroke_dasharray": style.dashes,
    }
    return svg.tag("rect", x=x, y=y, width=size[0], height=size[1], rx=4, **look)


def _sign(style: BoxStyle, x: float, y: float, anchor: str | None) -> Safe:
    return svg.write(style.mark, x, y, SIZE, style.stroke, font_weight="700", text_anchor=anchor)


def _box(box: Box, lines: list[str], place: Point, size: Point) -> Safe:
    x, y = place
    first = y + (size[1] - len(lines) * _LEADING) / 2 + SIZE - 0.5
    texts = [
        svg.write(line, x + _PAD + _MARK, first + number * _LEADING, SIZE, palette.INK)
        for number, line in enumerate(lines)
    ]
    hint = svg.tag("title", f"{box.label} {box.hint}".strip())
    return svg.tag("g", hint, _frame(box.style, x, y, size), _sign(box.style, x + _PAD, first, None), *texts)


def _along(points: Sequence[Point]) -> list[str | float]:
    """Return the path of an arrow: a curve from layer to layer, straight through each layer that it passes."""
    way: list[str | float] = ["M", *points[0]]
    for number, (one, other) in enumerate(pairwise(points)):
        if number % 2:
            way += ["L", *other]
        else:
            bend = (other[0] - one[0]) * 0.5
            way += ["C", one[0] + bend, one[1], other[0] - bend, other[1], *other]
    return way


def _beside(one: Point, other: Point, size: Point) -> list[str | float]:
    """Return a path between two boxes that is no arrow: left sides in one column, else facing sides."""
    if one[0] > other[0]:
        one, other = other, one
    start, end = one[1] + size[1] / 2, other[1] + size[1] / 2
    if one[0] == other[0]:
        bow = one[0] - 18
        return ["M", one[0], start, "C", bow, start, bow, end, one[0], end]
    right = one[0] + size[0]
    bend = (other[0] - right) / 2
    return ["M", right, start, "C", right + bend, start, other[0] - bend, end, other[0], end]


def _line(way: Sequence[str | float], kind: str, colour: str, name: str) -> Safe:
    return svg.path(
        *way,
        fill="none",
        stroke=palette.WARNING if kind == "excludes" else colour,
        stroke_width=1.6 if kind in ("all", "excludes") else 1.2,
        stroke_dasharray=_DASHES.get(kind),
        marker_end=None if kind == "excludes" else f"url(#{_head(name, colour)})",
    )


def _head(name: str, colour: str) -> str:
    return f"{name}-head-{colour[1:]}"
