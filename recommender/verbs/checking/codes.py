"""The catalogue of problem codes: what each means, why it matters, how to mend it; what `check --explain` prints."""

from __future__ import annotations

from dataclasses import dataclass

from recommender.verbs.checking.codes_checks import CHECKS
from recommender.verbs.checking.codes_files import FILES
from recommender.verbs.checking.codes_overlays import OVERLAYS
from recommender.verbs.checking.inspection import WARNINGS


@dataclass(frozen=True, slots=True)
class Meaning:
    """One code in one language; `severity` as `check` gives it."""

    code: str
    severity: str
    what: str
    why: str
    mend: str
    example: str


CODES: tuple[str, ...] = tuple(sorted({**FILES, **OVERLAYS, **CHECKS}))


def meaning(code: str, lang: str) -> Meaning:
    """Return what a code means, in Indonesian unless `en`.

    Raises
    ------
    KeyError
        If there is no such code.

    >>> meaning("gap", "en").what
    'A weak level that no rule answers.'
    """
    what, why, mend, example = {**FILES, **OVERLAYS, **CHECKS}[code]
    spoken = 1 if lang == "en" else 0
    severity = "warning" if code in WARNINGS else "error"
    return Meaning(code, severity, what[spoken], why[spoken], mend[spoken], example)
