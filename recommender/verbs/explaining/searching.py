"""The smallest changes that put a work into the plan: each tried by planning again, so that none is a guess.

Smallest: fewest things changed, then fewest steps (rungs, answers, years, places: `changes.size`), then least rupiah;
of equals what is known of the village comes before what overrules a judgement. Sought are, kind by kind, all single
changes of the names that bear on the work, then pairs of them; money to the rupiah (`least_money`); pairs across kinds
only where no single change but a pin does it; where neither value nor answer, alone or in pairs, does, what clears the
whole way of a rule (`clearing`). A base of few names is searched whole. Each kind may make so many
searches; where they end, nothing is claimed of what was not tried (`Found.unfinished`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, islice, product

from recommender.knowledge.possible_values import Variable
from recommender.verbs.explaining.changes import (
    KINDS,
    AllowChange,
    BanChange,
    Change,
    Changes,
    DoneChange,
    FactChange,
    Kind,
    ParameterChange,
    PinChange,
    SwitchChange,
    ValueChange,
    YearsChange,
    kind_of,
    order,
)
from recommender.verbs.explaining.clearing import clearings, pruned
from recommender.verbs.explaining.least_money import least_money
from recommender.verbs.explaining.probing import Probe
from recommender.verbs.explaining.relevance import Relevance

MOST_EFFORT = 500  # judged cases and searches for one question (probing.py)
# What a kind may take of them, in hundredths.
_SHARES: dict[Kind, int] = {
    "data": 18,
    "fact": 18,
    "mixed": 16,
    "money": 60,
    "prerequisite": 10,
    "option": 10,
    "years": 10,
    "limit": 12,
}
_KNOWN: tuple[Kind, ...] = ("data", "fact")
_PLANNED: tuple[Kind, ...] = ("prerequisite", "option", "years", "limit")
_SMALL_BASE = 120  # single changes up to which a whole knowledge base is tried
_MOST_PAIRS = 8_000  # pairs that are looked at, most of them without planning
_MOST_CLEARINGS = 8
_MOST_WITH_MONEY = 3
_MORE_YEARS = 4
_LONGEST = 10  # years that a plan can have
_MORE_PLACES = 3  # a year
_LIMITS = ("works-per-year", "proposals-per-year")  # parameters of the planner (model/settings.py)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Changes of one kind that, made, put the work into the plan, and the steps that then go and come besides it."""

    kind: Kind
    changes: Changes
    displaces: tuple[str, ...] = ()
    brings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """The smallest changes of each kind, the smallest of all first.

    `tried` sets of changes were looked at (amounts of money not counted); of the `unfinished` kinds not all that are
    sought.
    """

    suggestions: tuple[Suggestion, ...]
    tried: int
    unfinished: tuple[Kind, ...]


def smallest_changes(probe: Probe, relevance: Relevance, rivals: tuple[str, ...] = ()) -> Found:
    """Return the smallest changes that put the work into the plan; `rivals` are steps that stand in its place."""
    return _Search(probe, relevance, rivals).found()


