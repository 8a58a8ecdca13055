"""What policies, scenarios and years have in common: tables of the same villages under two or more conditions.

A `Contrast` has the shape of a `Comparison` (answers, tidy tables, notes), and sentences that say what it comes to.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from recommender.language.money import format_short_rupiah
from recommender.language.wording import LANGUAGES, Phrase
from recommender.model import shown
from recommender.model.frames import Frame
from recommender.model.knowledge import KnowledgeBase
from recommender.model.plan import Plan
from recommender.verbs.comparing.comparison import Comparison
from recommender.verbs.comparing.grouping import Group, Grouping, village_key
from recommender.verbs.comparing.scope import Scope
from recommender.verbs.comparing.tidy import villages_frame

VillageKey = tuple[str, str]  # digits of the code, and its scheme
Plans = Mapping[VillageKey, Plan]


@dataclass(frozen=True)
class Contrast(Comparison):
    """Tables: `made` of groups in the order of their questions, `details` with a row an observation; `told` is what
    they come to, in words, `kb` the knowledge that names works and rules."""

    title: Phrase
    told: tuple[Phrase, ...]
    made: Mapping[str, Frame]
    details: Mapping[str, Frame]
    kb: KnowledgeBase

    @cached_property
    def answers(self) -> dict[str, Frame]:
        return dict(self.made)

    @cached_property
    def tidy(self) -> dict[str, Frame]:
        """Tables with a row an observation, and the villages by which they are joined with all else."""
        return {**self.details, "villages": villages_frame(self.scope.plans, self.scope.kb)}

    def __repr__(self) -> str:
        return shown.short("Contrast", f"{len(self.scope.plans)} villages", f"{len(self.frames)} tables")


def by_key(plans: Iterable[Plan]) -> dict[VillageKey, Plan]:
    """Return the plans by village."""
    return {village_key(plan): plan for plan in plans}


def beside(scope: Scope, plans: Plans) -> Scope:
    """Return the same groups with other plans of their villages; those without one stay out."""
    groups = tuple(
        replace(group, plans=tuple(plans[key] for plan in group.plans if (key := village_key(plan)) in plans))
        for group in scope.groups
    )
    return replace(scope, grouping=Grouping(scope.kb, scope.grouping.by, groups))


def work_name(kb: KnowledgeBase, name: str) -> Phrase:
    """Return what a work is called; a work that the knowledge does not have, as it is written."""
    noun = kb.interventions.get(name)
    return Phrase(name, name) if noun is None else Phrase(noun.name.id, noun.name.en)


def rupiah(amount: int) -> Phrase:
    """Return a short amount in both languages."""
    return Phrase(*(format_short_rupiah(amount, lang) for lang in LANGUAGES))


def codes_of(plans: Iterable[Plan]) -> tuple[str, ...]:
    """Return the codes of the villages, sorted."""
    return tuple(sorted({plan.village.code for plan in plans}))


def group_name(scope: Scope, group: Group) -> str:
    """Return the names of a group, or where it has none its words."""
    return " · ".join(name or word or "–" for name, word in zip(group.names, group.key, strict=True))


def listed(names: Sequence[Phrase]) -> Phrase:
    """Return names in one sentence, in each language."""
    return Phrase(*(", ".join(name.in_language(lang) for name in names) for lang in LANGUAGES))
