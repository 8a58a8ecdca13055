"""The questions of many villages -> how often each matters: what a district would best find out once for all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from recommender.verbs.asking.asking import Asking


@dataclass(frozen=True, slots=True)
class Often:
    """A question and in how many villages an answer changes the first steps, the whole plan, or is asked at all."""

    name: str
    first: int
    whole: int
    asked: int


def often(askings: Iterable[Asking]) -> tuple[Often, ...]:
    """Return the questions of the villages, those that change the first steps of most villages first, then by name."""
    counts: dict[str, list[int]] = {}
    for asking in askings:
        for question in asking.questions:
            entry = counts.setdefault(question.name, [0, 0, 0])
            entry[0] += question.first > 0
            entry[1] += question.whole > 0
            entry[2] += 1
    found = [Often(name, *numbers) for name, numbers in counts.items()]
    return tuple(sorted(found, key=lambda q: (-q.first, -q.whole, -q.asked, q.name)))
