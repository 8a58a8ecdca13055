"""`check`: seeded faults found with the right code and place, claims exact, no false alarm on the shipped base."""

from __future__ import annotations

import shutil
from pathlib import Path

import checking_samples as samples
import pytest
from checking_faults import (
    ACCEPTED,
    BOAT,
    CLOSED,
    FAULTS,
    INDICATORS,
    NO_BOAT,
    NO_DOCTOR,
    PARAMETERS,
    UNSAFE,
    WELL,
    WHEN_UNSAFE,
)

from recommender.knowledge.loader import load_knowledge
from recommender.knowledge.possible_values import possible_values
from recommender.verbs.checking.checker import check_knowledge
from recommender.verbs.checking.codes import CODES

ROOT = samples.ROOT


def test_the_sample_base_has_no_problem(base: Path) -> None:
    assert check_knowledge(base).problems == ()


def test_no_false_alarm_on_the_shipped_base() -> None:
    checked = check_knowledge(ROOT)
    assert [str(problem) for problem in checked.problems] == []


def test_enough_faults_are_seeded() -> None:
    assert len(FAULTS) >= 60
    assert len({fault[0] for fault in FAULTS}) >= 50


@pytest.mark.parametrize(
    ("code", "place", "file", "old", "new"),
    FAULTS,
    ids=[f"{number}-{fault[0]}" for number, fault in enumerate(FAULTS)],
)
def test_a_seeded_fault_is_found_with_code_and_place(
    base: Path, code: str, place: str, file: str, old: str, new: str
) -> None:
    if code == "gap-on-unsure-ladder":  # a ladder that is unsure and a rule that is gone
        samples.edit(base, NO_DOCTOR, "status: active", "status: retired")
    if code == "inactive-finding" and file == BOAT:
        samples.edit(base, CLOSED, "status: active", "status: draft")
    if code == "unmeasured-indicator":
        samples.edit(base, INDICATORS, "road: {name", "roof: {name: {id: Atap, en: Roof}, dimension: living, "
                     f'actionable: "no", {samples.SOURCE}}}\nroad: {{name')  # fmt: skip
    samples.edit(base, file, old, new)
    problems = samples.found(base, code)
    assert any(samples.at(problem, place) for problem in problems), "\n".join(map(str, check_knowledge(base).problems))
    assert all(problem.message and problem.code in CODES for problem in check_knowledge(base).problems)


NEW_RULES = {
    "duplicate-rule": samples.RULES["living/unsafe-water"].replace("below: water-floor", "at-most: 0.4"),
    "subsumed-rule": samples.RULES["living/unsafe-water"].replace("below: water-floor", "below: 0.4"),
    "clashing-calls": samples.RULES["mobility/no-boat"]
    .replace("at-least: 1.0", "at-most: 0.4")
    .replace("road: 1.0", "road: 0"),
}


@pytest.mark.parametrize("code", sorted(NEW_RULES))
def test_a_rule_that_repeats_or_contradicts_another_is_found(base: Path, code: str) -> None:
    samples.write(base, "rules/living/zz-new.yaml", NEW_RULES[code])
    assert any(samples.at(problem, "rules/living/zz-new.yaml") for problem in samples.found(base, code))


def test_a_rule_repeated_through_findings_is_found(base: Path) -> None:
    text = samples.RULES["living/unsafe-water"].replace(WHEN_UNSAFE, "when: {finding: unsafe-water}")
    samples.write(base, "rules/living/zz-new.yaml", text)
    assert samples.found(base, "duplicate-rule")


@pytest.mark.parametrize(
    "change",
    [
        ("need: basic", "need: basic\nurgency: 2"),  # asks for more
        ("calls: [well, spring]", "calls: [well, piped-water]"),  # calls another work
        ("below: water-floor", "below: 0.7"),  # holds elsewhere too
    ],
    ids=["urgency", "calls", "wider"],
)
def test_a_rule_that_adds_something_is_not_called_idle(base: Path, change: tuple[str, str]) -> None:
    text = samples.RULES["living/unsafe-water"].replace("below: water-floor", "below: 0.4").replace(*change)
    samples.write(
        base, "rules/living/zz-new.yaml", text.replace("below: 0.4", "below: 0.7") if "0.7" in change[1] else text
    )
    named = [p for p in samples.found(base, "subsumed-rule") if samples.at(p, "rules/living/zz-new.yaml")]
    assert named == []


