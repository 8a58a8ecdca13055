"""What the reader of a plan decides: money, years, and how to plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

# Up to so many villages `auto` plans each with proof; beyond, with the fast search.
EXACT_VILLAGES = 200


@dataclass(frozen=True, slots=True)
class Budget:
    """Rupiah of each year by source, free of what is spoken for.

    >>> Budget({"village-fund": 330_000_000}).amounts["village-fund"]
    330000000
    """

    amounts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Target:
    """What the cheapest plan shall reach: a class of the data's index, or a dimension's score (thousandths)."""

    class_slug: str | None = None
    dimension: str | None = None
    score: int = 0

    def stated(self) -> dict[str, object]:
        """Return the target as the plan document states it."""
        if self.class_slug is not None:
            return {"class": self.class_slug}
        return {"dimension": self.dimension, "score": self.score / 1000}


@dataclass(frozen=True, slots=True)
class Options:
    """Everything besides the village and the knowledge that shapes a plan.

    `budget` None takes the catalog's typical amount, `years` None the catalog's horizon, `data_year` None the newest
    year of the data. `method`: `fast` is the ratio-closure search, `exact` the best plan with proof, `auto` exact for up
    to `EXACT_VILLAGES` villages, else fast. With a `target` the plan is the cheapest that reaches it (exact).
    """

    start_year: int
    years: int | None = None
    budget: Budget | None = None
    data_year: int | None = None
    objective: Literal["smart", "index"] = "smart"
    pins: tuple[str, ...] = ()
    bans: tuple[str, ...] = ()
    own_means: bool = False
    measured_only: bool = False
    method: Literal["auto", "fast", "exact"] = "auto"
    engine: Literal["auto", "durable", "reference"] = "auto"
    code_scheme: str | None = None
    target: Target | None = None
