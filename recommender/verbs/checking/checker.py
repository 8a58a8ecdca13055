"""The whole check of a knowledge folder: loader, static checks, exact reasoning, examples; what the base accepts.

In: a folder with rules/ and catalog/. Out: `Checked`: every problem at once, sorted by place. What a base means as it
stands is listed in catalog/accepted.yaml with its reason and not shown; an entry that nothing answers to is a problem.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path

from recommender.knowledge.examples import run_examples
from recommender.knowledge.loader import read_knowledge
from recommender.knowledge.reference_tables import check_tables
from recommender.language.errors import Problem, problem
from recommender.language.wording import did_you_mean
from recommender.model.knowledge import KnowledgeBase
from recommender.verbs.checking.callers import check_callers
from recommender.verbs.checking.citing import check_cited, check_sources
from recommender.verbs.checking.codes import CODES
from recommender.verbs.checking.countables import check_countables
from recommender.verbs.checking.coverage import check_examples
from recommender.verbs.checking.effects import check_effects, check_linked
from recommender.verbs.checking.folders import check_folders, check_unread
from recommender.verbs.checking.gaps import check_gaps
from recommender.verbs.checking.gates import check_gates
from recommender.verbs.checking.groups import check_groups, check_packages
from recommender.verbs.checking.idle import check_idle
from recommender.verbs.checking.indexes import check_indexes
from recommender.verbs.checking.inspection import Inspection, inspect
from recommender.verbs.checking.languages import check_languages
from recommender.verbs.checking.magnitudes import check_magnitudes
from recommender.verbs.checking.overlaps import check_overlaps
from recommender.verbs.checking.rules import check_rules
from recommender.verbs.checking.stated_prices import check_prices
from recommender.verbs.checking.thresholds import check_bounds, check_thresholds
from recommender.verbs.checking.twins import check_twins
from recommender.verbs.checking.upkeep import check_upkeep
from recommender.verbs.checking.village_money import check_money
from recommender.verbs.checking.works import check_reach, check_works
from recommender.verbs.checking.years import check_years

_Check = Callable[[Inspection], Iterable[Problem]]
# Checks of nouns as they stand; and those that need every noun, so that a file with an error does not cause others.
EACH: tuple[_Check, ...] = (
    check_upkeep,
    check_twins,
    check_sources,
    check_years,
    check_groups,
    check_magnitudes,
    check_prices,
    check_countables,
    check_effects,
    check_thresholds,
    check_money,
    check_works,
    check_rules,
    check_overlaps,
    check_callers,
)
WHOLE: tuple[_Check, ...] = (
    check_reach,
    check_gaps,
    check_examples,
    check_gates,
    check_linked,
    check_folders,
    check_packages,
    check_cited,
    check_idle,
    check_indexes,
    check_bounds,
    check_languages,
)


@dataclass(frozen=True, slots=True)
class Checked:
    """The base (None if it cannot be read at all), its problems sorted by place, and how many it accepts."""

    kb: KnowledgeBase | None
    problems: tuple[Problem, ...]
    accepted: int = 0

    @property
    def has_errors(self) -> bool:
        return any(problem.severity == "error" for problem in self.problems)


def check_knowledge(folder: Traversable, overlays: Sequence[Path] = ()) -> Checked:
    """Return everything that is wrong in a knowledge folder with overlays laid over it."""
    loaded = read_knowledge(folder, overlays)
    kb, problems = loaded.base, list(loaded.problems)
    if kb is None:
        return Checked(None, tuple(problems))
    given = inspect(kb, loaded.where)
    is_loaded = not any(problem.severity == "error" for problem in problems)
    # Without what the base accepts, most of what these say would be meant.
    found = {p for check in EACH for p in check(given)} if "accepted/" not in given.lost else set[Problem]()
    if is_loaded:
        found |= {p for check in WHOLE for p in check(given)}
        problems += run_examples(kb)
    else:
        problems.append(problem("", "not-checked"))
    accepted = set(_accepted(given, found))
    problems += _bad_entries(kb, given)
    problems += check_tables(kb)
    problems += check_unread(folder, overlays)
    if is_loaded:
        found |= set(_idle(given, accepted))
    return Checked(kb, tuple(sorted({*problems, *(found - accepted)})), len(accepted))


def _accepted(given: Inspection, found: Iterable[Problem]) -> Iterator[Problem]:
    meant = {(entry.code, entry.at) for entry in given.kb.accepted.values() if entry.when is None}
    return (problem for problem in found if (problem.code, given.subjects.get(problem, "")) in meant)


def _bad_entries(kb: KnowledgeBase, given: Inspection) -> Iterator[Problem]:
    """Yield entries about a noun that does not exist, or with a condition that cannot be read."""
    for name, entry in sorted(kb.accepted.items()):
        if entry.at not in kb.places and f"{entry.at.split('/')[0]}/" not in kb.places:
            yield given.problem(
                "bad-accepted.at", "accepted", name, "at", at=entry.at, near=did_you_mean(entry.at, kb.places)
            )
        if entry.code not in CODES:
            near = did_you_mean(entry.code, CODES)
            yield given.problem("bad-accepted.code", "accepted", name, "code", code=entry.code, near=near)
        if name not in given.kb.accepted and given.is_whole and given.is_exact:
            yield given.problem("bad-accepted.when", "accepted", name, "when")


def _idle(given: Inspection, accepted: Iterable[Problem]) -> Iterator[Problem]:
    used = {(problem.code, given.subjects[problem]) for problem in accepted}
    for name, entry in sorted(given.kb.accepted.items()):
        if entry.code not in CODES:
            continue
        if entry.when is None and (entry.code, entry.at) not in used and entry.at in given.kb.places:
            yield given.problem("idle-accepted.code", "accepted", name, code=entry.code, at=entry.at)
