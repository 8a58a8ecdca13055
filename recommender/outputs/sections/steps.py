"""The steps of a plan -> blocks: what the village does, by year, and what is proposed to others.

Small soft works of one package and year are one entry with parts.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from recommender.model.plan import Plan, Step
from recommender.outputs.blocks import BULLET, Block, Entry, Heading, Paragraph
from recommender.outputs.words import Words


def own_blocks(plan: Plan, words: Words) -> Iterator[Block]:
    yield Heading(words.say("section.own"))
    own = [step for step in plan.steps if step.executor == "village" and not is_letter(step)]
    if not own:
        yield Paragraph(words.say("no-own-steps"))
    heading = ""
    for group in grouped(own, words):
        year = str(group[0].year)
        if year != heading:
            heading = year
            yield Heading(year, 3)
        yield step_entry(plan, group[0], words) if len(group) == 1 else _group_entry(plan, group, words)
    yield from letter_blocks(plan, words)


def is_letter(step: Step) -> bool:
    """Return whether a step of the village is a letter or decision that costs nothing."""
    return step.executor == "village" and step.measure == "act" and not step.cost.total


def letter_blocks(plan: Plan, words: Words) -> Iterator[Block]:
    """Yield the village's letters and decisions that cost nothing, together."""
    letters = [step for step in plan.steps if is_letter(step)]
    if letters:
        yield Heading(words.say("section.letters"), 3)
    for step in letters:
        yield step_entry(plan, step, words)


def grouped(steps: list[Step], words: Words) -> list[list[Step]]:
    """Return the steps in order, small soft works of one package and year together at the place of the first."""
    groups: dict[tuple[str, int], list[Step]] = {}
    ordered: list[list[Step]] = []
    for step in steps:
        package = _package(step, words)
        if package is None:
            ordered.append([step])
        elif (package, step.year) in groups:
            groups[package, step.year].append(step)
        else:
            ordered.append(groups.setdefault((package, step.year), [step]))
    return ordered


def _package(step: Step, words: Words) -> str | None:
    """Return the package of a small soft work: small as the catalog's parameter for a village's own works says."""
    work = words.kb.interventions.get(step.intervention)
    if work is None or work.package is None:
        return None
    small = words.kb.number("own-work-limit", datetime.date(step.year, 1, 1))
    return work.package if step.kind == "capacity" or step.cost.total <= small else None


def _group_entry(plan: Plan, group: list[Step], words: Words) -> Entry:
    sources = sorted({source for step in group for source in step.cost.by_source}, key=list(words.kb.funding).index)
    total = words.money(sum(step.cost.total for step in group))
    return Entry(
        words.say("small-works", count=len(group)),
        BULLET,
        f"{total} {words.sources(sources)}",
        parts=tuple(step_entry(plan, step, words) for step in group),
    )


def step_entry(plan: Plan, step: Step, words: Words) -> Entry:
    """Return a step with its amount and sources: why, what it changes, when, what it waits for."""
    amount = "" if step.measure == "act" and not step.cost.total else words.amount(step)
    return Entry(words.step_title(step), f"{step.rank}.", amount, tuple(_step_lines(plan, step, words)))


def _step_lines(plan: Plan, step: Step, words: Words) -> Iterator[str]:
    """Yield why, what it changes, when and what it costs afterwards, what it waits for and assumes."""
    reason = words.reason(plan, step)
    if reason:
        yield reason
    if step.improves:
        yield "; ".join(words.change(plan, name, change) for name, change in step.improves.items())
    when = [words.say("starts", month=words.month(step.start_month), months=words.months(step.months))]
    if step.running_cost_per_year:
        when.append(words.running(step))
    lasting = words.lasting(step)
    if lasting:
        when.append(lasting)
    yield " · ".join(when)
    if step.funded is not None:
        yield words.say("joint-funded", source=words.source(step.funded))
    if step.shared is not None:
        yield words.shared(step)
    waits = [name for name in step.requires if name not in step.conditional_on]
    bonds = [("waits-for", words.names(waits)), ("rests-on", words.names(step.conditional_on))]
    bonds.append(("assumes", words.assumed(plan, step)))
    bonds.append(("unsettled", words.names(step.unsettled, kind="fact")))
    bound = " ".join(words.say(key, names=names) for key, names in bonds if names)
    if bound:
        yield bound


def proposal_blocks(plan: Plan, words: Words) -> Iterator[Block]:
    proposals = [step for step in plan.steps if step.executor != "village"]
    if not proposals:
        return
    yield Heading(words.say("section.proposals"))
    yield Paragraph(proposals_note(plan, words))
    for step in proposals:
        asked = f"{words.say('ask-whom', whom=words.asked(step))} · {step.year}"
        entry = step_entry(plan, step, words)
        yield Entry(entry.title, entry.mark, entry.amount, (asked, *entry.lines))


def proposals_note(plan: Plan, words: Words) -> str:
    """Return who builds and pays, and whether the village inherits a running cost."""
    inherited = any(
        step.executor != "village" and step.running_paid_by == "village" and step.running_cost_per_year
        for step in plan.steps
    )
    return words.say("proposals-inherited" if inherited else "proposals-free")
