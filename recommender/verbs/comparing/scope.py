"""What every table of a comparison rests on: the groups, their works counted once, and what must be said beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median, quantiles

from recommender.language.wording import LANGUAGES, Phrase, joined, phrase, term
from recommender.model.frames import Cell, Column, Frame
from recommender.model.knowledge import KnowledgeBase
from recommender.model.plan import Plan
from recommender.model.settings import Settings
from recommender.pipeline.together import GroupWork, group_works
from recommender.verbs.comparing.grouping import Group, Grouping, unplaced

Row = tuple[Cell, ...]


@dataclass(frozen=True)
class LeftOutVillage:
    """A village that is not compared, and the reason, a term of the catalog's group `not-compared`."""

    plan: Plan
    why: str


@dataclass(frozen=True)
class Scope:
    """The plans that are compared, in groups; `left` are those that are not, `said` what else must be known of them."""

    grouping: Grouping
    settings: Settings
    left: tuple[LeftOutVillage, ...] = ()
    said: tuple[Phrase, ...] = ()

    @property
    def kb(self) -> KnowledgeBase:
        return self.grouping.kb

    @property
    def plans(self) -> tuple[Plan, ...]:
        return self.grouping.plans

    @property
    def groups(self) -> tuple[Group, ...]:
        return self.grouping.groups

    @cached_property
    def works(self) -> list[GroupWork]:
        """The works of all plans, each once for the villages that share it."""
        return group_works(self.plans)

    @cached_property
    def group_of(self) -> Mapping[str, int]:
        """Village code -> number of its group; codes of two lists that agree stand in the group of the first."""
        found: dict[str, int] = {}
        for number, group in enumerate(self.groups):
            for plan in group.plans:
                found.setdefault(plan.village.code, number)
        return found

    def owner(self, work: GroupWork) -> int | None:
        """Return the number of the group whose villages alone share a work; None where several groups do."""
        numbers = {self.group_of[code] for code in work.villages}
        return numbers.pop() if len(numbers) == 1 else None

    def cells(self, group: Group | None) -> Row:
        """Return the group's first cells of a row; empty ones of what several groups share."""
        return self.grouping.no_cells if group is None else self.grouping.cells(group)

    def frame(
        self,
        name: str,
        columns: Sequence[Column],
        rows: Iterable[Row],
        notes: Sequence[Phrase] = (),
        *,
        together: bool = False,
    ) -> Frame:
        """Return a table of groups with what must be said beside it; without their columns where it is of all villages
        `together`."""
        first = () if together else self.grouping.columns
        return Frame(name, (*first, *columns), tuple(rows), (*notes, *self.notes))

    @cached_property
    def notes(self) -> tuple[Phrase, ...]:
        """What is said beside every table: years of the data, indexes, small groups, villages without a place."""
        return tuple(self._notes())

    def _notes(self) -> Iterator[Phrase]:
        years = Counter(plan.data.year for plan in self.plans)
        if len(years) > 1:
            told = [f"{_year(year)}: {years[year]}" for year in sorted(years, key=lambda year: (year is None, year))]
            yield phrase("compare-years-mixed", years=joined("; ", told))
        indexes = sorted({plan.data.framework for plan in self.plans if plan.data.framework})
        if len(indexes) > 1:
            yield phrase("compare-indexes-mixed", names=", ".join(self.kb.frameworks[name].label for name in indexes))
        statistics = [plan.village.code for plan in self.plans if plan.village.code_scheme == "bps"]
        if 0 < len(statistics) < len(self.plans):
            yield phrase("compare-schemes-mixed", count=len(statistics), codes=statistics)
        yield from self.said
        small = [group for group in self.groups if group.size < self.settings.small_group]
        if small and self.grouping.by and "village" not in self.grouping.by:
            yield phrase("compare-small-groups", count=len(small), least=self.settings.small_group)
        yield from unplaced(self.grouping)
        if self.left:
            counts = Counter(one.why for one in self.left)
            why = joined("; ", [phrase_of_why(why, counts[why]) for why in sorted(counts)])
            yield phrase("compare-left", count=len(self.left), why=why)


def _year(year: int | None) -> str:
    return "–" if year is None else str(year)


def phrase_of_why(why: str, count: int) -> Phrase:
    """Return how many villages are not compared for a reason."""
    return Phrase(*(f"{count} {term(lang, 'not-compared', why)}" for lang in LANGUAGES))


def middle(values: Iterable[float]) -> float | None:
    """Return the median, None of nothing."""
    found = list(values)
    return median(found) if found else None


def quarters(values: Sequence[float]) -> tuple[float, float, float] | None:
    """Return the quartiles (of one value itself), None of nothing.

    >>> quarters([1, 2, 3, 4, 5]), quarters([3]), quarters([])
    ((2.0, 3.0, 4.0), (3, 3, 3), None)
    """
    if len(values) < 2:
        return (values[0],) * 3 if values else None
    low, mid, high = quantiles(values, n=4, method="inclusive")
    return round(low, 4), round(mid, 4), round(high, 4)


def share(part: int, whole: int) -> float | None:
    """Return a share with four decimals; None of nothing."""
    return round(part / whole, 4) if whole else None
