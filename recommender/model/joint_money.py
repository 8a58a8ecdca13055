"""The joint money of a plan document: what the villages of a district share, who gets what, how good it is known to be.

Worths stand in the order of `tiers`: what the first gains comes before all that the next could.
"""

from __future__ import annotations

from pydantic import Field

from recommender.model.plan_parts import DocumentPart

ByYear = dict[str, int]
"""Year of the plan to rupiah."""


class JointShared(DocumentPart):
    """A work that joint money pays once for several villages."""

    intervention: str
    source: str
    place: str
    """Code of the subdistrict or district whose villages share it."""
    year: int
    """In which it is begun: villages join from then on."""
    by_year: ByYear
    """What it takes of the source, the price of its dearest village."""
    size: int
    """How many villages it serves at most."""
    villages: list[str]
    """Codes of the villages whose plans have it, sorted."""


class JointVillage(DocumentPart):
    """What a village may use of joint money: its plan is the best within this."""

    code: str
    code_scheme: str
    granted: dict[str, ByYear]
    """Source to year to rupiah, for works of its own."""
    joined: dict[str, int]
    """Shared works that it may join, and the year from which on."""
    share: int
    """Rupiah of all years: what is granted, and of each work that it joins the price over those whom it serves."""


class JointFloor(DocumentPart):
    """What every village gets at least, and what that costs."""

    amount: int
    """Rupiah of all years, where a village has works for so much."""
    short: dict[str, int]
    """Villages that get less, and by how much: their works, or the money, do not go further."""
    without: list[int]
    """What the best choice found without it is worth, by tier."""


class JointWork(DocumentPart):
    intervention: str
    villages: list[str]
    """Codes, sorted."""


class JointMore(DocumentPart):
    """What a further amount a year would do."""

    source: str
    amount: int
    """Rupiah a year."""
    gained: list[int]
    """Worth by tier, beside the best choice found without it."""
    comes: list[JointWork]
    """Works that it brings, by name."""
    goes: list[JointWork]
    """Works that would no longer be planned."""


class JointPrice(DocumentPart):
    """What a further million rupiah of a source in a year is worth, in a tier."""

    tier: str
    source: str
    by_year: dict[str, int]


class JointPlan(DocumentPart):
    """The joint money of one district."""

    district: str
    """Its code."""
    name: str
    """As the data has it."""
    amounts: dict[str, ByYear]
    """Source to year to rupiah that the villages share."""
    planned: dict[str, ByYear]
    """What the plans take of it, shared works once."""
    tiers: list[str]
    """Of needs: severe, to-target, amenity, beyond."""
    value: list[int]
    """Of all plans, by tier."""
    chosen: list[int]
    """Of the choice before works of too little value were left out, by tier."""
    bound: list[int]
    """No choice that keeps what lower tiers have is worth more."""
    gap: list[float]
    """Share by which the bound lies above the choice, by tier."""
    pro_rata: list[int]
    """Of all plans if each village had an equal part of the money."""
    nothing: list[int]
    """Of all plans without the money."""
    prices: list[JointPrice]
    shared: list[JointShared]
    """By work and place."""
    villages: list[JointVillage]
    """By code."""
    floor: JointFloor | None = None
    """Only where one was asked for."""
    more: list[JointMore] = Field(default_factory=list)
    """By source."""
