"""The dependency graph of one plan: its steps, what they rest on, what is met already, what was left out.

Arrows are the plan's own (`requires`) and, from met works and to works left out, those of the catalog.
"""

from __future__ import annotations

from recommender.knowledge.graph import work_graph
from recommender.model.plan import Plan
from recommender.outputs.pictures import palette
from recommender.outputs.pictures.graph_drawing import Box, BoxStyle, draw
from recommender.outputs.pictures.svg import Safe
from recommender.outputs.words import Words

# State of a work -> what fills its box, its outline, its dashes
_LOOKS = {
    "planned": (palette.OWN_TINT, palette.OWN, None),
    "proposed": (palette.PROPOSED_TINT, palette.PROPOSED, "6 3"),
    "met": (palette.MET_TINT, palette.MET, None),
    "left-out": (palette.LEFT_OUT_TINT, palette.LEFT_OUT, "2 3"),
}


def plan_graph(plan: Plan, words: Words) -> Safe:
    """Return the picture; every step is in it, met and left-out works where an arrow ties them to another work."""
    arrows = plan_arrows(plan, words)
    tied = {name for first, then, _ in arrows for name in (first, then)}
    drawn = [
        (
            step.intervention,
            words.text(step.name),
            "planned" if step.executor == "village" else "proposed",
            str(step.rank),
        )
        for step in plan.steps
    ]
    drawn += [(name, words.name(name), "met", "✓") for name in plan.met if name in tied]
    drawn += [
        (deferred.intervention, words.text(deferred.name), "left-out", "×")
        for deferred in plan.deferred
        if deferred.intervention in tied
    ]
    used = {state for _, _, state, _ in drawn}
    samples = [
        (_style(state, mark), words.term("state", state))
        for state, mark in zip(_LOOKS, "12✓×", strict=True)
        if state in used
    ]
    kinds = {"all": words.term("edge", "all"), "any": words.say("plan-graph.any")}
    return draw(
        [Box(name, label, _style(state, mark)) for name, label, state, mark in drawn],
        arrows,
        samples,
        [(kind, text) for kind, text in kinds.items() if any(arrow[2] == kind for arrow in arrows)],
        words.say("plan-graph.caption"),
        words.say("graph.description", works=len(drawn), edges=len(arrows)),
        name="works",
        width=178,
        least=900,
    )


def _style(state: str, mark: str) -> BoxStyle:
    fill, stroke, dashes = _LOOKS[state]
    return BoxStyle(fill, stroke, mark, dashes)


def plan_arrows(plan: Plan, words: Words) -> list[tuple[str, str, str]]:
    """Return the arrows (first, then, kind) between works of the plan, sorted."""
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
    return sorted(found)
