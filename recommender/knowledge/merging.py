"""Layers -> nouns: overlays laid over the base, mappings key by key, and what each of them changed.

In: `Layer`s, the base first. Out: `Stack`s by kind/name and `Overlay`s. A condition and a list are replaced whole; a
value of null removes the key. Every key keeps the place of the uppermost layer that says it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from recommender.knowledge.conditions import CONDITION_KEYS
from recommender.knowledge.files import Layer, Written
from recommender.language.errors import Problem, problem
from recommender.language.wording import NOTHING, Key, did_you_mean
from recommender.model.overlays import Overlay, OverlayChange
from recommender.parsing.parsed_file import KeyPath


class Where(Protocol):
    """Returns file:line of a noun, or of a key inside it, by its kind and name."""

    def __call__(self, kind: str, name: str, path: KeyPath = (), /) -> str: ...


@dataclass(slots=True)
class Stack:
    """One noun over all layers: what they write of it, the lowest first, and their raw values merged."""

    written: list[Written]
    raw: Any
    is_new: bool  # an overlay adds it

    @property
    def top(self) -> Written:
        return self.written[-1]

    def where(self, path: KeyPath) -> str:
        """Return file:line of a key: of the uppermost layer that says it, or says most of the way to it."""
        return max(self._places(path), key=lambda found: found[0])[1]

    def report(self, path: KeyPath, key: Key, /, **values: object) -> Problem:
        return problem(self.where(path), key, **values)

    def _places(self, path: KeyPath) -> Iterator[tuple[int, str]]:
        """Yield (how much of the path the layer says, place), the uppermost layer first: of equals `max` takes it."""
        for one in reversed(self.written):
            length = next((n for n in range(len(path), 0, -1) if (*one.path, *path[:n]) in one.document.lines), 0)
            yield length, one.document.where((*one.path, *path[:length]))


def merge(layers: Sequence[Layer]) -> tuple[dict[str, Stack], list[Overlay], list[Problem]]:
    """Return the nouns by kind/name, what each overlay changed, and what cannot be laid over what is below."""
    stacks = {key: Stack([one], one.raw, False) for key, one in layers[0].written.items()}
    overlays: list[Overlay] = []
    problems: list[Problem] = []
    for layer in layers[1:]:
        changes: list[OverlayChange] = []
        for key, one in layer.written.items():
            below = stacks.get(key)
            if below is None:
                stacks[key] = Stack([one], one.raw, True)
                changes.append(OverlayChange(one.kind, one.name, "", None, one.raw))
                continue
            wrong = list(_unfit(one, below))
            problems += wrong
            if wrong:
                continue
            raw = merged(below.raw, one.raw, ())
            found = [
                OverlayChange(one.kind, one.name, ".".join(map(str, path)), *pair)
                for path, pair in _diff(below.raw, raw)
            ]
            if not found:
                problems.append(problem(one.place, "changes-nothing", name=one.name))
            changes += found
            stacks[key] = Stack([*below.written, one], raw, below.is_new)
        if not layer.written and not layer.tables:
            problems.append(problem(layer.name, "empty-overlay"))
        changes.sort(key=lambda change: (change.kind, change.name, change.key))
        overlays.append(Overlay(layer.name, layer.sha256, tuple(changes)))
    return stacks, overlays, problems


def _unfit(one: Written, below: Stack) -> Iterator[Problem]:
    """Yield why what an overlay writes of a noun cannot be laid over it."""
    if not isinstance(one.raw, dict):
        yield problem(one.place, "bad-shape.overlay", name=one.name)
        return
    if one.folder != below.top.folder:
        home = below.top
        yield problem(one.place, "other-dimension", name=one.name, dimension=home.folder, place=home.place)
    if one.raw.get("status") == "retired" and not one.raw.get("note"):
        yield problem(one.document.where((*one.path, "status")), "retired-without-reason", name=one.name)
    for path in _removes_nothing(below.raw, one.raw, ()):
        known = _inside(below.raw, path[:-1])
        near = did_you_mean(str(path[-1]), map(str, known)) if isinstance(known, dict) else NOTHING
        yield problem(one.document.where((*one.path, *path)), "removes-nothing", key=path[-1], near=near)


def _removes_nothing(below: Any, above: Any, path: KeyPath) -> Iterator[KeyPath]:
    for key, value in above.items():
        inside = below.get(key) if isinstance(below, dict) else None
        if value is None and (not isinstance(below, dict) or key not in below):
            yield (*path, key)
        elif isinstance(value, dict) and isinstance(inside, dict) and not is_condition((*path, key)):
            yield from _removes_nothing(inside, value, (*path, key))


def _inside(raw: Any, path: KeyPath) -> Any:
    for key in path:
        raw = raw[key]
    return raw


def is_condition(path: KeyPath) -> bool:
    """Return whether the key path of a noun holds a condition, which is one thing: it is never merged.

    >>> is_condition(("when",)), is_condition(("met-when", "doctor")), is_condition(("met-when",))
    (True, True, False)
    """
    return (len(path) == 1 and path[0] in CONDITION_KEYS) or (len(path) == 2 and path[0] == "met-when")


def merged(below: Any, above: Any, path: KeyPath) -> Any:
    """Return `above` laid over `below`: mappings key by key, everything else replaced; null removes a key.

    >>> merged({"cost": {"low": 1, "high": 2}, "note": "x"}, {"cost": {"low": 0}, "note": None}, ())
    {'cost': {'low': 0, 'high': 2}}
    """
    if not (isinstance(below, dict) and isinstance(above, dict)) or is_condition(path):
        return above
    result = dict(below)
    for key, value in above.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = merged(below[key], value, (*path, key)) if key in below else value
    return result


def _diff(before: Any, after: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, tuple[Any, Any]]]:
    """Yield (key path, (before, after)) of everything that differs, as deep as both are mappings."""
    if not (isinstance(before, dict) and isinstance(after, dict)) or is_condition(path):
        if before != after or type(before) is not type(after):
            yield path, (before, after)
        return
    for key in [*before, *(key for key in after if key not in before)]:
        yield from _diff(before.get(key), after.get(key), (*path, key))