def test_alternatives_for_one_need_do_not_clash(base: Path) -> None:
    samples.edit(base, WELL, "months: 3", "months: 3\nexcludes: [spring]")
    assert samples.found(base, "clashing-calls") == []


def test_names_of_files_are_checked(base: Path) -> None:
    samples.write(base, "rules/living/Bad_Name.yaml", samples.RULES["living/unsafe-water"])
    samples.write(base, "rules/mobility/unsafe-water.yaml", samples.RULES["living/unsafe-water"])
    samples.write(base, "rules/stray.yaml", samples.RULES["living/unsafe-water"])
    samples.write(base, "rules/liveng/far.yaml", samples.RULES["living/unsafe-water"])
    for code, place in [
        ("bad-name", "rules/living/Bad_Name.yaml"),
        ("duplicate-name", "rules/mobility/unsafe-water.yaml"),
        ("stray-file", "rules/stray.yaml"),
        ("unknown-dimension", "rules/liveng/far.yaml"),
    ]:
        assert any(samples.at(problem, place) for problem in samples.found(base, code)), code


def test_all_problems_come_at_once_and_whole_claims_wait_for_errors(base: Path) -> None:
    samples.edit(base, UNSAFE, "score: drinking-water, below", "score: drinking-watr, below")
    samples.edit(base, NO_BOAT, "calls: [boat]\n", "")
    samples.edit(base, CLOSED, 'en: "The road is closed."', 'en: "TODO"')
    codes = {problem.code for problem in check_knowledge(base).problems}
    assert codes == {"unknown-indicator", "calls-nothing", "unfinished-text", "not-checked"}


# Witnesses


def test_a_gap_names_the_level_and_the_smallest_case(base: Path) -> None:
    others = "{score: road, above: 0}, {score: drinking-water, at-least: 0.2}"
    samples.edit(
        base,
        NO_DOCTOR,
        "{score: doctor, below: sample-cut-off}",
        f"{{all: [{{score: doctor, below: 0.7}}, {others}]}}",
    )
    (gap,) = samples.found(base, "gap")
    assert "level 0 (score 0) of idm" in gap.message
    assert "{doctor: 0, road: 0}" in gap.message


def test_a_gap_behind_an_assumption_is_none(base: Path) -> None:
    samples.edit(base, NO_DOCTOR, "{score: doctor, below: sample-cut-off}",
                 "{all: [{score: doctor, below: 0.7}, {fact: households, at-least: 100}]}")  # fmt: skip
    assert samples.found(base, "gap") == []


def test_a_need_of_its_own_answers_a_level_only_where_weakness_makes_it(base: Path) -> None:
    samples.edit(base, CLOSED, "about: road", "about: self")
    assert samples.found(base, "gap") == []
    samples.edit(base, CLOSED, "{score: road, below: sample-cut-off}", "{score: road, at-least: 0}")
    assert any(samples.at(problem, f"{INDICATORS}:4") for problem in samples.found(base, "gap"))


def test_two_works_reach_a_rung_together_only_in_one_package(base: Path) -> None:
    frame = "catalog/frameworks/idm.yaml"
    samples.edit(base, frame, "en: b, from: 1}", "en: b, from: 2}")
    second = (
        samples.WORKS["living/doctor-contract"].replace("Kontrak dokter", "Dokter kedua").replace("Doctor", "Second")
    )
    samples.write(base, "catalog/interventions/living/second-doctor.yaml", second)
    samples.edit(base, NO_DOCTOR, "[doctor-contract]", "[doctor-contract, second-doctor]")
    assert {p.code for p in check_knowledge(base).problems} == {"gap", "effect-reaches-nothing", "call-reaches-nothing"}
    for name in ("doctor-contract", "second-doctor"):
        samples.edit(base, f"catalog/interventions/living/{name}.yaml", "months: 3", "months: 3\npackage: doctors")
    assert check_knowledge(base).problems == ()


