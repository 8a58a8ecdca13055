"""Slips in values: a number of another magnitude, a name that is another, a word misspelt.

In: a `MarkedFile` and what the base knows. Out: `VALUE_KINDS`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from random import Random

from mutating.known import NAMES, Kind, Known, Site, Spans
from mutating.marked import MarkedFile, Scalar

BOUNDS = ("below", "at-most", "above", "at-least")
_NUMBER = re.compile(r"-?\d[\d_]*(\.\d+)?$")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DATE = re.compile(r"\d{4}-\d\d-\d\d$")
_YEAR_KEYS = {"year", "years", "first-year", "last-year", "date"}
_HOLE = re.compile(r"\{([a-z0-9-]+)\}")


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


def _other_name(marked: MarkedFile, one: Site, known: Known, rng: Random, same: bool = True) -> Spans | None:
    assert isinstance(one, Scalar)
    kind = known.kind(one)
    kinds = [kind] if same else sorted(set(known.names) - {kind, *NAMES[one.slot]})
    pools = [sorted(known.names[str(other)] - {one.value}) for other in kinds]
    pools = [pool for pool in pools if pool]
    return [put(marked, one, rng.choice(rng.choice(pools)))] if pools else None


def _other_word(marked: MarkedFile, one: Site, known: Known, rng: Random) -> Spans:
    assert isinstance(one, Scalar)
    return [put(marked, one, rng.choice(sorted(known.words[one.slot] - {one.value})))]


def put(marked: MarkedFile, one: Scalar, text: str) -> tuple[int, int, str]:
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


def misspelt(marked: MarkedFile, one: Site, known: Known, rng: Random) -> Spans:
    assert isinstance(one, Scalar)
    return [put(marked, one, slip(one.value, rng))]


def _nouns(marked: MarkedFile, known: Known) -> list[Site]:
    return [one for one in marked.scalars if one.is_key and not marked.part(one.path)]


def _holes(marked: MarkedFile, known: Known) -> list[Site]:
    return [
        Scalar(one.path, one.start + hole.start(1), one.start + hole.end(1), hole.group(1))
        for one in marked.scalars
        if "reason" in one.path and not one.is_key
        for hole in _HOLE.finditer(marked.text[one.start : one.end])
    ]


def _any_of(*sites: Callable[[MarkedFile, Known], list[Site]]) -> Callable[[MarkedFile, Known], list[Site]]:
    return lambda marked, known: [one for part in sites for one in part(marked, known)]


WHOLE = partial(_numbers, whole=True)
VALUE_KINDS: dict[str, Kind] = {
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
    "misspelt": Kind("names", _any_of(_names, _words, _nouns), misspelt),
    "other-word": Kind("names", _words, _other_word),
    "placeholder": Kind("names", _holes, misspelt),
}
