"""What ships, read once a process: the knowledge base, the sample villages, and their plans under plain options.

Nothing of it can be changed, so tests share it. A test that alters a knowledge base (`model_copy`) or that is about
reading it takes its own from `load_knowledge`.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

import recommender as rec
from recommender.knowledge import loader

ROOT = Path(__file__).parents[1]
DISTRICTS = ROOT / "examples" / "districts"
START = 2027
_read = loader.load_knowledge


@functools.cache
def knowledge() -> rec.KnowledgeBase:
    return _read()


@functools.cache
def villages() -> dict[str, rec.Village]:
    """Return the thirty sample villages by code, as they are read."""
    return {village.code: village for village in rec.read_villages(DISTRICTS, knowledge()).villages}


@functools.cache
def result(code: str) -> rec.Result:
    """Return the plan of a sample village from 2027 on, under no other option: the same whatever else is planned."""
    return rec.recommend(villages()[code], knowledge(), start_year=START)


def results(codes: Iterable[str]) -> list[rec.Result]:
    return [result(code) for code in codes]


def of_district(number: int) -> list[str]:
    """Return the codes of the ten villages of a district: 1 coast and islands, 2 upper river, 3 round the capital."""
    return [code for code in villages() if code.startswith(f"99.0{number}.")]


def _load(folder: Any = None, overlays: Any = ()) -> rec.KnowledgeBase:
    return knowledge() if folder is None and not overlays else _read(folder, overlays)


def read_once() -> Iterator[None]:
    """Let commands that run in this process take what ships from here instead of reading it again, half a second each.

    Other folders and overlays are read as ever; commands in a process of their own read everything.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loader, "load_knowledge", _load)
        yield
