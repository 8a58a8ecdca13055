"""Charts with a row a thing: bars of parts, spans with marks, many dots -> Vega-Lite specifications.

A row's name stands at its left where there is room (`WIDE`), else above it (`NARROW`), so that a telephone shows it
whole. Colours and signs are explained beside the picture (`sign`), once for both widths.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from recommender.outputs.pictures import palette
from recommender.outputs.pictures.svg import BROAD, clean, text_lines, text_width

Spec = dict[str, Any]
Shape = Literal["circle", "diamond", "square", "triangle-up", "stroke"]


@dataclass(frozen=True, slots=True)
class Room:
    """How wide a picture is drawn, and how much of it names take at the left; 0: names stand above their rows."""

    width: int
    names: int
    size: float
    row: int


WIDE = Room(860, 300, 12.5, 30)
NARROW = Room(340, 0, 11, 40)
PANEL = Room(340, 124, 11.5, 30)
"""One of several pictures beside each other, alike on all screens."""
_RIGHT = 26
_LEFT = 18  # where names stand above: room for the first number of the axis
_TOP = 6


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a bar, behind the one before it; `text` stands in it where it fits, `said` where one points."""

    value: float
    colour: str
    text: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Dot:
    value: float
    colour: str
    shape: Shape = "circle"
    said: str = ""
    size: int = 60


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    parts: tuple[Part, ...] = ()
    span: tuple[float, float] | None = None
    dots: tuple[Dot, ...] = ()
    text: str = ""
    """What stands behind the end of its bar."""


@dataclass(frozen=True, slots=True)
class Axis:
    """`top` None: as far as the values go; `unit` is said under the axis."""

    top: float | None = None
    bottom: float = 0
    format: str = ""
    unit: str = ""
    ticks: int = 5


def rows_chart(rows: Sequence[Row], axis: Axis, room: Room) -> Spec:
    """Return the specification of a chart with these rows, from the top."""
    behind = max((text_width(row.text, room.size) + 14 for row in rows if row.text), default=0)
    right = max(_RIGHT, math.ceil(behind))
    plot = room.width - (room.names or _LEFT) - right
    foot = 40 if axis.unit else 24
    ends = [axis.bottom, *(end for row in rows for end in _ends(row))]
    top = axis.top if axis.top is not None else max(ends) or 1
    scale: Spec = {"domain": [axis.bottom, top], "nice": axis.top is None}
    x_axis = {
        "values": None,
        "tickCount": axis.ticks,
        "format": axis.format,
        "title": clean(axis.unit) or None,
    }
    x = {"type": "quantitative", "scale": scale, "axis": {k: v for k, v in x_axis.items() if v not in (None, "")}}
    if not axis.unit:
        x["axis"]["title"] = None  # type: ignore[index]
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": plot,
        "height": room.row * len(rows),
        "autosize": {"type": "none"},
        "padding": {"left": room.width - plot - right, "right": right, "top": _TOP, "bottom": foot},
        "layer": list(_layers(rows, x, top - axis.bottom, plot, room)),
        "config": config(room),
    }


def config(room: Room) -> Spec:
    """Return the look that all charts share."""
    letters = {"labelFontSize": room.size, "titleFontSize": room.size, "titleFontWeight": "normal"}
    colours = {"labelColor": palette.MUTED, "titleColor": palette.MUTED, "gridColor": palette.LINE}
    lines = {"domainColor": palette.EDGE, "tickColor": palette.EDGE, "domain": False, "ticks": False}
    return {
        "background": None,
        "view": {"stroke": None},
        "aria": False,
        "axis": {**letters, **colours, **lines, "labelPadding": 5, "labelFlush": False},
    }


def _ends(row: Row) -> Iterator[float]:
    yield sum(part.value for part in row.parts)
    yield from row.span or ()
    yield from (dot.value for dot in row.dots)


