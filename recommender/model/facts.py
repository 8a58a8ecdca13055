"""What no index gives: facts, the words that may answer them, what levels tell of them, what is assumed of them."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import Field

from recommender.model.conditions import SCALE
from recommender.model.nouns import Noun, Sources, Text, Thousandths

_WORD = re.compile(r"[^\W_]+")


class DerivedFrom(Noun):
    """A fact that an indicator's levels give: framework -> level -> value or [low, high].

    `year: before` reads the level of the preceding year (had it before, has lost it).
    """

    indicator: str
    year: Literal["data", "before"] = "data"
    levels: dict[str, dict[int, Any]]


class Assumption(Noun):
    """What an unknown fact is taken to be, and why; where somebody counted, the share of villages of which it holds."""

    value: bool | int | float | str
    reason: Text
    share: Annotated[Thousandths, Field(ge=1, le=SCALE)] | None = None  # else the parameter `assumption-factor` counts


class Fact(Noun):
    """A yes/no, word or number that no index gives (`catalog/facts.yaml`)."""

    name: Text
    question: Text
    type: Literal["yes-no", "word", "number", "share", "count", "km", "m", "hectare", "IDR", "years"]
    words: dict[str, Text] = Field(default_factory=dict)  # what files and conditions write -> what people read
    counts: Literal["residents"] | None = None  # what sums over villages may be divided by
    hard: bool = False  # coast, land, river: never assumed
    derived: DerivedFrom | None = Field(default=None, alias="from")
    assumption: Assumption | None = None
    sources: Sources = ()

    @property
    def is_number(self) -> bool:
        return self.type not in ("yes-no", "word")

    def admits(self, value: object) -> bool:
        """Return whether the fact can have the value: one of its type, or of its words."""
        if self.type == "yes-no":
            return isinstance(value, bool)
        if self.type == "word":
            return isinstance(value, str) and value in self.words
        return isinstance(value, int | float) and not isinstance(value, bool)

    def word(self, value: str, lang: str) -> str:
        """Return what people call one of the fact's words; another text as it is."""
        return self.words[value].in_language(lang) if value in self.words else value

    def word_meant(self, text: str) -> str | None:
        """Return the word that a text names: by itself or by its name in either language; None if it names none.

        Capitals, blanks and punctuation do not matter.
        """
        asked = _letters(text)
        for value, name in self.words.items():
            if asked in (_letters(value), _letters(name.id), _letters(name.en)):
                return value
        return None


def _letters(text: str) -> str:
    """Return the letters and digits of a text, in lower case, its words parted by single blanks."""
    return " ".join(_WORD.findall(text.casefold()))
