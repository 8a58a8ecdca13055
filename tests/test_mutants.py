"""Mutants of knowledge: each is one slip, drawn alike for the same seed, and judged by what `check` newly says."""

from __future__ import annotations

import difflib
import functools

import pytest
from mutating.drawing import GROUPS, Garden, Mutant
from mutating.judging import Held, Judge
from support_knowledge import FILES

from recommender.verbs.checking.checker import check_knowledge


@functools.cache
def garden() -> Garden:
    kb = check_knowledge(Held(FILES)).kb
    assert kb is not None
    return Garden(FILES, kb)


@functools.cache
def judge() -> Judge:
    return Judge(FILES)


@pytest.mark.parametrize("kind", GROUPS)
def test_kind_is_drawn_alike_for_the_same_seed_and_changes_the_text(kind: str) -> None:
    drawn = garden().draw(kind, 5, seed=1)
    assert drawn
    assert drawn == garden().draw(kind, 5, seed=1)
    for mutant in drawn:
        assert mutant.kind == kind
        assert all(FILES.get(path) != text for path, text in mutant.changes)


@pytest.mark.parametrize("kind", [kind for kind in GROUPS if not kind.startswith(("line", "file", "entry", "value"))])
def test_slip_in_a_value_changes_one_place_of_one_line(kind: str) -> None:
    for mutant in garden().draw(kind, 5, seed=2):
        ((path, text),) = mutant.changes
        assert text is not None
        before, after = FILES[path].splitlines(), text.splitlines()
        changed = [line for line in difflib.ndiff(before, after) if line.startswith(("-", "+"))]
        assert len(changed) <= (4 if mutant.kind in ("languages-swapped", "untranslated") else 2), mutant


def test_seeds_draw_different_mutants() -> None:
    assert garden().draw("misspelt", 5, seed=1) != garden().draw("misspelt", 5, seed=2)


def _changed(path: str, before: str, after: str) -> Mutant:
    text = FILES[path].replace(before, after, 1)
    assert text != FILES[path]
    return Mutant("by hand", path, 1, before, after, ((path, text),))


def test_unknown_name_is_killed_by_an_error_in_its_file() -> None:
    outcome = judge().judge(_changed("rules/living/dry.yaml", "calls: [pipes]", "calls: [pipe]"))
    assert (outcome.end, outcome.is_placed) == ("error", True)
    assert "unknown-intervention" in outcome.codes


def test_default_written_out_is_the_same_knowledge() -> None:
    outcome = judge().judge(_changed("rules/living/dry.yaml", "need: basic", "need: basic\nurgency: 1"))
    assert outcome.end == "same"


def test_plausible_other_number_lives() -> None:
    outcome = judge().judge(_changed("catalog/interventions/living/pipes.yaml", "months: 4", "months: 5"))
    assert outcome.end == "live"


def test_judge_leaves_the_reader_of_files_as_it_was() -> None:
    from recommender.knowledge import files
    from recommender.parsing.yaml_text import read_yaml

    judge()
    assert files.read_yaml is read_yaml


def test_held_folder_reads_as_the_files_do(tmp_path) -> None:
    from support_knowledge import write_files

    held, written = check_knowledge(Held(FILES)), check_knowledge(write_files(tmp_path, FILES))
    assert held.problems == written.problems
    assert held.kb is not None
    assert written.kb is not None
    assert held.kb.sha256 == written.kb.sha256
