"""Works that serve more than one village: who shares one, how many villages they are, who decides on it.

`Serves` is what a file of the catalog says of a work, `Shared` what a plan says of its step in one village.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from recommender.model.nouns import Noun
from recommender.model.plan_parts import DocumentPart

Group = Literal["neighbours", "subdistrict", "district"]
"""Villages that share a work: those around, those of the subdistrict, those of the district. A subdistrict holds whole
groups of neighbours."""
Counted = Literal["table", "mean", "sourced", "judgement"]


class Serves(Noun):
    """Who shares a work. Without `villages` the group's own number holds, from the table or else the usual one."""

    group: Group
    villages: Annotated[int, Field(ge=2)] | None = None  # that share one, this one among them
    basis: Literal["sourced", "judgement"] = "judgement"  # of `villages`: its source stands among the work's
    decides: str  # an addressee
    note: str | None = None


class Shared(DocumentPart):
    """Who shares a step with the village. Its price is the whole one, for all of them."""

    group: Group
    """Villages around, of the subdistrict, of the district."""
    villages: Annotated[int, Field(ge=2)]
    """How many share one, this one among them."""
    basis: Counted
    """What that number is: counted in the table of codes, usual in the country, stated by a source of the work, or a
    judgement."""
    decides: str
    """Who decides, a key of the catalog's addressees."""
