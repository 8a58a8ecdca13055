"""A comparison for a terminal or a memo: each question with its table, short enough to read, and its notes.

Where groups are many, a table tells of all villages together and between which shares the groups lie; every row is in
the files (`--format csv`, `xlsx`, `html`, `json`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from recommender.language.money import format_short_rupiah
from recommender.language.numbers import decimal
from recommender.model.frames import Cell, Frame
from recommender.outputs import blocks
from recommender.outputs.blocks import BULLET, Bar, Bars, Block, Entry, Heading, Paragraph, Table
from recommender.outputs.sections.cells import NOTHING, cell
from recommender.outputs.sections.frames import (
    GROUPS,
    ROWS,
    Kind,
    classed,
    frame_data,
    frame_table,
    group_name,
    grouped_table,
    head,
    more,
    pivot,
)
from recommender.outputs.words import Words
from recommender.verbs.comparing.comparison import Comparison

SHOWN = 0.05  # villages expected in a class; fewer are not told on a terminal


def comparison_blocks(found: Comparison, words: Words) -> Iterator[Block]:
    """Yield the questions in their order, each with a table and what must be said beside it."""
    levels = ", ".join(words.term("level", level) for level in found.scope.grouping.by)
    count = len(found.scope.plans)
    yield Heading(
        words.say("compare-title-by", count=count, levels=levels)
        if levels
        else words.say("compare-title", count=count),
        1,
    )
    for note in found.notes:
        yield Paragraph(note.in_language(words.lang))
    for name, view in _VIEWS.items():
        if name not in found.answers or not found[name].rows:
            continue
        yield Heading(words.term("frame", name))
        yield from view(found, words)
        for note in found[name].notes:
            if note not in found.notes:
                yield Paragraph(note.in_language(words.lang))
    yield Paragraph(words.say("compare-hint"))


def comparison_data(found: Comparison) -> dict[str, Any]:
    """Return every table of the answers as records, with its notes in both languages."""
    return {
        "by": list(found.scope.grouping.by),
        "villages": len(found.scope.plans),
        "not_compared": [
            {"code": one.plan.village.code, "code_scheme": one.plan.village.code_scheme, "why": one.why}
            for one in found.scope.left
        ],
        "tables": {name: frame_data(frame) for name, frame in found.answers.items()},
    }


# The questions


def _known(found: Comparison, words: Words) -> Iterator[Block]:
    """Yield villages, years, how much is measured; of each group in one row."""
    frame = found["known"]
    rows = []
    for row, record in list(zip(frame.rows, frame.records(), strict=True))[:GROUPS]:
        years = dict.fromkeys(str(year) for year in (record["first_year"], record["last_year"]) if year is not None)
        measured, questions = (cell(record[name], frame.column(name), words) for name in ("measured", "questions"))
        name = group_name(row[: len(found.scope.grouping.columns)], found.scope.grouping.columns, words)
        rows.append((name, str(record["villages"]), "–".join(years) or NOTHING, measured, questions))
    titles = [words.term("column-title", name) for name in ("villages", "data_year", "measured", "questions")]
    heads = (blocks.Column(words.say("compare-group")), *(blocks.Column(title, "money") for title in titles))
    yield Table(heads, tuple(rows))
    yield from more(len(frame) - len(rows), words)


def _classes(found: Comparison, words: Words) -> Iterator[Block]:
    """Yield a row a group and a column a class; the index is named in each where there are several."""
    frame = found["classes"]
    several = len({name for name in frame["framework_of"] if name}) > 1

    def across(row: dict[str, Any]) -> str:
        named = classed(row["framework_of"], row["class_of"], words)
        return named if several or not row["class_of"] else words.index_class(row["framework_of"], row["class_of"])

    yield from pivot(frame, found, words, across, lambda row: str(row["villages"]))


def _dimensions(found: Comparison, words: Words) -> Iterator[Block]:
    """Yield a bar a dimension: the median of all villages, the half of them around it, groups beside that half."""
    whole, parts = found.overall["dimensions"], found["dimensions"]
    first = len(found.scope.grouping.columns)
    rows = []
    for record in whole.records():
        if record["median"] is None:
            rows.append(Bar(words.dimension(record["dimension"]), None, NOTHING))
            continue
        told = [
            words.say("compare-half", low=words.score(record["quarter"]), high=words.score(record["three_quarters"]))
        ]
        for band in ("lower", "upper"):
            names = [
                group_name(row[:first], parts.columns[:first], words)
                for row, part in zip(parts.rows, parts.records(), strict=True)
                if (part["dimension"], part["band"]) == (record["dimension"], band)
            ]
            if names:
                told.append(words.say("compare-in-band", band=words.term("band", band), names=_listed(names, words)))
        median = record["median"]
        rows.append(Bar(words.dimension(record["dimension"]), median, words.score(median), "; ".join(told)))
    yield Bars(tuple(rows))


def _listed(names: Sequence[str], words: Words) -> str:
    """Return a few names, and how many more there are."""
    shown = names if len(names) <= ROWS else names[: ROWS - 1]
    text = ", ".join(shown)
    return text if len(shown) == len(names) else words.say("others", names=text, count=len(names) - len(shown))


def _peers(found: Comparison, words: Words) -> Iterator[Block]:
    yield from grouped_table(found["peers"], found, words, ("dimension", "score", "peers", "peers_in", "band"))


def _ranged(name: str, subject: str, columns: Sequence[str]) -> Callable[[Comparison, Words], Iterator[Block]]:
    """Return a view of all villages together, with the lowest and highest share among the groups."""

    def view(found: Comparison, words: Words) -> Iterator[Block]:
        whole, parts = found.overall[name], found[name]
        chosen = [(whole.place(c), whole.column(c)) for c in (subject, *columns)]
        several = len(found.scope.groups) > 1
        shares: dict[Cell, list[float]] = {}
        for name_of, share in zip(parts[subject], parts["share"], strict=True) if several else ():
            if share is not None:
                shares.setdefault(name_of, []).append(share)
        rows = []
        for row in whole.rows[:ROWS]:
            line = [cell(row[n], c, words, short_money=True) for n, c in chosen]
            if several:
                found_shares = shares.get(row[whole.place(subject)], [0.0])
                ends = dict.fromkeys(words.percent(share) for share in (min(found_shares), max(found_shares)))
                line.append(" – ".join(ends))
            rows.append(tuple(line))
        heads = [head(c, words) for _, c in chosen]
        between = [blocks.Column(words.say("compare-between"), "money")] if several else []
        yield Table((*heads, *between), tuple(rows))
        yield from more(len(whole.rows) - len(rows), words)

    return view


def _money(found: Comparison, words: Words) -> Iterator[Block]:
    """Yield the money of each group and source over all years, and which share of it stays unused."""
    first = len(found.scope.grouping.columns)
    sums: dict[tuple[tuple[Cell, ...], str], list[int]] = {}
    for row, record in zip(found["money"].rows, found["money"].records(), strict=True):
        so_far = sums.setdefault((row[:first], record["source"]), [0, 0, 0])
        amounts = (record["budget"], record["planned"], record["unused"])
        sums[row[:first], record["source"]] = [had + new for had, new in zip(so_far, amounts, strict=True)]
    rows = []
    for (key, source), (budget, planned, unused) in list(sums.items())[:GROUPS]:
        name = group_name(key, found.scope.grouping.columns, words)
        share = words.percent(unused / budget) if budget else NOTHING
        told = (format_short_rupiah(amount, words.lang) for amount in (budget, planned, unused))
        rows.append((name, words.source(source), *told, share))
    names = ("source", "budget", "planned", "unused", "share")
    kinds: tuple[Kind, ...] = ("text", "money", "money", "money", "money")
    heads = (blocks.Column(words.term("column-title", n), kind) for n, kind in zip(names, kinds, strict=True))
    yield Table((blocks.Column(words.say("compare-group")), *heads), tuple(rows))
    yield from more(len(sums) - len(rows), words)


def _overall(name: str, *columns: str) -> Callable[[Comparison, Words], Iterator[Block]]:
    return lambda found, words: frame_table(found.overall[name], words, columns)


def _asked(found: Comparison, words: Words) -> Iterator[Block]:
    """Yield what costs most together, and how much plans would ask for in all."""
    frame = found.overall["asked"]
    for number, record in enumerate(sorted(frame.records(), key=lambda row: -row["cost"])[:ROWS], 1):
        about = words.say(
            "compare-asked-of",
            addressee=words.addressee(record["addressee"], record["addressee"]),
            year=record["year"],
            count=record["groups_served"],
            villages=record["villages"],
        )
        if record["singly"] != record["cost"]:
            about += " " + words.say("compare-singly", amount=format_short_rupiah(record["singly"], words.lang))
        amount = format_short_rupiah(record["cost"], words.lang)
        yield Entry(words.name(record["work"]), f"{number}.", amount, (about,))
    yield from more(len(frame) - ROWS, words)
    once, each = sum(frame["cost"]), sum(frame["singly"])
    amounts = {"once": format_short_rupiah(once, words.lang), "singly": format_short_rupiah(each, words.lang)}
    yield Paragraph(words.say("compare-asked-sum", **amounts))


def _unmet(found: Comparison, words: Words) -> Iterator[Block]:
    """Yield the parts of all villages' need, and the whole of each group's."""
    columns = ("need_part", "works", "cost_low", "cost", "cost_high")
    yield from frame_table(found.overall["unmet"], words, columns)
    frame = found["unmet"]
    if len(found.scope.groups) > 1:
        whole = [row for row, part in zip(frame.rows, frame["need_part"], strict=True) if part == "all"]
        yield from grouped_table(Frame(frame.name, frame.columns, tuple(whole)), found, words, columns[1:])


def _transitions(found: Comparison, words: Words) -> Iterator[Block]:
    """Yield for each class now how many of its villages are expected in which class."""
    frame = found.overall["transitions"]
    now: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for record in frame.records():
        now.setdefault((record["framework_of"], record["class_now"]), []).append(record)
    for (framework, slug), rows in now.items():
        expected = [
            f"{words.index_class(framework, row['class_then'])} {decimal(row['expected_villages'], 1, words.lang)}"
            for row in rows
            if row["expected_villages"] >= SHOWN
        ]
        name = words.say("compare-class-of", name=classed(framework, slug, words), count=rows[0]["villages"])
        yield Entry(name, BULLET, lines=("; ".join(expected),))


def _outlook(found: Comparison, words: Words) -> Iterator[Block]:
    """Yield the three lines at the end of the plans."""
    frame = found["outlook_lines"]
    last = max(frame["year"])
    rows = tuple(row for row, year in zip(frame.rows, frame["year"], strict=True) if year == last)
    columns = ("framework_of", "year", "villages", "expected", "all_done", "trend")
    yield from grouped_table(Frame(frame.name, frame.columns, rows), found, words, columns)


def _gains(found: Comparison, words: Words) -> Iterator[Block]:
    frame = found["gains"]
    several = len({name for name in frame["framework"] if name}) > 1
    columns = ["villages", "own_money_village", "others_money", "index_gain"]
    columns += ["own_money_resident"] if any(frame["with_population"]) else []
    chosen = [(frame.place(name), frame.column(name)) for name in columns]
    rows = []
    for row, record in zip(frame.rows, frame.records(), strict=True):
        name = words.term("slice", str(record["slice"]))
        if record["slice"] == "fifth":
            name = f"{name} {record['part']}" + (f" ({words.framework(record['framework'])})" if several else "")
        elif record["class"]:
            name = classed(record["framework"], record["class"], words)
        rows.append((name, *(cell(row[n], c, words, short_money=True) for n, c in chosen)))
    yield Table((blocks.Column(words.say("compare-group")), *(head(c, words) for _, c in chosen)), tuple(rows))


_VIEWS: dict[str, Callable[[Comparison, Words], Iterator[Block]]] = {
    "known": _known,
    "classes": _classes,
    "dimensions": _dimensions,
    "peers": _peers,
    "problems": _ranged("problems", "rule", ("villages", "share")),
    "states": _ranged("states", "rule", ("villages", "share")),
    "first": _ranged("first", "work", ("among_first", "in_first_year", "plans")),
    "money": _money,
    "binding": _overall("binding", "limit", "villages", "works", "cost"),
    "asked": _asked,
    "unmet": _unmet,
    "transitions": _transitions,
    "outlook_lines": _outlook,
    "gains": _gains,
}
