"""Which one survey question would change most plans of a district: the same few questions tried in every village.

The plans name their questions by influence; those that could move most works over all villages are tried, each answer
with a plan of its own (`asking`).
"""

from __future__ import annotations

from collections.abc import Sequence

from recommender.language.wording import phrase
from recommender.model.frames import Column, Frame
from recommender.pipeline.documents import Result
from recommender.verbs.asking.asking import Asking, Trial
from recommender.verbs.asking.district import often


def district_questions(nominal: Sequence[Result], most: int) -> Frame:
    """Return the questions that change plans, those that change most plans first; `most` are tried."""
    weight: dict[str, int] = {}
    for result in nominal:
        for question in result.plan.questions:
            weight[question.name] = weight.get(question.name, 0) + 1 + len(question.affects)
    tried = sorted(weight, key=lambda name: (-weight[name], name))[:most]
    askings = []
    for result in nominal:
        trial = Trial(result)
        asked = tuple(trial.asked(most, tried))
        askings.append(Asking(result.village, trial.plan, trial.is_large, asked, trial.open, trial.tried, 0))
    found = sorted(often(askings), key=lambda one: (-one.whole, -one.first, -one.asked, one.name))
    columns = (
        Column("question", "fact"),
        Column("plans_change", "count"),
        Column("first_steps_change", "count"),
        Column("villages", "count"),
    )
    rows = tuple((one.name, one.whole, one.first, len(nominal)) for one in found)
    note = phrase("one-question", tried=len(tried), open=len(weight))
    return Frame("one_question", columns, rows, (note,))
