"""Seeded faults in the data files: each is found with its stable code, file and line, and none hides another."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from support_knowledge import FILES, knowledge, problems, rule, work, write_files

from recommender.knowledge.loader import load_knowledge, read_knowledge
from recommender.knowledge.places import knowledge_folder
from recommender.language.errors import KnowledgeError
from recommender.parsing.yaml_text import read_yaml

DRY = "rules/living/dry.yaml"
DARK = "rules/living/dry-and-dark.yaml"
PIPES = "catalog/interventions/living/pipes.yaml"
GROUP = "catalog/interventions/living/water-group.yaml"
SPRING = "catalog/interventions/living/spring.yaml"
FACTS = "catalog/facts.yaml"
INDICATORS = "catalog/indicators.yaml"
IDX = "catalog/frameworks/idx.yaml"
PARAMETERS = "catalog/parameters.yaml"
FUNDING = "catalog/funding.yaml"
CODES, GOALS, PATTERNS = (f"catalog/{kind}.yaml" for kind in ("codes", "goals", "patterns"))


class Fault(NamedTuple):
    """A fault: in `file`, `old` becomes `new`; `code` must be found at the line that holds `at`, naming `says`."""

    code: str
    file: str
    old: str
    new: str
    at: str
    says: str = ""


SOIL = "words: {clay: {id: tanah liat, en: clay}, sand: {id: pasir, en: sand}}"
FAULTS = [
    # How a file is written
    Fault("duplicate-key", DRY, "need: basic\n", "need: basic\nneed: other\n", "need: other", "'need'"),
    Fault("alias", DRY, "calls: [pipes]", "calls: &x [pipes]", "calls: &x", "write the value out"),
    Fault("alias", DRY, "calls: [pipes]", "calls: *x", "calls: *x"),
    Fault("tag", DRY, "need: basic", "need: !!str basic", "need: !!str", "tag:yaml.org,2002:str"),
    Fault("tag", FACTS, SOIL, "words: !!set {clay, sand}", "!!set"),
    Fault("ambiguous-word", FACTS, "hard: true", "hard: yes", "hard: yes", "'yes'"),
    Fault("ambiguous-word", DRY, "need: basic", "need: off", "need: off", "'off'"),
    Fault("ambiguous-word", FACTS, "soil:\n", "no:\n", "no:"),
    Fault("leading-zero", PIPES, "months: 4", "months: 04", "months: 04", "in quotes"),
    Fault("leading-zero", PIPES, "months: 4", "months: 4\nbudget-code: 02.10", "budget-code", "a code is text"),
    Fault("bad-number", PIPES, "low: 60_000", "low: 1e400", "low: 1e400"),
    Fault("bad-number", PIPES, "low: 60_000", "low: " + "9" * 5000, "low: 999"),
    Fault("bad-date", PARAMETERS, "values: {2024-01-01: 0.8}", "values: {2024-02-30: 0.8}", "2024-02-30", "calendar"),
    Fault("bad-yaml", DRY, "need: basic", "need: [basic", "about", ""),
    Fault("bad-yaml", DRY, "need: basic", "\tneed: basic", "\tneed"),
    Fault("bad-yaml", DRY, "calls: [pipes]", f"calls: {'[' * 60}{']' * 60}", "calls", "deep"),
    Fault("bad-yaml", DRY, "sources: []", "sources: []\n---\na: 1", "a: 1", "a file holds one"),
    Fault("bad-key", DRY, "need: basic", "<<: {need: basic}", "<<"),
    Fault("bad-key", DRY, "need: basic", "? [need]\n: basic", "? [need]"),
    # Keys and values of a noun
    Fault("unknown-key", DRY, "calls: [pipes]", "cals: [pipes]", "cals", "Did you mean 'calls'?"),
    Fault("unknown-key", PIPES, "cost: {low:", "cost: {lo: 1, low:", "cost", "Did you mean 'low'?"),
    Fault("unknown-key", PIPES, "applies-when:", "applies_when:", "applies_when", "Did you mean 'applies-when'?"),
    Fault("unknown-key", DRY, "about: water", "about: water\ndimension: economy", "dimension: economy", "folder"),
    Fault("missing-key", DRY, "about: water\n", "", "name:", "'about'"),
    Fault("missing-key", PIPES, "months: 4\n", "", "name:", "'months'"),
    Fault("missing-key", FACTS, f"  {SOIL}\n", "", "soil:", "'words'"),
    Fault("bad-value", FACTS, SOIL, "words: [clay, sand]", "words: [clay", "a mapping of keys"),
    Fault("missing-key", FACTS, "{id: pasir, en: sand}", "{id: pasir}", "words:", "'en'"),
    Fault("duplicate-word", FACTS, "{id: pasir, en: sand}", "{id: Tanah-liat, en: sand}", "words:", "'clay'"),
    Fault("bad-value", DRY, "need: basic", "need: vital", "need: vital", "'vital'"),
    Fault("bad-value", PIPES, "months: 4", "months: 0", "months: 0"),
    Fault("bad-value", PIPES, "months: 4", 'months: "4"', "months:"),
    Fault("bad-value", PIPES, "low: 60_000", "low: 1.600.000", "low: 1.6", "as 1_600_000"),
    Fault("bad-value", PIPES, "low: 60_000", "low: 1.6jt", "low: 1.6", "as 1_600_000"),
    Fault("bad-value", PIPES, "low: 60_000", "low: 60.000", "low: 60", "60 or 60_000"),
    Fault("unknown-key", PIPES, "low: 60_000", "low: 1,600,100", "low: 1", "'_' parts thousands"),
    Fault("bad-value", PIPES, "reaches: 1.0", "reaches: 0.1234", "water: {reaches", "three decimals"),
    Fault("bad-value", PIPES, "executors: [village, district]", "executors: [city]", "executors: [city]"),
    Fault("bad-name", INDICATORS, "shops:", "Shops:", "Shops:", "'Shops'"),
    Fault("bad-shape", INDICATORS, "diversity: {", "empty: 3\ndiversity: {", "empty: 3"),
    # Conditions
    Fault("bad-bound", DRY, "below: cut-off}", "below: 1.2}", "below: 1.2", "from 0 to 1"),
    Fault("bad-bound", DRY, "below: cut-off}", "below: true}", "below: true"),
    Fault("bad-bound", DRY, "in: [clay]", "in: clay", "in: clay", "a list"),
    Fault("bad-bound", DRY, "in: [clay]", "below: 0.1234", "below: 0.1234", "three decimals"),
    Fault(
        "bad-condition", DRY, "below: cut-off}", "below: cut-off, at-most: 0.1}", "at-most: 0.1", "a lower and an upper"
    ),
    Fault("bad-condition", DRY, "below: cut-off}", "below: cut-off, is: 0.1}", "is: 0.1", "a lower and an upper"),
    Fault("bad-condition", DRY, "below: cut-off}", "below: 1, above: 0.1, is: 0.2}", "is: 0.2", "a lower and an upper"),
    Fault("bad-bound", DRY, "below: cut-off}", "below: cut-off, above: 3}", "above: 3", "no score"),
    Fault("bad-bound", DRY, "below: cut-off}", 'below: "0,4"}', "below:", "write the number, 0.4"),
    Fault("bad-bound", DRY, "above: household-bound}", "above: 60%}", "above: 60", "write the number, 0.6"),
    Fault("unknown-key", DRY, "below: cut-off}", "below: 0,4}", "below: 0", "write 0.4, not 0,4"),
    Fault("unknown-key", DRY, "below: cut-off}", '"<=": 0.4}', "<=", "'at-most', not '<='"),
    Fault("unknown-indicator", DRY, "{score: water,", "{score: households,", "when:", "write {fact: households}"),
    Fault("bad-condition", DRY, "{score: water, below: cut-off}", "{all: []}", "all: []", "at least one"),
    Fault("bad-condition", DRY, "{score: water,", "{score: water, fact: soil,", "fact: soil, below"),
    Fault("bad-condition", DARK, "{finding: dry}", "{finding: dry, is: true}", "finding: dry"),
    Fault("bad-condition", PIPES, "{score: water, at-least: 1.0}", "[water]", "water: [water]", "mapping"),
    Fault("unknown-key", DRY, "below: cut-off}", "bellow: cut-off}", "bellow", "Did you mean 'below'?"),
    Fault("bad-comparison", DRY, "in: [clay]", "in: [mud]", "when:", "'mud'; files write one of 'clay', 'sand'"),
    Fault("bad-comparison", DRY, "in: [clay]", "in: [Pasir]", "when:", "Did you mean 'sand'?"),
    Fault("bad-comparison", PIPES, "is: false", "above: 3", "applies-when", "yes-no; it cannot be 'above' 3."),
    Fault("bad-comparison", DRY, "above: household-bound", "is: many", "when:", "'many'"),
    # Names of every kind
    Fault("unknown-indicator", DRY, "about: water", "about: watr", "about", "Did you mean 'water'?"),
    Fault("unknown-indicator", DRY, "{score: water,", "{score: watr,", "when:", "'watr'"),
    Fault("unknown-indicator", PIPES, "  water: {reaches", "  watr: {reaches", "watr: {reaches"),
    Fault("unknown-indicator", IDX, "indicator: shops", "indicator: shop", "B1:", "Did you mean 'shops'?"),
    Fault("unknown-indicator", FACTS, "indicator: power", "indicator: powr", "indicator: powr"),
    Fault("unknown-fact", DRY, "{fact: households", "{fact: house", "when:", "'house'"),
    Fault("unknown-fact", PIPES, "{fact: households}", "{fact: household}", "quantity", "Did you mean 'households'?"),
    Fault("unknown-finding", DARK, "{finding: dry}", "{finding: drye}", "when:", "Did you mean 'dry'?"),
    Fault("unknown-intervention", DRY, "calls: [pipes]", "calls: [pipe]", "calls", "Did you mean 'pipes'?"),
    Fault("unknown-intervention", PIPES, "requires: [water-group]", "requires: [group]", "requires: "),
    Fault("unknown-intervention", PIPES, "[[spring, well]]", "[[spring, wells]]", "requires-any", "'well'"),
    Fault("unknown-intervention", PIPES, "months: 4", "excludes: [x]\nmonths: 4", "excludes"),
    Fault("unknown-intervention", DRY, "need: basic", "closes: {pips: 0.5}\nneed: basic", "closes"),
    Fault("unknown-parameter", DRY, "below: cut-off}", "below: cutoff}", "when:", "Did you mean 'cut-off'?"),
    Fault("unknown-parameter", DRY, "need: basic", "target: aim\nneed: basic", "target: aim", "'aim'"),
    Fault(
        "unknown-parameter",
        "catalog/dimensions.yaml",
        "economy: {name: {id: Ekonomi, en: Economy}, weight: dimension-weight",
        "economy: {name: {id: Ekonomi, en: Economy}, weight: none",
        "economy",
    ),
    Fault(
        "unknown-dimension", INDICATORS, "dimension: economy", "dimension: econmy", "shops", "Did you mean 'economy'?"
    ),
    Fault("unknown-framework", FACTS, "      idx: {0: 0,", "      ipx: {0: 0,", "ipx:", "'idx'"),
    Fault("unknown-component", IDX, "component: two", "component: too", "B1:", "'two'"),
    Fault("unknown-item", IDX, "copy-of: A2", "copy-of: A9", "copy-of: A9", "'A9'"),
    Fault("unknown-budget-code", PIPES, "months: 4", 'months: 4\nbudget-code: "9.04"', "budget-code", "'9'"),
    Fault("unknown-indicator", GOALS, "indicators: [water]", "indicators: [watr]", "clean", "Did you mean 'water'?"),
    Fault("unknown-intervention", GOALS, "works: [pipes]", "works: [pips]", "clean", "Did you mean 'pipes'?"),
    Fault("unknown-intervention", PATTERNS, "works: [pipes]", "works: [pips]", "own", "Did you mean 'pipes'?"),
    Fault("bad-value", PATTERNS, "works: [pipes]", "kinds: [roads]", "own", "'roads'"),
    Fault("bad-name", CODES, '"2":', "two:", "two", "digits and dots"),
    Fault("unknown-subject", PIPES, "  water: {score", "  dryness: {score", "  dryness", "'dryness'"),
    # What contradicts
    Fault("missing-parameter", PARAMETERS, "discount:", "discont:", "", "'discount'"),
    Fault(
        "hard-assumption",
        FACTS,
        "  hard: true",
        "  hard: true\n  assumption: {value: true, reason: {id: a, en: a}}",
        "coastal:",
        "'coastal'",
    ),
    Fault("bad-assumption", FACTS, "value: 600", "value: many", "households:", "'many'"),
    Fault("bad-quantity", PIPES, "{fact: households}", "{fact: households, number: 2}", "name:"),
    Fault("bad-running-cost", PIPES, "{share: 0.03}", "{share: 0.03, amount: 5}", "name:"),
    Fault("bad-cost", PIPES, "high: 140_000", "high: 14_000", "cost:", "ascend"),
    Fault("bad-cost", PIPES, "high: 140_000", "high: 140_000, expected: 150_000", "cost:"),
    Fault("bad-effect", PIPES, "reaches: 1.0, ", "", "water: {evidence"),
    Fault("bad-effect", PIPES, "reaches: 1.0, ", "reaches: 1.0, adds: 1, ", "adds: 1"),
    Fault("calls-for-nothing", DRY, "about: water", "about: none", "name:"),
    Fault("inactive-finding", DRY, "status: active", "status: retired", "", "'dry', which is retired"),
    Fault("retired-work", PIPES, "months: 4", "status: retired\nmonths: 4", "", "'pipes'"),
    Fault("closes-uncalled", DRY, "need: basic", "closes: {well: 0.5}\nneed: basic", "closes", "'well'"),
    Fault("no-payer", PIPES, "[village, district]", "[village, csr]", "executors", "'csr'"),
    Fault("bad-default", FUNDING, "default: true, ", "", ""),
    Fault("assumption-near-bound", FACTS, "value: 600", "value: 801", "assumption", "with 1000"),
    Fault("assumption-near-bound", FACTS, "value: 600", "value: 1199", "assumption", f"{DRY}:3"),
    Fault("unknown-placeholder", DRY, "Air {water}", "Air {watr}", "Air {watr}", "Did you mean 'water'?"),
    Fault("unknown-placeholder", DRY, "Water {water}", "Water {power}", "Water {power}", "'{power}'"),
    Fault("bad-parameter", PARAMETERS, "{2024-01-01: 0.9}", "{2024-01-01: high}", "high", "'high' is no number"),
    Fault("bad-parameter", PARAMETERS, "{2024-01-01: 0.9}", "{2024-01-01: 1.9}", "1.9", "from 0 to 1"),
    Fault("bad-parameter", PARAMETERS, "{2024-01-01: 330000000}", "{2024-01-01: 0.25}", "0.25}", "whole"),
    Fault("bad-parameter", PARAMETERS, "{2024-01-01: 0.9}", "{2024-01-01: 0.9, 2025-01-01: 0.1234}", "0.1234"),
    Fault("bad-parameter", PARAMETERS, "{2024-01-01: 0.9}", "{}", "values: {}", "no value"),
    Fault("bad-ladder", IDX, "levels: {1: {id: a, en: a}, 5", "levels: {1: {id: a, en: a}, 6", "A3", "[6]"),
    Fault("bad-ladder", IDX, "from: 0.5}", "from: 0.95}", "0.95", "must rise"),
    Fault("bad-classes", IDX, 'above: "0.8"', 'above: "0.4"', "classes"),
    Fault("bad-classes", IDX, 'above: "0.8"', 'above: "0,8"', "classes", "decimal"),
    Fault("bad-framework", IDX, "lowest: 0", "lowest: 5", "name:"),
    Fault("duplicate-indicator", IDX, "indicator: shops", "indicator: power", "B1:", "A2"),
    Fault("bad-derived", FACTS, "3: [0.5, 0.9]", "3: [0.9, 0.5]", "0.9, 0.5"),
    Fault("bad-derived", FACTS, "{0: false, 3: true", "{0: false, 3: some", "3: some", "'some' is no yes-no"),
    Fault("bad-derived", FACTS, "{0: false, 3: true", "{0: false, 2: true", "2: true", "no level 2"),
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.code}: {fault.new[:40]!r}")
def test_fault_is_found_with_code_file_and_line(fault: Fault, tmp_path):
    assert fault.old in FILES[fault.file], "the fault does not fit the sample"
    text = FILES[fault.file].replace(fault.old, fault.new)
    found = problems(tmp_path, {fault.file: text})
    fitting = [(where, message) for where, code, message in found if code == fault.code]
    assert fitting, found
    if fault.at:
        line = next(number for number, line in enumerate(text.splitlines(), 1) if fault.at in line)
        # Of an unclosed bracket the parser names the line at which it gave up.
        expected = f"{fault.file}:{line}" if fault.new != "need: [basic" else None
        assert expected is None or expected in [where for where, _ in fitting], found
    assert any(fault.says in message for _, message in fitting), fitting
    assert all("Traceback" not in message and "\n" not in message for _, _, message in found)
    with pytest.raises(KnowledgeError) as refused:
        load_knowledge(tmp_path)
    assert fault.code in str(refused.value)


def test_the_sample_itself_has_no_problem(tmp_path):
    assert problems(tmp_path) == []
    assert sorted(knowledge(tmp_path).interventions) == ["pipes", "spring", "water-group", "well"]


def test_the_shipped_knowledge_has_no_problem():
    loaded = read_knowledge(knowledge_folder())
    base, found = loaded.base, loaded.problems
    assert found == []
    assert base is not None


FILE_FAULTS = {
    "not-utf8": {DRY: "name: \udcff"},
    "empty-file": {DRY: "# nothing yet\n"},
    "bad-shape": {DRY: "- a\n- list\n"},
    "stray-file": {"rules/lost.yaml": "name: a\n"},
    "file-too-large": {DRY: "#" * (2 * 1024 * 1024 + 1)},
    "duplicate-name": {"rules/living/dry.yml": FILES[DRY]},
    "unknown-dimension": {"rules/roads/muddy.yaml": rule("{score: water, below: 0.5}")},
    "missing-file": {"catalog/about.yaml": None},
}


@pytest.mark.parametrize("code", FILE_FAULTS)
def test_fault_of_a_whole_file_is_found_at_the_file(code, tmp_path):
    (path,) = FILE_FAULTS[code]
    assert (path, code) in [(where.rsplit(":", 1)[0], code) for where, code, _ in problems(tmp_path, FILE_FAULTS[code])]


def test_name_used_twice_says_where_the_first_stands(tmp_path):
    ((where, code, message),) = problems(tmp_path, FILE_FAULTS["duplicate-name"])
    assert (where, code) == ("rules/living/dry.yml:1", "duplicate-name")
    assert f"exists already in {DRY}:1" in message


@pytest.mark.parametrize("content", ["[" * 100_000, "- " * 100_000 + "x", "{a: " * 100_000])
def test_nesting_of_any_depth_is_one_problem_and_no_crash(content):
    found = read_yaml(content.encode(), "deep.yaml")
    assert [(problem.where, problem.code) for problem in found.problems] == [("deep.yaml:1", "bad-yaml")]


def test_numbers_dates_and_quoted_words_are_read_as_written():
    text = (
        b'a: 5_000_000\nb: -0.5\nc: 1e5\nd: 2024-01-31\ne: "yes"\nf: "007"\ng: ~\nh: true\ni: +10\nj: 2.04.12\nk: .5\n'
    )
    assert list(read_yaml(text, "x").value.values())[:3] == [5_000_000, -0.5, 100_000.0]
    assert [str(value) for value in list(read_yaml(text, "x").value.values())[3:]] == [
        "2024-01-31", "yes", "007", "None", "True", "10", "2.04.12", "0.5",
    ]  # fmt: skip
    assert read_yaml(b"\xef\xbb\xbfa: 1", "x").value == {"a": 1}  # a byte order mark is no letter


def test_folder_without_files_is_refused(tmp_path):
    loaded = read_knowledge(tmp_path)
    base, found = loaded.base, loaded.problems
    assert base is None
    assert [(problem.where, problem.code) for problem in found] == [(str(tmp_path), "no-knowledge")]
    with pytest.raises(KnowledgeError, match="no-knowledge"):
        load_knowledge(tmp_path / "absent")


CYCLES = {
    "needs itself": ({SPRING: work(more="executors: [village]\nrequires: [spring]")}, "spring -> spring", SPRING),
    "hard": ({GROUP: work(more="executors: [village]\nrequires: [pipes]")}, "pipes -> water-group -> pipes", PIPES),
    "any-of": (
        {SPRING: work(more="executors: [village]\nrequires-any: [[pipes, well]]")},
        "pipes -> spring -> pipes",
        PIPES,
    ),
    "long": (
        {
            SPRING: work(more="executors: [village]\nrequires-any: [[pipes, well]]"),
            PIPES: FILES[PIPES].replace("[[spring, well]]", "[[well]]").replace("[water-group]", "[ water-group ]"),
            GROUP: work(more="executors: [village]\nrequires: [spring]"),
        },
        "pipes -> water-group -> spring -> pipes",
        PIPES,
    ),
}


@pytest.mark.parametrize("case", CYCLES)
def test_circle_of_prerequisites_is_named_and_placed(case, tmp_path):
    files, circle, file = CYCLES[case]
    found = [(where, message) for where, code, message in problems(tmp_path, files) if code == "prerequisite-cycle"]
    assert len(found) == 1
    ((where, message),) = found
    assert message.startswith(f"{circle}. ")
    path, line = where.rsplit(":", 1)
    assert path == file
    text = {**FILES, **files}[file].splitlines()
    assert text[int(line) - 1].startswith("requires")


def test_two_circles_of_prerequisites_are_both_named(tmp_path):
    files = {
        SPRING: work(more="executors: [village]\nrequires: [spring]"),
        GROUP: work(more="executors: [village]\nrequires: [pipes]"),
    }
    found = [message.split(".")[0] for _, code, message in problems(tmp_path, files) if code == "prerequisite-cycle"]
    assert sorted(found) == ["pipes -> water-group -> pipes", "spring -> spring"]


def test_circle_of_rules_is_named_and_told_apart_from_one_through_not(tmp_path):
    positive = rule("{finding: b}")
    assert [
        (where, code)
        for where, code, _ in problems(
            tmp_path, {"rules/living/a.yaml": positive, "rules/living/b.yaml": rule("{finding: a}")}
        )
    ] == [("rules/living/a.yaml:1", "finding-cycle")]
    negative = {"rules/living/b.yaml": rule("{not: {finding: a}}")}
    assert [(where, code) for where, code, _ in problems(tmp_path, negative)] == [
        ("rules/living/a.yaml:1", "negation-cycle")
    ]


def test_exactly_twenty_percent_from_a_bound_is_far_enough(tmp_path):
    for value in (800, 1200):
        text = FILES[FACTS].replace("value: 600", f"value: {value}")
        assert problems(tmp_path, {FACTS: text}) == []


def test_assumption_is_held_against_bounds_of_works_and_of_parameters_at_every_date(tmp_path):
    near = FILES[PIPES].replace("{fact: coastal, is: false}", "{fact: households, at-least: 650}")
    found = problems(tmp_path, {PIPES: near})
    assert [(code, PIPES in message) for _, code, message in found] == [("assumption-near-bound", True)]
    dated = FILES[PARAMETERS].replace("{2024-01-01: 1000}", "{2024-01-01: 1000, 2030-01-01: 610}")
    found = problems(tmp_path, {PIPES: FILES[PIPES], PARAMETERS: dated})
    assert [(code, "610" in message) for _, code, message in found] == [("assumption-near-bound", True)]


def test_reason_may_name_what_is_read_through_a_finding(tmp_path):
    reason = FILES[DARK].replace("en: Dry and dark.", 'en: "Water {water}, power {power}."')
    assert problems(tmp_path, {DARK: reason}) == []


def test_all_problems_come_at_once_sorted_by_place(tmp_path):
    files = {
        DRY: FILES[DRY].replace("{score: water,", "{score: watr,").replace("need: basic", "need: vital"),
        DARK: FILES[DARK].replace("calls: [water-group]", "calls: [committee]"),
        FACTS: FILES[FACTS].replace("hard: true", "hard: yes"),
        PIPES: FILES[PIPES].replace("months: 4", "months: 04").replace("lifetime-years: 15\n", ""),
        "catalog/about.yaml": "name: x\n",
        "rules/lost.yaml": "a: 1\n",
    }
    found = problems(tmp_path, files)
    assert [where for where, _, _ in found] == sorted(where for where, _, _ in found)
    assert {"bad-value", "unknown-intervention", "ambiguous-word", "leading-zero", "missing-key", "stray-file"} <= {
        code for _, code, _ in found
    }
    with pytest.raises(KnowledgeError) as refused:
        load_knowledge(tmp_path)
    assert len(refused.value.problems) == len(found)


def test_noun_that_could_not_be_read_is_not_also_called_unknown_elsewhere(tmp_path):
    files = {
        INDICATORS: FILES[INDICATORS].replace('"yes", sources: []}\npower', '"often", sources: []}\npower'),
        PIPES: FILES[PIPES].replace("months: 4", "months: 0"),
        PARAMETERS: FILES[PARAMETERS].replace("unit: factor\n  values: {2024-01-01: 0.3}", "unit: taste\n  values: {}"),
    }
    assert {(where.split(":")[0], code) for where, code, _ in problems(tmp_path, files)} == {
        (INDICATORS, "bad-value"), (PIPES, "bad-value"), (PARAMETERS, "bad-value"),
    }  # fmt: skip


def test_order_of_files_on_disk_changes_nothing(tmp_path):
    first = knowledge(tmp_path / "a")
    (tmp_path / "b").mkdir()
    second = load_knowledge(write_files(tmp_path / "b", dict(reversed(FILES.items()))))
    assert first.model_dump() == second.model_dump()
    assert list(first.rules) == list(second.rules)
    assert first.sha256 == second.sha256


def test_file_that_cannot_be_opened_is_a_problem_and_no_crash(tmp_path):
    write_files(tmp_path, FILES)
    (tmp_path / "rules" / "living" / "gone.yaml").symlink_to(tmp_path / "nowhere.yaml")
    found = read_knowledge(tmp_path).problems
    assert [(problem.where, problem.code) for problem in found] == [("rules/living/gone.yaml", "unreadable-file")]
