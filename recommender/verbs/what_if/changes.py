"""A change of what a plan is made from, as a noun: what every kind of change must say of itself.

In: a `Case` (village, options, knowledge: all that shapes a plan). Out: another. Each kind is one class, and all about
it stands there: how it is made, typed, worded and written as data (`village_changes`, `option_changes`,
`knowledge_changes`). A change of a value or fact never asks to falsify data: it says what would follow if the village
were really so (docs/explaining.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from hashlib import sha256
from typing import Any, ClassVar, Literal, Protocol

from recommender.language.wording import Key
from recommender.model.knowledge import KnowledgeBase
from recommender.model.village import Village
from recommender.pipeline.documents import Result
from recommender.request.options import Options

ChangeKind = Literal["data", "fact", "prerequisite", "option", "years", "money", "limit", "pin", "mixed"]
# Between changes of one size: what is known of the village first, what overrules a judgement last.
KINDS: tuple[ChangeKind, ...] = ("data", "fact", "prerequisite", "option", "years", "money", "limit", "pin", "mixed")


@dataclass(frozen=True, slots=True)
class Case:
    """All that shapes the plan of one village."""

    village: Village
    options: Options
    kb: KnowledgeBase


def case_of(result: Result) -> Case:
    """Return what a result was made from, so that planning it again gives the same plan."""
    options = replace(result.request.options, method=result.request.method)
    return Case(result.village, options, result.kb)


class Speaker(Protocol):
    """What `outputs` hands in to word a change: a language, names from a knowledge base, sentences by their key."""

    @property
    def kb(self) -> KnowledgeBase: ...
    @property
    def lang(self) -> str: ...
    def say(self, key: Key, /, **values: object) -> str: ...
    def term(self, group: str, value: str, /, **values: object) -> str: ...
    def name(self, name: str) -> str: ...
    def source(self, name: str) -> str: ...
    def money(self, amount: int) -> str: ...
    def value(self, name: str, value: Any) -> str: ...
    def fact(self, name: str, value: object) -> str: ...


class CaseChange:
    """One thing that is otherwise. A kind of change is a frozen dataclass that says here what sets it apart."""

    __slots__ = ()
    kind: ClassVar[ChangeKind] = "option"
    turn: ClassVar[int] = 3  # changes are made in this order: more money is more of the years that there then are
    asked_by: ClassVar[str] = ""  # the option of `what-if`, filled from the fields; empty where there is none
    sentence: ClassVar[Key] = ""  # a clause: `if the plan had {years} years`, filled from `said`

    @property
    def steps(self) -> int:
        """A rung of a ladder, an answer, a year, a place in a year, a permission, a work done or pinned, a raise."""
        return 1

    @property
    def rupiah(self) -> int:
        """Money more or less, summed over the years."""
        return 0

    @property
    def away(self) -> int:
        """How far a number moves, in thousandths: decides between changes of one size."""
        return 0

    def made(self, case: Case) -> Case:
        """Return the case with the change made, all else untouched."""
        raise NotImplementedError

    def typed(self, case: Case, lang: str) -> Iterator[str]:
        """Yield the options of `what-if` that make the change."""
        if self.asked_by:
            yield self.asked_by.format(**self.plain())

    def worded(self, case: Case, speaker: Speaker) -> str:
        """Return the change to the case as a clause."""
        return speaker.say(self.sentence, **self.said(case, speaker))

    def said(self, case: Case, speaker: Speaker) -> dict[str, Any]:
        """Return what the clause is filled from."""
        return self.plain()

    @classmethod
    def word(cls) -> str:
        """Return the name of this kind in JSON: `value`, `fact`, `pin`, …"""
        return cls.__name__.removesuffix("Change").lower()

    def plain(self) -> dict[str, Any]:
        """Return the fields as plain data."""
        noun: Any = self
        return {field.name: getattr(noun, field.name) for field in fields(noun)}


Changes = tuple[CaseChange, ...]


def applied(changes: Iterable[CaseChange], case: Case) -> Case:
    """Return the case with the changes made; their order does not matter.

    Raises
    ------
    UsageError
        If the options that come out cannot be used.
    """
    for change in sorted(changes, key=lambda change: (change.turn, repr(change))):
        case = change.made(case)
    return case


def options_of(changes: Iterable[CaseChange], case: Case, lang: str) -> tuple[str, ...]:
    """Return the options of `what-if` that make the changes, one a change or more."""
    return tuple(option for change in changes for option in change.typed(case, lang))


def kind_of(changes: Changes) -> ChangeKind:
    """Return the kind that all changes share, else `mixed`."""
    kinds = {change.kind for change in changes}
    return kinds.pop() if len(kinds) == 1 else "mixed"


def size(changes: Changes) -> tuple[int, int, int]:
    """Return how large the changes are together: things changed, steps, rupiah."""
    return len(changes), sum(change.steps for change in changes), sum(change.rupiah for change in changes)


def order(changes: Changes) -> tuple[Any, ...]:
    """Return what changes are compared by, the smallest least: size, how far numbers move, kind, what they say."""
    away = sum(change.away for change in changes)
    return *size(changes), away, KINDS.index(kind_of(changes)), repr(changes)


def altered(sha256_before: str, name: str, value: object) -> str:
    """Return the hash of what has another value in one place."""
    return sha256(f"{sha256_before}\n{name}={value!r}".encode()).hexdigest()
