"""The kinds of faults that `mutants.py` makes in a knowledge file, each as authors make it: by one slip.

In: a `MarkedFile` and what the base knows (`Known`). Out: the spans of text that change, or the files that do.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from random import Random

from marked_files import WORDS, Entry, Group, MarkedFile, Path, Scalar

from recommender.model.knowledge import KnowledgeBase

# Key -> the kinds of noun that it names; the names are its value, the members of its list, or the keys of its mapping.
NAMES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("score", "indicator", "indicators", "improves"), ("indicators",)),
    **dict.fromkeys(("about", "met-when"), ("indicators", "rules")),
    **dict.fromkeys(("fact",), ("facts",)),
    **dict.fromkeys(("finding",), ("rules",)),
    **dict.fromkeys(("calls", "closes", "requires", "requires-any", "works", "meets"), ("interventions",)),
    **dict.fromkeys(("enhanced-by", "excludes"), ("interventions",)),
    **dict.fromkeys(("target", "weight", "cut-off", "first-instalment"), ("parameters",)),
    **dict.fromkeys(("below", "at-most", "above", "at-least"), ("parameters",)),
    **dict.fromkeys(("budget-code", "code", "codes"), ("codes",)),
    **dict.fromkeys(("sources", "evidence"), ("sources",)),
    "given": ("indicators", "facts", "rules"),
    "focus": ("focuses",),
    "addressee": ("addressees",),
    "funding": ("funding",),
    "dimension": ("dimensions",),
    "per": ("units",),
    "levels": ("frameworks",),
}
BOUNDS = ("below", "at-most", "above", "at-least")
READS = {"score", "fact", "finding"}
_NUMBER = re.compile(r"-?\d[\d_]*(\.\d+)?$")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DATE = re.compile(r"\d{4}-\d\d-\d\d$")
_YEAR_KEYS = {"year", "years", "first-year", "last-year", "date"}
_HOLE = re.compile(r"\{([a-z0-9-]+)\}")

Site = Scalar | Entry | Group
Spans = list[tuple[int, int, str]]


@dataclass(slots=True)
class Known:
    """What names, words and rungs the base has: by kind of noun, by key, by indicator."""

    names: Mapping[str, frozenset[str]]
    words: Mapping[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    rungs: Mapping[str, list[int]] = field(default_factory=dict)  # thousandths, rising
    folders: tuple[str, ...] = ()  # of rules and works

    @classmethod
    def of(cls, kb: KnowledgeBase, files: Iterable[MarkedFile]) -> Known:
        """Return what the base knows; `files` are all its files."""
        tables = {kind for kinds in NAMES.values() for kind in kinds}
        known = cls({kind: frozenset(getattr(kb, kind)) for kind in tables})
        files = list(files)
        for marked in files:
            for one in marked.scalars:
                if known.is_word(one):
                    known.words[one.slot].add(one.value)
        rungs = defaultdict(set)
        for framework in kb.frameworks.values():
            width = framework.highest - framework.lowest
            for item in framework.items.values():
                rungs[item.indicator] |= {round(1000 * (p - framework.lowest) / width) for p in item.levels}
        known.rungs = {name: sorted(values) for name, values in rungs.items()}
        known.folders = tuple(
            sorted({m.file.rpartition("/")[0] for m in files if m.file.startswith(("rules/", "catalog/interventions/"))})
        )
        return known

    def kind(self, one: Scalar) -> str | None:
        """Return the kind of noun that a scalar names, None if it names none."""
        return next((kind for kind in NAMES.get(one.slot, ()) if one.value in self.names[kind]), None)

    def is_word(self, one: Scalar) -> bool:
        """Return whether a scalar is one of the few words that its key admits."""
        plain = not one.is_key and not one.is_quoted and one.value.replace("-", "").isalpha() and one.value.islower()
        boolean = one.value in ("true", "false")
        return plain and not boolean and one.slot not in ("package", "slug", *WORDS) and self.kind(one) is None


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fault: where it can be made in a file, and what it makes of a site (None: nothing here)."""

    group: str
    sites: Callable[[MarkedFile, Known], list[Site]]
    change: Callable[[MarkedFile, Site, Known, Random], Spans | None]


