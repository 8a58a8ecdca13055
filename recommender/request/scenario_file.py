"""Scenarios from YAML: named policies, and draws of all costs between two levels by a stated seed.

    scenarios:
      - {name: half the money, budget-factor: 0.5}
      - {name: the coast answered, answers: {coastal: true}}
    draws: {costs: 50, seed: 7, from: low, to: high}
    questions: 12                          # how many questions are tried; 0: none

Every mistake comes at once, with its line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, ValidationInfo

from recommender.language.errors import UsageError, problem
from recommender.model.knowledge import KnowledgeBase
from recommender.model.nouns import Noun
from recommender.parsing.parsed_file import Fault
from recommender.parsing.shape import each, shaped
from recommender.request.file_values import parsed_mapping
from recommender.request.policies import COST_ENDS, Policy, cost_level, policy_of

MOST_DRAWS = 1000
QUESTIONS = 12


class Draws(Noun):
    """Scenarios in which every work's cost is drawn between two levels: ends of the catalog, or factors (thousandths)
    of what it expects."""

    costs: Annotated[int, Field(ge=1, le=MOST_DRAWS)]
    seed: int
    from_: Annotated[Any, BeforeValidator(cost_level), Field(alias="from")] = "low"
    to: Annotated[Any, BeforeValidator(cost_level)] = "high"


def _rising(draws: Draws | None, _: ValidationInfo) -> Iterator[Fault]:
    """Yield that costs would be drawn from a level down to a lower one; an end and a factor differ by work."""
    ends = (draws.from_, draws.to) if draws is not None else (0, 0)
    ranks = [COST_ENDS.index(end) if end in COST_ENDS else end for end in ends]
    if len({isinstance(end, str) for end in ends}) == 1 and ranks[0] > ranks[1]:
        yield ("from",), problem("", "bad-draws")


class ScenarioFile(Noun):
    """A whole file; its policies are read one by one, each by its own knowledge."""

    scenarios: list[Any] = Field(default_factory=list)
    draws: Annotated[Draws | None, each(_rising)] = None
    questions: Annotated[int, Field(ge=0, le=100)] = QUESTIONS


@dataclass(frozen=True, slots=True)
class Scenarios:
    """What may come: named policies, and draws of costs; `questions` is how many are tried."""

    named: tuple[Policy, ...]
    draws: Draws | None = None
    questions: int = QUESTIONS


def read_scenarios(path: str | Path, kb: KnowledgeBase, folder: str | Path | None = None) -> Scenarios:
    """Return the scenarios of a file; the parameters are those of `read_policy`.

    Raises
    ------
    UsageError, KnowledgeError
        With every mistake, each with its line.
    """
    parsed = parsed_mapping(path, "unreadable-file.policy", "bad-shape.scenarios")
    file, faults = shaped(ScenarioFile, parsed.value, kb)
    problems = [*parsed.problems, *parsed.placed(faults)]
    entries = parsed.value.get("scenarios")
    named: list[Policy] = []
    for number, entry in enumerate(entries if isinstance(entries, list) else ()):
        made = policy_of(parsed, ("scenarios", number), entry, kb, folder)
        if isinstance(made, list):
            problems += made
        elif not made.name:
            problems.append(problem(parsed.where(("scenarios", number)), "missing-key", key="name"))
        else:
            named.append(made)
    for name, count in Counter(one.name for one in named).items():
        if count > 1:
            problems.append(problem(parsed.where(("scenarios",)), "scenario-twice", name=name, count=count))
    if file is not None and not file.scenarios and file.draws is None:
        parsed.add((), "no-scenarios")
        problems.append(parsed.problems.pop())
    if problems or file is None:
        raise UsageError(problems)
    return Scenarios(tuple(named), file.draws, file.questions)
