"""Village money as law and habit have it: its rules by year, what goes on anyway, what it is for, who else is asked.

Files: `money-rules.yaml`, `existing-programmes.yaml`, `focuses.yaml` and `addressees.yaml` in `catalog/`.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field, PositiveInt

from recommender.model.nouns import Executor, Names, Noun, Sources, Text, Thousandths

BUDGET_CODE = re.compile(r"\d+(\.\d+)*")
Rupiah = Annotated[int, Field(ge=0)]


class Focus(Noun):
    """One of the uses that the village fund's rules name; the key is what works and earmarks write as `focus`."""

    name: Text
    sources: Sources


class Addressee(Noun):
    """An office, company or agency that builds or pays what a village proposes."""

    name: Text
    executor: Executor  # whose money it spends; the key of an executor's own entry is the executor
    office: str  # as the official lists shorten it
    sources: Sources


class MoneyRule(Noun):
    """What a regulation asks of a year's village money: a least or greatest share of a base, for focuses or codes.

    Rules of one source of money hold together: those of the newest year not after the plan's start, and none of older
    years; a `standing` rule holds from its year until it is replaced.
    """

    name: Text
    year: PositiveInt
    standing: bool = False
    regulation: str
    article: str | None = None
    kind: Literal["at-least", "at-most"]
    share: Thousandths
    base: Literal["ceiling", "regular", "spending"]  # of the source; what is left of it to budget; all village spending
    funding: str | None = None  # the source of money; none: of all village money
    focus: Names = ()
    codes: Names = ()  # budget codes that count, where it is no focus
    uncertain: bool = False  # not read in the regulation itself
    note: str | None = None
    sources: Sources


class ExistingProgramme(Noun):
    """What villages pay every year whatever is planned: a line of the village budget, in rupiah a year."""

    name: Text
    code: str
    low: Rupiah
    typical: Rupiah
    high: Rupiah
    villages: Literal["every", "most", "many", "some"]  # that have such a line
    funding: str
    meets: Names = ()  # works that are there where it goes on
    focus: Names = ()  # uses of village money that it counts for
    note: str | None = None
    sources: Sources
