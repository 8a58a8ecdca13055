"""Needs and candidates: what is missing, how much it counts, and which works could serve it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from recommender.model.conditions import SCALE
from recommender.model.findings import Finding, Matched, Observed
from recommender.model.knowledge import Effect
from recommender.model.nouns import VILLAGE
from recommender.model.priced import Priced
from recommender.model.scores import Scored


@dataclass(frozen=True, slots=True)
class VillageNeed:
    """A subject that at least one finding is about.

    `subject` is an indicator or, where the finding itself is what is missing, a rule. `gap` in thousandths; `weight`
    in ten-thousandths of a dimension's weight; `level` is the indicator's value, None for a finding. The first `lift`
    of the gap is what lifts a firm basic need above the lowest rungs; `beyond` lies between target and highest rung.
    `assurance` (thousandths) is how far what an assumed need takes for granted counts.
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
    lift: int = 0
    beyond: int = 0
    assurance: int = SCALE


@dataclass(frozen=True, slots=True)
class Judged:
    """A village up to its needs: what `findings` shows, before anything is planned.

    `beyond` is what would be found were indicators lower that have reached their target and not the highest rung.
    """

    scored: Scored
    observed: Observed
    matched: Matched
    needs: tuple[VillageNeed, ...]
    beyond: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a work does to a need: closes it up to `reach` (thousandths), or adds `amount` to what is summed."""

    reach: int = 0
    amount: int = 0

    def __bool__(self) -> bool:
        return bool(self.reach or self.amount)

    def of_size(self, size: int) -> Contribution:
        """Return what a share (thousandths) of the work's quantity does: that much less is summed."""
        return Contribution(self.reach, self.amount * size // SCALE)


@dataclass(frozen=True, slots=True)
class WorkPart:
    """A phase or a round of a candidate: a line of the plan, or a line a year where it takes several.

    `costs` are rupiah by year from its start, of a service those of one year, whoever pays; `quantity` counts units in
    thousandths; `running` is the upkeep that it adds. Of what the candidate adds it brings the share from `before` to
    `upto` (thousandths), and where it `completes` it also what the candidate reaches.
    """

    quantity: int
    costs: tuple[int, ...]
    months: int
    running: int = 0
    before: int = 0
    upto: int = SCALE
    completes: bool = True

    @property
    def cost(self) -> int:
        return sum(self.costs)

    def contribution(self, whole: Contribution) -> Contribution:
        """Return the part's share of what the candidate does to a need."""
        return Contribution(whole.reach if self.completes else 0, self._of(whole.amount))

    def effect(self, whole: Effect) -> Effect | None:
        """Return the part's share of an effect on an indicator; None if it has none by itself."""
        if whole.reaches is not None:
            return whole if self.completes else None
        return whole.restated(self._of(whole.stated))

    def _of(self, amount: int) -> int:
        return amount * self.upto // SCALE - amount * self.before // SCALE


@dataclass(frozen=True, slots=True)
class Candidate:
    """A work, service or act that may be planned for this village, with its numbers settled.

    It stands in the plan by its `parts`, each after the one before: the phases of one work, which is there when the
    last of them is done, or the `rounds` of one that may be repeated, each as good as the first. `low`, `cost` and
    `high` are rupiah of all phases, of one round, of one year of a service. `quantity` counts units in thousandths,
    of which `size` (thousandths) is the share that is planned. `requires` and `groups` hold only what is not met.
    `serves` maps a need's subject to the contribution; `called_by` maps the subjects for which a rule called it to
    those rules; `improves` holds its effects on all measured indicators for which it is not superfluous. `unsettled`
    are unknown facts that would tell that what others alone need is there already. `pot` is the source of joint money
    that pays it for certain; without it no one plans it.
    """

    name: str
    executor: str
    low: int
    high: int
    cost: int
    parts: tuple[WorkPart, ...]
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
    unsettled: tuple[str, ...] = ()
    is_service: bool = False
    service_years: int | None = None
    rounds: bool = False
    size: int = SCALE
    priced: Priced | None = None
    pot: str | None = None

    @property
    def is_own(self) -> bool:
        return self.executor == VILLAGE

    @property
    def is_certain(self) -> bool:
        """Whether it is built once it is planned: nobody has to approve it."""
        return self.is_own or self.pot is not None

    @property
    def settling(self) -> int:
        """The number of the part with which it counts as there for what rests on it."""
        return 0 if self.rounds else len(self.parts) - 1


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
