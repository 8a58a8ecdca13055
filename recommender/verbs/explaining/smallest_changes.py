"""The smallest changes that put a work into the plan: each tried by planning again, so that none is a guess.

Smallest: fewest things changed, then fewest steps (rungs, answers, years, places: `changes.size`), then least rupiah;
of equals what is known of the village comes before what overrules a judgement. Sought are, kind by kind, all single
changes of the names that bear on the work, then pairs of them; money to the million (`least_money`); pairs across kinds
only where no single change but a pin does it; where neither value nor answer, alone or in pairs, does, what clears the
whole way of a rule (`clearing`). A base of few names is searched whole. Each kind may make so many
searches; where they end, nothing is claimed of what was not tried (`Suggestions.unfinished`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, islice, product

from recommender.verbs.explaining.clearing import clearings, pruned
from recommender.verbs.explaining.least_money import least_money
from recommender.verbs.explaining.possible_changes import PossibleChanges
from recommender.verbs.explaining.quick_test import QuickTest
from recommender.verbs.explaining.trial_plans import TrialPlans
from recommender.verbs.explaining.work_in_village import WorkInVillage
from recommender.verbs.what_if.changes import KINDS, CaseChange, ChangeKind, Changes, kind_of, order
from recommender.verbs.what_if.option_changes import PinChange
from recommender.verbs.what_if.village_changes import FactChange, KnownChange

MOST_EFFORT = 500  # judged cases and searches for one question (trial_plans.py)
# What a kind may take of them, in hundredths.
_SHARES: dict[ChangeKind, int] = {
    "data": 18,
    "fact": 18,
    "mixed": 16,
    "money": 60,
    "prerequisite": 10,
    "option": 10,
    "years": 10,
    "limit": 12,
}
_KNOWN: tuple[ChangeKind, ...] = ("data", "fact")
_PLANNED: tuple[ChangeKind, ...] = ("prerequisite", "option", "years", "limit")
_SMALL_BASE = 120  # single changes up to which a whole knowledge base is tried
_MOST_PAIRS = 8_000  # pairs that are looked at, most of them without planning
_MOST_CLEARINGS = 8
_MOST_WITH_MONEY = 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Changes of one kind that, made, put the work into the plan, and the steps that then go and come besides it."""

    kind: ChangeKind
    changes: Changes
    displaces: tuple[str, ...] = ()
    brings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestions:
    """The smallest changes of each kind, the smallest of all first.

    `tried` sets of changes were looked at (amounts of money not counted); of the `unfinished` kinds not all that are
    sought.
    """

    suggestions: tuple[Suggestion, ...]
    tried: int
    unfinished: tuple[ChangeKind, ...]


def smallest_changes(plans: TrialPlans, view: WorkInVillage, rivals: tuple[str, ...] = ()) -> Suggestions:
    """Return the smallest changes that put the work into the plan; `rivals` are steps that stand in its place."""
    return _Seeking(plans, view, rivals).smallest()


