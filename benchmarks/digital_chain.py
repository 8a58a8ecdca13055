"""How far plans carry the digital chain, stage by stage, and how many plans hold a digital service at all.

    recommender plan DATA [FACTS.csv] --start-year 2027 --method exact --format json -o plans.json
    python benchmarks/digital_chain.py plans.json [BEFORE.json]

prints two Markdown tables: for each stage of the chain in how many plans it stands, in which year first, and where it
is there already; and the share of plans with a digital service where the office is online and where it is not. A stage
is named here by its works: the catalog knows no stages. No benchmark of speed.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import recommender as rec

STAGES: dict[str, tuple[str, ...]] = {
    "power": ("office-solar-kit", "pln-grid-extension", "solar-minigrid", "micro-hydro-plant"),
    "office link": (
        "village-office-internet",
        "restore-internet-service",
        "leo-satellite-access",
        "satria-public-access",
    ),
    "devices": ("office-computers",),
    "trained staff": ("perangkat-digital-training",),
    "data and system": ("resident-data-update", "sid-opensid", "resident-data-digitization"),
    "cadre": ("digital-cadre",),
    "digital room": ("digital-community-room",),
    "letters": ("e-letters",),
    "payments": ("qris-payments", "siskeudes-online", "pbb-online"),
    "market": ("ecommerce-onboarding", "bumdes-ecommerce"),
    "open budget": ("open-budget-portal",),
    "portal, e-meeting": ("integrated-eservice-portal", "digital-musrenbang"),
    "booking": ("tourism-digital-booking",),
}
OFFICE = "village-office-internet"


def main() -> None:
    """Print the tables for the documents named."""
    documents = [json.loads(Path(name).read_text(encoding="utf-8")) for name in sys.argv[1:]]
    if not documents:
        sys.exit(__doc__)
    kb = rec.load_knowledge()
    for name, document in zip(sys.argv[1:], documents, strict=True):
        plans = document["plans"]
        print(f"\n{name}: {len(plans)} plans\n\n| stage | in the plan | year 1 | 2 | 3 | there | neither |")
        print("| --- | --- | --- | --- | --- | --- | --- |")
        for stage, works in STAGES.items():
            print(f"| {stage} | " + " | ".join(map(str, stage_counts(document, set(works)))) + " |")
        print("\n| office | plans | with a digital service | share |\n| --- | --- | --- | --- |")
        for office, (count, digital) in office_counts(plans, kb).items():
            print(f"| {office} | {count} | {digital} | {100 * digital / max(1, count):.0f} % |")


def stage_counts(document: dict[str, Any], works: set[str]) -> tuple[int, ...]:
    """Return in how many plans a work of the stage stands, in which year first, is met, or neither."""
    start, plans = document["options"]["start_year"], document["plans"]
    years: Counter[int] = Counter()
    planned = met = 0
    for plan in plans:
        starts = [step["year"] - start for step in plan["steps"] if step["intervention"] in works]
        planned += bool(starts)
        years[min(starts, default=-1)] += 1
        met += not starts and bool(works & set(plan["met"]))
    return planned, years[0], years[1], years[2], met, len(plans) - planned - met


def office_counts(plans: list[dict[str, Any]], kb: rec.KnowledgeBase) -> dict[str, tuple[int, int]]:
    """Return by state of the office the plans, and those with a step that is a digital service."""
    counts: dict[str, list[int]] = {"online": [0, 0], "offline": [0, 0], "not known": [0, 0]}
    for plan in plans:
        value = plan["values"].get(OFFICE)
        row = counts["not known" if value is None else "online" if value == 5 else "offline"]
        row[0] += 1
        row[1] += any(kb.interventions[step["intervention"]].kind == "digital-service" for step in plan["steps"])
    return {name: (row[0], row[1]) for name, row in counts.items()}


if __name__ == "__main__":
    main()
