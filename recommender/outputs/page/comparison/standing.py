"""Pictures and sentences of where villages stand: what is known, classes, dimensions, classes and index to come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from recommender.language.numbers import number
from recommender.model.frames import Cell
from recommender.outputs.charts.lines import Line, lines_chart
from recommender.outputs.charts.rows import NARROW, PANEL, Axis, Dot, Part, Row, Spec, rows_chart
from recommender.outputs.page.comparison.view import Figure, Sign, View
from recommender.outputs.pictures import palette

_PERCENT = Axis(top=1, format=".0%")
_SCORE = Axis(top=1, format=".1f")
_PANELS = 8  # groups whose index is drawn each by itself


def known_seen(view: View) -> str:
    (row,) = view.overall("known").records()
    years = dict.fromkeys(str(year) for year in (row["first_year"], row["last_year"]) if year is not None)
    words = view.words
    return words.say(
        "seen-known",
        villages=row["villages"],
        years="–".join(years) or words.say("compare-unknown"),
        measured=words.percent(row["measured"] or 0),
        questions=number(row["questions"] or 0, words.lang),
    )


# Classes


def classes_seen(view: View) -> str:
    frame = view.overall("classes")
    parts = [f"{row['villages']} {view.class_word(row['class_of'])}" for row in frame.records() if row["villages"]]
    return view.words.say("seen-classes", count=len(view.found.scope.plans), parts=", ".join(parts))


def classes_drawn(view: View) -> Iterator[Figure]:
    every = [dict(row) for row in view.overall("classes").records()]
    found = {view.words.say("compare-all"): every}
    if view.several and "class" not in view.by:
        for name, row in view.rows_of("classes"):
            found.setdefault(name, []).append(row)
    rows = [Row(name, tuple(_class_part(view, row) for row in parts)) for name, parts in found.items()]
    signs = view.classes_signs([row["class_of"] for row in every])
    caption = view.words.say("drawn-classes")
    yield view.both(caption, classes_seen(view), lambda room: rows_chart(rows, _PERCENT, room), "classes", signs)


def _class_part(view: View, row: dict[str, Cell]) -> Part:
    slug, share = row["class_of"], float(row["share"] or 0)  # type: ignore[arg-type]
    name = view.class_word(None if slug is None else str(slug))
    said = f"{name}: {row['villages']} ({view.words.percent(share)})"
    return Part(share, view.colour_of(slug if slug is None else str(slug)), str(row["villages"] or ""), said)


# Dimensions


def dimensions_seen(view: View) -> str:
    rows = [row for row in view.overall("dimensions").records() if row["median"] is not None]
    if not rows:
        return view.words.say("seen-nothing-measured")
    low, high = (pick(rows, key=lambda row: row["median"]) for pick in (min, max))
    words = view.words
    return words.say(
        "seen-dimensions",
        low=words.dimension(low["dimension"]),
        low_score=words.score(low["median"]),
        high=words.dimension(high["dimension"]),
        high_score=words.score(high["median"]),
    )


def dimensions_drawn(view: View) -> Iterator[Figure]:
    words = view.words
    signs = (
        Sign(words.say("sign-half"), palette.tint(palette.OWN, 0.45), "span"),
        Sign(words.say("sign-median"), palette.OWN, "circle"),
    )
    whole = [row for row in view.overall("dimensions").records() if row["median"] is not None]
    caption = words.say("drawn-dimensions")
    if not whole:
        return
    if not view.several:
        rows = [_spread_row(view, words.dimension(row["dimension"]), row) for row in whole]
        seen = dimensions_seen(view)
        yield view.both(caption, seen, lambda room: rows_chart(rows, _SCORE, room), "dimensions", signs)
        return
    groups = list(view.rows_of("dimensions"))
    panels = []
    for row in whole:
        mine = [(name, one) for name, one in groups if one["dimension"] == row["dimension"]]
        rows = [
            _spread_row(view, words.say("compare-all"), row),
            *(_spread_row(view, name, one) for name, one in mine if one["median"] is not None),
        ]
        seen = "; ".join(dot.said for one in rows for dot in one.dots)
        panels.append((words.dimension(row["dimension"]), seen, rows_chart(rows, _SCORE, PANEL)))
    yield view.beside(caption, panels, "dimensions", signs)


def _spread_row(view: View, name: str, row: dict[str, Any]) -> Row:
    low, mid, high = (view.words.score(row[key]) for key in ("quarter", "median", "three_quarters"))
    said = view.words.say("said-half", name=name, median=mid, low=low, high=high)
    return Row(name, span=(row["quarter"], row["three_quarters"]), dots=(Dot(row["median"], palette.OWN, said=said),))


def peers_seen(view: View) -> str:
    rows = list(view.rows_of("peers"))
    lower = {name for name, row in rows if row["band"] == "lower"}
    return view.words.say("seen-peers", count=len(lower), villages=len(view.found.scope.plans))


# To come


def transitions_seen(view: View) -> str:
    now, then, year = _moves(view)
    words = view.words
    slugs = _seen_slugs(view, now, then)
    parts = [
        f"{view.class_word(slug)} {now.get(slug, 0)} → {number(round(then.get(slug, 0.0), 1), words.lang)}"
        for slug in slugs
    ]
    return words.say("seen-transitions", year=year, parts=", ".join(parts))


def _seen_slugs(view: View, now: Mapping[str, int], then: Mapping[str, float]) -> list[str]:
    """Return the classes that a reader can see in figures of one decimal, from the lowest."""
    found = {slug for slug in (*now, *then) if now.get(slug) or round(then.get(slug, 0.0), 1) > 0}
    return sorted(found, key=lambda slug: view.ranks.get(slug, len(view.ranks)))


def _moves(view: View) -> tuple[dict[str, int], dict[str, float], int]:
    """Return villages by class now, and as expected at the end, and that year."""
    now: dict[str, int] = {}
    then: dict[str, float] = {}
    year = 0
    for row in view.overall("transitions").records():
        now[row["class_now"]] = row["villages"]
        then[row["class_then"]] = then.get(row["class_then"], 0.0) + row["expected_villages"]
        year = max(year, row["year"] or 0)
    return now, then, year


def transitions_drawn(view: View) -> Iterator[Figure]:
    words, frame = view.words, view.overall("transitions")
    slugs = _seen_slugs(view, *_moves(view)[:2])
    lines: dict[str, list[dict[str, Any]]] = {}
    for row in frame.records():
        lines.setdefault(row["class_now"], []).append(row)
    rows = []
    for slug, moves in lines.items():
        parts = []
        for row in (move for move in moves if move["class_then"] in slugs):
            share = row["expected_villages"] / row["villages"]
            told = number(round(row["expected_villages"], 1), words.lang)
            said = words.say("said-move", then=view.class_word(row["class_then"]), count=told)
            parts.append(Part(share, view.colour_of(row["class_then"]), told if told != "0" else "", said))
        rows.append(
            Row(words.say("drawn-class-now", name=view.class_word(slug), count=moves[0]["villages"]), tuple(parts))
        )
    caption = words.say("drawn-transitions", year=_moves(view)[2])
    signs = view.classes_signs(slugs)
    seen = transitions_seen(view)
    yield view.both(caption, seen, lambda room: rows_chart(rows, _PERCENT, room), "transitions", signs)


_LINES = (
    ("expected", "expected", palette.OWN, "", "circle"),
    ("all_done", "all-done", palette.PROPOSED, "6 3", "square"),
    ("trend", "trend", palette.TREND, "2 3", "triangle-up"),
)


def outlook_seen(view: View) -> str:
    rows = [row for row in view.overall("outlook_lines").records() if row["expected"] is not None]
    if not rows:
        return view.words.say("seen-no-outlook")
    last, words = rows[-1], view.words
    values = {name: words.index_value(last[name]) for name in ("expected", "all_done", "trend")}
    return words.say("seen-outlook", year=last["year"], **values)


def outlook_drawn(view: View) -> Iterator[Figure]:
    words = view.words
    signs = [Sign(words.term("outlook-line", key), c, f"line-{shape}", dashes) for _, key, c, dashes, shape in _LINES]
    found: dict[str, list[dict[str, Any]]] = {words.say("compare-all"): list(view.overall("outlook_lines").records())}
    if 1 < len(view.names) <= _PANELS:
        for name, row in view.rows_of("outlook_lines"):
            found.setdefault(name, []).append(row)
    panels = []
    for name, rows in found.items():
        drawn = _index_lines(view, rows)
        if drawn is not None:
            panels.append((name, "; ".join(said for line in drawn for said in line.said), _index_chart(drawn)))
    if panels:
        yield view.beside(words.say("drawn-outlook"), panels, "outlook", signs)


def _index_lines(view: View, rows: Sequence[dict[str, Any]]) -> list[Line] | None:
    lines = []
    for name, key, colour, dashes, shape in _LINES:
        points = tuple((row["year"], row[name]) for row in rows if row[name] is not None)
        if not points:
            return None
        label = view.words.term("outlook-line", key)
        said = tuple(f"{label} {year}: {view.words.index_value(value)}" for year, value in points)
        dash = tuple(map(int, dashes.split()))
        lines.append(Line(points, colour, dash, shape, view.words.index_value(points[-1][1]), said))  # type: ignore[arg-type]
    return lines


def _index_chart(lines: list[Line]) -> Spec:
    return lines_chart(lines, ".2f", NARROW)
