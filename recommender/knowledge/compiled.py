"""What is made once for each knowledge base and kept with it: matchers, names of items, resolved conditions.

A function marked with `once_per_base` makes its answer at the first call with a base and its arguments. The base itself
stays as it is loaded: answers are kept here by its identity and go when it goes. (An answer that holds its base keeps
both to the end of the program.)
"""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from recommender.model.knowledge import KnowledgeBase

Asked = ParamSpec("Asked")
Made = TypeVar("Made")

_kept: dict[int, dict[Any, Any]] = {}  # identity of a base -> (function, arguments) -> what it made
_like: dict[int, weakref.ref[KnowledgeBase]] = {}  # identity of a base -> the base that it compiles like


def once_per_base(
    make: Callable[Concatenate[KnowledgeBase, Asked], Made],
) -> Callable[Concatenate[KnowledgeBase, Asked], Made]:
    """Return the function, what it makes kept for each base and arguments, which must be hashable."""

    @wraps(make)
    def kept(kb: KnowledgeBase, /, *args: Asked.args, **named: Asked.kwargs) -> Made:
        made = _kept_of(kb)
        key = (make, args, *named.items())
        if key not in made:
            made[key] = make(kb, *args, **named)
        found: Made = made[key]
        return found

    return kept


def compiles_like(changed: KnowledgeBase, base: KnowledgeBase) -> None:
    """Let a changed base share what is made of another: it differs only in what nothing that is kept reads."""
    like = _like.get(id(base), weakref.ref(base))
    _like[id(changed)] = like
    weakref.finalize(changed, _like.pop, id(changed), None)


def _kept_of(kb: KnowledgeBase) -> dict[Any, Any]:
    like = _like.get(id(kb))
    base = like() if like is not None else None
    base = kb if base is None else base
    if id(base) not in _kept:
        _kept[id(base)] = {}
        weakref.finalize(base, _kept.pop, id(base), None)
    return _kept[id(base)]
