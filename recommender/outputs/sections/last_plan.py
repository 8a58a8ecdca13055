"""Plan -> blocks about the plan before it: what was decided on its steps, and what they still take."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from recommender.model.plan import CarriedOver, Plan
from recommender.outputs.blocks import BULLET, Block, Entry, Heading, Paragraph
from recommender.outputs.words import NAMES_SHOWN, Words


def carried_blocks(plan: Plan, options: Mapping[str, Any], words: Words) -> Iterator[Block]:
    """Yield what is done, under way, rejected and why, planned again, dropped; nothing without a plan before."""
    carried = plan.carried
    if carried is None:
        return
    rejected = "; ".join(f"{words.name(one.intervention)} ({one.reason})" for one in carried.rejected)
    parts = {
        "done": words.names(carried.done),
        "under-way": words.names(carried.under_way),
        "rejected": rejected,
        "again": words.names(carried.again, NAMES_SHOWN),  # they stand below as steps
        "dropped": words.names(carried.dropped),
    }
    yield Heading(words.say("section.carried", year=carried.from_))
    for decision, names in parts.items():
        if names:
            yield Entry(words.term("decision", decision), BULLET, lines=(names,))
    if not any(parts.values()):
        yield Paragraph(words.say("carried.nothing"))
    due = _due(carried, int(options["start_year"]), words)
    if due:
        yield Paragraph(words.say("carried.due", parts="; ".join(due)))


def _due(carried: CarriedOver, start_year: int, words: Words) -> list[str]:
    """Return what works done or under way take off the money of the plan's years."""
    due = [words.say("running-cost", amount=words.money(carried.running))] if carried.running else []
    for year, amount in carried.instalments.items():
        if int(year) >= start_year and amount:
            due.append(words.say("instalment", year=year, amount=words.money(amount)))
    return due
