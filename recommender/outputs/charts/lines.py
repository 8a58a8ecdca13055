"""Charts of values over years, a line a kind -> Vega-Lite specifications; lines differ by dashes and marks, too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from recommender.outputs.charts.rows import Room, Shape, Spec, config
from recommender.outputs.pictures import palette
from recommender.outputs.pictures.layout import spread
from recommender.outputs.pictures.svg import clean

_LEFT, _RIGHT, _TOP, _FOOT, _HEIGHT = 46, 58, 12, 26, 190


@dataclass(frozen=True, slots=True)
class Line:
    """Points (year, value) in order; `end` is written behind the last."""

    points: tuple[tuple[int, float], ...]
    colour: str
    dashes: tuple[int, ...]
    shape: Shape
    end: str
    said: tuple[str, ...]


def lines_chart(lines: Sequence[Line], numbers: str, room: Room) -> Spec:
    """Return the specification of a chart of the lines, each with a point or more; `numbers`: format of the axis."""
    values = [value for line in lines for _, value in line.points]
    low, high = min(values), max(values)
    edge = max((high - low) * 0.12, abs(high) * 0.005, 1e-6)
    years = sorted({year for line in lines for year, _ in line.points})
    bounds = [low - edge, high + edge]
    x = {"type": "ordinal", "field": "year", "scale": {"domain": years, "padding": 0.25}}
    x["axis"] = {"title": None, "grid": False, "domain": True, "labelAngle": 0, "tickCount": 5}
    y = {"type": "quantitative", "scale": {"domain": bounds, "nice": False, "zero": False}}
    y["axis"] = {"title": None, "format": numbers, "tickCount": 5}
    layers = [layer for line in lines for layer in _layers(line, x, y)]
    pixels = [_HEIGHT * (bounds[1] - line.points[-1][1]) / (bounds[1] - bounds[0]) for line in lines]
    order = sorted(range(len(lines)), key=lambda place: pixels[place])
    places = spread([pixels[place] for place in order], [1.0] * len(order), [room.size + 3] * (len(order) - 1))
    for place, pixel in zip(order, places, strict=True):
        line = lines[place]
        mark = {
            "type": "text",
            "align": "left",
            "dx": 9,
            "fontSize": room.size,
            "fontWeight": 600,
            "color": line.colour,
        }
        data = [{"year": line.points[-1][0], "t": clean(line.end)}]
        encoding = {"x": x, "y": {"value": pixel}, "text": {"field": "t"}}
        layers.append({"data": {"values": data}, "mark": {**mark, "baseline": "middle"}, "encoding": encoding})
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": room.width - _LEFT - _RIGHT,
        "height": _HEIGHT,
        "autosize": {"type": "none"},
        "padding": {"left": _LEFT, "right": _RIGHT, "top": _TOP, "bottom": _FOOT},
        "layer": layers,
        "config": config(room),
    }


def _layers(line: Line, x: Spec, y: Spec) -> list[Spec]:
    data: list[dict[str, Any]] = [
        {"year": year, "value": value, "said": clean(said)}
        for (year, value), said in zip(line.points, line.said, strict=True)
    ]
    stroke: Spec = {"type": "line", "color": line.colour, "strokeWidth": 2, "strokeDash": list(line.dashes)}
    mark: Spec = {"type": "point", "shape": line.shape, "size": 55, "filled": True, "opacity": 1, "color": line.colour}
    points = {"x": x, "y": {**y, "field": "value"}}
    named = {**points, "description": {"field": "said", "type": "nominal"}}
    return [
        {"data": {"values": data}, "mark": stroke, "encoding": points},
        {"data": {"values": data}, "mark": {**mark, "aria": True, "stroke": palette.PAPER}, "encoding": named},
    ]
