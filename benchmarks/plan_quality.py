"""What plans of real villages look like, and what each part of the model changes in them.

    python benchmarks/plan_quality.py DATA [--only NAME ...]

plans every village of the data under the shipped model and under variants of it, each an overlay or an option, and
prints one row a variant: the table of docs/plan-reading.md, "What each part of the model does". No benchmark of speed.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

import recommender as rec
from recommender.model.plan import Plan, Step

START, YEARS, BUDGET = 2027, 3, 330_000_000
OWN, SEVERE = "village", 1  # a published value at or below this is severe


@dataclass(frozen=True, slots=True)
class Variant:
    """A change of the model: parameters, keys of interventions (None: removed from all that have them), options."""

    name: str
    parameters: dict[str, float] = field(default_factory=dict)
    interventions: dict[str, dict[str, Any]] = field(default_factory=dict)
    options: dict[str, Any] = field(default_factory=dict)


def variants(kb: rec.KnowledgeBase) -> Iterator[Variant]:
    yield Variant("as shipped")
    yield Variant("five years", options={"years": 5})
    yield Variant("no cap on running costs", {"running-cost-share": 1.0})
    yield Variant("no cap on services", {"service-share": 1.0})
    yield Variant("two physical works a year", {"physical-works-per-year": 2})
    yield Variant("any number of physical works", {"physical-works-per-year": 99})
    yield Variant("any number of other lines", {"lines-per-year": 99})
    yield Variant("one building asked of an office a year", {"building-proposals-per-addressee": 1})
    yield Variant("any number of buildings asked of an office", {"building-proposals-per-addressee": 99})
    yield Variant("all money there in January", {"second-instalment-month": 0})
    yield Variant("nothing beyond the target", {"beyond-target-weight": 0.0})
    yield Variant("beyond the target half the weight", {"beyond-target-weight": 0.5})
    whole = {name: {"divisible": False} for name, work in kb.interventions.items() if work.divisible}
    yield Variant("no phases", interventions=whole)
    yield Variant("no advocacy line", {"advocacy-limit": 10**15})
    yield Variant("nominal prices", options={"prices": "nominal"})
    yield Variant("no value is doubtful", {"doubtful-fall": 99, "doubt-factor": 1.0})
    yield Variant("measured only, no assumptions", options={"measured_only": True})
    yield Variant("own means, no proposals", options={"own_means": True})
    grouped = {name: {"package": f"{name}-alone"} for name, work in kb.interventions.items() if work.package}
    yield Variant("no packages", interventions=grouped)
    yield Variant("any number of works at once", {"works-at-once": 99})


def overlay(variant: Variant, kb: rec.KnowledgeBase, folder: Path) -> list[str]:
    """Write the variant's overlay into the folder and return it; nothing where the variant needs none."""
    source = {"title": "Variant of the model (judgement)", "year": 2026, "confidence": "judgement"}
    files: dict[Path, Any] = {}
    if variant.parameters:
        files[folder / "catalog/parameters.yaml"] = {
            name: {"values": {"2024-01-01": value}, "sources": [dict(source)]}
            for name, value in variant.parameters.items()
        }
    for name, keys in variant.interventions.items():
        files[folder / f"catalog/interventions/{kb.interventions[name].dimension}/{name}.yaml"] = keys
    for path, content in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        text = yaml.safe_dump(content, sort_keys=False).replace("'2024-01-01'", "2024-01-01")
        path.write_text(text, encoding="utf-8")
    return [str(folder)] if files else []


def plans(data: Sequence[str], variant: Variant, shipped: rec.KnowledgeBase) -> list[Plan]:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "variant"
        place.mkdir()
        kb = rec.load_knowledge(overlays=overlay(variant, shipped, place))
        options = {"start_year": START, "years": YEARS, "budget": rec.Budget({"village-fund": BUDGET})}
        options |= {"method": "fast"} | variant.options
        villages = rec.read_villages(data, kb).villages
        return [result.plan for result in rec.recommend_all(villages, kb, rec.Options(**options))]


