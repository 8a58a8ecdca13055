"""`check --coverage` and `--suggest`: what examples show of a rule, and cases that fill what they lack."""

from __future__ import annotations

from pathlib import Path

import checking_samples as samples
import pytest
from checking_faults import (
    UNPIPED,
)

from recommender.knowledge.examples import run_examples
from recommender.knowledge.loader import load_knowledge
from recommender.model.knowledge import Example
from recommender.verbs.checking.checker import check_knowledge
from recommender.verbs.checking.coverage import coverage
from recommender.verbs.checking.suggestions import suggest

ROOT = samples.ROOT


@pytest.mark.parametrize("folder", ["sample", "shipped"])
def test_suggested_cases_hold_and_leave_nothing_to_suggest(base: Path, folder: str) -> None:
    kb = load_knowledge(base if folder == "sample" else ROOT)
    for name, rule in kb.active_rules.items():
        bare = rule.model_copy(update={"examples": ()})
        bare_kb = kb.model_copy(update={"rules": {**kb.rules, name: bare}})
        cases = suggest(bare_kb, name)
        assert len({case.given for case in cases}) == len(cases)
        examples = tuple(
            Example(
                name=case.name,
                given={key: value / 1000 if type(value) is int else value for (_, key), value in case.given},
                expect=case.expect,  # type: ignore[arg-type]
            )
            for case in cases
        )
        told = kb.model_copy(update={"rules": {name: rule.model_copy(update={"examples": examples})}})
        told = told.model_copy(update={"rules": {**kb.rules, **told.rules}})
        assert [str(p) for p in run_examples(told) if name in p.where] == []
        assert suggest(told, name) == []
        assert all(leaf.true and leaf.false for leaf in coverage(told, name)), name


def test_a_suggestion_can_be_pasted(base: Path) -> None:
    samples.edit(base, UNPIPED, "  - {name: piped, given: {drinking-water: 0.8}, expect: none}\n", "")
    (case,) = suggest(load_knowledge(base), "unpiped-water")
    name = "drinking-water 0.8 (drinking-water below sample-cut-off)"
    assert case.line() == f"  - {{name: {name}, given: {{drinking-water: 0.8}}, expect: none}}"
    text = (base / UNPIPED).read_text(encoding="utf-8")
    (base / UNPIPED).write_text(text + case.line() + "\n", encoding="utf-8")
    assert check_knowledge(base).problems == ()


def test_coverage_counts_what_examples_make_of_each_comparison(base: Path) -> None:
    leaves = coverage(load_knowledge(base), "no-water-manager")
    assert [(leaf.comparison.name, leaf.true, leaf.false, leaf.undetermined) for leaf in leaves] == [
        ("isolated", 0, 3, 0),
        ("piped-share", 2, 1, 0),
        ("crop", 0, 2, 1),
    ]
