"""Costs drawn between two levels: triangular with what is expected as mode, from a seed, each work by its own name.

The draw of a work depends on seed, number of the draw and its name alone: neither the order of works nor of villages
changes it. Whole numbers throughout.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from math import isqrt

from recommender.model.knowledge import KnowledgeBase
from recommender.model.settings import settings_for
from recommender.request.options import Options
from recommender.request.scenario_file import Draws
from recommender.verbs.comparing.under import at_level

_ONE = 1 << 64


def cost_ranges(draws: Draws, kb: KnowledgeBase, options: Options) -> dict[str, tuple[int, int, int]]:
    """Return for every work rupiah of a unit: least, most likely, most."""
    settings = settings_for(kb, options.start_year)
    found = {}
    for name, work in kb.interventions.items():
        low, mode, high = (at_level(work.cost, level, settings) for level in (draws.from_, "expected", draws.to))
        low, high = sorted((low, high))
        found[name] = low, min(max(mode, low), high), high
    return found


def drawn_costs(ranges: Mapping[str, tuple[int, int, int]], seed: int, number: int) -> dict[str, int]:
    """Return rupiah of a unit of every work in one draw."""
    return {name: triangular(*ends, _chance(f"{seed}:{number}:{name}")) for name, ends in ranges.items()}


def _chance(text: str) -> int:
    """Return a number below 2^64, equally likely any, that the text alone decides."""
    return int.from_bytes(sha256(text.encode()).digest()[:8], "big")


def triangular(low: int, mode: int, high: int, chance: int) -> int:
    """Return where a chance (of 2^64) stands in the triangular distribution.

    >>> triangular(5, 5, 5, 123), triangular(0, 50, 100, 1 << 63), triangular(0, 50, 100, 0)
    (5, 50, 0)
    """
    wide = high - low
    if not wide:
        return low
    if chance * wide < (mode - low) * _ONE:
        return low + isqrt(chance * wide * (mode - low) // _ONE)
    return high - isqrt((_ONE - chance) * wide * (high - mode) // _ONE)
