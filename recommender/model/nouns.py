"""What every noun of the data files is made of: frozen models with hyphenated keys, texts, sources, exact numbers.

Scores, shares and factors are integer thousandths here and decimals in the files.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from recommender.language.wording import phrase
from recommender.model.conditions import SCALE


def to_thousandths(value: Any) -> int:
    """Return a decimal number as integer thousandths; more than three decimals are refused."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise ValueError(phrase("needed.number", value=repr(value)))
    scaled = Decimal(str(value)) * SCALE
    if scaled != scaled.to_integral_value():
        raise ValueError(phrase("needed.three-decimals", value=value))
    return int(scaled)


Thousandths = Annotated[int, BeforeValidator(to_thousandths)]
# A `model.conditions.Condition`, parsed by the loader before pydantic sees the file: here it is only carried.
ConditionField = Any


WorkKind = Literal["connectivity", "digital-service", "economic", "basic-service", "capacity", "environment"]
VILLAGE = "village"
EXECUTORS = (VILLAGE, "district", "province", "national", "csr")
Executor = Literal["village", "district", "province", "national", "csr"]


def as_tuple(value: Any) -> Any:
    return tuple(as_tuple(item) for item in value) if isinstance(value, list) else value


class Noun(BaseModel):
    """Base of the file models: frozen, hyphenated keys, nothing unknown."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        alias_generator=lambda name: name.replace("_", "-"),
        ignored_types=(cached_property,),
    )


class Text(Noun):
    """One wording in both languages."""

    id: Annotated[str, Field(min_length=1)]
    en: Annotated[str, Field(min_length=1)]

    def in_language(self, lang: str) -> str:
        return self.en if lang == "en" else self.id


class Source(Noun):
    """Where facts and figures were read (`catalog/sources.yaml`); `judgement` and `estimate` name who judged."""

    title: str
    publisher: str | None = None
    document: str | None = None  # number, journal or address
    year: int | str | None = None
    confidence: Literal["high", "medium", "low", "estimate", "judgement"] = "medium"


class CatalogSource(Source):
    """A source in the catalog; `files` are those tables below `catalog/` that were filled from it."""

    files: Annotated[tuple[str, ...], BeforeValidator(as_tuple)] = ()


class Citation(Source):
    """A source as a noun cites it: what the catalog says of it, or no key and all of it written out."""

    key: str | None = None
    locator: str | None = None  # what it says there, or where: page, table, item


Sources = Annotated[tuple[Citation, ...], BeforeValidator(as_tuple)]
Names = Annotated[tuple[str, ...], BeforeValidator(as_tuple)]
OneOrMore = Annotated[
    tuple[str, ...], BeforeValidator(lambda value: (value,) if isinstance(value, str) else as_tuple(value))
]
NameGroups = Annotated[tuple[tuple[str, ...], ...], BeforeValidator(as_tuple)]
