"""compare(): plans of many villages -> tables that answer an analyst's questions, in the order in which they are asked.

What is known and how old it is, where groups stand, which problems are common, what comes first, money and what binds,
what is asked of whom, the price of all unmet need, classes to come, who gains. Groups are never ordered by merit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from recommender.language.errors import Problem, UsageError, problem
from recommender.language.wording import Phrase, did_you_mean
from recommender.model import shown
from recommender.model.frames import Frame
from recommender.model.knowledge import KnowledgeBase
from recommender.model.plan import Plan
from recommender.model.settings import settings_for
from recommender.verbs.comparing import prospects, standing, sums, wants
from recommender.verbs.comparing.filtering import Filter, filters_of
from recommender.verbs.comparing.grouping import LEVELS, Level, grouped, village_key
from recommender.verbs.comparing.scope import LeftOutVillage, Scope
from recommender.verbs.comparing.tidy import tidy_frames

ANSWERS: Mapping[str, Callable[[Scope], Frame]] = {
    "known": standing.known,
    "classes": standing.classes,
    "dimensions": standing.dimensions,
    "peers": standing.peers,
    "problems": wants.problems,
    "states": wants.states,
    "first": wants.first,
    "money": sums.money,
    "binding": sums.binding,
    "asked": sums.asked,
    "unmet": sums.unmet,
    "transitions": prospects.transitions,
    "outlook_lines": prospects.outlook,
    "gains": prospects.gains,
}
"""Name of a table -> what makes it, in the order of the questions."""
OF_VILLAGES = ("peers",)  # answers that speak of single villages: only where these are compared


@dataclass(frozen=True)
class Comparison:
    """The tables of a comparison: `answers` in the order of the questions, `tidy` with a row an observation."""

    scope: Scope

    @cached_property
    def answers(self) -> dict[str, Frame]:
        """Name -> table of groups."""
        wanted = (name for name in ANSWERS if name not in OF_VILLAGES or "village" in self.scope.grouping.by)
        return {name: ANSWERS[name](self.scope) for name in wanted}

    @cached_property
    def tidy(self) -> dict[str, Frame]:
        """Name -> table of villages, steps, findings, left-out works, money, outlook."""
        return {frame.name: frame for frame in tidy_frames(self.scope.plans, self.scope.kb)}

    @property
    def frames(self) -> dict[str, Frame]:
        """All tables by name."""
        return {**self.answers, **self.tidy}

    @cached_property
    def overall(self) -> Comparison:
        """The same villages as one group."""
        whole = grouped(self.scope.plans, self.scope.kb, ())
        return Comparison(Scope(whole, self.scope.settings, self.scope.left, self.scope.said))

    @property
    def notes(self) -> tuple[Phrase, ...]:
        return self.scope.notes

    def __repr__(self) -> str:
        return shown.short("Comparison", f"{len(self.scope.plans)} villages", f"{len(self.scope.groups)} groups")

    def __getitem__(self, name: str) -> Frame:
        return self.frames[name]


def compare(
    plans: Iterable[Plan],
    kb: KnowledgeBase,
    by: Sequence[Level] = (),
    *,
    filters: Sequence[str] = (),
    data_year: int | None = None,
    said: Sequence[Phrase] = (),
) -> Comparison:
    """Return plans side by side.

    Parameters
    ----------
    by
        Levels to group by, crossed where there are several; none: all villages together.
    filters
        What a village must be to be compared, each `NAME=VALUE` or `NAME=VALUE,VALUE` (see `filtering`).
    data_year
        Only villages whose values are of that year.
    said
        What else must be known of the plans, to stand beside every table.

    Raises
    ------
    UsageError
        If a level or filter is unknown, a village stands there twice, or nothing is left to compare: all such problems
        in one exception.
    """
    given = list(plans)
    problems = [*_bad_levels(by), *_twice(given)]
    chosen, bad = filters_of(filters, kb)
    problems += bad
    if problems:
        raise UsageError(problems)
    kept: list[Plan] = []
    left: list[LeftOutVillage] = []
    for plan in given:
        why = _left(plan, kb, chosen, data_year)
        if why is None:
            kept.append(plan)
        else:
            left.append(LeftOutVillage(plan, why))
    if not kept:
        raise UsageError([problem("", "nothing-to-compare", count=len(given))])
    start = min((plan.money[0].year for plan in kept if plan.money), default=None)
    settings = settings_for(kb, start if start is not None else kb.about.date.year)
    return Comparison(Scope(grouped(kept, kb, tuple(dict.fromkeys(by))), settings, tuple(left), tuple(said)))


def _bad_levels(by: Sequence[str]) -> list[Problem]:
    unknown = [level for level in dict.fromkeys(by) if level not in LEVELS]
    known = ", ".join(LEVELS)
    return [
        problem("--by", "unknown-level", near=did_you_mean(name, LEVELS), value=name, known=known) for name in unknown
    ]


def _twice(plans: Sequence[Plan]) -> list[Problem]:
    counts: dict[tuple[str, str], int] = {}
    for plan in plans:
        counts[village_key(plan)] = counts.get(village_key(plan), 0) + 1
    codes = [code for (code, _), count in sorted(counts.items()) if count > 1]
    return [problem("", "compare-village-twice", count=len(codes), codes=codes)] if codes else []


def _left(plan: Plan, kb: KnowledgeBase, filters: Sequence[Filter], data_year: int | None) -> str | None:
    """Return why a village is not compared, None where it is."""
    if data_year is not None and plan.data.year != data_year:
        return "other-year"
    if not all(one.takes(plan, kb) for one in filters):
        return "filtered"
    return None
