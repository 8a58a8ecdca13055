"""What to ask first: doubtful values, assumptions and unknown facts, most influential first.

Influence is an estimate in one unit, the objective: a doubt or an assumption counts the value of the steps that rest on
it; an unknown fact the weight that the open rules which read it could have, were they true, and the value of the steps
that would be superfluous.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from recommender.model.findings import Matched
from recommender.model.plan_parts import AssumptionMade, BothLanguages, Question
from recommender.model.village import plain_value
from recommender.pipeline.needs import WEIGHT_SCALE
from recommender.pipeline.planning.planner import Planned
from recommender.pipeline.prepared import Prepared


def assumptions(prepared: Prepared) -> list[AssumptionMade]:
    """Return each fact that is assumed, with the works that are candidates, or are not, because of it."""
    affects: dict[str, set[str]] = defaultdict(set)
    if prepared.asked.options.measured_only:
        return []
    for name, candidate in prepared.choice.candidates.items():
        for fact in candidate.assumes:
            affects[fact].add(name)
    for name, refused in prepared.choice.refused.items():
        for fact in refused.detail.get("assumed", ()):
            affects[fact].add(name)
    for finding in prepared.judged.matched.findings:
        for fact in finding.assumes:
            affects[fact] |= set()
    return [_assumption(prepared, fact, works) for fact, works in sorted(affects.items())]


def _assumption(prepared: Prepared, fact: str, works: set[str]) -> AssumptionMade:
    assumption = prepared.kb.facts[fact].assumption
    assert assumption is not None
    return AssumptionMade(
        fact=fact,
        value=plain_value(prepared.judged.observed.assumed[fact]),
        reason=BothLanguages.copied(assumption.reason),
        affects=sorted(works),
    )


def build_questions(
    prepared: Prepared, planned: Planned, reachable: Matched, assumed: list[AssumptionMade]
) -> list[Question]:
    """Return the questions, most influential first, then by name; `reachable` are the open rules worth asking about."""
    choice, settings = prepared.choice, prepared.asked.settings
    values: dict[str, int] = {}
    for work, value in planned.values.items():  # a later part is worth less than the first, on which it rests
        values[prepared.name_of(work)] = max(value, values.get(prepared.name_of(work), 0))
    weighed: list[tuple[int, Question]] = []
    for need in prepared.judged.needs:
        if need.doubtful and need.level is not None:
            affects = [name for name, c in choice.candidates.items() if need.subject in c.called_by]
            affects += [
                name for name, refused in choice.refused.items() if refused.detail.get("indicator") == need.subject
            ]
            weight = need.weight * 1000 // max(1, settings.doubt_factor) * need.gap * 1000
            weighed.append((weight, Question(name=need.subject, why="doubtful", affects=sorted(affects))))
    for made in assumed:
        # What the assumption shuts out is weighed as what an unknown fact holds open.
        influence = sum(values.get(work, 0) for work in made.affects)
        influence += WEIGHT_SCALE * 1000 * sum(work in choice.refused for work in made.affects)
        weighed.append((influence, Question(name=made.fact, why="assumed", affects=made.affects)))
    weighed += _unknown(prepared, reachable, values)
    weighed.sort(key=lambda pair: (-pair[0], pair[1].name, pair[1].why))
    return [question for _, question in weighed]


def _unknown(prepared: Prepared, reachable: Matched, values: Mapping[str, int]) -> list[tuple[int, Question]]:
    kb, settings = prepared.kb, prepared.asked.settings
    affects: dict[str, set[str]] = defaultdict(set)
    influence: dict[str, int] = defaultdict(int)
    for entry in reachable.undetermined:
        rule = kb.rules[entry.rule]
        open_facts = [name for name in entry.missing if name in kb.facts]
        for name in open_facts:
            affects[name].update(rule.calls)
            if rule.calls:
                # A share of a dimension, as a need in usual company gets; less where several answers are missing.
                influence[name] += (
                    settings.class_weight(rule.need) * rule.urgency * WEIGHT_SCALE * 100 // len(entry.missing)
                )
    for name, works in prepared.choice.unknown.items():
        affects[name].update(works)
        influence[name] += WEIGHT_SCALE * 1000 * len(works)
    for work, candidate in prepared.choice.candidates.items():
        for name in candidate.unsettled:
            affects[name].add(work)
            influence[name] += values.get(work, 0) // len(candidate.unsettled)
    return [
        (influence[name], Question(name=name, why="unknown", affects=sorted(works)))
        for name, works in affects.items()
        if works
    ]
