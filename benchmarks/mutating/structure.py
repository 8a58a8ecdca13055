"""Slips in what holds values together: operators, lines, keys, languages.

In: a `MarkedFile` and what the base knows. Out: `STRUCTURE_KINDS`.
"""

from __future__ import annotations

import re
from functools import partial
from random import Random

from mutating.known import Kind, Known, Site, Spans
from mutating.marked import Entry, Group, MarkedFile, Path, Scalar
from mutating.values import BOUNDS, is_number, misspelt, put

READS = {"score", "fact", "finding"}
LOGIC = ("all", "any")


def _keys(marked: MarkedFile, known: Known) -> list[Site]:
    return [
        one
        for one in marked.scalars
        if one.is_key and known.kind(one) is None and not is_number(one) and marked.part(one.path)
    ]


def _keyed(marked: MarkedFile, known: Known, words: tuple[str, ...]) -> list[Site]:
    return [one for one in marked.scalars if one.is_key and one.value in words and not one.is_quoted]


def _other_of(marked: MarkedFile, one: Site, known: Known, rng: Random, words: tuple[str, ...]) -> Spans:
    assert isinstance(one, Scalar)
    return [put(marked, one, rng.choice([word for word in words if word != one.value]))]


def _truths(marked: MarkedFile, known: Known) -> list[Site]:
    return [one for one in marked.scalars if not one.is_quoted and one.value in ("true", "false")]


def _negations(marked: MarkedFile, known: Known) -> list[Site]:
    return [group for group in marked.groups if list(group.keys) == ["not"]]


def _without_not(marked: MarkedFile, one: Site, known: Known, rng: Random) -> Spans | None:
    assert isinstance(one, Group)
    start, end = one.keys["not"]
    inner = marked.text[start:end]
    return None if "\n" in inner and marked.text[start] != "{" else [(one.start, one.end, inner)]


def _comparisons(marked: MarkedFile, known: Known) -> list[Site]:
    return [g for g in marked.groups if g.keys.keys() & READS and marked.text[g.start] == "{"]


def _with_not(marked: MarkedFile, one: Site, known: Known, rng: Random) -> Spans:
    return [(one.start, one.end, f"{{not: {marked.text[one.start : one.end]}}}")]


def _entries(marked: MarkedFile, known: Known) -> list[Site]:
    """Return keys with their values and members of lists; a citation counts once, as a member."""
    return [one for one in marked.entries if not (len(one.path) > 2 and one.path[-3] == "sources")]


def _without(marked: MarkedFile, one: Site, known: Known, rng: Random) -> Spans:
    assert isinstance(one, Entry)
    text, start, end = marked.text, one.start, one.end
    if one.in_flow:
        after = re.match(r"\s*,\s*", text[end:])
        before = re.search(r",\s*$", text[:start])
        return [(start, end + after.end(), "")] if after else [(before.start() if before else start, end, "")]
    begin = text.rfind("\n", 0, start) + 1
    if text[begin:start].strip() in ("", "-"):
        if text[begin:start].strip() and isinstance(one.path[-1], str):
            return [(start, end, "")]  # the first key of a member of a list: its dash stays
        stop = text.find("\n", end)
        return [(begin, len(text) if stop < 0 else stop + 1, "")]
    return [(start, end, "")]


def _emptied(marked: MarkedFile, one: Site, known: Known, rng: Random) -> Spans:
    assert isinstance(one, Entry)
    start, end = one.value
    quoted = marked.text[start] == '"'
    empty = {"list": "[]", "mapping": "{}", "scalar": '""' if quoted else "null"}[one.kind]
    if not one.in_flow and rng.random() < 0.5:
        empty = ""
    return [(start, end, empty)]


def _texts(marked: MarkedFile, known: Known) -> list[Site]:
    return [
        group
        for group in marked.groups
        if list(group.keys) == ["id", "en"]
        and marked.text[slice(*group.keys["id"])].lower() != marked.text[slice(*group.keys["en"])].lower()
    ]


def _swapped(marked: MarkedFile, one: Site, known: Known, rng: Random) -> Spans:
    assert isinstance(one, Group)
    (a, b), (c, d) = one.keys["id"], one.keys["en"]
    return [(a, b, marked.text[c:d]), (c, d, marked.text[a:b])]


def _untranslated(marked: MarkedFile, one: Site, known: Known, rng: Random) -> Spans:
    assert isinstance(one, Group)
    spans = [one.keys["id"], one.keys["en"]]
    kept = spans.pop(rng.randrange(2))
    return [(*spans[0], marked.text[slice(*kept)])]


def _lines(marked: MarkedFile, known: Known) -> list[Site]:
    """Return each line that says something as an entry, under the path of the first entry that begins in it."""
    first: dict[int, Path] = {}
    for one in sorted(marked.entries, key=lambda entry: (entry.start, -entry.end)):
        first.setdefault(marked.text.rfind("\n", 0, one.start) + 1, one.path)
    found: list[Site] = []
    place = 0
    path: Path = ()
    for line in marked.text.splitlines(keepends=True):
        path = first.get(place, path)
        if line.strip() and not line.lstrip().startswith("#"):
            found.append(Entry(path, place, place + len(line), (place, place), "line", False))
        place += len(line)
    return found


def _line_deleted(marked: MarkedFile, one: Site, known: Known, rng: Random) -> Spans:
    return [(one.start, one.end, "")]


def _line_doubled(marked: MarkedFile, one: Site, known: Known, rng: Random) -> Spans:
    return [(one.end, one.end, marked.text[one.start : one.end])]


def _line_moved(marked: MarkedFile, one: Site, known: Known, rng: Random) -> Spans | None:
    others = [
        line for line in _lines(marked, known) if line.start not in (one.start, one.end) and line.end != one.start
    ]
    near = [line for line in others if abs(marked.line(line.start) - marked.line(one.start)) <= 8]
    if not near:
        return None
    target, line = rng.choice(near), marked.text[one.start : one.end]
    beside = marked.text[target.start : target.end]
    if rng.random() < 0.7:
        line = beside[: len(beside) - len(beside.lstrip())] + line.lstrip()
    return [(one.start, one.end, ""), (target.end, target.end, line)]


def _indented(marked: MarkedFile, one: Site, known: Known, rng: Random) -> Spans | None:
    line = marked.text[one.start : one.end]
    by = rng.choice([2, 2, -2, 1, -1])
    blank = len(line) - len(line.lstrip(" "))
    return None if blank + by < 0 else [(one.start, one.start + blank, " " * (blank + by))]


STRUCTURE_KINDS: dict[str, Kind] = {
    "other-bound": Kind("operators", partial(_keyed, words=BOUNDS), partial(_other_of, words=BOUNDS)),
    "all-any": Kind("operators", partial(_keyed, words=LOGIC), partial(_other_of, words=LOGIC)),
    "true-false": Kind("operators", _truths, partial(_other_of, words=("true", "false"))),
    "not-lost": Kind("operators", _negations, _without_not),
    "not-added": Kind("operators", _comparisons, _with_not),
    "line-deleted": Kind("lines", _lines, _line_deleted),
    "line-doubled": Kind("lines", _lines, _line_doubled),
    "line-moved": Kind("lines", _lines, _line_moved),
    "indented": Kind("lines", _lines, _indented),
    "entry-deleted": Kind("lines", _entries, _without),
    "key-misspelt": Kind("lines", _keys, misspelt),
    "value-emptied": Kind("lines", _entries, _emptied),
    "languages-swapped": Kind("lines", _texts, _swapped),
    "untranslated": Kind("lines", _texts, _untranslated),
}
