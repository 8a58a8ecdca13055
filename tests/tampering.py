"""Changes to a correct plan document: each is one thing that somebody could alter, by hand or by a bug."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

Change = Callable[[dict[str, Any], dict[str, Any]], None]


def step_with(plan: dict[str, Any], key: str) -> dict[str, Any]:
    return next(step for step in plan["steps"] if step[key])


def own(plan: dict[str, Any]) -> dict[str, Any]:
    return next(step for step in plan["steps"] if step["executor"] == "village")


def set_in(path: str, value: Any) -> Change:
    """Return a change of one place of the plan: keys and numbers joined by dots."""

    def change(_: dict[str, Any], plan: dict[str, Any]) -> None:
        *keys, last = [int(key) if key.isdigit() else key for key in path.split(".")]
        place: Any = plan
        for key in keys:
            place = place[key]
        place[last] = value(place[last]) if callable(value) else value

    return change


def raise_value(_: dict[str, Any], plan: dict[str, Any]) -> None:
    weak = next(name for name, value in plan["values"].items() if value <= 1)
    plan["values"][weak] = 5


def add(amount: int) -> Callable[[int], int]:
    return lambda value: value + amount


def late_prerequisite(_: dict[str, Any], plan: dict[str, Any]) -> None:
    step = step_with(plan, "requires")
    first = next(other for other in plan["steps"] if other["intervention"] == step["requires"][0])
    moved(first, step["year"] + 1)


def moved(step: dict[str, Any], year: int) -> None:
    """Move a step with all its lines into another year."""
    later = year - step["year"]
    step["year"] = year
    step["cost"]["by_year"] = {str(int(y) + later): amount for y, amount in step["cost"]["by_year"].items()}
    for line in step["lines"]:
        line["year"] += later


def lost_prerequisite(_: dict[str, Any], plan: dict[str, Any]) -> None:
    name = step_with(plan, "requires")["requires"][0]
    plan["steps"] = [step for step in plan["steps"] if step["intervention"] != name]


def twice(_: dict[str, Any], plan: dict[str, Any]) -> None:
    plan["steps"].append(dict(plan["steps"][0]))


def planned_and_deferred(_: dict[str, Any], plan: dict[str, Any]) -> None:
    name = plan["steps"][0]["intervention"]
    plan["deferred"].append(
        {"intervention": name, "name": {"id": "x", "en": "x"}, "reason": "over-budget", "detail": {}}
    )


def on_own(key: str, value: Any) -> Change:
    def change(_: dict[str, Any], plan: dict[str, Any]) -> None:
        own(plan)[key] = value

    return change


def at_month(month: int) -> Change:
    def change(_: dict[str, Any], plan: dict[str, Any]) -> None:
        needed = {name for step in plan["steps"] for name in step["requires"]}
        step = next(s for s in plan["steps"] if s["executor"] == "village" and s["intervention"] not in needed)
        step["start_month"] = step["lines"][0]["start_month"] = month

    return change


def beyond_the_years(_: dict[str, Any], plan: dict[str, Any]) -> None:
    moved(own(plan), 2040)


def uncalled(_: dict[str, Any], plan: dict[str, Any]) -> None:
    needed = {name for step in plan["steps"] for name in step["requires"]}
    next(step for step in plan["steps"] if step["intervention"] not in needed)["called_by"] = []


def uncalled_by_one(_: dict[str, Any], plan: dict[str, Any]) -> None:
    next(step for step in plan["steps"] if len(step["called_by"]) > 1)["called_by"].pop()


def more_gain(_: dict[str, Any], plan: dict[str, Any]) -> None:
    step_with(plan, "improves")["improves"] = {"drinking-water": {"from": 0, "to": 5}}


def closing(_: dict[str, Any], plan: dict[str, Any]) -> None:
    next(step for step in plan["steps"] if step["closing"])["closing"]["rose_1y"] += 1


def on_cost(key: str, value: Any) -> Change:
    def change(_: dict[str, Any], plan: dict[str, Any]) -> None:
        cost = own(plan)["cost"]
        cost[key] = {name: amount + value for name, amount in cost[key].items()} if key != "total" else value

    return change


def drop_money(_: dict[str, Any], plan: dict[str, Any]) -> None:
    plan["money"] = plan["money"][1:]


def other_hash(document: dict[str, Any], _: dict[str, Any]) -> None:
    document["knowledge"]["sha256"] = "0" * 64


def smaller_budget(document: dict[str, Any], plan: dict[str, Any]) -> None:
    document["options"]["budget"] = {"village-fund": 50_000_000}
    document["options"]["budget_given"] = True


def forgotten_prerequisite(_: dict[str, Any], plan: dict[str, Any]) -> None:
    """Forget one that something else calls too: that nobody calls it would be noticed at once."""
    called = {step["intervention"] for step in plan["steps"] if step["called_by"]}
    step = next(step for step in plan["steps"] if called.intersection(step["requires"]))
    step["requires"] = [name for name in step["requires"] if name not in called]


def called_by_what_rests_on_it(_: dict[str, Any], plan: dict[str, Any]) -> None:
    """Forget the one reason for which a step is there."""
    called = {step["intervention"]: bool(step["called_by"]) for step in plan["steps"]}
    step = next(step for step in plan["steps"] if any(not called[name] for name in step["requires"]))
    lost = next(name for name in step["requires"] if not called[name])
    for other in plan["steps"]:
        other["requires"] = [name for name in other["requires"] if name != lost]


def other_source(_: dict[str, Any], plan: dict[str, Any]) -> None:
    cost = own(plan)["cost"]
    cost["by_source"] = {"own-revenue": cost["total"]}


def a_rupiah_later(_: dict[str, Any], plan: dict[str, Any]) -> None:
    """Pay the last rupiah of a step a year later: in its line, and in the sums of its years."""
    step = next(s for s in plan["steps"] if s["executor"] == "village" and len(s["lines"]) == 1)
    (line,), cost = step["lines"], step["cost"]
    source = next(iter(line["by_source"]))
    line["amount"] -= 1
    line["by_source"][source] -= 1
    step["lines"].append(
        line
        | {
            "year": line["year"] + 1,
            "start_month": 0,
            "months": 0,
            "amount": 1,
            "volume": None,
            "by_source": {source: 1},
        }
    )
    cost["by_year"] = {str(line["year"]): line["amount"], str(line["year"] + 1): 1}


def sums_of_another_year(_: dict[str, Any], plan: dict[str, Any]) -> None:
    """Say of a step's money alone that a rupiah is paid a year later."""
    cost = next(s["cost"] for s in plan["steps"] if s["executor"] == "village" and len(s["cost"]["by_year"]) == 1)
    year, amount = next(iter(cost["by_year"].items()))
    cost["by_year"] = {year: amount - 1, str(int(year) + 1): 1}


