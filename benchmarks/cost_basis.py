"""On what the costs of plans rest: works, village money and upkeep by basis of cost. No benchmark of speed.

    recommender plan DATA --start-year 2027 --budget 330jt --format ndjson -o plans.ndjson
    python benchmarks/cost_basis.py plans.ndjson [BEFORE.ndjson BEFORE_KNOWLEDGE]

prints Markdown tables of the shipped catalog and of the plans made with it; beside them those of other plans, made with
the knowledge in another folder (rules/ and catalog/). Plans are ndjson or json documents. Money is of steps that the
village pays itself, over all years.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

import recommender as rec

BASES = ("sourced", "derived", "partly", "judgement")
OWN = "village"
Plan = dict[str, Any]


def plans_of(path: Path) -> Iterator[Plan]:
    """Yield the plans of a json document or of one a line."""
    text = path.read_text(encoding="utf-8")
    documents = map(json.loads, text.splitlines()) if path.suffix == ".ndjson" else [json.loads(text)]
    for document in documents:
        yield from document["plans"]


def shares(counted: Counter[str]) -> str:
    """Return counts of each basis as `n (share)`, in the order of trust."""
    whole = max(1, counted.total())
    return " / ".join(f"{counted[basis] / whole:.0%}" for basis in BASES)


def basis_of_running(work: rec.Intervention) -> str:
    return getattr(work.running_cost, "basis", "judgement")  # older knowledge says nothing of it


def catalog_rows(kb: rec.KnowledgeBase) -> Iterable[tuple[str, str]]:
    """Yield what the catalog's costs rest on."""
    works = [work for work in kb.interventions.values() if work.status == "active"]
    costs = Counter(str(work.cost.basis) for work in works)
    yield f"works ({' / '.join(BASES)})", " / ".join(str(costs[basis]) for basis in BASES)
    kept_up = [work for work in works if work.running_cost.share or work.running_cost.amount]
    running = Counter(basis_of_running(work) for work in kept_up)
    yield "works with upkeep", str(len(kept_up))
    yield "… by basis of the upkeep", " / ".join(str(running[basis]) for basis in BASES)
    judged = [work for work in kept_up if work.running_cost.share and basis_of_running(work) == "judgement"]
    yield "… a share of the cost that is judgement", str(len(judged))
    yield (
        "costs by volume (a fact or more than one unit)",
        str(sum(work.quantity.fact is not None or (work.quantity.number or 1) > 1 for work in works)),
    )
    yield "cost high / low, median", f"{median(w.cost.high / w.cost.low for w in works if w.cost.low):.2g}"


def plan_rows(plans: list[Plan], kb: rec.KnowledgeBase) -> Iterable[tuple[str, str]]:
    """Yield what the money of the plans rests on."""
    own = [step for plan in plans for step in plan["steps"] if step["executor"] == OWN]
    steps = Counter(str(kb.interventions[step["intervention"]].cost.basis) for step in own)
    money, upkeep = Counter[str](), Counter[str]()
    for step in own:
        work = kb.interventions[step["intervention"]]
        money[work.cost.basis] += step["cost"]["total"]
        if work.running_cost.falls_on_village(OWN):
            upkeep[basis_of_running(work)] += step["running_cost_per_year"]
    yield "plans, own steps, billion rupiah", f"{len(plans)}, {len(own)}, {money.total() / 10**9:.1f}"
    yield f"own steps ({' / '.join(BASES)})", shares(steps)
    yield "village money", shares(money)
    yield "upkeep that the village pays", shares(upkeep)
    low, high = (sum(step["cost"][end] for step in own) for end in ("low", "high"))
    yield "village money, low to high", f"{low / 10**9:.1f} to {high / 10**9:.1f} billion"
    served = Counter(step["intervention"] for step in own)
    guessed = [(name, n) for name, n in served.most_common() if kb.interventions[name].cost.basis == "judgement"]
    yield "commonest judged", ", ".join(f"{name} {n}" for name, n in guessed[:8])


def table(columns: list[tuple[str, dict[str, str]]]) -> str:
    """Return a Markdown table: a row for each figure, a column for each set of plans."""
    titles = [title for title, _ in columns]
    lines = [f"| | {' | '.join(titles)} |", "| --- |" + " --- |" * len(titles)]
    keys = dict.fromkeys(key for _, figures in columns for key in figures)
    lines += [f"| {key} | {' | '.join(figures.get(key, '') for _, figures in columns)} |" for key in keys]
    return "\n".join(lines)


def main(arguments: list[str]) -> None:
    kinds = [("now", arguments[0], rec.load_knowledge())]
    if len(arguments) > 1:
        kinds.insert(0, ("before", arguments[1], rec.load_knowledge(arguments[2])))
    columns = [
        (title, dict([*catalog_rows(kb), *plan_rows(list(plans_of(Path(path))), kb)])) for title, path, kb in kinds
    ]
    print(table(columns))


if __name__ == "__main__":
    main(sys.argv[1:])
