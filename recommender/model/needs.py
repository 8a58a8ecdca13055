"""Needs and candidates: what is missing, how much it counts, and which works could serve it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from recommender.model.findings import Matched, Observed
from recommender.model.knowledge import Effect
from recommender.model.scores import Scored


@dataclass(frozen=True, slots=True)
class VillageNeed:
    """A subject that at least one finding is about.

    `subject` is an indicator or, where the finding itself is what is missing, a rule. `gap` in thousandths; `weight`
    in ten-thousandths of a dimension's weight; `level` is the indicator's value, None for a finding.
    """

    subject: str
    dimension: str
    gap: int
    weight: int
    level: int | None
    need_class: str
    urgency: int
    assumed: bool
    doubtful: bool
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A village up to its needs: what `findings` shows, before anything is planned."""

    scored: Scored
    observed: Observed
    matched: Matched
    needs: tuple[VillageNeed, ...]


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a work does to a need: closes it up to `reach` (thousandths), or adds `amount` to what is summed."""

    reach: int = 0
    amount: int = 0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A work that may be planned for this village, with its numbers settled.

    `instalments` are the village's rupiah by year from its start (empty for a proposal), `others_cost` what the
    executor of a proposal pays; `quantity` counts units in thousandths. `requires` and `groups` hold only what is not
    met. `serves` maps a need's subject to the contribution; `called_by` maps the subjects for which a rule called it to
    those rules; `improves` holds its effects on all measured indicators for which it is not superfluous.
    """

    name: str
    executor: str
    low: int
    high: int
    cost: int
    instalments: tuple[int, ...]
    others_cost: int
    running: int
    running_by_village: int
    months: int
    lead_months: int
    quantity: int
    requires: tuple[str, ...]
    groups: tuple[tuple[str, ...], ...]
    serves: Mapping[str, Contribution]
    called_by: Mapping[str, tuple[str, ...]]
    improves: Mapping[str, Effect]
    assumes: tuple[str, ...]

    @property
    def is_own(self) -> bool:
        return self.executor == "village"


@dataclass(frozen=True, slots=True)
class RefusedWork:
    """A called work that cannot be a candidate, with the reason of the plan document and what it rests on."""

    name: str
    reason: str
    detail: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Choice:
    """What the search may choose from: candidates by name, those refused, what is met, and unknown facts that matter.

    `unknown` maps a fact that left an `applies-when` or `met-when` undetermined to the works it would settle.
    """

    candidates: Mapping[str, Candidate]
    refused: Mapping[str, RefusedWork]
    met: tuple[str, ...]
    unknown: Mapping[str, tuple[str, ...]]
