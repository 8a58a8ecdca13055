"""What the plans of a document are like, by class of village: the tables of docs/plan-reading.md.

    recommender plan DATA --start-year 2027 --method exact --format json -o plans.json
    python benchmarks/plan_measures.py plans.json [BEFORE.json]

prints a Markdown table of the plans, beside those of another document of the same villages if one is given (also of an
earlier program: what its documents do not say is left out). No benchmark of speed.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from typing import Any

import recommender as rec

OWN, SEVERE_SCORE = "village", 0.2
WEAK_SCORE = 600  # thousandths: 3 of 5
Plan = dict[str, Any]
CLASSES = ("basic", "other", "amenity")


class Measured:
    """One plan, with what is counted of it."""

    def __init__(self, plan: Plan, document: dict[str, Any], kb: rec.KnowledgeBase) -> None:
        self.plan, self.kb, self.steps = plan, kb, plan["steps"]
        self.start, self.years = document["options"]["start_year"], document["options"]["years"]
        self.own = [step for step in self.steps if step["executor"] == OWN]
        self.findings = {finding["rule"]: finding for finding in plan["findings"]}
        index = plan["scores"]["index"]
        self.group = index["class"] if index and index["class"] else "-"

    def lines(self, step: dict[str, Any]) -> list[tuple[int, int]]:
        """Return year (from 0) and rupiah of each line of a step."""
        if step.get("lines"):
            return [(line["year"] - self.start, line["amount"]) for line in step["lines"]]
        return [(int(year) - self.start, amount) for year, amount in step["cost"]["by_year"].items()]

    def own_lines(self, year: int) -> int:
        return sum(1 for step in self.own for when, _ in self.lines(step) if when == year)

    def used(self, year: int) -> float:
        rows = [row for row in self.plan["money"] if row["year"] == self.start + year and row["budget"] is not None]
        return sum(row["planned"] for row in rows) / max(1, sum(row["budget"] for row in rows))

    def share(self, part: Callable[[dict[str, Any]], bool]) -> float:
        """Return the share of the village's rupiah for works and services that steps of a kind take."""
        whole = sum(step["cost"]["total"] for step in self.own)
        return sum(step["cost"]["total"] for step in self.own if part(step)) / whole if whole else 0.0

    def serves(self, step: dict[str, Any]) -> str:
        """Return the class of the first need that the step serves, by itself or through what rests on it."""
        if step.get("serves"):
            return str(step["serves"])
        above, names = {step["intervention"]}, {step["intervention"]}
        while above:
            above = {s["intervention"] for s in self.steps if above & set(s["requires"])} - names
            names |= above
        rules = [rule for s in self.steps if s["intervention"] in names for rule in s["called_by"]]
        return min((self.kb.rules[rule].need for rule in rules), key=CLASSES.index, default="other")

    def severe(self) -> dict[str, set[str]]:
        """Return the rules that are about each firm basic need at its lowest rungs."""
        framework = self.kb.frameworks.get(self.plan["data"]["framework"] or "")
        found: dict[str, set[str]] = {}
        for rule, finding in self.findings.items():
            value = self.plan["values"].get(finding["about"])
            if framework is None or value is None or finding["assumed"] or finding["doubtful"]:
                continue
            if self.kb.rules[rule].need == "basic" and framework.score(value) <= SEVERE_SCORE * 1000:
                found.setdefault(finding["about"], set()).add(rule)
        return found

    def severe_served(self) -> tuple[int, int, int]:
        """Return how many severe basic needs there are, with an own step, with a proposal alone."""
        own = proposed = 0
        severe = self.severe()
        for rules in severe.values():
            steps = [step for step in self.steps if rules & set(step["called_by"])]
            own += any(step["executor"] == OWN for step in steps)
            proposed += bool(steps) and all(step["executor"] != OWN for step in steps)
        return len(severe), own, proposed

    def weak_items(self) -> dict[str, str]:
        """Return for each weak indicator (at most 3 of 5) that a village can act on what the plan has for it: a step,
        a reason why not, or nothing."""
        framework = self.kb.frameworks.get(self.plan["data"]["framework"] or "")
        about = {finding["about"]: set[str]() for finding in self.plan["findings"]}
        for finding in self.plan["findings"]:
            about[finding["about"]].add(finding["rule"])
        left = {entry["intervention"] for entry in self.plan["deferred"]}
        found = {}
        for name, value in self.plan["values"].items():
            if framework is None or framework.score(value) > WEAK_SCORE or self.kb.indicators[name].actionable == "no":
                continue
            rules = about.get(name, set())
            called = {work for rule in rules for work in self.kb.rules[rule].calls}
            if any(name in step["improves"] or rules & set(step["called_by"]) for step in self.steps):
                found[name] = "step"
            elif called & left:
                found[name] = "reason"
            else:
                found[name] = "finding" if rules else "nothing"
        return found

    def upkeep(self) -> float:
        """Return the share of the village's money of all years that running costs take."""
        rows = [row for row in self.plan["money"] if row["budget"] is not None]
        return sum(row["running"] or 0 for row in rows) / max(1, sum(row["budget"] for row in rows))

    def amenity_among_three(self) -> bool:
        """Return whether an amenity stands among the first three while a basic need has a later step of its year."""
        first = self.steps[:3]
        return any(
            self.serves(step) == "amenity"
            and any(
                later["year"] == step["year"] and self.serves(later) in ("severe", "basic")
                for later in self.steps[step["rank"] :]
            )
            for step in first
        )

    def lesser_while_severe_waits(self) -> bool:
        """Return whether money goes to an amenity or beyond a target while a severe basic need has no step that a
        limit of the village keeps out."""
        binding = {"over-budget", "capacity", "running-cost", "service-cost", "instalment"}
        waiting = {entry["intervention"] for entry in self.plan["deferred"] if entry["reason"] in binding}
        unserved = [
            rules for rules in self.severe().values() if not any(rules & set(step["called_by"]) for step in self.steps)
        ]
        could = any(waiting & set(self.kb.rules[rule].calls) for rules in unserved for rule in rules)
        return could and any(self.serves(step) in ("amenity", "beyond") for step in self.own)


