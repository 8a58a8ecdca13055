"""What other programs rely on in the steps and the money of a plan: each promise is one test, over many options."""

from __future__ import annotations

import pytest
from document_samples import START, YEARS, Json, documents, kb, plans, steps, texts

import recommender as rec
from recommender.model.settings import settings_for

__all__ = ["documents", "kb", "plans", "texts"]

# Steps ----------------------------------------------------------------------------------------------------------------


def test_a_step_is_called_by_a_finding_or_required_by_a_step(plans: list[Json]) -> None:
    for plan, step in steps(plans):
        found = {finding["rule"] for finding in (*plan["findings"], *plan["beyond"])}
        assert set(step["called_by"]) <= found
        assert step["called_by"] or any(step["intervention"] in other["requires"] for other in plan["steps"])


def test_a_work_is_at_most_one_step_and_a_step_is_never_also_deferred_or_met(plans: list[Json]) -> None:
    for plan in plans:
        names = [step["intervention"] for step in plan["steps"]]
        assert len(names) == len(set(names))
        assert set(names).isdisjoint(entry["intervention"] for entry in plan["deferred"])
        assert {entry["intervention"] for entry in plan["deferred"]}.isdisjoint(plan["met"])


def test_ranks_follow_the_years_and_what_comes_first_within_each(plans: list[Json]) -> None:
    for plan in plans:
        assert [step["rank"] for step in plan["steps"]] == list(range(1, len(plan["steps"]) + 1))
        years = [step["year"] for step in plan["steps"]]
        assert years == sorted(years)
        told: set[str] = set()
        for step in plan["steps"]:
            assert told.issuperset(step["requires"])
            told.add(step["intervention"])


def test_what_a_step_requires_is_a_step_that_ends_before_it(plans: list[Json]) -> None:
    for plan, step in steps(plans):
        ends = {s["intervention"]: 12 * s["year"] + s["start_month"] + s["months"] for s in plan["steps"]}
        ranks = {s["intervention"]: s["rank"] for s in plan["steps"]}
        for name in step["requires"]:
            assert ends[name] <= 12 * step["year"] + step["start_month"]
            assert ranks[name] < step["rank"]


def test_requires_is_the_catalog_without_what_is_met(plans: list[Json], kb: rec.KnowledgeBase) -> None:
    for plan, step in steps(plans):
        work = kb.interventions[step["intervention"]]
        works = {entry["intervention"] for entry in (*plan["steps"], *plan["deferred"])}
        named = set(work.requires) | {other for group in work.requires_any for other in group}
        assert set(step["requires"]) <= named
        for other in set(work.requires) - set(step["requires"]):
            assert kb.interventions[other].met_when.get("prerequisite") is not None
            assert other in plan["met"] or other in works
        for group in work.requires_any:
            members = [kb.interventions[other] for other in group]
            assert set(group) & set(step["requires"]) or any("prerequisite" in member.met_when for member in members)


def test_conditional_on_are_proposals_beneath_the_step(plans: list[Json]) -> None:
    for plan, step in steps(plans):
        by_name = {s["intervention"]: s for s in plan["steps"]}
        beneath: set[str] = set()
        waiting = list(step["requires"])
        while waiting:
            name = waiting.pop()
            beneath.add(name)
            waiting += by_name[name]["requires"]
        assert set(step["conditional_on"]) == {n for n in beneath if by_name[n]["executor"] != "village"}


def test_rkpdes_if_and_only_if_village(plans: list[Json], kb: rec.KnowledgeBase) -> None:
    for _, step in steps(plans):
        assert (step["document"] == "rkpdes") == (step["executor"] == "village")
        assert step["executor"] in kb.interventions[step["intervention"]].executors


def test_improves_only_rises_and_follows_the_plan(plans: list[Json], kb: rec.KnowledgeBase) -> None:
    for plan in plans:
        values = dict(plan["values"])
        for step in plan["steps"]:
            for name, change in step["improves"].items():
                levels = kb.frameworks[plan["data"]["framework"]].by_indicator[name].levels
                assert values[name] == change["from"] < change["to"]
                assert change["to"] in levels
                values[name] = change["to"]


def test_months_lie_in_the_years_of_the_plan(plans: list[Json]) -> None:
    """A step of one line stands in one year, a longer work in whole years; of phases and rounds each line does."""
    for _, step in steps(plans):
        assert START <= step["year"] < START + YEARS
        assert 12 * (step["year"] - START) + step["start_month"] + step["months"] <= 12 * YEARS
        for line in step["lines"]:
            assert START <= line["year"] < START + YEARS
            assert line["start_month"] + line["months"] <= 12 or (line["start_month"] == 0 and line["months"] > 12)
        first = step["lines"][0]
        assert (step["year"], step["start_month"]) == (first["year"], first["start_month"])


