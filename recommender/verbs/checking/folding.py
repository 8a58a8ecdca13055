"""One line for what is said of many places: a name that is gone is missing wherever it was used.

In: problems. Out: the same, those that say the same in more than a few places told at the first of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from recommender.language.errors import Problem
from recommender.language.wording import say

_FEW = 3
_IN_EACH_FILE = frozenset({"unfinished-text"})  # each is mended where it stands


def folded(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems, equal sentences in more than three places told once with the number of places.

    >>> said = [Problem(f"rules/a/{n}.yaml:3", "unknown-fact", "'x' is in no file.", "error", "x") for n in range(5)]
    >>> [str(problem) for problem in folded(said)]
    ["rules/a/0.yaml:3: unknown-fact: 'x' is in no file. The same in 4 more places, the next rules/a/1.yaml:3."]
    """
    alike: dict[tuple[str, str, str], list[Problem]] = defaultdict(list)
    for problem in problems:
        alike[problem.code, problem.severity, problem.message].append(problem)
    told: list[Problem] = []
    for same in alike.values():
        told += same if len(same) <= _FEW or same[0].code in _IN_EACH_FILE else [_first_of(same)]
    return tuple(sorted(told))


def _first_of(same: list[Problem]) -> Problem:
    first, second, *_ = sorted(same)
    more = {lang: say(lang, "same-elsewhere", count=len(same) - 1, place=second.where) for lang in ("id", "en")}
    return replace(first, message=f"{first.message} {more['en']}", message_id=f"{first.message_id} {more['id']}")