def row(found: list[Plan], kb: rec.KnowledgeBase) -> dict[str, str]:
    """Return what is told of the plans, by heading."""
    own = [[step for step in plan.steps if step.executor == OWN] for plan in found]
    asked = [sum(step.cost.total for step in plan.steps if step.executor != OWN) for plan in found]
    years = len({money.year for money in found[0].money})
    used = [sum(money.planned for money in plan.money if money.budget is not None) for plan in found]
    severe = [share for plan in found for share in _severe(plan, kb)]
    by_class = {
        slug: [len(plan.steps) for plan in found if plan.scores.index and plan.scores.index.class_ == slug]
        for slug in ("berkembang", "maju", "mandiri")
    }
    last = [
        sum(money.running or 0 for money in plan.money if money.year == START + years - 1) / BUDGET for plan in found
    ]
    kept = [sum(step.running_cost_per_year for step in steps) / BUDGET for steps in own]
    return {
        "steps": _spread([len(plan.steps) for plan in found]),
        "B / M / Md": " / ".join(f"{_at(counts, 0.5):g}" for counts in by_class.values()),
        "own": f"{100 * sum(map(len, own)) / max(1, sum(len(plan.steps) for plan in found)):.0f} %",
        "money used": _spread([100 * amount / (years * BUDGET) for amount in used], " %"),
        "proposals, mean Rp m": f"{sum(asked) / len(asked) / 1e6:,.0f}",
        "works in year 1": _spread([sum(step.year == START for step in steps) for steps in own]),
        "running, last year": _spread([100 * share for share in last], " %"),
        "running, all works": _spread([100 * share for share in kept], " %"),
        "severe basics served": f"{100 * sum(severe) / max(1, len(severe)):.0f} % of {len(severe)}",
        "over three at once": str(sum(_at_once(steps) > 3 for steps in own)),
        "changed first five": "",
        "changed plans": "",
    }


def _severe(plan: Plan, kb: rec.KnowledgeBase) -> Iterator[bool]:
    """Yield for each severe basic need that is not doubted whether a step improves it."""
    basic = {rule.about for rule in kb.active_rules.values() if rule.need == "basic"}
    called = {finding.about for finding in plan.findings if not finding.doubtful and finding.about in basic}
    for indicator in sorted(called & plan.values.keys()):
        if plan.values[indicator] <= SEVERE:
            yield any(indicator in step.improves for step in plan.steps)


def _at_once(steps: Iterable[Step]) -> int:
    """Return the most village works that run in one month."""
    busy: dict[int, int] = {}
    for step in steps:
        begin = 12 * step.year + step.start_month
        for month in range(begin, begin + step.months):
            busy[month] = busy.get(month, 0) + 1
    return max(busy.values(), default=0)


def _at(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[int(share * (len(ordered) - 1))] if ordered else 0


def _spread(values: Sequence[float], unit: str = "") -> str:
    """Return median and tenth to ninetieth percentile."""
    return f"{_at(values, 0.5):.0f} ({_at(values, 0.1):.0f}-{_at(values, 0.9):.0f}){unit}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", nargs="+")
    parser.add_argument("--only", nargs="*")
    given = parser.parse_args()
    kb = rec.load_knowledge()
    shipped: list[Plan] = []
    for variant in variants(kb):
        if given.only and variant.name not in ("as shipped", *given.only):
            continue
        found = plans(given.data, variant, kb)
        shipped = shipped or found
        cells = row(found, kb)
        for name, most in (("changed first five", 5), ("changed plans", None)):
            sets = [[{step.intervention for step in plan.steps[:most]} for plan in some] for some in (shipped, found)]
            cells[name] = str(sum(one != other for one, other in zip(*sets, strict=True)))
        if found is shipped:
            print("| variant |", " | ".join(cells), "|")
            print("| --- |", " | ".join("---" for _ in cells), "|")
        print(f"| {variant.name} |", " | ".join(cells.values()), "|", flush=True)


if __name__ == "__main__":
    main()
