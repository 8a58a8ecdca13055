"""Three lines of the index over the years: what is expected, the full effect of all works, the trend of the class."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from recommender.model.plan import Plan
from recommender.outputs.pictures import palette, svg
from recommender.outputs.pictures.layout import spread
from recommender.outputs.pictures.svg import Safe
from recommender.outputs.words import Words

_WIDTH, _HEIGHT = 360.0, 250.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 12.0, 292.0, 56.0, 222.0
_SIZE = 11.5
_LINES = (
    ("expected", palette.OWN, None),
    ("all-done", palette.PROPOSED, "6 3"),
    ("trend", palette.TREND, "2 3"),
)


@dataclass(frozen=True, slots=True)
class _Scale:
    """Years to pixels across, index values to pixels upwards."""

    years: tuple[int, int]
    values: tuple[float, float]

    def x(self, year: int) -> float:
        first, last = self.years
        return _LEFT + (year - first) / max(1, last - first) * (_RIGHT - _LEFT)

    def y(self, value: float) -> float:
        low, high = self.values
        return _BOTTOM - (value - low) / (high - low) * (_BOTTOM - _TOP)


def outlook_chart(plan: Plan, words: Words) -> Safe | None:
    """Return the picture, or None where the index cannot be computed."""
    index = plan.scores.index
    if index is None or index.value is None or plan.data.year is None or not plan.outlook:
        return None
    start = (plan.data.year, index.value)
    lines: dict[str, list[tuple[int, float]]] = {}
    for key, _, _ in _LINES:
        ends = [(year.year, getattr(year, key.replace("-", "_")).index) for year in plan.outlook]
        lines[key] = [start, *((year, value) for year, value in ends if value is not None)]
    if any(len(points) < 2 for points in lines.values()):
        return None
    bounds = _bounds(index.framework, words)
    scale = _scale(lines, [bound for bound, _ in bounds])
    pieces = [*_classes(bounds, scale), *_years(lines["trend"], scale), _legend(words)]
    for key, colour, dashes in _LINES:
        pieces.append(_line(key, lines[key], colour, dashes, scale))
    pieces += _class_names(bounds, scale)
    pieces += _ends({key: points[-1][1] for key, points in lines.items()}, scale, words)
    last = plan.outlook[-1]
    description = words.say(
        "outlook.description",
        now=words.index_value(index.value),
        year=last.year,
        expected=words.index_value(last.expected.index),
        all_done=words.index_value(last.all_done.index),
        trend=words.index_value(last.trend.index),
    )
    return svg.picture(_WIDTH, _HEIGHT, words.say("outlook.caption"), description, *pieces, name="outlook")


def _bounds(framework: str, words: Words) -> list[tuple[float, str]]:
    """Return where each class of the framework begins, and its name."""
    known = words.kb.frameworks.get(framework)
    return [(float(one.above), one.name.in_language(words.lang)) for one in known.classes] if known else []


def _scale(lines: dict[str, list[tuple[int, float]]], bounds: list[float]) -> _Scale:
    """Return a scale with some room around the values, and the nearest class bound in view."""
    values = [value for points in lines.values() for _, value in points]
    years = [year for points in lines.values() for year, _ in points]
    low, high = min(values), max(values)
    above = [bound for bound in bounds if bound > high]
    size = max(high - low, abs(high) * 0.05, 1e-6)
    if above and min(above) - high < size:
        high = min(above)
    return _Scale((min(years), max(years)), (low - 0.15 * size, high + 0.12 * size))


def _classes(bounds: list[tuple[float, str]], scale: _Scale) -> list[Safe]:
    """Return a thin line where a class begins; only those in view."""
    pieces: list[Safe] = []
    for bound, _ in bounds:
        if scale.values[0] < bound < scale.values[1]:
            path = ("M", _LEFT, scale.y(bound), "H", _WIDTH - 4)
            pieces.append(svg.path(*path, stroke=palette.LINE, stroke_width=1))
    return pieces


def _class_names(bounds: list[tuple[float, str]], scale: _Scale) -> list[Safe]:
    """Return the name of each class in view above the line where it begins, readable also where lines cross it."""
    halo: dict[str, str | float | None] = {
        "stroke": palette.PAPER,
        "stroke_width": 4,
        "paint_order": "stroke",
        "stroke_linejoin": "round",
    }
    return [
        svg.write(
            svg.text_lines(f"{name} ↑", _WIDTH / 2, 10.5, 1)[0], _LEFT, scale.y(bound) - 4, 10.5, palette.MUTED, **halo
        )
        for bound, name in bounds
        if scale.values[0] < bound < scale.values[1]
    ]


def _years(points: list[tuple[int, float]], scale: _Scale) -> list[Safe]:
    pieces = [svg.path("M", _LEFT, _BOTTOM, "H", _RIGHT, stroke=palette.EDGE, stroke_width=1)]
    shown = -100.0
    for year, _ in points:
        x = scale.x(year)
        if x - shown >= 34:
            pieces.append(svg.write(str(year), max(x, 26), _BOTTOM + 17, _SIZE, palette.MUTED, text_anchor="middle"))
            shown = x
    return pieces


def _line(key: str, points: list[tuple[int, float]], colour: str, dashes: str | None, scale: _Scale) -> Safe:
    placed = [(scale.x(year), scale.y(value)) for year, value in points]
    way = [piece for letter, point in zip("M" + "L" * len(placed), placed, strict=False) for piece in (letter, *point)]
    line = svg.path(*way, stroke=colour, stroke_width=2, stroke_dasharray=dashes)
    return svg.joined(line, *(_mark(key, x, y, colour) for x, y in placed[1:]), _mark("now", *placed[0], palette.INK))


def _mark(key: str, x: float, y: float, colour: str) -> Safe:
    """Return a point of a line: a disc, a square, a triangle, so that the lines differ without colour."""
    if key == "all-done":
        return svg.tag(
            "rect", x=x - 3.5, y=y - 3.5, width=7, height=7, fill=palette.PAPER, stroke=colour, stroke_width=2
        )
    if key == "trend":
        return svg.path("M", x, y - 4.5, "L", x + 4.5, y + 4, "L", x - 4.5, y + 4, "z", fill=colour)
    return svg.tag("circle", cx=x, cy=y, r=4, fill=colour)


def _ends(values: dict[str, float], scale: _Scale, words: Words) -> list[Safe]:
    """Return the number at the end of each line, moved apart where they would overlap."""
    order = sorted(_LINES, key=lambda line: -values[line[0]])
    wanted = [scale.y(values[key]) + 4 for key, _, _ in order]
    places = spread(wanted, [1.0] * len(order), [14.0] * (len(order) - 1))
    return [
        svg.write(words.index_value(values[key]), _RIGHT + 12, y, _SIZE, colour, font_weight="600")
        for (key, colour, _), y in zip(order, places, strict=True)
    ]


def _legend(words: Words) -> Safe:
    def sample(key: str, colour: str, dashes: str | None) -> Callable[[float, float], Safe]:
        def draw(x: float, y: float) -> Safe:
            line = svg.path("M", x, y, "H", x + 28, stroke=colour, stroke_width=2, stroke_dasharray=dashes)
            return svg.joined(line, _mark(key, x + 14, y, colour))

        return draw

    legend = svg.Legend(_LEFT, _WIDTH, 12, _SIZE, text=34, after=14, base=4, row=18)
    return legend.draw((sample(*line), words.term("outlook-line", line[0])) for line in _LINES)[0]
