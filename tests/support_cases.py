"""A small invented knowledge base in which works lack money, answers, prerequisites or a call; and all that can change.

`singles` lists every single change by hand, beside the program that is tested: a search is judged against them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path

import support_knowledge
from support_knowledge import rule, work
from support_stages import village_of

import recommender as rec
from recommender.model.knowledge import KnowledgeBase
from recommender.verbs.what_if.changes import Case, CaseChange, Changes, applied
from recommender.verbs.what_if.knowledge_changes import ParameterChange
from recommender.verbs.what_if.option_changes import AllowChange, DoneChange, PinChange, SwitchChange, YearsChange
from recommender.verbs.what_if.village_changes import FactChange, ValueChange

START = 2027
FILES = {
    "catalog/interventions/economy/market.yaml": work(
        "{shops: {reaches: 1.0, evidence: judgement}}", low=40_000_000, high=60_000_000
    ),
    "catalog/interventions/economy/stall.yaml": work("{shops: {adds: 2, evidence: judgement}}"),
    "catalog/interventions/living/lamp.yaml": work(
        "{power: {reaches: 1.0, evidence: judgement}}",
        "executors: [village]\napplies-when: {fact: coastal, is: true}\nrequires: [spring]",
    ),
    "catalog/interventions/living/big-line.yaml": work(
        "{power: {reaches: 1.0, evidence: judgement}}",
        "executors: [district]\nexcludes: [lamp]",
        low=300_000_000,
        high=500_000_000,
    ),
    "rules/economy/few-shops.yaml": rule("{score: shops, below: cut-off}", "shops", "[market, stall]"),
    "rules/living/dark.yaml": rule(
        "{all: [{score: power, below: 0.8}, {fact: soil, is: clay}]}", "power", "[lamp, big-line]"
    ),
}
ANSWERS: Mapping[str, tuple[bool | int | str, ...]] = {
    "coastal": (True, False),
    "committee": (True, False),
    "soil": ("clay", "sand"),
    "households": (999_000, 1_000_000, 1_001_000, 300_000, 60_000, 6_000),
}
BENEATH = {"pipes": ("water-group", "spring", "well"), "lamp": ("spring",)}


def knowledge(folder: Path) -> KnowledgeBase:
    return support_knowledge.knowledge(folder, FILES)


def cases(kb: KnowledgeBase) -> dict[str, Case]:
    """Return villages and options of many kinds of want, by name."""

    def case(values: Mapping[str, int], yearly: int = 330_000_000, facts: object = None, **options: object) -> Case:
        given = facts if isinstance(facts, dict) else {}
        budget = rec.Budget({"village-fund": yearly})
        return Case(village_of(values, **given), rec.Options(START, budget=budget, **options), kb)  # type: ignore[arg-type]

    well_off = {"water": 5, "power": 5, "diversity": 5, "shops": 5}
    poor = {"water": 0, "power": 0, "diversity": 1, "shops": 1}
    return {
        "nothing is weak": case(well_off),
        "all is weak": case(poor, facts={"coastal": False}),
        "on the coast": case(poor, facts={"coastal": True, "soil": "clay"}),
        "soil unknown": case({**well_off, "power": 3}, facts={"coastal": False}),
        "little money": case(poor, 45_000_000, {"coastal": False, "households": 900_000}),
        "very little money": case(poor, 12_000_000, {"coastal": False}),
        "one year": case(poor, 90_000_000, {"coastal": False}, years=1),
        "banned": case(poor, facts={"coastal": False}, bans=("market", "spring", "well")),
        "own means": case(poor, facts={"coastal": False, "soil": "clay"}, own_means=True),
        "measured only": case(well_off | {"shops": 3}, measured_only=True),
    }


def singles(case: Case, name: str) -> Iterator[CaseChange]:
    """Yield every single change but of money that a search for the work may suggest."""
    (data,) = case.village.years
    for item in case.kb.frameworks["idx"].items.values():
        was = data.values.get(item.indicator)
        for level in item.levels:
            if level != was:
                rungs = (
                    1 if was is None else 1 + sum(min(was, level) < other < max(was, level) for other in item.levels)
                )
                yield ValueChange(item.indicator, level, was, rungs)
    for fact, answers in ANSWERS.items():
        for answer in answers:
            if answer != case.village.facts.get(fact):
                yield FactChange(fact, answer, case.village.facts.get(fact))
    years = case.options.years or 3
    for more in (1, 2, 3, 4):
        yield YearsChange(years + more, years)
    for more in (1, 2, 3):
        yield ParameterChange("physical-works-per-year", 4 + more, 4)
        yield ParameterChange("lines-per-year", 11 + more, 11)
        yield ParameterChange("building-proposals-per-addressee", 2 + more, 2)
    yield from map(AllowChange, case.options.bans)
    yield from map(DoneChange, BENEATH.get(name, ()))
    if case.options.own_means:
        yield SwitchChange("own_means", False)
    if case.options.measured_only:
        yield SwitchChange("measured_only", False)
    yield PinChange(name)


def pairs(case: Case, name: str) -> Iterator[Changes]:
    """Yield every pair of values and answers."""
    known = [one for one in singles(case, name) if isinstance(one, ValueChange | FactChange)]
    for one, other in combinations(known, 2):
        if subject(one) != subject(other):
            yield one, other


def subject(change: CaseChange) -> tuple[type, str]:
    return type(change), str(getattr(change, "indicator", "") or getattr(change, "fact", ""))


class Brute:
    """The plans of one case with changes made, by the public way alone; each is made once."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self._steps: dict[Changes, frozenset[str]] = {}

    def puts_in(self, changes: Changes, name: str) -> bool:
        """Return whether the work is a step of the plan once the changes are made."""
        if changes not in self._steps:
            self._steps[changes] = self._planned(changes)
        return name in self._steps[changes]

    def _planned(self, changes: Changes) -> frozenset[str]:
        try:
            made = applied(changes, self.case)
            (result,) = rec.recommend_all([made.village], made.kb, made.options)
        except rec.UsageError:
            return frozenset()
        return frozenset(step.intervention for step in result.plan.steps)