def test_every_step_is_worth_something_itself_or_through_what_rests_on_it(plans: list[Json]) -> None:
    assert all(step["value"] > 0 for _, step in steps(plans))


def test_a_village_work_starts_no_sooner_than_the_first_month(plans: list[Json], kb: rec.KnowledgeBase) -> None:
    first = settings_for(kb, START).first_month
    for _, step in steps(plans):
        for line in step["lines"] if step["executor"] == "village" else ():
            if 0 < line["months"] <= 12:
                assert line["start_month"] >= min(first, 12 - line["months"])


# Money ----------------------------------------------------------------------------------------------------------------


def test_costs_by_source_and_by_year_add_up_to_the_total(plans: list[Json]) -> None:
    for _, step in steps(plans):
        cost = step["cost"]
        assert sum(cost["by_source"].values()) == sum(cost["by_year"].values()) == cost["total"]
        assert cost["low"] <= cost["total"] <= cost["high"]
        assert min(map(int, cost["by_year"])) == step["year"]


def test_every_rupiah_of_a_step_stands_in_exactly_one_line(plans: list[Json]) -> None:
    for _, step in steps(plans):
        by_year: dict[str, int] = {}
        by_source: dict[str, int] = {}
        for line in step["lines"]:
            assert sum(line["by_source"].values()) == line["amount"]
            by_year[str(line["year"])] = by_year.get(str(line["year"]), 0) + line["amount"]
            for source, amount in line["by_source"].items():
                by_source[source] = by_source.get(source, 0) + amount
        assert by_year == step["cost"]["by_year"]
        assert {source: amount for source, amount in by_source.items() if amount} == {
            source: amount for source, amount in step["cost"]["by_source"].items() if amount
        }
        assert step["lines"] == sorted(step["lines"], key=lambda line: (line["year"], line["start_month"]))


def test_several_lines_are_of_services_phases_rounds_and_works_longer_than_a_year(
    plans: list[Json], kb: rec.KnowledgeBase
) -> None:
    seen = set()
    for _, step in steps(plans):
        if len(step["lines"]) == 1:
            continue
        work = kb.interventions[step["intervention"]]
        if work.measure == "service":
            seen.add("service")
            years = [line["year"] for line in step["lines"]]
            assert years == list(range(step["year"], step["year"] + len(years)))
        elif any(line["volume"] is None for line in step["lines"]):
            seen.add("long")
            assert step["months"] > 12
            assert step["start_month"] == 0
        else:
            seen.add("rounds" if work.repeats else "phases")
            assert work.divisible or work.repeats
            assert sum(line["volume"]["amount"] for line in step["lines"]) == pytest.approx(step["volume"]["amount"])
    assert {"service", "phases"} <= seen


def test_every_source_has_a_row_for_every_year(plans: list[Json]) -> None:
    for plan in plans:
        sources = {source for step in plan["steps"] for source in step["cost"]["by_source"]}
        rows = [(row["source"], row["year"]) for row in plan["money"]]
        assert len(rows) == len(set(rows))
        assert {(source, year) for source in sources for year in range(START, START + YEARS)} <= set(rows)


def test_rows_add_up_to_lines_and_running_costs(plans: list[Json]) -> None:
    for plan in plans:
        lines = [(step, line) for step in plan["steps"] for line in step["lines"]]
        for row in plan["money"]:
            there = [(s, line["by_source"].get(row["source"], 0)) for s, line in lines if line["year"] == row["year"]]
            assert row["planned"] - (row["running"] or 0) == sum(amount for _, amount in there)
            if row["budget"] is None:
                continue
            services = sum(a for s, a in there if s["measure"] == "service" and s["executor"] == "village")
            assert row["services"] == services
            upkeep = [one["by_source"].get(row["source"], 0) for one in plan["upkeep"] if one["year"] == row["year"]]
            assert row["running"] == sum(upkeep)


def test_left_is_budget_less_planned_and_others_have_neither(plans: list[Json]) -> None:
    for plan in plans:
        paying = {s for step in plan["steps"] if step["executor"] == "village" for s in step["cost"]["by_source"]}
        for row in plan["money"]:
            if row["budget"] is None:
                assert row["left"] is None
                assert row["source"] not in paying
            else:
                assert row["left"] == row["budget"] - row["planned"] >= 0


def test_the_reserve_stays_in_what_is_left(documents: dict[str, Json]) -> None:
    for name, document in documents.items():
        for plan in document["plans"]:
            years: dict[int, list[Json]] = {}
            for row in plan["money"]:
                if row["budget"] is not None:
                    years.setdefault(row["year"], []).append(row)
            for rows in years.values():
                left, reserve = sum(row["left"] for row in rows), sum(row["reserve"] for row in rows)
                assert left >= reserve - len(rows), name  # a rupiah a source is lost in rounding