def test_a_clash_comes_with_a_village_that_shows_it(base: Path) -> None:
    samples.write(base, "rules/living/zz-new.yaml", NEW_RULES["clashing-calls"])
    (clash,) = samples.found(base, "clashing-calls")
    assert "'road-closed' holds too where {coastal: true, road: 0}" in clash.message


def test_thresholds_are_judged_at_every_date_of_a_framework(base: Path) -> None:
    samples.edit(base, PARAMETERS, "values: {2024-01-01: 0.5}\n  sources: [{title: Invented",
                 "values: {2020-01-01: 0.3, 2024-01-01: 0.5}\n  sources: [{title: Invented")  # fmt: skip
    kb = load_knowledge(base)
    assert [possible.date.year for possible in possible_values(kb)] == [2023, 2024]
    # Until 2023 level 2 fell under the other rule, whose work reaches on: no gap, and no rule never holds.
    assert check_knowledge(base).problems == ()


# What a base accepts


def entry(code: str, at: str, when: str = "") -> str:
    return f"meant:\n  code: {code}\n  at: {at}\n{when}  reason: {{id: memang begitu, en: it is meant}}\n"


def test_an_accepted_problem_is_not_shown_and_counted(base: Path) -> None:
    samples.edit(base, WELL, "year: 2024", "year: 2009")
    samples.write(base, ACCEPTED, entry("stale-value", "interventions/well"))
    checked = check_knowledge(base)
    assert (checked.problems, checked.accepted) == ((), 1)


def test_an_entry_that_nothing_answers_to_is_a_problem(base: Path) -> None:
    samples.write(base, ACCEPTED, entry("stale-value", "interventions/well"))
    assert any(samples.at(problem, f"{ACCEPTED}:1") for problem in samples.found(base, "idle-accepted"))
    samples.write(base, ACCEPTED, entry("stale-value", "interventions/wel"))
    assert "Did you mean 'interventions/well'?" in samples.found(base, "bad-accepted")[0].message


def test_a_gap_is_accepted_only_where_its_condition_is_true(base: Path) -> None:
    samples.edit(base, NO_DOCTOR, "{score: doctor, below: sample-cut-off}",
                 "{all: [{score: doctor, below: 0.7}, {score: road, above: 0}]}")  # fmt: skip
    samples.edit(base, NO_DOCTOR, "given: {doctor: 0}", "given: {doctor: 0, road: 0.4}")
    samples.write(base, ACCEPTED, entry("gap", "indicators/doctor", "  when: {score: road, at-most: 0}\n"))
    assert check_knowledge(base).problems == ()
    samples.write(base, ACCEPTED, entry("gap", "indicators/doctor", "  when: {score: road, at-least: 0.4}\n"))
    assert {problem.code for problem in check_knowledge(base).problems} == {"gap", "idle-accepted"}
    samples.write(base, ACCEPTED, entry("gap", "indicators/doctor", "  when: {score: rod, at-least: 0.4}\n"))
    assert samples.found(base, "bad-accepted")


# Copies of the shipped base


def shipped_copy(tmp_path: Path) -> Path:
    for name in ("rules", "catalog"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


def test_a_shipped_rule_retired_leaves_a_gap(tmp_path: Path) -> None:
    folder = shipped_copy(tmp_path)
    samples.edit(folder, "rules/living/unsafe-drinking-water.yaml", "status: active", "status: retired")
    gaps = samples.found(folder, "gap")
    assert gaps
    assert all("drinking-water: 0." in gap.message for gap in gaps)


def test_a_shipped_rule_copied_is_a_duplicate(tmp_path: Path) -> None:
    folder = shipped_copy(tmp_path)
    original = folder / "rules/living/unsafe-drinking-water.yaml"
    (folder / "rules/living/zz-copy.yaml").write_text(original.read_text(encoding="utf-8"), encoding="utf-8")
    assert [problem.where.split(":")[0] for problem in samples.found(folder, "duplicate-rule")] == [
        "rules/living/zz-copy.yaml"
    ]


def test_the_same_base_gives_the_same_problems(tmp_path: Path) -> None:
    folder = shipped_copy(tmp_path)
    samples.edit(folder, "rules/living/unsafe-drinking-water.yaml", "at-most: 0.4", "at-most: 0.2")
    first, second = check_knowledge(folder), check_knowledge(folder)
    assert first.problems
    assert first.problems == second.problems
