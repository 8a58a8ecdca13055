"""Changes of what the user decides: money, years, works that must or must not be in, what may be planned with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Literal, Self

from recommender.language.errors import Problem, worded
from recommender.pipeline.scoring import planned_data
from recommender.request.options import Budget, Carried
from recommender.request.request import make_request
from recommender.verbs.what_if.changes import Case, Change, ChangeKind, Phrases

Switch = Literal["own_means", "measured_only"]


def budget_of(case: Case) -> Budget:
    """Return the money of a case; the catalog's typical amount counts as given."""
    if case.options.budget is not None:
        return case.options.budget
    amounts = make_request(case.options, case.kb).amounts
    return Budget({source: yearly[0] for source, yearly in amounts.items()})


@dataclass(frozen=True, slots=True)
class MoneyChange(Change):
    """`extra` rupiah more of a source, in one calendar year or (`year` None) in each of the `years` of the plan."""

    source: str
    extra: int
    year: int | None = None
    years: int = 1
    kind: ClassVar[ChangeKind] = "money"

    @property
    def rupiah(self) -> int:
        return abs(self.extra) * (self.years if self.year is None else 1)

    def _yearly(self, case: Case) -> dict[int, int]:
        """Return what the source then gives in each year of the plan."""
        request, first = make_request(case.options, case.kb), case.options.start_year
        now = request.amounts.get(self.source, (0,) * request.years)
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

    def worded(self, case: Case, phrases: Phrases) -> str:
        raised = self._raised(case)
        amounts = [f"{year} {phrases.money(amount)}" for year, amount in raised.items()]
        if len(set(raised.values())) == 1:
            amounts = [phrases.money(next(iter(raised.values())))]
        parts = {
            "source": phrases.source(self.source),
            "extra": phrases.money(self.extra),
            "amounts": "; ".join(amounts),
        }
        if self.year is None:
            return phrases.say("change.money-every", **parts)
        return phrases.say("change.money-year", year=self.year, **parts)


@dataclass(frozen=True, slots=True)
class BudgetChange(Change):
    """Other money altogether."""

    budget: Budget
    kind: ClassVar[ChangeKind] = "money"
    turn: ClassVar[int] = 2

    def made(self, case: Case) -> Case:
        return _planned(case, budget=self.budget)

    def typed(self, case: Case, lang: str) -> Iterator[str]:
        return iter(())

    def worded(self, case: Case, phrases: Phrases) -> str:
        amounts = [(phrases.source(name), amount) for name, amount in self.budget.amounts.items()]
        for name, years in self.budget.by_year.items():
            amounts += [(f"{phrases.source(name)} {year}", amount) for year, amount in sorted(years.items())]
        parts = [f"{whose} {phrases.money(amount)}" for whose, amount in amounts]
        return phrases.say("change.budget", amounts="; ".join(parts))

    def data(self) -> dict[str, Any]:
        """Return the money by source, and by year where years differ."""
        by_year = {source: {str(y): a for y, a in years.items()} for source, years in self.budget.by_year.items()}
        return {"change": self.word(), "amounts": dict(self.budget.amounts), "by_year": by_year}


@dataclass(frozen=True, slots=True)
class YearsChange(Change):
    """The plan has so many years."""

    years: int
    was: int
    kind: ClassVar[ChangeKind] = "years"
    turn: ClassVar[int] = 1

    @classmethod
    def of(cls, years: int, case: Case) -> Self:
        return cls(years, make_request(case.options, case.kb).years)

    @property
    def steps(self) -> int:
        return abs(self.years - self.was)

    def made(self, case: Case) -> Case:
        return _planned(case, years=self.years)

    def typed(self, case: Case, lang: str) -> Iterator[str]:
        yield f"--then-years {self.years}"

    def worded(self, case: Case, phrases: Phrases) -> str:
        return phrases.say("change.years", years=self.years, was=self.was)