def is_service(step: dict[str, Any]) -> bool:
    return step.get("measure") == "service"


def rows(plans: list[Measured]) -> Iterable[tuple[str, str]]:
    """Yield what is counted of the plans, and the figure."""
    years = range(plans[0].years)
    yield "villages", str(len(plans))
    yield "steps, median", f"{median(len(p.steps) for p in plans):g}"
    yield "own steps, median", f"{median(len(p.own) for p in plans):g}"
    yield "own lines a year, median", " / ".join(f"{median(p.own_lines(y) for p in plans):g}" for y in years)
    yield "villages without own lines", " / ".join(str(sum(not p.own_lines(y) for p in plans)) for y in years)
    yield "money used a year, median", " / ".join(f"{median(p.used(y) for p in plans):.0%}" for y in years)
    kinds = ("severe", "basic", "other", "amenity", "beyond")
    shares = (sum(p.share(lambda s, p=p, k=k: p.serves(s) == k) for p in plans) / len(plans) for k in kinds)  # type: ignore[misc]
    yield f"village money on {' / '.join(kinds)}, mean", " / ".join(f"{share:.0%}" for share in shares)
    severe, own, proposed = map(sum, zip(*(p.severe_served() for p in plans), strict=True))
    yield "severe basic needs", str(severe)
    yield "… with an own step / a proposal alone", f"{own / max(1, severe):.0%} / {proposed / max(1, severe):.0%}"
    yield "plans with an amenity or beyond while one waits", str(sum(p.lesser_while_severe_waits() for p in plans))
    early = sum(p.amenity_among_three() for p in plans)
    yield "plans with an amenity among the first three before a basic step of its year", str(early)
    weak = Counter(kind for p in plans for kind in p.weak_items().values())
    every = max(1, weak.total())
    found = ("step", "reason", "finding", "nothing")
    yield "weak items that a village can act on", str(weak.total())
    yield "… with a step / a reason / a finding alone / nothing", " / ".join(f"{weak[k] / every:.0%}" for k in found)
    yield "running costs, share of all village money, mean", f"{sum(p.upkeep() for p in plans) / len(plans):.0%}"
    yield (
        "services a plan, mean",
        f"{sum(is_service(s) for p in plans for s in p.steps) / len(plans):.1f}",
    )
    yield (
        "… share of village money, mean",
        f"{sum(p.share(is_service) for p in plans) / len(plans):.0%}",
    )
    yield "proposals a plan, mean", f"{sum(s['executor'] != OWN for p in plans for s in p.steps) / len(plans):.1f}"
    yield "interventions in some plan", str(len({s["intervention"] for p in plans for s in p.steps}))


def commonest(plans: list[Measured], count: int) -> dict[str, list[tuple[str, int]]]:
    """Return the commonest steps: that open a plan, among the first three, of all; and addressees and proposals."""
    first = Counter(p.steps[0]["intervention"] for p in plans if p.steps)
    three = Counter(s["intervention"] for p in plans for s in p.steps[:3])
    every = Counter(s["intervention"] for p in plans for s in p.steps)
    proposals = [s for p in plans for s in p.steps if s["executor"] != OWN]
    asked = Counter(s.get("addressee") or s["executor"] for s in proposals)
    silent = Counter(name for p in plans for name, kind in p.weak_items().items() if kind in ("nothing", "finding"))
    empty = Counter(f"{year['year']} {year['reason']}" for p in plans for year in p.plan.get("empty_years", ()))
    reasons = Counter(entry["reason"] for p in plans for entry in p.plan["deferred"])
    return {
        "opens the plan": first.most_common(count),
        "among the first three": three.most_common(count),
        "commonest steps": every.most_common(count),
        "proposals by addressee": asked.most_common(count),
        "commonest proposals": Counter(s["intervention"] for s in proposals).most_common(count),
        "why works are left out": reasons.most_common(count),
        "weak items without step or reason": silent.most_common(count),
        "empty years": sorted(empty.items()),
    }


def read(path: str, kb: rec.KnowledgeBase) -> list[Measured]:
    document = json.loads(Path(path).read_text(encoding="utf-8"))
    return [Measured(plan, document, kb) for plan in document["plans"] if plan["scores"]["index"]]


def main(paths: list[str]) -> None:
    kb = rec.load_knowledge()
    documents = [read(path, kb) for path in paths]
    groups = ["all", *sorted({plan.group for plan in documents[0]})]
    for group in groups:
        chosen = [[plan for plan in plans if group in ("all", plan.group)] for plans in documents]
        tables = [list(rows(plans)) if plans else [] for plans in chosen]
        print(f"\n**{group}**\n")
        for number, (name, _) in enumerate(tables[0]):
            print(f"| {name} | " + " | ".join(table[number][1] if table else "" for table in tables) + " |")
    for plans in documents:
        print()
        for name, entries in commonest(plans, 12).items():
            print(f"- {name}: " + ", ".join(f"{work} {count}" for work, count in entries))


if __name__ == "__main__":
    main(sys.argv[1:])
