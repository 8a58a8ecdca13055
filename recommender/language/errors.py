"""Problems and exceptions: what went wrong, where, why it matters and how to mend it.

A `Problem` is data (one line for the reader, one object for a program); an exception carries every
problem of its kind, never only the first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from recommender.language.wording import LANGUAGES, Key, fill


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
        The message in Indonesian; empty only where a bug of ours is told.
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


def problem(where: str, key: Key, /, **values: object) -> Problem:
    """Return the problem of the catalog's key, its sentence in both languages filled from the values.

    The key is the problem's code, or the code, a dot and which of its sentences; names in a list are quoted.

    >>> print(problem("row 3", "out-of-scale", value="7", lowest=0, highest=5, name="Sinyal telepon"))
    row 3: out-of-scale: 7 is off the scale 0 to 5 of 'Sinyal telepon'; it counts as unknown. Correct it.

    Raises
    ------
    KeyError
        If the catalog has no such key, or a value is missing: a bug.
    """
    from recommender.language.problems import PROBLEMS  # most runs, and every --help, have no problem to tell

    entry = PROBLEMS[key]
    indonesian, english = (fill(entry, lang, values) for lang in LANGUAGES)
    return Problem(where, key.partition(".")[0], english, entry.get("severity", "error"), indonesian)


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