def a_rupiah_more_in_a_line(_: dict[str, Any], plan: dict[str, Any]) -> None:
    own(plan)["lines"][0]["amount"] += 1


def line_lost(_: dict[str, Any], plan: dict[str, Any]) -> None:
    """Deliver a service a year less, and let every sum of the document agree with that."""
    step = next(s for s in plan["steps"] if s["measure"] == "service" and s["executor"] == "village"
                and len(s["lines"]) > 1)  # fmt: skip
    line, cost = step["lines"].pop(), step["cost"]
    del cost["by_year"][str(line["year"])]
    for source, amount in line["by_source"].items():
        cost["total"] -= amount
        cost["by_source"][source] -= amount
        row = next(row for row in plan["money"] if (row["source"], row["year"]) == (source, line["year"]))
        row["planned"] -= amount
        row["left"] += amount
        row["services"] -= amount


def on_line(amount: int) -> Change:
    def change(_: dict[str, Any], plan: dict[str, Any]) -> None:
        own(plan)["lines"][0]["amount"] += amount

    return change


def upkeep_of_another(_: dict[str, Any], plan: dict[str, Any]) -> None:
    row = plan["upkeep"][0]
    row["intervention"] = next(s["intervention"] for s in plan["steps"] if s["intervention"] != row["intervention"])


def amenity_first(_: dict[str, Any], plan: dict[str, Any]) -> None:
    """Put what serves a severe basic need behind what serves the least of its year."""
    year = next(s["year"] for s in plan["steps"] if s["serves"] == "severe" and _last_of(plan, s["year"]) is not s)
    same = [n for n, s in enumerate(plan["steps"]) if s["year"] == year]
    steps = plan["steps"]
    steps.insert(same[0], steps.pop(same[-1]))
    for rank, step in enumerate(steps, 1):
        step["rank"] = rank


def _last_of(plan: dict[str, Any], year: int) -> dict[str, Any]:
    steps: list[dict[str, Any]] = [step for step in plan["steps"] if step["year"] == year]
    return steps[-1]


def graded_otherwise(_: dict[str, Any], plan: dict[str, Any]) -> None:
    effect = step_with(plan, "effects")["effects"][0]
    effect["size"] = "study" if effect["size"] == "judgement" else "judgement"


def price_level(key: str, value: Any) -> Change:
    def change(_: dict[str, Any], plan: dict[str, Any]) -> None:
        price = next(step["price"] for step in plan["steps"] if step["price"])
        price[key] = value(price[key]) if callable(value) else value

    return change


