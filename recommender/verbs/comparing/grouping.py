"""Plans -> groups: by province, district, subdistrict, class of the index, village, or several of them crossed.

A place is a code of the home ministry's list, whatever the data call it; codes of the statistics office are bridged as
far as the catalog's bridge goes, and a village that no code places stands in a group of its own kind, without a code.
Groups stand in the order of their codes, classes from the lowest: there is no order by merit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from recommender.knowledge.place_names import place_name, place_of
from recommender.language.wording import Phrase, phrase
from recommender.model.frames import Cell, Column
from recommender.model.knowledge import KnowledgeBase
from recommender.model.plan import Plan

Level = Literal["province", "district", "subdistrict", "class", "village"]
LEVELS: tuple[Level, ...] = get_args(Level)
Key = tuple[str, ...]  # one word a level; "" where nothing places the village


def village_key(plan: Plan) -> tuple[str, str]:
    """Return what makes two plans those of one village: digits of the code, and its scheme."""
    return plan.village.code.replace(".", ""), plan.village.code_scheme


@dataclass(frozen=True, slots=True)
class Group:
    """Villages compared as one: `key` has a word a level, `names` what people call it."""

    key: Key
    names: tuple[str, ...]
    plans: tuple[Plan, ...]

    @property
    def size(self) -> int:
        return len(self.plans)


@dataclass(frozen=True)
class Grouping:
    """The plans in their groups, and the columns with which every table of groups begins."""

    kb: KnowledgeBase
    by: tuple[Level, ...]
    groups: tuple[Group, ...]

    @property
    def plans(self) -> tuple[Plan, ...]:
        return tuple(plan for group in self.groups for plan in group.plans)

    @property
    def columns(self) -> tuple[Column, ...]:
        """Code and name of each place and village; index and class, for no class stands without its index."""
        found: list[Column] = []
        for level in self.by:
            if level == "class":
                found += [Column("framework", "framework"), Column("class", "class")]
            else:
                found += [Column(f"{level}_code", "code"), Column(level)]
        return tuple(found)

    def cells(self, group: Group) -> tuple[Cell, ...]:
        """Return the group's cells under `columns`; None where nothing places its villages."""
        cells: list[Cell] = []
        for level, word, name in zip(self.by, group.key, group.names, strict=True):
            cells += class_cells(word) if level == "class" else [word or None, name or None]
        return tuple(cells)

    @property
    def no_cells(self) -> tuple[Cell, ...]:
        """What stands under `columns` of a row that belongs to several groups."""
        return (None,) * len(self.columns)

    def index_of(self, plans: Iterable[Plan]) -> set[int]:
        """Return the numbers of the groups in which the plans stand."""
        wanted = {village_key(plan) for plan in plans}
        return {number for number, group in enumerate(self.groups) if wanted & set(map(village_key, group.plans))}


def grouped(plans: Iterable[Plan], kb: KnowledgeBase, by: Sequence[Level]) -> Grouping:
    """Return the plans in groups, each with its plans by code; without a level one group of all."""
    found: dict[Key, list[Plan]] = {}
    for plan in sorted(plans, key=village_key):
        found.setdefault(tuple(word_of(plan, kb, level) for level in by), []).append(plan)
    rank = class_rank(kb)

    def order(key: Key) -> tuple[tuple[int, str], ...]:
        return tuple(
            rank(word) if level == "class" else (int(not word), word) for level, word in zip(by, key, strict=True)
        )

    groups = tuple(
        Group(key, tuple(_name(found[key][0], kb, level) for level in by), tuple(found[key]))
        for key in sorted(found, key=order)
    )
    return Grouping(kb, tuple(by), groups)


def word_of(plan: Plan, kb: KnowledgeBase, level: Level) -> str:
    """Return the village's word at a level: a code, `index/class`; empty where nothing tells."""
    if level == "village":
        return plan.village.code
    if level == "class":
        return class_word(plan)
    return place_of(kb, plan.village.code, plan.village.code_scheme, level) or ""


def _name(plan: Plan, kb: KnowledgeBase, level: Level) -> str:
    if level == "village":
        return plan.village.name
    if level == "class":
        return ""
    code = place_of(kb, plan.village.code, plan.village.code_scheme, level)
    return (place_name(kb, code) if code else None) or str(getattr(plan.village, level))


def class_word(plan: Plan) -> str:
    """Return `index/class` of a village, which sorts and groups; empty where its index cannot be computed."""
    index = plan.scores.index
    return f"{index.framework}/{index.class_}" if index and index.class_ else ""


def class_cells(word: str) -> tuple[str | None, str | None]:
    """Return index and class of a word."""
    framework, _, slug = word.partition("/")
    return framework or None, slug or None


def class_rank(kb: KnowledgeBase) -> Callable[[str], tuple[int, str]]:
    """Return what orders the words of classes: from the lowest of each index, the unknown last."""
    ranks = {
        f"{name}/{noun.slug}": number * 100 + rank
        for number, (name, framework) in enumerate(sorted(kb.frameworks.items()))
        for rank, noun in enumerate(framework.classes)
    }
    return lambda word: (ranks.get(word, len(ranks) * 100), word)


def unplaced(grouping: Grouping) -> list[Phrase]:
    """Return a sentence for each level at which villages have no place, naming them."""
    notes = []
    for number, level in enumerate(grouping.by):
        codes = [plan.village.code for g in grouping.groups if not g.key[number] for plan in g.plans]
        if codes and level == "class":
            notes.append(phrase("compare-no-class", count=len(codes), codes=codes))
        elif codes:
            notes.append(phrase("compare-no-place", count=len(codes), codes=codes))
    return notes
