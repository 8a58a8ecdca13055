"""Problems and exceptions: what went wrong, where, why it matters and how to mend it.

A `Problem` is data (one line for the reader, one object for a program); an exception carries every
problem of its kind, never only the first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from recommender.language import say


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong, or worth knowing, at one place.

    Parameters
    ----------
    where
        File with line, row and column, or sheet and cell: where the reader looks.
    code
        Stable name of this kind of problem, lower case with hyphens.
    message
        What is wrong and why it matters, then how to mend it, in one breath.
    severity
        `error` (something was refused or counts as missing) or `warning` (recovered, or only named).
    message_id
        The message in Indonesian, where a planner may meet it; empty where only authors of knowledge do.
    """

    where: str
    code: str
    message: str
    severity: str = "error"
    message_id: str = ""

    def line(self, lang: str = "en") -> str:
        """Return the problem as one line in the language, English where there is no other wording."""
        message = self.message_id if lang == "id" and self.message_id else self.message
        return f"{self.where}: {self.code}: {message}" if self.where else f"{self.code}: {message}"

    def __str__(self) -> str:
        return self.line()


def worded(where: str, code: str, near: tuple[str, Iterable[str]] | None = None, **values: Any) -> Problem:
    """Return the problem with its sentence from the message catalog in both languages.

    `near` is a word and those it may have meant: the sentence's `{near}` becomes ` Did you mean 'x'?` or nothing.

    >>> worded("--pin", "unknown-intervention", near=("wif", ["wifi"]), value="wif").message[:56]
    "the intervention 'wif' is not known. Did you mean 'wifi'"
    """
    english, indonesian = (say(lang, code, near=_near(near, lang), **values) for lang in ("en", "id"))
    return Problem(where, code, english, message_id=indonesian)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that resembles the word most, if any does."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, sorted(known), n=1, cutoff=0.6)), None)


def _near(near: tuple[str, Iterable[str]] | None, lang: str) -> str:
    found = nearest(*near) if near else None
    return say(lang, "did-you-mean", near=found) if found else ""


class RecommenderError(Exception):
    """Base of every exception that this package raises on purpose; carries all its problems, sorted by place."""

    def __init__(self, problems: Iterable[Problem] | str):
        if isinstance(problems, str):
            problems = [Problem("", "error", problems)]
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class KnowledgeError(RecommenderError):
    """The rules or the catalog cannot be used."""


class VillageDataError(RecommenderError):
    """No village could be read from the input."""


class UsageError(RecommenderError):
    """An option or argument cannot be used: a bad amount, an unknown source, an unknown village."""


class InfeasibleError(RecommenderError):
    """What is asked for cannot be met with the money and the years given."""


class OutputError(RecommenderError):
    """A result cannot be written."""


class MissingExtraError(RecommenderError):
    """An optional package is needed for this and is not installed."""


class EngineError(RecommenderError):
    """A bug in this program, or a rule engine that broke its contract."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ` Did you mean 'x'?` for the nearest known word, or an empty string when none is near.

    >>> did_you_mean("drinking-watr", ["drinking-water", "toilet"])
    " Did you mean 'drinking-water'?"
    """
    return _near((word, known), "en")