class _Seeking:
    """One question under way."""

    def __init__(self, plans: TrialPlans, view: WorkInVillage, rivals: tuple[str, ...]) -> None:
        self.plans, self.view, self.rivals = plans, view, rivals
        self.changeable = PossibleChanges(view)
        self.may_enter = QuickTest(view, self.changeable).may_enter
        self.best: dict[ChangeKind, Changes] = {}
        self.unfinished: set[ChangeKind] = set()
        self.looked_at = 0
        self.is_whole = False

    def smallest(self) -> Suggestions:
        singles = self._knowledge()
        others = list(self.changeable.of_options(self.plans.request, self.rivals))
        for kind in _KNOWN:
            self._try(kind, [(change,) for change in singles if change.kind == kind])
        for kind in _PLANNED:
            self._try(kind, [(change,) for change in others if change.kind == kind])
        if self.may_enter(()):
            money, is_ended = least_money(self.plans, self._quota("money"))
            if not is_ended:
                self.unfinished.add("money")
            if money is not None:
                self.best["money"] = money
        pin = (PinChange(self.plans.work),)
        if self.plans.work in (self.plans.steps(pin) or ()):
            self.best["pin"] = pin
        wanting: set[ChangeKind] = {kind for kind in _KNOWN if kind not in self.best}
        if not {*self.best} - {"pin"}:
            wanting.add("mixed")
        if self.is_whole or not self.may_enter(()) or not self.best:
            self._pairs(singles, wanting)
        else:
            self.unfinished |= wanting
        if not self.best:
            self._try("mixed", self._across(singles, others, pin))
        if not self.best:
            self._with_money([*singles, *pin])
        if not any(self._is_known(changes) for changes in self.best.values()):
            self._clear()
        return self._suggested()

    def _suggested(self) -> Suggestions:
        base = self.plans.steps(()) or frozenset()
        suggestions = []
        for changes in sorted(self.best.values(), key=order):
            steps = self.plans.steps(changes) or frozenset()
            gone, come = sorted(base - steps), sorted(steps - base - {self.plans.work})
            suggestions.append(Suggestion(kind_of(changes), changes, tuple(gone), tuple(come)))
        unfinished = tuple(
            kind for kind in KINDS if kind in self.unfinished and (kind not in self.best or kind == "money")
        )
        return Suggestions(tuple(suggestions), self.looked_at, unfinished)

    # What can be changed

    def _knowledge(self) -> list[KnownChange]:
        """Return single changes of values and answers, the smallest first.

        The whole of a small base; else what bears on the work, and where it is a candidate that others keep out, what
        bears on them.
        """
        found = self.changeable.of(self.changeable.every_name())
        self.is_whole = len(found) <= _SMALL_BASE
        if not self.is_whole:
            names = set(self.changeable.bearing)
            if self.plans.work in self.plans.base.built.numbers:
                names.update(self.changeable.of_rivals(self.rivals))
            found = self.changeable.of(sorted(names))
        return sorted(found, key=lambda change: order((change,)))

    # Trying

    def _is_known(self, changes: Changes) -> bool:
        return all(isinstance(change, KnownChange) for change in changes)

    def _clear(self) -> None:
        """Keep the first set that clears a rule's way and puts the work in, without what it can do without."""
        quantity = self.view.kb.interventions[self.plans.work].quantity.fact
        fewer = self.changeable.of([("fact", quantity)]) if quantity is not None else []
        extras: list[Changes] = [(), *sorted(((one,) for one in fewer), key=order)]
        pins: list[Changes] = [(), (PinChange(self.plans.work),)]
        last = self.plans.effort + self._quota("mixed")
        for cleared, pin, extra in product(clearings(self.view, self.changeable)[:_MOST_CLEARINGS], pins, extras):
            changes = (*cleared, *extra, *pin)
            if extra and any(isinstance(one, FactChange) and one.fact == quantity for one in cleared):
                continue
            if self.plans.effort >= last:
                self.unfinished.add("mixed")
                return
            self.looked_at += 1
            if self.may_enter(changes) and self.plans.puts_in(changes):
                kept = pruned(changes, self.plans)
                kind = kind_of(kept)
                if kind not in self.best or order(kept) < order(self.best[kind]):
                    self.best[kind] = kept
                return

    def _with_money(self, singles: Iterable[CaseChange]) -> None:
        """Keep the first single change that puts the work in together with more money."""
        usable = (change for change in singles if self.may_enter((change,)))
        for change in islice(usable, _MOST_WITH_MONEY):
            self.looked_at += 1
            found, _ = least_money(self.plans, self._quota("money"), (change,))
            if found is not None:
                self.best["mixed"] = found
                return

    def _quota(self, kind: ChangeKind) -> int:
        return self.plans.most * _SHARES[kind] // 100

    def _try(self, kind: ChangeKind, sets: Iterable[Changes]) -> None:
        """Keep the first of the sets, smallest first, that puts the work in."""
        last = self.plans.effort + self._quota(kind)
        for changes in sorted(sets, key=order):
            self.looked_at += 1
            if not self.may_enter(changes):
                continue
            if self.plans.effort >= last:
                self.unfinished.add(kind)
                return
            if self.plans.puts_in(changes):
                self.best[kind] = changes
                return

    def _pairs(self, singles: list[KnownChange], wanting: set[ChangeKind]) -> None:
        """Look for pairs of values and answers of the kinds that have nothing yet."""
        if not wanting:
            return
        found: dict[ChangeKind, list[Changes]] = {kind: [] for kind in wanting}
        for looked, (one, other) in enumerate(combinations(singles, 2)):
            if looked >= _MOST_PAIRS:
                self.unfinished |= wanting
                break
            pair = (one, other)
            kind = kind_of(pair)
            if kind in wanting and one.variable != other.variable:
                if self.may_enter(pair):
                    found[kind].append(pair)
                else:
                    self.looked_at += 1
        for kind in sorted(wanting):
            self._try(kind, found[kind])

    def _across(self, singles: list[KnownChange], others: list[CaseChange], pin: Changes) -> Iterator[Changes]:
        """Yield pairs across kinds, and a pin with two values or answers."""
        free = [*others, *pin]
        yield from product(singles, free)
        yield from combinations(free, 2)
        usable = [one for one in singles if one.variable in self.changeable.used]
        yield from ((one, other, *pin) for one, other in combinations(usable, 2) if one.variable != other.variable)