def never_rested_on(_: dict[str, Any], plan: dict[str, Any]) -> None:
    step = next(step for step in plan["steps"] if not step["requires"] and step["rank"] > 1)
    step["requires"] = [plan["steps"][0]["intervention"]] if plan["steps"][0]["year"] < step["year"] else []
    step["conditional_on"] = [plan["steps"][0]["intervention"]]


def banned_step(document: dict[str, Any], plan: dict[str, Any]) -> None:
    document["options"]["bans"] = [plan["steps"][0]["intervention"]]


def two_villages(document: dict[str, Any], plan: dict[str, Any]) -> None:
    first = json.loads(json.dumps(plan))
    first["village"]["code"] = "00.00.00.0000"
    document["plans"].append(first)


def option(key: str, value: Any) -> Change:
    def change(document: dict[str, Any], _: dict[str, Any]) -> None:
        document["options"][key] = value

    return change


def lost_option(document: dict[str, Any], _: dict[str, Any]) -> None:
    del document["options"]["years"]


def again(names: list[Any]) -> list[Any]:
    return names[1:]


CHANGES: dict[str, tuple[Change, str]] = {
    "value": (raise_value, "finding"),
    "value off the scale": (set_in("values.drinking-water", 9), "bad-value"),
    "index": (set_in("scores.index.value", 0.9), "index"),
    "class": (set_in("scores.index.class", "mandiri"), "index"),
    "dimension score": (set_in("scores.dimensions.living.score", 0.999), "dimension"),
    "dimension measured": (set_in("scores.dimensions.living.measured", 1), "dimension"),
    "a finding gone": (set_in("findings", lambda findings: findings[1:]), "finding"),
    "a finding assumed": (set_in("findings.0.assumed", lambda mark: not mark), "finding"),
    "an open rule gone": (set_in("undetermined", lambda rules: rules[1:]), "undetermined"),
    "called by nobody known": (on_own("called_by", ["no-such-rule"]), "called-by"),
    "called by nobody": (uncalled, "uncalled"),
    "prerequisite after": (late_prerequisite, "prerequisite-order"),
    "prerequisite gone": (lost_prerequisite, "missing-prerequisite"),
    "a step twice": (twice, "twice"),
    "planned and deferred": (planned_and_deferred, "step-and-deferred"),
    "executor": (on_own("executor", "csr"), "document"),
    "document": (on_own("document", "du-rkpdes"), "document"),
    "unknown work": (on_own("intervention", "flying-carpet"), "unknown-intervention"),
    "cost": (on_cost("total", 1), "cost"),
    "cost by source": (on_cost("by_source", 7), "cost-by-source"),
    "cost by year": (on_cost("by_year", 7), "cost-by-year"),
    "a rupiah more in a line": (a_rupiah_more_in_a_line, "cost-lines"),
    "rank": (set_in("steps.0.rank", 5), "rank"),
    "order": (set_in("steps", lambda steps: [{**s, "rank": n} for n, s in enumerate(reversed(steps), 1)]), "order"),
    "too early": (at_month(0), "first-month"),
    "over the year's end": (at_month(11), "fiscal-year"),
    "beyond the years": (beyond_the_years, "horizon"),
    "money row gone": (drop_money, "money-row"),
    "money planned": (set_in("money.0.planned", add(1)), "money-planned"),
    "money left": (set_in("money.0.left", add(1)), "money-left"),
    "money budget": (set_in("money.0.budget", add(1)), "money-left"),
    "a smaller budget": (smaller_budget, "over-budget"),
    "running cost": (on_own("running_cost_per_year", 10**9), "running-cost"),
    "improves": (more_gain, "improves"),
    "outlook": (set_in("outlook.2.all_done.index", 0.99), "outlook"),
    "outlook of the first year": (set_in("outlook.0.expected.index", 0.99), "outlook"),
    "outlook class": (set_in("outlook.0.expected.class", "mandiri"), "outlook"),
    "outlook of a dimension": (set_in("outlook.1.dimensions.living.expected", 0.001), "outlook"),
    "chance": (set_in("outlook.1.chance.maju", add(1)), "outlook"),
    "villages behind the chance": (set_in("outlook.0.villages", 9), "outlook"),
    "closing rate": (closing, "steps"),
    "trend": (set_in("outlook.1.trend.index", 0.1), "outlook"),
    "objective": (set_in("objective.value", add(1)), "objective"),
    "objective's name": (set_in("objective.name", "index"), "objective"),
    "worth of a step": (set_in("steps.0.value", add(1)), "steps"),
    "name of a step": (set_in("steps.0.name.id", "Lain"), "steps"),
    "kind of a step": (set_in("steps.0.kind", "economic-programme"), "steps"),
    "dimension of a step": (set_in("steps.0.dimension", "nowhere"), "steps"),
    "budget code": (set_in("steps.0.budget_code", "9.9.99"), "steps"),
    "volume": (set_in("steps.0.volume.amount", add(1)), "cost"),
    "months": (set_in("steps.0.months", lambda months: months - 1 if months > 1 else 2), "steps"),
    "cheaper to keep up": (on_own("running_cost_per_year", 1), "steps"),
    "rests on an assumption": (set_in("steps.0.assumes", ["coastal"]), "steps"),
    "a rule too few calls it": (uncalled_by_one, "steps"),
    "a prerequisite forgotten": (forgotten_prerequisite, "steps"),
    "what rests on it forgotten": (called_by_what_rests_on_it, "uncalled"),
    "a prerequisite invented": (never_rested_on, "steps"),
    "another source": (other_source, "money-row"),
    "an instalment in another year": (a_rupiah_later, "money-planned"),
    "sums of another year": (sums_of_another_year, "steps"),
    "a service of a year less": (line_lost, "steps"),
    "a line that does not add up": (on_line(1), "cost-lines"),
    "more upkeep": (set_in("upkeep.0.amount", add(1)), "money-planned"),
    "less upkeep": (set_in("upkeep.0.amount", add(-1)), "money-planned"),
    "upkeep of another work": (upkeep_of_another, "upkeep"),
    "upkeep of a year gone": (set_in("upkeep", lambda rows: rows[1:]), "money-planned"),
    "services of a row": (set_in("money.0.services", add(1)), "money"),
    "upkeep of a row": (set_in("money.0.running", add(1)), "money"),
    "what serves least comes first": (amenity_first, "steps"),
    "level of prices": (price_level("level", lambda level: level + 0.01), "steps"),
    "year of prices": (price_level("level_year", 2020), "steps"),
    "region of prices": (price_level("region_ratio", 2.5), "steps"),
    "whom it serves": (set_in("steps.0.serves", "beyond"), "steps"),
    "how it is graded": (graded_otherwise, "steps"),
    "a rule of money": (set_in("rules.0.asked", 1), "rules"),
    "an empty year": (set_in("empty_years", [{"year": 2028, "reason": "limits", "would_fill": []}]), "empty_years"),
    "a step that was banned": (banned_step, "candidate"),
    "reason of a deferral": (set_in("deferred.0.reason", "too-large"), "deferred"),
    "detail of a deferral": (set_in("deferred.0.detail", {"cost": 1}), "deferred"),
    "a deferral gone": (set_in("deferred", again), "deferred"),
    "met": (set_in("met", ["village-library"]), "met"),
    "a question gone": (set_in("questions", again), "questions"),
    "questions in another order": (set_in("questions", lambda asked: asked[::-1]), "questions"),
    "an assumption": (set_in("assumptions.0.reason.en", "because"), "assumptions"),
    "evidence": (set_in("findings.0.evidence.0.value", 99), "findings"),
    "a finding's sentence": (set_in("findings.0.text.en", "All is well."), "findings"),
    "a finding about something else": (set_in("findings.0.about", "none"), "findings"),
    "readiness": (set_in("readiness", again), "readiness"),
    "status": (set_in("status", "nothing-to-do"), "status"),
    "a part of the index": (set_in("scores.index.components.iks", 0.1), "scores"),
    "of how many": (set_in("scores.dimensions.living.of", 99), "scores"),
    "a target reached": (set_in("target", {"reached": True, "cost": 0, "missing": 0, "proven": True}), "target"),
    "reserve of a row": (set_in("money.0.reserve", add(1)), "money"),
    "running costs of a row": (set_in("money.1.running", add(1)), "money"),
    "an earmark": (
        set_in(
            "earmarks",
            [
                {
                    "source": "village-fund",
                    "year": 2027,
                    "focus": [],
                    "at_least": None,
                    "at_most": None,
                    "planned": 0,
                    "short": 0,
                }
            ],
        ),
        "earmarks",
    ),
    "order of villages": (two_villages, "order"),
    "a year of the plan more": (option("years", 4), "money-row"),
    "other money than the usual": (option("budget", {"village-fund": 1}), "options"),
    "an unknown pin": (option("pins", ["flying-carpet"]), "bad-options"),
    "an unknown ban": (option("bans", ["flying-carpet"]), "bad-options"),
    "years in words": (option("years", "three"), "bad-options"),
    "a source that is not the village's": (option("budget_given", "yes"), "options"),
    "an option gone": (lost_option, "bad-options"),
    "other knowledge": (other_hash, "other-knowledge"),
}
