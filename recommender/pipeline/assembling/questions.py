"""What to ask first: doubtful values, assumptions and unknown facts, most influential first.

Influence is an estimate in one unit, the objective: a doubt or an assumption counts the value of the steps that rest on
it; an unknown fact the weight that the open rules which read it could have, were they true.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from recommender.model.findings import Matched
from recommender.model.knowledge import KnowledgeBase
from recommender.model.needs import Choice, VillageNeed
from recommender.model.plan_parts import Question
from recommender.model.settings import Settings
from recommender.pipeline.needs import WEIGHT_SCALE


def build_questions(
    needs: tuple[VillageNeed, ...],
    matched: Matched,
    choice: Choice,
    assumed: Mapping[str, tuple[str, ...]],
    values: Mapping[str, int],
    kb: KnowledgeBase,
    settings: Settings,
) -> list[Question]:
    """Return the questions, most influential first, then by name.

    Parameters
    ----------
    assumed
        Assumed fact -> works that rest on it.
    values
        Step -> its value in the plan.
    """
    weighed: list[tuple[int, Question]] = []
    for need in needs:
        if need.doubtful and need.level is not None:
            affects = [name for name, c in choice.candidates.items() if need.subject in c.called_by]
            affects += [
                name for name, refused in choice.refused.items() if refused.detail.get("indicator") == need.subject
            ]
            weight = need.weight * 1000 // max(1, settings.doubt_factor) * need.gap * 1000
            weighed.append((weight, Question(name=need.subject, why="doubtful", affects=sorted(affects))))
    for fact, works in assumed.items():
        # What the assumption shuts out is weighed as what an unknown fact holds open.
        influence = sum(values.get(work, 0) for work in works)
        influence += WEIGHT_SCALE * 1000 * sum(work in choice.refused for work in works)
        weighed.append((influence, Question(name=fact, why="assumed", affects=sorted(works))))
    weighed += _unknown(matched, choice, kb, settings)
    weighed.sort(key=lambda pair: (-pair[0], pair[1].name, pair[1].why))
    return [question for _, question in weighed]


def _unknown(matched: Matched, choice: Choice, kb: KnowledgeBase, settings: Settings) -> list[tuple[int, Question]]:
    classes = {
        "basic": settings.need_weight_basic,
        "other": settings.need_weight_other,
        "amenity": settings.need_weight_amenity,
    }
    affects: dict[str, set[str]] = defaultdict(set)
    influence: dict[str, int] = defaultdict(int)
    for entry in matched.undetermined:
        rule = kb.rules[entry.rule]
        open_facts = [name for name in entry.missing if name in kb.facts]
        for name in open_facts:
            affects[name].update(rule.calls)
            if rule.calls:
                # A share of a dimension, as a need in usual company gets; less where several answers are missing.
                influence[name] += classes[rule.need] * rule.urgency * WEIGHT_SCALE * 100 // len(entry.missing)
    for name, works in choice.unknown.items():
        affects[name].update(works)
        influence[name] += WEIGHT_SCALE * 1000 * len(works)
    return [
        (influence[name], Question(name=name, why="unknown", affects=sorted(works)))
        for name, works in affects.items()
        if works
    ]