def _layers(rows: Sequence[Row], x: Spec, size: float, plot: int, room: Room) -> Iterator[Spec]:
    band = {"type": "band", "domain": list(range(len(rows))), "padding": 0}
    y = {"field": "row", "type": "ordinal", "axis": None, "scale": band}
    down = 0 if room.names else 5
    bars, texts, spans = [], [], []
    for number, row in enumerate(rows):
        start = 0.0
        for part in row.parts:
            end = start + part.value
            bars.append({"row": number, "a": start, "b": end, "c": part.colour, "said": clean(part.said)})
            if part.text and part.value / size * plot > text_width(part.text, room.size) + 5:
                texts.append({"row": number, "a": (start + end) / 2, "t": clean(part.text), "c": ink_on(part.colour)})
            start = end
        if row.span:
            spans.append({"row": number, "a": row.span[0], "b": row.span[1]})
    if bars:
        mark = {"type": "bar", "size": 15, "yOffset": down, "stroke": palette.EDGE, "strokeWidth": 0.6}
        yield _layer(bars, _aria(mark), y, {**x, "field": "a"}, x2={"field": "b"}, color=_own("c"), **_said())
    if spans:
        mark = {"type": "bar", "size": 7, "yOffset": down, "fill": palette.tint(palette.OWN, 0.45), "cornerRadius": 3}
        yield _layer(spans, mark, y, {**x, "field": "a"}, x2={"field": "b"})
    shapes = dict.fromkeys((dot.shape, dot.size) for row in rows for dot in row.dots)
    for shape, area in shapes:
        found = [
            {"row": number, "a": dot.value, "c": dot.colour, "said": clean(dot.said)}
            for number, row in enumerate(rows)
            for dot in row.dots
            if (dot.shape, dot.size) == (shape, area)
        ]
        if shape == "stroke":
            mark = {"type": "tick", "size": 20, "thickness": 2.5, "yOffset": down}
        else:
            edge = {"stroke": palette.PAPER, "strokeWidth": 0.8, "opacity": 1}
            mark = {"type": "point", "shape": shape, "size": area, "filled": True, "yOffset": down, **edge}
        yield _layer(found, _aria(mark), y, {**x, "field": "a"}, color=_own("c"), **_said())
    if texts:
        mark = {"type": "text", "fontSize": room.size - 0.5, "yOffset": down, "baseline": "middle"}
        yield _layer(texts, mark, y, {**x, "field": "a"}, color=_own("c"), text={"field": "t"})
    behind = [
        {"row": number, "a": max(_ends(row)), "t": clean(row.text)} for number, row in enumerate(rows) if row.text
    ]
    if behind:
        mark = {"type": "text", "fontSize": room.size, "align": "left", "dx": 6, "yOffset": down, "color": palette.INK}
        yield _layer(behind, {**mark, "baseline": "middle"}, y, {**x, "field": "a"}, text={"field": "t"})
    yield _names(rows, y, room)


def _names(rows: Sequence[Row], y: Spec, room: Room) -> Spec:
    """Return the layer that writes the names: at the left in one or two lines, or above the rows."""
    width = ((room.names or room.width) - 14) / BROAD
    named = []
    for number, row in enumerate(rows):
        lines = text_lines(clean(row.name), width, room.size, 2 if room.names else 1)
        for place, line in enumerate(lines):
            named.append({"row": number, "t": line, "dy": 0 if len(lines) == 1 else -7 + 14 * place})
    layers = []
    for dy in dict.fromkeys(one["dy"] for one in named):
        mark: Spec = {"type": "text", "fontSize": room.size, "color": palette.INK, "baseline": "middle"}
        mark |= {"align": "right", "dx": -10, "dy": dy} if room.names else {"align": "left", "dx": 2 - _LEFT, "dy": -11}
        data = [{"row": one["row"], "t": one["t"]} for one in named if one["dy"] == dy]
        layers.append(_layer(data, mark, y, {"value": 0}, text={"field": "t"}))
    return {"layer": layers}


def _layer(data: list[Spec], mark: Spec, y: Spec, x: Spec, **more: Any) -> Spec:
    return {"data": {"values": data}, "mark": mark, "encoding": {"y": y, "x": x, **more}}


def _own(field: str) -> Spec:
    return {"field": field, "type": "nominal", "scale": None}


def _aria(mark: Mapping[str, Any]) -> Spec:
    return {**mark, "aria": True}


def _said() -> Spec:
    """Return the channel of what a mark says where one points."""
    return {"description": {"field": "said", "type": "nominal"}}


def ink_on(colour: str) -> str:
    """Return the colour of letters that can be read on a ground: dark ink, or white paper.

    >>> ink_on("#ffffff") == palette.INK, ink_on("#22306f") == palette.PAPER
    (True, True)
    """
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return palette.INK if 0.299 * red + 0.587 * green + 0.114 * blue > 140 else palette.PAPER
