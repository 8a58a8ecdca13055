"""The answer to each question of a comparison in one sentence: what a reader takes into a memo.

The figures are those of all villages together, from the same tables that stand below the sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from recommender.language.money import format_short_rupiah
from recommender.language.numbers import decimal
from recommender.outputs.sections.cells import cell
from recommender.outputs.sections.frames import classed
from recommender.outputs.words import Words
from recommender.verbs.comparing.comparison import Comparison
from recommender.verbs.comparing.grouping import class_rank

Told = tuple[str, list[Mapping[str, Any]]]
_NAMED = 3  # of what is commonest


def answer_sentence(found: Comparison, name: str, words: Words) -> str:
    """Return what the table of that name says of all villages together; how long it is where nobody wrote a sentence
    for it, `` where it is empty."""
    if not found.answers[name].rows:
        return ""
    tell = _TOLD.get(name)
    return words.say("compared.say.rows", count=len(found.answers[name])) if tell is None else tell(found, words)


def _known(found: Comparison, words: Words) -> str:
    frame = found.overall["known"]
    row = next(iter(frame.records()))
    told = {name: cell(row[name], frame.column(name), words) for name in ("measured", "questions")}
    return words.say("compared.say.known", count=row["villages"], share=told["measured"], questions=told["questions"])


def _classes(found: Comparison, words: Words) -> str:
    rows = [row for row in found.overall["classes"].records() if row["villages"]]
    most = max(rows, key=lambda row: row["villages"])
    every = ", ".join(f"{_class(found, row, words)} {row['villages']}" for row in rows)
    return words.say(
        "compared.say.classes",
        class_=_class(found, most, words),
        count=most["villages"],
        of=len(found.scope.plans),
        all=every,
    )


def _class(found: Comparison, row: Mapping[str, Any], words: Words) -> str:
    return class_title(row["framework_of"], row["class_of"], words, several_indexes(found))


def several_indexes(found: Comparison) -> bool:
    """Return whether the villages are measured by more than one index, so that a class alone tells nothing."""
    return len({plan.data.framework for plan in found.scope.plans if plan.data.framework}) > 1


def class_title(framework: str | None, slug: str | None, words: Words, several: bool) -> str:
    """Return what a class is called, with its index where there are several."""
    if several or framework is None or slug is None:
        return classed(framework, slug, words)
    return words.index_class(framework, slug)


def _by_index(found: Comparison, rows: Iterable[Mapping[str, Any]], key: str, words: Words) -> Iterator[Told]:
    """Yield the rows of each index, with its name where there are several."""
    parts: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        parts.setdefault(row[key], []).append(row)
    for framework, mine in parts.items():
        yield f"{words.framework(framework)}: " if several_indexes(found) else "", mine


def _dimensions(found: Comparison, words: Words) -> str:
    rows = [row for row in found.overall["dimensions"].records() if row["median"] is not None]
    if not rows:
        return ""
    low, high = (pick(rows, key=lambda row: row["median"]) for pick in (min, max))
    return words.say(
        "compared.say.dimensions",
        low=words.dimension(low["dimension"]),
        low_score=words.score(low["median"]),
        high=words.dimension(high["dimension"]),
        high_score=words.score(high["median"]),
    )


def _peers(found: Comparison, words: Words) -> str:
    bands = [band for band in found["peers"]["band"] if band]
    return words.say("compared.say.peers", lower=bands.count("lower"), upper=bands.count("upper"), of=len(bands))


def _common(name: str) -> Callable[[Comparison, Words], str]:
    def tell(found: Comparison, words: Words) -> str:
        rows = list(found.overall[name].records())[:_NAMED]
        told = [_of_villages(words.name(row["rule"], "rule"), row["villages"], row["judged"], words) for row in rows]
        return words.say("compared.say.common", names="; ".join(told))

    return tell


def _first(found: Comparison, words: Words) -> str:
    rows = list(found.overall["first"].records())[:_NAMED]
    told = [_of_villages(words.name(row["work"]), row["among_first"], len(found.scope.plans), words) for row in rows]
    return words.say("compared.say.first", names="; ".join(told))


def _of_villages(name: str, count: int, of: int, words: Words) -> str:
    return words.say("compared.say.of-villages", name=name, count=count, of=of)


def _money(found: Comparison, words: Words) -> str:
    frame = found.overall["money"]
    budget, planned, unused = (sum(frame[name]) for name in ("budget", "planned", "unused"))
    years = sorted(set(frame["year"]))
    return words.say(
        "compared.say.money",
        budget=format_short_rupiah(budget, words.lang),
        planned=format_short_rupiah(planned, words.lang),
        unused=format_short_rupiah(unused, words.lang),
        share=words.percent(planned / budget if budget else 0.0),
        years="–".join(dict.fromkeys(str(year) for year in (years[0], years[-1]))),
    )


def _binding(found: Comparison, words: Words) -> str:
    frame = found.overall["binding"]
    row = next(iter(frame.records()))
    limit = cell(row["limit"], frame.column("limit"), words)
    return words.say("compared.say.binding", limit=limit, count=row["villages"], of=len(found.scope.plans))


def _asked(found: Comparison, words: Words) -> str:
    once, singly = (format_short_rupiah(sum(found.overall["asked"][name]), words.lang) for name in ("cost", "singly"))
    return words.say("compare-asked-sum", once=once, singly=singly)


def _unmet(found: Comparison, words: Words) -> str:
    row = next(row for row in found.overall["unmet"].records() if row["need_part"] == "all")
    amounts = {name: format_short_rupiah(row[f"cost{end}"], words.lang) for name, end in _ENDS.items()}
    return words.say("compared.say.unmet", **amounts)


_ENDS = {"low": "_low", "cost": "", "high": "_high"}


def _transitions(found: Comparison, words: Words) -> str:
    """Tell how many villages are expected to rise, stay and fall; a class is above those before it in its index."""
    rank = class_rank(found.scope.kb)
    told = []
    for name, rows in _by_index(found, found.overall["transitions"].records(), "framework_of", words):
        sums = {"up": 0.0, "same": 0.0, "down": 0.0}
        for row in rows:
            now, then = (rank(f"{row['framework_of']}/{row[key]}") for key in ("class_now", "class_then"))
            sums["up" if then > now else "down" if then < now else "same"] += row["expected_villages"]
        counts = {key: decimal(value, 1, words.lang) for key, value in sums.items()}
        told.append(name + words.say("compared.say.transitions", year=rows[0]["year"], **counts))
    return " ".join(told)


def _outlook(found: Comparison, words: Words) -> str:
    told = []
    for name, rows in _by_index(found, found.overall["outlook_lines"].records(), "framework_of", words):
        lines: dict[str, Any] = {line: words.index_value(rows[-1][line]) for line in ("expected", "all_done", "trend")}
        told.append(name + words.say("compared.say.outlook", year=rows[-1]["year"], **lines))
    return " ".join(told)


def _gains(found: Comparison, words: Words) -> str:
    fifths = [row for row in found["gains"].records() if row["slice"] == "fifth" and row["villages"]]
    told = []
    for name, rows in _by_index(found, fifths, "framework", words):
        ends = (format_short_rupiah(row["own_money_village"], words.lang) for row in (rows[0], rows[-1]))
        told.append(name + words.say("compared.say.gains", **dict(zip(("poorest", "richest"), ends, strict=True))))
    return " ".join(told)


_TOLD: Mapping[str, Callable[[Comparison, Words], str]] = {
    "known": _known,
    "classes": _classes,
    "dimensions": _dimensions,
    "peers": _peers,
    "problems": _common("problems"),
    "states": _common("states"),
    "first": _first,
    "money": _money,
    "binding": _binding,
    "asked": _asked,
    "unmet": _unmet,
    "transitions": _transitions,
    "outlook_lines": _outlook,
    "gains": _gains,
}