def is_number(one: Scalar) -> bool:
    return not one.is_quoted and _NUMBER.match(one.value) is not None


def _numbers(marked: MarkedFile, known: Known, whole: bool | None = None) -> list[Site]:
    found = [one for one in marked.scalars if is_number(one) and Decimal(one.value.replace("_", "")) != 0]
    return [one for one in found if whole is None or whole is ("." not in one.value)]


def _scaled(marked: MarkedFile, one: Site, known: Known, rng: Random, factors: tuple[str, ...]) -> Spans:
    text = marked.text[one.start : one.end]
    value = Decimal(text.replace("_", "")) * Decimal(rng.choice(factors))
    shown = f"{value.normalize():f}" if value != value.to_integral() else f"{int(value):{'_' if '_' in text else ''}d}"
    return [(one.start, one.end, shown)]


def _thousand(marked: MarkedFile, one: Site, known: Known, rng: Random) -> Spans:
    amount = int(marked.text[one.start : one.end].replace("_", ""))
    factors = ("1000", "0.001") if amount % 1000 == 0 else ("1000",)
    return _scaled(marked, one, known, rng, factors)


def _without_zero(marked: MarkedFile, one: Site, known: Known, rng: Random) -> Spans | None:
    text = marked.text[one.start : one.end]
    zeros = [place for place, sign in enumerate(text) if sign == "0"]
    if not zeros or len(text) == 1:
        return None
    place = rng.choice(zeros)
    shorter = (text[:place] + text[place + 1 :]).strip("_").replace("__", "_")
    return None if float(shorter) == float(text) else [(one.start, one.end, shorter)]


def _scores(marked: MarkedFile, known: Known) -> list[Site]:
    """Return scores that stand for a rung: bounds of conditions, what a work reaches, what an example gives."""
    beside = {group.path: group.keys for group in marked.groups}
    found: list[Site] = []
    for one in marked.scalars:
        if one.is_key or not is_number(one) or not one.path:
            continue
        above, key = one.path[:-1], one.path[-1]
        if key in BOUNDS and "score" in beside.get(above, {}):
            start, end = beside[above]["score"]
            name = marked.text[start:end]
        else:
            name = str(above[-1] if key == "reaches" and above else key)
        if name in known.rungs and (key in BOUNDS or key == "reaches" or "given" in one.path):
            found.append(Scalar((*one.path, name), one.start, one.end, one.value))
    return found


def _next_rung(marked: MarkedFile, one: Site, known: Known, rng: Random) -> Spans | None:
    rungs = known.rungs[str(one.path[-1])]
    now = round(1000 * float(marked.text[one.start : one.end]))
    near = [max((r for r in rungs if r < now), default=None), min((r for r in rungs if r > now), default=None)]
    chosen = [rung for rung in near if rung is not None]
    return [(one.start, one.end, str(rng.choice(chosen) / 1000))] if chosen else None


def _years(marked: MarkedFile, known: Known) -> list[Site]:
    return [
        one
        for one in marked.scalars
        if _YEAR.search(one.value) and (one.slot in _YEAR_KEYS or (one.is_key and _DATE.match(one.value)))
    ]


def _other_year(marked: MarkedFile, one: Site, known: Known, rng: Random) -> Spans:
    text = marked.text[one.start : one.end]
    place = rng.choice(list(_YEAR.finditer(text)))
    year = place.group()
    wrong = rng.choice([str(int(year) + 10), year[0] + year[2] + year[1] + year[3], year + year[-1], year[:3], "20xx"])
    return [(one.start, one.end, text[: place.start()] + wrong + text[place.end() :])]


def _names(marked: MarkedFile, known: Known) -> list[Site]:
    return [one for one in marked.scalars if known.kind(one)]


def _words(marked: MarkedFile, known: Known) -> list[Site]:
    return [one for one in marked.scalars if known.is_word(one) and 1 < len(known.words[one.slot]) <= 12]


def _other_name(marked: MarkedFile, one: Site, known: Known, rng: Random, same: bool = True) -> Spans:
    assert isinstance(one, Scalar)
    kind = known.kind(one)
    kinds = [kind] if same else sorted(set(known.names) - {kind, *NAMES[one.slot]})
    pool = known.names[str(rng.choice(kinds))] - {one.value}
    return [_put(marked, one, rng.choice(sorted(pool)))]


