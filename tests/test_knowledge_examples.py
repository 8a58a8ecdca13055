"""Rules' examples: the shipped ones hold, and one that does not is named with its place."""

from __future__ import annotations

from pathlib import Path

import pytest
import report_samples as samples

from recommender.knowledge.examples import run_examples
from recommender.knowledge.loader import load_knowledge
from recommender.model.knowledge import Example


def test_every_example_of_the_shipped_rules_holds() -> None:
    kb = load_knowledge()
    assert run_examples(kb) == []
    thin = [name for name, rule in kb.active_rules.items() if len(rule.examples) < 3]
    assert thin == [], "a rule needs an example just inside, one at the threshold, one not measured"


def problems(tmp_path: Path, rule: str, **example: object) -> list[str]:
    kb = samples.knowledge(tmp_path)
    changed = kb.rules[rule].model_copy(update={"examples": (Example.model_validate(example),)})
    return [str(problem) for problem in run_examples(kb.model_copy(update={"rules": {**kb.rules, rule: changed}}))]


def test_sample_examples_hold_assumptions_included(tmp_path: Path) -> None:
    assert run_examples(samples.knowledge(tmp_path)) == []


@pytest.mark.parametrize(
    ("rule", "given", "expect", "said"),
    [
        ("unsafe-water", {"drinking-water": 0.2}, "none", "expects 'none' and gives 'finding'"),
        ("unsafe-water", {}, "finding", "gives 'undetermined'"),
        ("unsafe-water", {"drinking-watr": 0.2}, "finding", "Did you mean 'drinking-water'?"),
        ("unsafe-water", {"drinking-water": 2}, "finding", "score between 0 and 1"),
        ("unsafe-water", {"coastal": "yes"}, "finding", "'coastal' is yes-no"),
        ("crowded", {"unsafe-water": 1}, "finding", "give true or false"),
        ("crowded", {"unsafe-water": True, "bad-road": 3}, "assumed", "gives 'none'"),
        ("crowded", {"unsafe-water": True}, "assumed", "undetermined with the facts' assumptions"),
    ],
)
def test_an_example_that_fails_is_named(
    tmp_path: Path, rule: str, given: dict[str, object], expect: str, said: str
) -> None:
    found = problems(tmp_path, rule, name="case", given=given, expect=expect)
    assert len(found) == 1
    assert said in found[0]
    assert found[0].startswith(f"rules/living/{rule}.yaml")


def test_thresholds_are_those_at_the_end_of_the_newest_framework_year(tmp_path: Path) -> None:
    below = {"name": "x", "given": {"drinking-water": 0.789}, "expect": "finding"}
    at = {"name": "x", "given": {"drinking-water": 0.79, "piped-share": 0.5}, "expect": "none"}
    assert problems(tmp_path, "unsafe-water", **below) == [] == problems(tmp_path, "unsafe-water", **at)
