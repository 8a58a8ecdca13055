"""Pictures and sentences of where villages stand: what is known, classes, dimensions, classes and index to come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from recommender.language.numbers import number
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
    rows = view.overall("classes").records()
    parts = [f"{row['villages']} {view.class_name(_word(row, 'class_of'))}" for row in rows if row["villages"]]
    return view.words.say("seen-classes", count=len(view.found.scope.plans), parts=", ".join(parts))


def _word(row: dict[str, Any], column: str) -> str:
    """Return the class of a row with its index, as groups are told apart by it."""
    return f"{row['framework_of']}/{row[column]}" if row[column] else ""


def classes_drawn(view: View) -> Iterator[Figure]:
    """Yield a figure an index: no bar holds classes of two."""
    for framework in view.indexes:
        every = view.words.say("compare-all")
        found = {every: [row for row in view.overall("classes").records() if row["framework_of"] == framework]}
        if view.several and "class" not in view.by:
            for name, row in view.rows_of("classes"):
                if row["framework_of"] == framework:
                    found.setdefault(name, []).append(row)
        rows = [Row(name, tuple(_class_parts(view, parts))) for name, parts in found.items()]
        rows = [row for row in rows if row.parts]
        if rows:
            signs = view.classes_signs(_word(row, "class_of") for row in found[every])
            caption = view.of_index(view.words.say("drawn-classes"), framework)
            told = "; ".join(f"{row.name}: " + ", ".join(part.said for part in row.parts) for row in rows)
            yield _shares(view, caption, told, rows, f"classes-{framework}", signs)


def _shares(view: View, caption: str, told: str, rows: Sequence[Row], name: str, signs: Sequence[Sign]) -> Figure:
    return view.both(caption, told, lambda room: rows_chart(rows, _PERCENT, room), name, signs)


def _class_parts(view: View, rows: Sequence[dict[str, Any]]) -> Iterator[Part]:
    whole = sum(row["villages"] for row in rows)
    for row in rows if whole else ():
        share, word = row["villages"] / whole, _word(row, "class_of")
        said = f"{view.class_name(word)}: {row['villages']} ({view.words.percent(share)})"
        yield Part(share, view.colour_of(word), str(row["villages"] or ""), said)


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
    parts = [
        f"{view.class_name(word)} {now.get(word, 0)} → {number(round(then.get(word, 0.0), 1), words.lang)}"
        for word in _seen_classes(view, now, then)
    ]
    return words.say("seen-transitions", year=year, parts=", ".join(parts))


def _seen_classes(view: View, now: Mapping[str, int], then: Mapping[str, float]) -> list[str]:
    """Return the classes that a reader can see in figures of one decimal."""
    return view.in_order(word for word in (*now, *then) if now.get(word) or round(then.get(word, 0.0), 1) > 0)


def _moves(view: View) -> tuple[dict[str, int], dict[str, float], int]:
    """Return villages by class now, and as expected at the end, and that year."""
    now: dict[str, int] = {}
    then: dict[str, float] = {}
    year = 0
    for row in view.overall("transitions").records():
        now[_word(row, "class_now")] = row["villages"]
        word = _word(row, "class_then")
        then[word] = then.get(word, 0.0) + row["expected_villages"]
        year = max(year, row["year"] or 0)
    return now, then, year


def transitions_drawn(view: View) -> Iterator[Figure]:
    words = view.words
    now, then, year = _moves(view)
    shown = _seen_classes(view, now, then)
    lines: dict[str, list[dict[str, Any]]] = {}
    for row in view.overall("transitions").records():
        lines.setdefault(_word(row, "class_now"), []).append(row)
    rows = []
    for start, moves in lines.items():
        parts = []
        for row in (move for move in moves if _word(move, "class_then") in shown):
            word, told = _word(row, "class_then"), number(round(row["expected_villages"], 1), words.lang)
            said = words.say("said-move", then=view.class_name(word), count=told)
            parts.append(
                Part(row["expected_villages"] / now[start], view.colour_of(word), told if told != "0" else "", said)
            )
        rows.append(Row(words.say("drawn-class-now", name=view.class_name(start), count=now[start]), tuple(parts)))
    told = "; ".join(f"{row.name}: " + ", ".join(part.said for part in row.parts) for row in rows)
    caption = words.say("drawn-transitions", year=year)
    yield _shares(view, caption, told, rows, "transitions", view.classes_signs(shown))


_LINES = (
    ("expected", "expected", palette.OWN, "", "circle"),
    ("all_done", "all-done", palette.PROPOSED, "6 3", "square"),
    ("trend", "trend", palette.TREND, "2 3", "triangle-up"),
)


def outlook_seen(view: View) -> str:
    """Return what is expected in the last year, a sentence an index."""
    words, told = view.words, []
    for framework in view.indexes:
        rows = [row for row in _outlook_rows(view, framework) if row["expected"] is not None]
        if rows:
            values = {name: words.index_value(rows[-1][name]) for name in ("expected", "all_done", "trend")}
            name = words.framework(framework)
            told.append(words.say("seen-outlook", name=name, year=rows[-1]["year"], **values))
    return " ".join(told) or words.say("seen-no-outlook")


def _outlook_rows(view: View, framework: str) -> list[dict[str, Any]]:
    return [row for row in view.overall("outlook_lines").records() if row["framework_of"] == framework]


def outlook_drawn(view: View) -> Iterator[Figure]:
    words = view.words
    signs = [Sign(words.term("outlook-line", key), c, f"line-{shape}", dashes) for _, key, c, dashes, shape in _LINES]
    for framework in view.indexes:
        found = {words.say("compare-all"): _outlook_rows(view, framework)}
        if 1 < len(view.names) <= _PANELS:
            for name, row in view.rows_of("outlook_lines"):
                if row["framework_of"] == framework:
                    found.setdefault(name, []).append(row)
        panels = []
        for name, rows in found.items():
            drawn = _index_lines(view, rows)
            if drawn is not None:
                panels.append((name, "; ".join(said for line in drawn for said in line.said), _index_chart(drawn)))
        if panels:
            caption = view.of_index(words.say("drawn-outlook"), framework)
            yield view.beside(caption, panels, f"outlook-{framework}", signs)


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
