"""What each code of a problem means, why it matters, how to mend it; what `check --explain` prints."""

from __future__ import annotations

from dataclasses import dataclass

from recommender.language.problems import PROBLEMS
from recommender.language.wording import term

CODES: tuple[str, ...] = tuple(sorted(code for code, entry in PROBLEMS.items() if "what" in entry))


@dataclass(frozen=True, slots=True)
class Meaning:
    """One code in one language; `severity` as `check` gives it."""

    code: str
    severity: str
    what: str
    why: str
    mend: str
    example: str


def meaning(code: str, lang: str) -> Meaning:
    """Return what a code means, in Indonesian unless `en`.

    Raises
    ------
    KeyError
        If there is no such code.

    >>> meaning("gap", "en").what
    'A weak level that no rule answers.'
    """
    entry = PROBLEMS[code]

    def told(part: str) -> str:
        said: str | dict[str, str] = entry[part]
        return term(lang, "meaning", said) if isinstance(said, str) else said["en" if lang == "en" else "id"]

    severity = entry.get("severity", "error")
    return Meaning(code, severity, told("what"), told("why"), told("mend"), entry["example"])
