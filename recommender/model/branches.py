"""Where a plan goes on if an open question is answered, and what a year without own lines waits for."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from recommender.model.plan_parts import BothLanguages, DocumentPart, Value


class BranchStep(DocumentPart):
    """A step that comes, goes or moves by an answer."""

    intervention: str
    name: BothLanguages
    executor: str
    year: int | None
    """Year in the plan under the answer; null where it goes."""
    before: int | None
    """Year in the plan as it stands; null where it comes."""


class Branch(DocumentPart):
    """The plan under some answers to a question, beside the plan as it stands."""

    answers: list[Value]
    """All answers that lead here; what was tried stands for the numbers near it."""
    confirms: bool = False
    """The doubtful value is right."""
    came: list[BranchStep]
    """In the order of that plan."""
    went: list[BranchStep]
    moved: list[BranchStep]
    """To another year."""
    cost: int
    """Rupiah that the village's steps cost more (or less) than in the plan as it stands."""


class Branching(DocumentPart):
    """An open question whose answers change the plan."""

    name: str
    """Fact or indicator."""
    question: BothLanguages
    why: Literal["doubtful", "assumed", "bounded", "unknown"]
    stays: list[Value]
    """Answers under which the plan stays as it is."""
    branches: list[Branch]
    """In the order of their first answers."""


class EmptyYear(DocumentPart):
    """A year of the plan in which the village has no line of its own but upkeep."""

    year: int
    reason: Literal["limits", "unknown", "low-value", "nothing-left"]
    """`limits` keep works out; facts are `unknown`; what is left adds too little; every need that a work serves is
    served."""
    would_fill: list[str] = Field(default_factory=list)
    """Works that are kept out, or facts to find out, most influential first."""
