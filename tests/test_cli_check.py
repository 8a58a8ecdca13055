"""`recommender check`: what it prints, how it counts, its exit codes, what it says of codes and examples."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import checking_samples as samples
import pytest
import yaml
from test_cli import tell

from recommender.verbs.checking.codes import CODES

__all__ = ["tell"]

UNSAFE = "rules/living/unsafe-water.yaml"
THRESHOLD = "  - {name: above the floor, given: {drinking-water: 0.6}, expect: none}\n"


def test_a_sound_base_is_counted(tell: Any, base: Path) -> None:
    told = tell("check", base, "--lang", "en")
    assert (told.code, told.out) == (0, "8 interventions, 7 rules, 22 examples, no problems\n")
    assert tell("check", base / UNSAFE, "--lang", "en").out == "1 rule, 3 examples, no problems\n"
    assert tell("check", base / UNSAFE, "--lang", "id").out == "1 aturan, 3 contoh, tidak ada masalah\n"
    assert json.loads(tell("check", base, "--format", "json").out) == []


def test_the_shipped_base_is_clean(tell: Any) -> None:
    told = tell("check", "--lang", "en")
    assert told.code == 0, told.out
    assert told.out.count("\n") == 1
    assert told.out.endswith("no problems\n")


def test_a_warning_is_printed_and_is_no_failure(tell: Any, base: Path) -> None:
    samples.edit(base, UNSAFE, samples.SOURCE, "sources: []")
    told = tell("check", base, "--lang", "en")
    assert told.code == 0
    assert told.out.startswith(f"warning: {UNSAFE}:8: unsourced: ")
    assert told.out.endswith("22 examples, 1 warning\n")


def test_an_error_is_a_failure_at_its_file_alone(tell: Any, base: Path) -> None:
    samples.edit(base, UNSAFE, THRESHOLD, "")
    assert tell("check", base).code == 1
    assert tell("check", base / UNSAFE).code == 1
    assert tell("check", base / "rules/mobility").code == 0
    (problem,) = json.loads(tell("check", base, "--format", "json").out)
    assert (problem["code"], problem["severity"]) == ("missing-example", "error")


def test_a_base_without_a_version_is_checked_all_the_same(tell: Any, base: Path) -> None:
    (base / "catalog/about.yaml").unlink()
    told = tell("check", base)
    assert told.code == 1
    assert "missing-file" in told.out


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_code_is_explained(tell: Any, lang: str) -> None:
    for code in CODES:
        told = tell("check", "--explain", code, "--lang", lang)
        assert told.code == 0
        assert told.out.startswith(f"{code} (")
        assert len(told.out.splitlines()) == 5
    assert json.loads(tell("check", "--explain", "gap", "--format", "json", "--lang", lang).out)["severity"] == "error"


def test_an_unknown_code_or_rule_is_a_mistake_of_use(tell: Any, base: Path) -> None:
    told = tell("check", "--explain", "gpa", "--lang", "en")
    assert (told.code, told.out) == (2, "")
    assert "Did you mean 'gap'?" in told.err
    told = tell("check", base, "--suggest", "unsafe-watr", "--lang", "en")
    assert (told.code, told.out) == (2, "")
    assert "Did you mean 'unsafe-water'?" in told.err


def test_suggested_examples_can_be_pasted_as_they_are(tell: Any, base: Path) -> None:
    samples.edit(base, UNSAFE, THRESHOLD, "")
    told = tell("check", base, "--suggest", "unsafe-water", "--format", "json")
    (suggested,) = json.loads(told.out)
    text = tell("check", base, "--missing-examples", "--lang", "en").out
    assert [case["expect"] for case in suggested["examples"]] == ["none"]
    listed = text.split("# unsafe-water\n")[1].split("#")[0]
    assert yaml.safe_load(listed) == suggested["examples"]
    file = base / UNSAFE
    file.write_text(file.read_text(encoding="utf-8") + listed, encoding="utf-8")
    assert tell("check", file).code == 0
    assert "every bound is shown" in tell("check", base, "--suggest", "unsafe-water", "--lang", "en").out


def test_coverage_tells_what_examples_never_showed(tell: Any, base: Path) -> None:
    text = tell("check", base, "--coverage", "--lang", "en").out
    assert "unsafe-water: all shown\n" in text
    assert "no-water-manager: piped-share above 0.5: not yet undetermined\n" in text
    covered = json.loads(tell("check", base / UNSAFE, "--coverage", "--format", "json").out)
    assert covered == [
        {
            "rule": "unsafe-water",
            "comparisons": [
                {"comparison": "drinking-water below water-floor", "true": 1, "false": 1, "undetermined": 1}
            ],
        }
    ]
