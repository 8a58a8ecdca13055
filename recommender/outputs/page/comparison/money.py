"""Pictures and sentences of money: planned and unused, what keeps works out, who gains."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from recommender.outputs.charts.rows import PANEL, Axis, Part, Row, Spec, rows_chart
from recommender.outputs.page.comparison.view import Figure, Sign, View, money_unit
from recommender.outputs.pictures import palette
from recommender.outputs.sections.cells import cell
from recommender.verbs.comparing.prospects import FIFTHS

_SHOWN = 12
_PARTS = (
    ("planned", palette.OWN),
    ("reserve", palette.tint(palette.TREND, 0.45)),
    ("unused", palette.PROPOSED_TINT),
)
_REST = "existing"


def money_seen(view: View) -> str:
    frame, words = view.overall("money"), view.words
    if not frame.rows:
        return words.say("seen-no-money")
    budget, planned, unused = money_sums(view, list(frame.records()))
    years = sorted(set(frame["year"]))
    return words.say(
        "seen-money",
        budget=view.short(budget),
        years=f"{years[0]}–{years[-1]}" if len(years) > 1 else str(years[0]),
        planned=view.short(planned),
        share=words.percent(planned / budget if budget else 0),
        unused=view.short(unused),
    )


def money_sums(view: View, rows: Sequence[dict[str, Any]]) -> tuple[int, int, int]:
    """Return rupiah there is, planned and unused over all years; what is handed on counts in its last year alone."""
    last: dict[str, int] = {}
    for row in rows:
        last[row["source"]] = max(row["year"], last.get(row["source"], 0))
    ends = [row for row in rows if not view.hands_on or row["year"] == last[row["source"]]]
    planned, unused = sum(row["planned"] for row in rows), sum(row["unused"] for row in ends)
    there = sum(row["planned"] + row["existing"] for row in rows) + unused + sum(row["reserve"] for row in ends)
    return there, planned, unused


def money_drawn(view: View) -> Iterator[Figure]:
    """Yield how the money of each year is divided: of all villages, and of each group beside it."""
    words = view.words
    every = [(words.say("compare-all"), row) for row in view.overall("money").records()]
    found = [*every, *(view.rows_of("money") if view.several else ())]
    years = sorted({row["year"] for _, row in every})
    panels = []
    for year in years:
        sums: dict[str, dict[str, int]] = {}
        for name, row in found:
            if row["year"] == year:
                entry = sums.setdefault(name, dict.fromkeys(("budget", "planned", "reserve", "unused"), 0))
                for key in entry:
                    entry[key] += int(row[key] or 0)
        rows = [Row(name, tuple(_parts(view, entry))) for name, entry in sums.items() if entry["budget"] > 0]
        if rows:
            told = "; ".join(f"{row.name}: " + ", ".join(part.said for part in row.parts) for row in rows)
            panels.append((str(year), told, rows_chart(rows, Axis(top=1, format=".0%", ticks=3), PANEL)))
    signs = [Sign(words.term("column-title", name), colour) for name, colour in _PARTS]
    signs.append(Sign(words.term("column-title", _REST), palette.LEFT_OUT_TINT))
    if panels:
        yield view.beside(words.say("drawn-money"), panels, "money", signs)


def _parts(view: View, entry: dict[str, int]) -> Iterator[Part]:
    """Yield the parts of a budget; what is neither planned, kept nor unused goes on from earlier programmes."""
    budget = entry["budget"]
    rest = budget - entry["planned"] - entry["reserve"] - entry["unused"]
    for name, amount, colour in [*((n, entry[n], c) for n, c in _PARTS), (_REST, rest, palette.LEFT_OUT_TINT)]:
        if amount > 0:
            share = view.words.percent(round(amount / budget, 3))
            title = view.words.term("column-title", name)
            yield Part(amount / budget, colour, share, f"{title}: {view.short(amount)} ({share})")


# What keeps works out


def binding_seen(view: View) -> str:
    words, frame = view.words, view.overall("binding")
    if not frame.rows:
        return words.say("seen-no-limit")
    limit, column = next(iter(frame.records())), frame.column("limit")
    return words.say("seen-binding", limit=cell(limit["limit"], column, words), count=limit["villages"])


def binding_drawn(view: View) -> Iterator[Figure]:
    words, frame = view.words, view.overall("binding")
    column, total = frame.column("limit"), len(view.found.scope.plans)
    rows = [
        Row(
            cell(row["limit"], column, words),
            (Part(row["villages"] / total, palette.LEFT_OUT),),
            text=str(row["villages"]),
        )
        for row in list(frame.records())[:_SHOWN]
    ]
    axis = Axis(top=1, format=".0%", unit=words.say("axis-villages"))
    yield view.both(
        words.say("drawn-binding"), binding_seen(view), lambda room: rows_chart(rows, axis, room), "binding"
    )


# Who gains


def gains_seen(view: View) -> str:
    """Return what the lowest and the highest fifth plan, a sentence an index."""
    told = []
    for framework in view.indexes:
        rows = _fifths(view, framework)
        if len(rows) > 1:
            low, high = (view.short(row["own_money_village"]) for row in (rows[0], rows[-1]))
            told.append(view.words.say("seen-gains", name=view.words.framework(framework), low=low, high=high))
    return " ".join(told) or view.words.say("seen-few-villages")


def _fifths(view: View, framework: str) -> list[dict[str, Any]]:
    rows = view.found["gains"].records()
    return [row for row in rows if row["slice"] == "fifth" and row["framework"] == framework and row["villages"]]


def fifth_name(part: str, view: View) -> str:
    """Return what a fifth is called; the ends say which they are."""
    if part == "1":
        return view.words.say("fifth-lowest")
    return view.words.say("fifth-highest") if part == str(FIFTHS) else view.words.say("fifth", part=part)


def gains_drawn(view: View) -> Iterator[Figure]:
    for framework in view.indexes:
        rows = _fifths(view, framework)
        if rows:
            caption = view.of_index(view.words.say("drawn-gains"), framework)
            yield view.beside(caption, _fifths_panels(view, rows), f"gains-{framework}")


def _fifths_panels(view: View, rows: Sequence[dict[str, Any]]) -> list[tuple[str, str, Spec]]:
    words = view.words
    names = [words.say("drawn-fifth", name=fifth_name(row["part"], view), count=row["villages"]) for row in rows]
    panels = []
    for title, values, colour in (
        (
            words.term("column-title", "own_money_village"),
            [float(row["own_money_village"] or 0) for row in rows],
            palette.OWN,
        ),
        (words.say("others-money-village"), [row["others_money"] / row["villages"] for row in rows], palette.PROPOSED),
    ):
        unit, unit_name = money_unit(max(values), words)
        told = [view.short(value) for value in values]
        panels.append(_bars(title, names, [v / unit for v in values], told, colour, Axis(unit=unit_name, ticks=4)))
    gain = [float(row["index_gain"] or 0) for row in rows]
    title = words.term("column-title", "index_gain")
    told = [words.index_value(value) for value in gain]
    return [*panels, _bars(title, names, gain, told, palette.TREND, Axis(format=".2f", ticks=4))]


def _bars(
    title: str, names: Sequence[str], values: Sequence[float], told: Sequence[str], colour: str, axis: Axis
) -> tuple[str, str, Spec]:
    rows = [Row(n, (Part(v, colour, "", f"{n}: {t}"),), text=t) for n, v, t in zip(names, values, told, strict=True)]
    said = "; ".join(f"{name}: {text}" for name, text in zip(names, told, strict=True))
    return title, said, rows_chart(rows, axis, PANEL)