class _Search:
    """One question under way."""

    def __init__(self, probe: Probe, relevance: Relevance, rivals: tuple[str, ...]) -> None:
        self.probe, self.relevance, self.rivals = probe, relevance, rivals
        self.best: dict[Kind, Changes] = {}
        self.unfinished: set[Kind] = set()
        self.looked_at = 0
        self.is_whole = False

    def found(self) -> Found:
        singles = self._knowledge()
        others = list(self._options())
        for kind in _KNOWN:
            self._try(kind, [(change,) for change in singles if kind_of((change,)) == kind])
        for kind in _PLANNED:
            self._try(kind, [(change,) for change in others if kind_of((change,)) == kind])
        if self.relevance.may_enter(()):
            money, is_ended = least_money(self.probe, self._quota("money"))
            if not is_ended:
                self.unfinished.add("money")
            if money is not None:
                self.best["money"] = money
        pin = (PinChange(self.probe.work),)
        if self.probe.flips(pin):
            self.best["pin"] = pin
        wanting: set[Kind] = {kind for kind in _KNOWN if kind not in self.best}
        if not {*self.best} - {"pin"}:
            wanting.add("mixed")
        if self.is_whole or not self.relevance.may_enter(()) or not self.best:
            self._pairs(singles, wanting)
        else:
            self.unfinished |= wanting
        if not self.best:
            self._try("mixed", self._across(singles, others, pin))
        if not self.best:
            self._with_money([*singles, *pin])
        if not any(self._is_known(changes) for changes in self.best.values()):
            self._clear()
        return self._found()

    def _found(self) -> Found:
        base = self.probe.steps(()) or frozenset()
        suggestions = []
        for changes in sorted(self.best.values(), key=order):
            steps = self.probe.steps(changes) or frozenset()
            gone, come = sorted(base - steps), sorted(steps - base - {self.probe.work})
            suggestions.append(Suggestion(kind_of(changes), changes, tuple(gone), tuple(come)))
        unfinished = tuple(
            kind for kind in KINDS if kind in self.unfinished and (kind not in self.best or kind == "money")
        )
        return Found(tuple(suggestions), self.looked_at, unfinished)

    # What can be changed

    def _knowledge(self) -> list[Change]:
        """Return single changes of values and answers, the smallest first.

        The whole of a small base; else what bears on the work, and where it is a candidate that others keep out, what
        bears on them.
        """
        relevance = self.relevance
        everything = relevance.changes_of(relevance.every_name())
        self.is_whole = len(everything) <= _SMALL_BASE
        if self.is_whole:
            return sorted(everything, key=lambda change: order((change,)))
        names = set(relevance.names)
        if self.probe.work in self.probe.base.built.number:
            names.update(relevance.rival_names(self.rivals))
        return sorted(relevance.changes_of(sorted(names)), key=lambda change: order((change,)))

    def _options(self) -> Iterator[Change]:
        """Yield single changes of how is planned, but for money and the pin."""
        probe = self.probe
        case, request = probe.case, probe.request
        related = {*self.relevance.above, *self.relevance.below}
        carried = case.options.carried.get(case.village.key)
        for work in sorted(related.intersection({*case.options.bans, *(carried.rejected if carried else ())})):
            yield AllowChange(work)
        if case.options.own_means:
            yield SwitchChange("own_means", False)
        if case.options.measured_only:
            yield SwitchChange("measured_only", False)
        for work in self.rivals:
            yield BanChange(work)
        there = set(carried.there if carried else ())
        for work in sorted(set(self._beneath()) - {probe.work} - there):
            yield DoneChange(work)
        for years in range(request.years + 1, min(request.years + _MORE_YEARS, _LONGEST) + 1):
            yield YearsChange(years, request.years)
        for name in _LIMITS:
            now = getattr(request.settings, name.replace("-", "_"))
            for more in range(1, _MORE_PLACES + 1):
                yield ParameterChange(name, now + more, now)

    def _beneath(self) -> Iterator[str]:
        """Yield the works that this one may rest on."""
        waiting = [self.probe.work]
        seen: set[str] = set()
        while waiting:
            noun = self.relevance.kb.interventions[waiting.pop()]
            for other in {*noun.requires, *(member for group in noun.requires_any for member in group)} - seen:
                seen.add(other)
                waiting.append(other)
                yield other

    # Trying

    def _is_known(self, changes: Changes) -> bool:
        return all(isinstance(change, ValueChange | FactChange) for change in changes)

    def _clear(self) -> None:
        """Keep the first set that clears a rule's way and puts the work in, without what it can do without."""
        quantity = self.relevance.kb.interventions[self.probe.work].quantity.fact
        fewer = self.relevance.changes_of([("fact", quantity)]) if quantity is not None else []
        extras: list[Changes] = [(), *((one,) for one in sorted(fewer, key=lambda one: order((one,))))]
        pins: list[Changes] = [(), (PinChange(self.probe.work),)]
        last = self.probe.effort + self._quota("mixed")
        for cleared, pin, extra in product(islice(clearings(self.relevance), _MOST_CLEARINGS), pins, extras):
            changes = (*cleared, *extra, *pin)
            if extra and any(isinstance(one, FactChange) and one.fact == quantity for one in cleared):
                continue
            if self.probe.effort >= last:
                self.unfinished.add("mixed")
                return
            self.looked_at += 1
            if self.relevance.may_enter(changes) and self.probe.flips(changes):
                kept = pruned(changes, self.probe)
                kind = kind_of(kept)
                if kind not in self.best or order(kept) < order(self.best[kind]):
                    self.best[kind] = kept
                return

    def _with_money(self, singles: list[Change]) -> None:
        """Keep the first single change that puts the work in together with more money."""
        usable = (change for change in singles if self.relevance.may_enter((change,)))
        for change in islice(usable, _MOST_WITH_MONEY):
            self.looked_at += 1
            found, _ = least_money(self.probe, self._quota("money"), (change,))
            if found is not None:
                self.best["mixed"] = found
                return

    def _quota(self, kind: Kind) -> int:
        return self.probe.most * _SHARES[kind] // 100

    def _try(self, kind: Kind, sets: Iterable[Changes]) -> None:
        """Keep the first of the sets, smallest first, that puts the work in."""
        last = self.probe.effort + self._quota(kind)
        for changes in sorted(sets, key=order):
            self.looked_at += 1
            if not self.relevance.may_enter(changes):
                continue
            if self.probe.effort >= last:
                self.unfinished.add(kind)
                return
            if self.probe.flips(changes):
                self.best[kind] = changes
                return

    def _pairs(self, singles: list[Change], wanting: set[Kind]) -> None:
        """Look for pairs of values and answers of the kinds that have nothing yet."""
        if not wanting:
            return
        found: dict[Kind, list[Changes]] = {kind: [] for kind in wanting}
        for looked, (one, other) in enumerate(combinations(singles, 2)):
            if looked >= _MOST_PAIRS:
                self.unfinished |= wanting
                break
            pair = (one, other)
            kind = kind_of(pair)
            if kind in wanting and _name(one) != _name(other):
                if self.relevance.may_enter(pair):
                    found[kind].append(pair)
                else:
                    self.looked_at += 1
        for kind in sorted(wanting):
            self._try(kind, found[kind])

    def _across(self, singles: list[Change], others: list[Change], pin: Changes) -> Iterator[Changes]:
        """Yield pairs across kinds, and a pin with two values or answers."""
        free = [*others, *pin]
        for one in singles:
            for other in free:
                yield (one, other)
        for one, other in combinations(free, 2):
            yield (one, other)
        usable = [one for one in singles if _name(one) in self.relevance.used]
        for one, other in combinations(usable, 2):
            if _name(one) != _name(other):
                yield (one, other, *pin)


def _name(change: Change) -> Variable:
    """Return what a change of a value or answer is about."""
    if isinstance(change, ValueChange):
        return "score", change.indicator
    assert isinstance(change, FactChange)
    return "fact", change.fact
