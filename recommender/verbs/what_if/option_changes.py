"""Changes of what the user decides: money, years, works that must or must not be in, what may be planned with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Literal, Self

from recommender.language.errors import Problem, problem
from recommender.language.wording import Key, did_you_mean
from recommender.pipeline.scoring import planned_data
from recommender.request.options import Budget, Carried
from recommender.request.request import make_request
from recommender.verbs.what_if.changes import Case, CaseChange, Speaker

Switch = Literal["own_means", "measured_only"]


def budget_of(case: Case) -> Budget:
    """Return the money of a case as what is free for works; what is usual in the district counts as given."""
    budget = case.options.budget
    if budget is not None and not budget.gross:
        return budget
    budget = budget or Budget({})
    amounts, by_year = dict(budget.amounts), dict(budget.by_year)
    for source, yearly in make_request(case.options, case.kb).of(case.village).amounts.items():
        if source in budget.gross or source not in budget.sources:
            amounts[source] = yearly[0]
            by_year[source] = {} if len(set(yearly)) == 1 else dict(enumerate(yearly, case.options.start_year))
    return replace(
        budget,
        amounts=amounts,
        by_year={source: years for source, years in by_year.items() if years},
        gross=frozenset(),
    )


@dataclass(frozen=True, slots=True)
class MoneyChange(CaseChange):
    """`extra` rupiah more of a source, in one calendar year or (`year` None) in each of the `years` of the plan."""

    source: str
    extra: int
    year: int | None = None
    years: int = 1
    kind = "money"

    @property
    def rupiah(self) -> int:
        return abs(self.extra) * (self.years if self.year is None else 1)

    def _yearly(self, case: Case) -> dict[int, int]:
        """Return what the source then gives in each year of the plan."""
        request, first = make_request(case.options, case.kb), case.options.start_year
        now = request.of(case.village).amounts.get(self.source, (0,) * request.years)
        return {
            year: amount + self.extra if self.year in (None, year) else amount for year, amount in enumerate(now, first)
        }

    def _raised(self, case: Case) -> dict[int, int]:
        """Return what the source then gives in the years in which it gives more."""
        return {year: amount for year, amount in self._yearly(case).items() if self.year in (None, year)}

    def made(self, case: Case) -> Case:
        budget, yearly = budget_of(case), self._yearly(case)
        if self.year is None and len(set(yearly.values())) == 1:
            by_year = {source: given for source, given in budget.by_year.items() if source != self.source}
            amounts = {**budget.amounts, self.source: next(iter(yearly.values()))}
            return _planned(case, budget=replace(budget, amounts=amounts, by_year=by_year))
        given = {**budget.by_year.get(self.source, {}), **yearly}
        return _planned(case, budget=replace(budget, by_year={**budget.by_year, self.source: given}))

    def typed(self, case: Case, lang: str) -> Iterator[str]:
        raised = self._raised(case)
        if self.year is None and len(set(raised.values())) == 1:
            yield f"--then-budget {self.source}={next(iter(raised.values()))}"
        else:
            yield from (f"--then-budget {self.source}@{year}={amount}" for year, amount in raised.items())

    def worded(self, case: Case, speaker: Speaker) -> str:
        raised = self._raised(case)
        amounts = [f"{year} {speaker.money(amount)}" for year, amount in raised.items()]
        if len(set(raised.values())) == 1:
            amounts = [speaker.money(next(iter(raised.values())))]
        key: Key = "change.money-every" if self.year is None else "change.money-year"
        source, extra = speaker.source(self.source), speaker.money(self.extra)
        return speaker.say(key, source=source, extra=extra, year=self.year, amounts="; ".join(amounts))


@dataclass(frozen=True, slots=True)
class BudgetChange(CaseChange):
    """Other money altogether."""

    budget: Budget
    kind = "money"
    turn = 2
    sentence: ClassVar[Key] = "change.budget"

    def made(self, case: Case) -> Case:
        return _planned(case, budget=self.budget)

    def said(self, case: Case, speaker: Speaker) -> dict[str, Any]:
        amounts = [(speaker.source(name), amount) for name, amount in self.budget.amounts.items()]
        for name, years in self.budget.by_year.items():
            amounts += [(f"{speaker.source(name)} {year}", amount) for year, amount in sorted(years.items())]
        return {"amounts": "; ".join(f"{whose} {speaker.money(amount)}" for whose, amount in amounts)}

    def plain(self) -> dict[str, Any]:
        """Return the money by source, and by year where years differ."""
        by_year = {source: {str(y): a for y, a in years.items()} for source, years in self.budget.by_year.items()}
        return {"amounts": dict(self.budget.amounts), "by_year": by_year}


@dataclass(frozen=True, slots=True)
class YearsChange(CaseChange):
    """The plan has so many years."""

    years: int
    was: int
    kind = "years"
    turn = 1
    asked_by = "--then-years {years}"
    sentence: ClassVar[Key] = "change.years"

    @classmethod
    def of(cls, years: int, case: Case) -> Self:
        return cls(years, make_request(case.options, case.kb).years)

    @property
    def steps(self) -> int:
        return abs(self.years - self.was)

    def made(self, case: Case) -> Case:
        return _planned(case, years=self.years)


# Both sides of a yes/no option, by the word for it behind `--then-`.
SWITCHES: Mapping[str, tuple[Switch, bool]] = {
    "own-means": ("own_means", True),
    "with-proposals": ("own_means", False),
    "measured-only": ("measured_only", True),
    "with-assumptions": ("measured_only", False),
}


@dataclass(frozen=True, slots=True)
class SwitchChange(CaseChange):
    """A yes/no option of planning is set: no proposals to others (`own_means`), no assumptions (`measured_only`)."""

    option: Switch
    value: bool

    @classmethod
    def read(cls, words: Iterable[str]) -> list[SwitchChange | Problem]:
        """Return the switches that are given by their words, or which contradict each other."""
        found: dict[Switch, SwitchChange | Problem] = {}
        for word in words:
            made = cls(*SWITCHES[word])
            if made.option in found:
                one, other = (f"--then-{word}" for word, (option, _) in SWITCHES.items() if option == made.option)
                found[made.option] = problem(one, "both-ways", one=one, other=other)
            else:
                found[made.option] = made
        return list(found.values())

    @property
    def _word(self) -> str:
        return next(word for word, side in SWITCHES.items() if side == (self.option, self.value))

    def made(self, case: Case) -> Case:
        return _planned(case, **{self.option: self.value})

    def typed(self, case: Case, lang: str) -> Iterator[str]:
        yield f"--then-{self._word}"

    def worded(self, case: Case, speaker: Speaker) -> str:
        return speaker.term("switch", self._word)


@dataclass(frozen=True, slots=True)
class WorkChange(CaseChange):
    """Something about one work; the word for it stands behind `--then-`."""

    work: str

    @classmethod
    def of(cls, work: str, case: Case) -> Self | Problem:
        """Return the change, or that the catalog has no such work."""
        works = case.kb.interventions
        if work in works:
            return cls(work)
        near = did_you_mean(work, works)
        return problem(f"--then-{cls.word()}", "unknown-intervention.option", near=near, value=work)

    def typed(self, case: Case, lang: str) -> Iterator[str]:
        yield f"--then-{self.word()} {self.work}"

    def worded(self, case: Case, speaker: Speaker) -> str:
        return speaker.term("wish", self.word(), name=speaker.name(self.work))

    def _and(self, works: tuple[str, ...]) -> tuple[str, ...]:
        return (*self._without(works), self.work)

    def _without(self, works: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(other for other in works if other != self.work)


class PinChange(WorkChange):
    """A work must be in the plan."""

    kind = "pin"

    def made(self, case: Case) -> Case:
        return _planned(case, pins=self._and(case.options.pins))


class BanChange(WorkChange):
    """A work must not be in the plan."""

    def made(self, case: Case) -> Case:
        return _planned(case, bans=self._and(case.options.bans))


class AllowChange(WorkChange):
    """A work that was banned, or rejected when the last plan was decided on, may be in the plan."""

    def made(self, case: Case) -> Case:
        carried = case.options.carried.get(case.village.key)
        if carried is not None:
            rejected = {work: why for work, why in carried.rejected.items() if work != self.work}
            case = _carrying(case, replace(carried, rejected=rejected))
        return _planned(case, bans=self._without(case.options.bans))


class DoneChange(WorkChange):
    """A work is already there when the plan starts; what the data measure is as it is."""

    kind = "prerequisite"

    def made(self, case: Case) -> Case:
        """Return the case with the work done: since the year of the data, so that values hold as measured."""
        carried = case.options.carried.get(case.village.key)
        if carried is None:
            data = planned_data(case.village, case.options.data_year)
            carried = Carried(start_year=case.options.start_year if data is None else data.year)
        return _carrying(case, replace(carried, done=tuple(sorted({*carried.done, self.work}))))


WORK_CHANGES: tuple[type[WorkChange], ...] = (PinChange, BanChange, AllowChange, DoneChange)


def _planned(case: Case, **options: Any) -> Case:
    """Return the case planned with other options."""
    return replace(case, options=replace(case.options, **options))


def _carrying(case: Case, carried: Carried) -> Case:
    """Return the case with something else carried over from the village's last plan."""
    return _planned(case, carried={**case.options.carried, case.village.key: carried})