def _other_word(marked: MarkedFile, one: Site, known: Known, rng: Random) -> Spans:
    assert isinstance(one, Scalar)
    return [_put(marked, one, rng.choice(sorted(known.words[one.slot] - {one.value})))]


def _put(marked: MarkedFile, one: Scalar, text: str) -> tuple[int, int, str]:
    return one.start, one.end, f'"{text}"' if one.is_quoted else text


def slip(word: str, rng: Random) -> str:
    """Return the word with one letter left out, doubled, exchanged with the next, or another."""
    place = rng.randrange(len(word))
    other = rng.choice("aeinrst" if word[place].isalpha() else "123456789")
    after = word[place + 1 : place + 2]
    return rng.choice(
        [
            word[:place] + word[place + 1 :],
            word[: place + 1] + word[place:],
            word[:place] + after + word[place] + word[place + 2 :],
            word[:place] + other + word[place + 1 :],
        ]
    )


def _misspelt(marked: MarkedFile, one: Site, known: Known, rng: Random) -> Spans:
    assert isinstance(one, Scalar)
    return [_put(marked, one, slip(one.value, rng))]


def _keys(marked: MarkedFile, known: Known) -> list[Site]:
    return [
        one
        for one in marked.scalars
        if one.is_key and known.kind(one) is None and not is_number(one) and marked.part(one.path)
    ]


def _nouns(marked: MarkedFile, known: Known) -> list[Site]:
    return [one for one in marked.scalars if one.is_key and not marked.part(one.path)]


def _holes(marked: MarkedFile, known: Known) -> list[Site]:
    return [
        Scalar(one.path, one.start + hole.start(1), one.start + hole.end(1), hole.group(1))
        for one in marked.scalars
        if "reason" in one.path and not one.is_key
        for hole in _HOLE.finditer(marked.text[one.start : one.end])
    ]


def _keyed(marked: MarkedFile, known: Known, words: tuple[str, ...]) -> list[Site]:
    return [one for one in marked.scalars if one.is_key and one.value in words and not one.is_quoted]


def _other_of(marked: MarkedFile, one: Site, known: Known, rng: Random, words: tuple[str, ...]) -> Spans:
    assert isinstance(one, Scalar)
    return [_put(marked, one, rng.choice([word for word in words if word != one.value]))]


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
    others = [line for line in _lines(marked, known) if line.start not in (one.start, one.end) and line.end != one.start]
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


def _any_of(*sites: Callable[[MarkedFile, Known], list[Site]]) -> Callable[[MarkedFile, Known], list[Site]]:
    return lambda marked, known: [one for part in sites for one in part(marked, known)]


LOGIC = ("all", "any")
LANGUAGES = ("id", "en")
WHOLE = partial(_numbers, whole=True)
KINDS: dict[str, Kind] = {
    "times-ten": Kind("numbers", WHOLE, partial(_scaled, factors=("10",))),
    "tenth": Kind("numbers", WHOLE, partial(_scaled, factors=("0.1",))),
    "thousand": Kind("numbers", WHOLE, _thousand),
    "negated": Kind("numbers", _numbers, partial(_scaled, factors=("-1",))),
    "zero-lost": Kind("numbers", _numbers, _without_zero),
    "point-moved": Kind("numbers", partial(_numbers, whole=False), partial(_scaled, factors=("10", "0.1", "100"))),
    "next-rung": Kind("numbers", _scores, _next_rung),
    "other-year": Kind("numbers", _years, _other_year),
    "other-name": Kind("names", _names, _other_name),
    "other-kind": Kind("names", _names, partial(_other_name, same=False)),
    "misspelt": Kind("names", _any_of(_names, _words, _nouns), _misspelt),
    "other-word": Kind("names", _words, _other_word),
    "placeholder": Kind("names", _holes, _misspelt),
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
    "key-misspelt": Kind("lines", _keys, _misspelt),
    "value-emptied": Kind("lines", _entries, _emptied),
    "languages-swapped": Kind("lines", _texts, _swapped),
    "untranslated": Kind("lines", _texts, _untranslated),
}
