"""Pictures and sentences of what is wanted: problems, states, what comes first, what is asked, what it all costs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from recommender.language.wording import Key
from recommender.outputs.charts.rows import Axis, Dot, Part, Row, rows_chart
from recommender.outputs.page.comparison.view import Figure, Sign, View, money_unit
from recommender.outputs.pictures import palette
from recommender.outputs.sections.cells import cell

_SHOWN = 12  # findings and works that a picture shows
_TOLD = 3  # that a sentence names
_TOLD_APART = 6  # groups that have signs of their own
_SHAPES = ("circle", "square", "diamond", "triangle-up")


# Findings


def problems_seen(view: View) -> str:
    return _found_seen(view, "problems")


def states_seen(view: View) -> str:
    return _found_seen(view, "states")


def _found_seen(view: View, name: str) -> str:
    words = view.words
    parts = [
        words.say("seen-one", name=words.name(row["rule"], "rule"), count=row["villages"], of=row["judged"])
        for row in list(view.overall(name).records())[:_TOLD]
    ]
    return words.say("seen-common", parts="; ".join(parts))


def problems_drawn(view: View) -> Iterator[Figure]:
    yield from _found_drawn(view, "problems", "drawn-problems")


def states_drawn(view: View) -> Iterator[Figure]:
    yield from _found_drawn(view, "states", "drawn-states")


def _found_drawn(view: View, name: str, caption: Key) -> Iterator[Figure]:
    words, whole = view.words, list(view.overall(name).records())[:_SHOWN]
    every = words.say("compare-all")
    shares: dict[str, list[tuple[str, float]]] = {}
    if view.several:
        for group, row in view.rows_of(name):
            if row["share"] is not None:
                shares.setdefault(row["rule"], []).append((group, row["share"]))
    signs, look = _group_signs(view)
    rows = []
    for row in whole:
        share = row["share"] or 0.0
        dots = [
            Dot(value, *look[group], f"{group}: {words.percent(value)}", 50)
            for group, value in shares.get(row["rule"], ())
        ]
        dots.append(Dot(share, palette.WARNING, "stroke", f"{every}: {words.percent(share)}"))
        rows.append(Row(words.name(row["rule"], "rule"), dots=tuple(dots)))
    axis = Axis(top=1, format=".0%", unit=words.say("axis-villages"))
    told = "; ".join(f"{row.name}: {row.dots[-1].said}" for row in rows)
    whole_sign = Sign(every, palette.WARNING, "stroke")
    yield view.both(
        words.say(caption, count=len(rows)), told, lambda room: rows_chart(rows, axis, room), name, (whole_sign, *signs)
    )


def _group_signs(view: View) -> tuple[list[Sign], dict[str, tuple[str, Any]]]:
    """Return the signs of groups, and colour and shape by name: each its own where they are few, else one for all."""
    if not view.several:
        return [], {}
    if len(view.names) > _TOLD_APART:
        look: dict[str, tuple[str, Any]] = dict.fromkeys(view.names, (palette.OWN, "circle"))
        return [Sign(view.words.say("sign-group"), palette.OWN, "circle")], look
    look = {name: (palette.series(n), _SHAPES[n % len(_SHAPES)]) for n, name in enumerate(view.names)}
    return [Sign(name, *look[name]) for name in look], look


# Works


def first_seen(view: View) -> str:
    words = view.words
    rows = [row for row in view.overall("first").records() if row["among_first"]][:_TOLD]
    total = len(view.found.scope.plans)
    parts = [words.say("seen-one", name=words.name(row["work"]), count=row["among_first"], of=total) for row in rows]
    return words.say("seen-first", parts="; ".join(parts)) if parts else words.say("seen-no-steps")


def first_drawn(view: View) -> Iterator[Figure]:
    words, total = view.words, len(view.found.scope.plans)
    rows = []
    for row in list(view.overall("first").records())[:_SHOWN]:
        among, later = row["among_first"], row["plans"] - row["among_first"]
        name = words.name(row["work"])
        parts = (
            Part(among / total, palette.OWN, str(among or ""), f"{words.say('sign-among-first')}: {among}"),
            Part(
                later / total, palette.tint(palette.OWN, 0.25), str(later or ""), f"{words.say('sign-later')}: {later}"
            ),
        )
        rows.append(Row(name, parts))
    signs = (
        Sign(words.say("sign-among-first"), palette.OWN),
        Sign(words.say("sign-later"), palette.tint(palette.OWN, 0.25)),
    )
    axis = Axis(top=1, format=".0%", unit=words.say("axis-plans"))
    caption = words.say("drawn-first", count=len(rows))
    yield view.both(caption, first_seen(view), lambda room: rows_chart(rows, axis, room), "first", signs)


# What is asked of others, and what all need costs


def asked_seen(view: View) -> str:
    frame = view.overall("asked")
    once, singly = sum(frame["cost"]), sum(frame["singly"])
    return view.words.say("compare-asked-sum", once=view.short(once), singly=view.short(singly))


def asked_drawn(view: View) -> Iterator[Figure]:
    words, frame = view.words, view.overall("asked")
    sums: dict[str, list[int]] = {}
    for row in frame.records():
        entry = sums.setdefault(row["addressee"], [0, 0])
        entry[0] += row["cost"]
        entry[1] += row["singly"]
    unit, unit_name = money_unit(max(max(pair) for pair in sums.values()), words)
    rows = []
    for name in sorted(sums, key=lambda name: (-sums[name][0], name))[:_SHOWN]:
        once, singly = sums[name]
        told = f"{words.say('sign-once')}: {view.short(once)}"
        dots = (Dot(singly / unit, palette.WARNING, "stroke", f"{words.say('sign-singly')}: {view.short(singly)}"),)
        rows.append(Row(words.addressee(name, name), (Part(once / unit, palette.PROPOSED, "", told),), dots=dots))
    signs = (
        Sign(words.say("sign-once"), palette.PROPOSED),
        Sign(words.say("sign-singly"), palette.WARNING, "stroke"),
    )
    axis = Axis(unit=unit_name)
    caption = words.say("drawn-asked")
    yield view.both(caption, asked_seen(view), lambda room: rows_chart(rows, axis, room), "asked", signs)


def unmet_seen(view: View) -> str:
    rows = {row["need_part"]: row for row in view.overall("unmet").records()}
    whole, room = rows["all"], rows.get("no-room")
    return view.words.say(
        "seen-unmet",
        cost=view.short(whole["cost"]),
        low=view.short(whole["cost_low"]),
        high=view.short(whole["cost_high"]),
        room=view.short(room["cost"] if room else 0),
    )


def unmet_drawn(view: View) -> Iterator[Figure]:
    words, frame = view.words, view.overall("unmet")
    signs = (
        Sign(words.say("sign-price-range"), palette.tint(palette.OWN, 0.45), "span"),
        Sign(words.say("sign-price"), palette.OWN, "circle"),
    )
    part = frame.column("need_part")
    whole = [(cell(row["need_part"], part, words), row) for row in frame.records()]
    caption = words.say("drawn-unmet")
    yield _ranges(view, caption, whole, "unmet", signs)
    if view.several:
        groups = [(name, row) for name, row in view.rows_of("unmet") if row["need_part"] == "all"]
        yield _ranges(view, words.say("drawn-unmet-groups"), groups, "unmet-groups", signs)


def _ranges(view: View, caption: str, found: list[tuple[str, dict[str, Any]]], name: str, signs: Any) -> Figure:
    unit, unit_name = money_unit(max(row["cost_high"] for _, row in found), view.words)
    rows, told = [], []
    for title, row in found:
        low, mid, high = (view.short(row[key]) for key in ("cost_low", "cost", "cost_high"))
        said = view.words.say("said-price", name=title, cost=mid, low=low, high=high)
        told.append(said)
        ends = (row["cost_low"] / unit, row["cost_high"] / unit)
        rows.append(Row(title, span=ends, dots=(Dot(row["cost"] / unit, palette.OWN, said=said),), text=mid))
    axis = Axis(unit=unit_name)
    return view.both(caption, "; ".join(told), lambda room: rows_chart(rows, axis, room), name, signs)