# Both sides of a yes/no option: the word for it behind `--then-`, and the sentence.
_SWITCHES: Mapping[tuple[Switch, bool], tuple[str, str]] = {
    ("own_means", True): ("own-means", "change.own-means"),
    ("own_means", False): ("with-proposals", "change.with-proposals"),
    ("measured_only", True): ("measured-only", "change.measured-only"),
    ("measured_only", False): ("with-assumptions", "change.with-assumptions"),
}


@dataclass(frozen=True, slots=True)
class SwitchChange(Change):
    """A yes/no option of planning is set: no proposals to others (`own_means`), no assumptions (`measured_only`)."""

    option: Switch
    value: bool

    @classmethod
    def read(cls, given: Mapping[str, Any]) -> list[SwitchChange | Problem]:
        """Return the switches that are given as flags (`then_own_means` and the like), or what contradicts itself."""
        found: list[SwitchChange | Problem] = []
        asked = [side for side, (word, _) in _SWITCHES.items() if given[f"then_{word.replace('-', '_')}"]]
        for option in dict.fromkeys(option for option, _ in asked):
            if (option, True) in asked and (option, False) in asked:
                one, other = (f"--then-{_SWITCHES[option, value][0]}" for value in (True, False))
                found.append(worded(one, "both-ways", one=one, other=other))
            else:
                found.append(cls(option, (option, True) in asked))
        return found

    def made(self, case: Case) -> Case:
        return _planned(case, **{self.option: self.value})

    def typed(self, case: Case, lang: str) -> Iterator[str]:
        yield f"--then-{_SWITCHES[self.option, self.value][0]}"

    def worded(self, case: Case, phrases: Phrases) -> str:
        return phrases.say(_SWITCHES[self.option, self.value][1])


@dataclass(frozen=True, slots=True)
class WorkChange(Change):
    """Something about one work."""

    work: str
    sentence: ClassVar[str]

    @classmethod
    def of(cls, work: str, case: Case) -> Self | Problem:
        """Return the change, or that the catalog has no such work."""
        if work not in case.kb.interventions:
            return worded(cls.option(), "unknown-intervention", near=(work, case.kb.interventions), value=work)
        return cls(work)

    @classmethod
    def option(cls) -> str:
        return f"--then-{cls.word()}"

    def typed(self, case: Case, lang: str) -> Iterator[str]:
        yield f"{self.option()} {self.work}"

    def worded(self, case: Case, phrases: Phrases) -> str:
        return phrases.say(self.sentence, name=phrases.name(self.work))

    def _others(self, works: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(other for other in works if other != self.work)


@dataclass(frozen=True, slots=True)
class PinChange(WorkChange):
    """A work must be in the plan."""

    kind: ClassVar[ChangeKind] = "pin"
    sentence: ClassVar[str] = "change.pin"

    def made(self, case: Case) -> Case:
        return _planned(case, pins=(*self._others(case.options.pins), self.work))


@dataclass(frozen=True, slots=True)
class BanChange(WorkChange):
    """A work must not be in the plan."""

    sentence: ClassVar[str] = "change.ban"

    def made(self, case: Case) -> Case:
        return _planned(case, bans=(*self._others(case.options.bans), self.work))


@dataclass(frozen=True, slots=True)
class AllowChange(WorkChange):
    """A work that was banned, or rejected when the last plan was decided on, may be in the plan."""

    sentence: ClassVar[str] = "change.allow"

    def made(self, case: Case) -> Case:
        carried = case.options.carried.get(case.village.key)
        if carried is not None:
            rejected = {work: why for work, why in carried.rejected.items() if work != self.work}
            case = _carrying(case, replace(carried, rejected=rejected))
        return _planned(case, bans=self._others(case.options.bans))


@dataclass(frozen=True, slots=True)
class DoneChange(WorkChange):
    """A work is already there when the plan starts; what the data measure is as it is."""

    kind: ClassVar[ChangeKind] = "prerequisite"
    sentence: ClassVar[str] = "change.done"

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
