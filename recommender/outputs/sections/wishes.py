"""Pinned and banned works -> blocks: what people decided before the plan was made, why, and what could not be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from recommender.model.plan import Plan
from recommender.outputs.blocks import BULLET, Block, Entry
from recommender.outputs.words import Words


def wishes_blocks(plan: Plan, options: Mapping[str, Any], words: Words) -> Iterator[Block]:
    """Yield pins that are in the plan, pins that have no place in it, and bans; nothing without either."""
    impossible = impossible_pins(plan, options)
    kept = [name for name in options.get("pins", ()) if name not in impossible]
    for key, names in (("pinned", kept), ("pin-impossible", impossible), ("banned", options.get("bans", ()))):
        if names:
            told = [_told(name, plan, options, words) for name in names]
            yield Entry(words.say(key, count=len(told)), BULLET, lines=("; ".join(told),))


def impossible_pins(plan: Plan, options: Mapping[str, Any]) -> list[str]:
    """Return the pinned works that are neither a step nor served already."""
    there = {step.intervention for step in plan.steps} | set(plan.met)
    there |= set(plan.carried.done + plan.carried.under_way) if plan.carried else set()
    return [name for name in options.get("pins", ()) if name not in there]


def _told(name: str, plan: Plan, options: Mapping[str, Any], words: Words) -> str:
    """Return the work with the reason for the wish, and what stands in its way."""
    left = next((words.reason_left(entry) for entry in plan.deferred if entry.intervention == name), "")
    reasons = [options.get("reasons", {}).get(name, ""), "" if name in options.get("bans", ()) else left]
    said = ", ".join(filter(None, reasons))
    return f"{words.name(name)} ({said})" if said else words.name(name)
