"""What overlays change: the same villages planned with them and without, counted in steps and rupiah.

    python benchmarks/overlay_difference.py DATA... --overlay DIR... [--year 2024] [--code-scheme kemendagri]

prints two Markdown tables: sums over the villages that the overlays are for, and the works whose number of plans
changes most. Villages that they are not for are left out and named. No benchmark of speed.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import recommender as rec
from recommender.model.plan import Plan, Step

START_YEAR = 2027
WORKS_SHOWN = 24
MILLION = 1_000_000


def plans_of(
    data: Sequence[str], overlays: Sequence[str], codes: set[str] | None, args: argparse.Namespace
) -> list[Plan]:
    """Return the plans of the villages read, of those codes where they are given."""
    kb = rec.load_knowledge(overlays=overlays)
    found = rec.read_villages(data, kb, code_scheme=args.code_scheme, year=args.year)
    for problem in found.problems:
        if problem.code == "outside-overlay":
            print(problem.line("en"), file=sys.stderr)
    options = rec.Options(start_year=START_YEAR, method="fast")
    villages = [village for village in found if codes is None or village.key[0] in codes]
    return [result.plan for result in rec.recommend_all(villages, kb, options)]


def total(plans: Iterable[Plan], counts: Callable[[Step], bool]) -> int:
    return sum(step.cost.total for plan in plans for step in plan.steps if counts(step))


def is_own(step: Step) -> bool:
    return step.executor == "village"


def available(plans: Iterable[Plan]) -> int:
    """Return the village money of all years, the reserve included."""
    return sum(row.budget or 0 for plan in plans for row in plan.money)


def sums(plans: Sequence[Plan]) -> dict[str, str]:
    own = [step for plan in plans for step in plan.steps if is_own(step)]
    others = [step for plan in plans for step in plan.steps if not is_own(step)]
    network = sum(step.kind in ("digital-service", "connectivity") for step in (*own, *others))
    shared = sum(step.shared is not None for step in (*own, *others))
    questions = sum(len(plan.questions) for plan in plans)
    asked = total(plans, lambda step: not is_own(step))
    together = rec.cost_together(plans, lambda work: work.executor != "village")
    per = len(plans) * MILLION
    return {
        "villages": str(len(plans)),
        "village money, Rp million a village": f"{available(plans) / per:.0f}",
        "own steps a village": f"{len(own) / len(plans):.1f}",
        "own steps, Rp million a village": f"{total(plans, is_own) / per:.0f}",
        "proposals a village": f"{len(others) / len(plans):.1f}",
        "proposals, Rp million a village (each village's plan)": f"{asked / per:.0f}",
        "proposals, Rp million a village (shared works once)": f"{together / per:.0f}",
        "digital and network steps a village": f"{network / len(plans):.1f}",
        "steps shared with other villages, a village": f"{shared / len(plans):.1f}",
        "questions a village": f"{questions / len(plans):.1f}",
    }


def planned(plans: Iterable[Plan]) -> Counter[str]:
    return Counter(step.intervention for plan in plans for step in plan.steps)


def money_of(plans: Iterable[Plan]) -> Counter[str]:
    found: Counter[str] = Counter()
    for plan in plans:
        for step in plan.steps:
            found[step.intervention] += step.cost.total
    return found


def tables(before: Sequence[Plan], after: Sequence[Plan]) -> str:
    """Return both tables in Markdown."""
    rows = ["| | without | with |", "| --- | ---: | ---: |"]
    rows += [f"| {key} | {value} | {sums(after)[key]} |" for key, value in sums(before).items()]
    one, other, cost, costs = planned(before), planned(after), money_of(before), money_of(after)
    changed = sorted(
        {*one, *other}, key=lambda name: (-abs(other[name] - one[name]), -abs(costs[name] - cost[name]), name)
    )
    rows += ["", "| work | plans without | with | Rp million without | with |", "| --- | ---: | ---: | ---: | ---: |"]
    for name in changed[:WORKS_SHOWN]:
        if one[name] != other[name] or cost[name] != costs[name]:
            rows.append(
                f"| {name} | {one[name]} | {other[name]} | {cost[name] / MILLION:.0f} | {costs[name] / MILLION:.0f} |"
            )
    same = sum(
        [step.intervention for step in a.steps] == [step.intervention for step in b.steps]
        for a, b in zip(before, after, strict=True)
    )
    return "\n".join([*rows, "", f"{same} of {len(before)} plans have the same steps in the same order."])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", nargs="+")
    parser.add_argument("--overlay", action="append", required=True)
    parser.add_argument("--year", type=int)
    parser.add_argument("--code-scheme")
    args = parser.parse_args()
    after = plans_of(args.data, args.overlay, None, args)
    if not after:
        sys.exit("No village of the data is planned with these overlays.")
    codes = {plan.village.code.replace(".", "") for plan in after}
    print(tables(plans_of(args.data, [], codes, args), after))


if __name__ == "__main__":
    main()
