"""Conditions as written in files -> condition trees, with the place of every mistake."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any as Anything
from typing import Protocol

from recommender.language.wording import Key, did_you_mean
from recommender.model.conditions import SCALE, All, Any, Comparison, Condition, Named, Not, Operand, Word
from recommender.parsing.parsed_file import KeyPath

_READS = ("score", "fact", "finding")
_UPPER, _LOWER = ("below", "at-most"), ("above", "at-least")
_ORDER_WORDS = (*_UPPER, *_LOWER)
_WORDS = (*_ORDER_WORDS, "is", "in")
_TREE = ("all", "any", "not")
_SIGNS = {"<": "below", "<=": "at-most", ">": "above", ">=": "at-least", "=": "is", "==": "is"}
_NUMBER_IN_TEXT = re.compile(r"(-?\d+(?:[.,]\d+)?) ?(%?)\Z")


class ReportFault(Protocol):
    """Takes a problem of a condition: the key path, the catalog's key, the values of its sentence."""

    def __call__(self, path: KeyPath, key: Key, /, **values: object) -> None: ...


def read_condition(raw: Anything, path: KeyPath, report: ReportFault) -> Condition | None:
    """Return the tree, or None after every mistake in it was reported."""
    if not isinstance(raw, dict):
        report(path, "bad-condition.no-mapping")
        return None
    tree_keys = [key for key in raw if key in _TREE]
    if tree_keys and len(raw) > 1:
        report(path, "bad-condition.alone", key=tree_keys[0])
        return None
    if "not" in raw:
        member = read_condition(raw["not"], (*path, "not"), report)
        return None if member is None else Not(member)
    if tree_keys:
        return _read_members(tree_keys[0], raw[tree_keys[0]], path, report)
    return _read_comparison(raw, path, report)


def _read_members(key: str, raw: Anything, path: KeyPath, report: ReportFault) -> Condition | None:
    if not isinstance(raw, list) or not raw:
        report((*path, key), "bad-condition.list", key=key)
        return None
    members = _whole([read_condition(member, (*path, key, index), report) for index, member in enumerate(raw)])
    if members is None or key == "any":
        return None if members is None else Any(members)
    # Two bounds on one name are two members: the tree is the same whether one mapping holds them or two.
    parts = (
        member.members if isinstance(member, All) and "all" not in written else (member,)
        for written, member in zip(raw, members, strict=True)
    )
    return All(tuple(part for some in parts for part in some))


def _whole(parts: list[Condition | None]) -> tuple[Condition, ...] | None:
    """Return the parts, None if any of them could not be read."""
    found = tuple(part for part in parts if part is not None)
    return found if len(found) == len(parts) else None


def _read_comparison(raw: dict[Anything, Anything], path: KeyPath, report: ReportFault) -> Condition | None:
    reads = [key for key in raw if key in _READS]
    words = [key for key in raw if key in _WORDS]
    unknown = [key for key in raw if key not in _READS and key not in _WORDS]
    for key in unknown:
        _report_key(raw, key, path, report)
    if unknown:
        return None
    if len(reads) != 1 or not isinstance(raw[reads[0]], str):
        report(path, "bad-condition.reads")
        return None
    name, kind = raw[reads[0]], reads[0]
    if kind == "finding":
        if words:
            report(path, "bad-condition.finding")
            return None
        return Comparison("finding", name, "is", True)
    is_range = len(words) == 2 and any(word in _LOWER for word in words) and any(word in _UPPER for word in words)
    if len(words) != 1 and not is_range:
        report(path, "bad-condition.word", name=name, words=", ".join(_WORDS))
        return None
    bounds = _whole([_read_bound(kind, name, word, raw[word], (*path, word), report) for word in words])
    if bounds is None:
        return None
    return All(bounds) if is_range else bounds[0]


def _report_key(raw: dict[Anything, Anything], key: Anything, path: KeyPath, report: ReportFault) -> None:
    before = next((value for name, value in raw.items() if name in _ORDER_WORDS), None)
    if key in _SIGNS:
        report((*path, key), "unknown-key.sign", key=key, word=_SIGNS[key])
    elif type(key) is int and raw[key] is None and type(before) is int:  # between braces a comma ends the bound
        report((*path, key), "unknown-key.decimal-comma", written=f"{before},{key}", number=f"{before}.{key}")
    else:
        near = did_you_mean(str(key), (*_READS, *_WORDS, *_TREE))
        report((*path, key), "unknown-key.condition", key=key, near=near)


def _read_bound(
    kind: str, name: str, word: Word, raw: Anything, path: KeyPath, report: ReportFault
) -> Comparison | None:
    operand = _operand(kind, word, raw)
    if operand is None:
        _report_bound(kind, word, raw, path, report)
        return None
    return Comparison("score" if kind == "score" else "fact", name, word, operand)


def _operand(kind: str, word: str, raw: Anything) -> Operand | Named | None:
    if word == "in":
        if not isinstance(raw, list) or not raw:
            return None
        items = [_plain(item) for item in raw]
        if any(item is None or (kind == "score" and not _is_score(item)) for item in items):
            return None
        return tuple(item for item in items if item is not None)
    if word in _ORDER_WORDS and isinstance(raw, str):
        return None if _NUMBER_IN_TEXT.match(raw) else Named(raw)
    value = _plain(raw)
    if word in _ORDER_WORDS and (value is None or isinstance(value, bool)):
        return None
    if kind == "score" and not _is_score(value):
        return None
    return value


def _plain(raw: Anything) -> bool | int | str | None:
    """Return a word or a yes/no as it is, a number as thousandths, None for anything else."""
    if isinstance(raw, bool | str):
        return raw
    if isinstance(raw, int | float):
        scaled = Decimal(str(raw)) * SCALE
        return int(scaled) if scaled == scaled.to_integral_value() else None
    return None


def _is_score(value: bool | int | str | None) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= SCALE


def _report_bound(kind: str, word: str, raw: Anything, path: KeyPath, report: ReportFault) -> None:
    text = _NUMBER_IN_TEXT.match(raw) if isinstance(raw, str) and word in _ORDER_WORDS else None
    if text is not None:
        number = Decimal(text[1].replace(",", ".")) / (100 if text[2] else 1)
        report(path, "bad-bound.text", value=repr(raw), number=f"{number:f}")
    elif word == "in":
        report(path, "bad-bound.in", value=repr(raw))
    elif kind == "score":
        report(path, "bad-bound.score", value=repr(raw))
    else:
        report(path, "bad-bound.fact", value=repr(raw), word=word)
