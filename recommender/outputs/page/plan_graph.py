"""The dependency graph of one plan: its steps, what they rest on, what is met already, what was left out.

Arrows are the plan's own (`requires`) and, from met works and to works left out, those of the catalog.
"""

from __future__ import annotations

from recommender.knowledge.graph import work_graph
from recommender.model.plan import Plan
from recommender.outputs.pictures import palette
from recommender.outputs.pictures.graph_drawing import Arrow, Box, Look, draw
from recommender.outputs.pictures.svg import Safe
from recommender.outputs.words import Words

_STATES = ("planned", "proposed", "met", "left-out")


def plan_graph(plan: Plan, words: Words) -> Safe:
    """Return the picture; every step is in it, met and left-out works where an arrow ties them to another work."""
    arrows = plan_arrows(plan, words)
    tied = {name for arrow in arrows for name in (arrow.first, arrow.then)}
    boxes = [
        Box(step.intervention, words.text(step.name), _look(_state(step.executor), str(step.rank)))
        for step in plan.steps
    ]
    boxes += [Box(name, words.name(name), _look("met", "✓")) for name in plan.met if name in tied]
    boxes += [
        Box(deferred.intervention, words.text(deferred.name), _look("left-out", "×"))
        for deferred in plan.deferred
        if deferred.intervention in tied
    ]
    used = {box.look.stroke for box in boxes}
    samples = [(_look(state, mark), words.term("state", state)) for state, mark in zip(_STATES, "12✓×", strict=True)]
    kinds = [("all", words.term("edge", "all")), ("any", words.say("plan-graph.any"))]
    return draw(
        boxes,
        arrows,
        [(look, text) for look, text in samples if look.stroke in used],
        [(kind, text) for kind, text in kinds if any(arrow.kind == kind for arrow in arrows)],
        words.say("plan-graph.caption"),
        words.say("graph.description", works=len(boxes), edges=len(arrows)),
        name="works",
        width=178,
        least=900,
    )


def plan_arrows(plan: Plan, words: Words) -> list[Arrow]:
    """Return the arrows between works of the plan, sorted."""
    kinds = {(first, then): kind for first, then, kind in work_graph(words.kb).edges()}
    steps = {step.intervention for step in plan.steps}
    left_out = {deferred.intervention for deferred in plan.deferred}
    met = set(plan.met)
    found = set()
    for step in plan.steps:
        for first in step.requires:
            if first in steps:
                found.add((first, step.intervention, kinds.get((first, step.intervention), "all")))
    for (first, then), kind in kinds.items():
        needed = then in steps and first in met
        called = then in left_out and (first in steps or first in met or first in left_out)
        if needed or called:
            found.add((first, then, kind))
    return [Arrow(*edge) for edge in sorted(found)]


def _state(executor: str) -> str:
    return "planned" if executor == "village" else "proposed"


def _look(state: str, mark: str) -> Look:
    fill, stroke, dashes = {
        "planned": (palette.OWN_TINT, palette.OWN, None),
        "proposed": (palette.PROPOSED_TINT, palette.PROPOSED, "6 3"),
        "met": (palette.MET_TINT, palette.MET, None),
        "left-out": (palette.LEFT_OUT_TINT, palette.LEFT_OUT, "2 3"),
    }[state]
    return Look(fill, stroke, mark, dashes)
