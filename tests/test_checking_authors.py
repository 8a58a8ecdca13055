"""`check`: what authors get wrong is found with code and place, and one slip makes few messages."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

import checking_author_faults as authors
import pytest
from checking_author_faults import Fault
from test_cli import tell

from recommender.knowledge.places import knowledge_folder
from recommender.language.errors import Problem
from recommender.verbs.checking.checker import check_knowledge
from recommender.verbs.checking.codes import CODES, meaning
from recommender.verbs.checking.folding import folded
from recommender.verbs.checking.likeness import apart
from recommender.verbs.checking.stated_prices import amounts_in

__all__ = ["tell"]

ROOT = Path(__file__).parents[1]
_KEY = re.compile(r"^([^\s#-][^:\n]*):", re.MULTILINE)
FEW = 3  # messages of one slip: what is wrong, what could not be checked, and perhaps what it touches


def test_enough_faults_of_every_kind_are_seeded() -> None:
    assert sum(map(len, authors.FAULTS.values())) >= 200
    assert {fault[0] for faults in authors.FAULTS.values() for fault in faults} <= set(CODES)


def together(faults: Iterable[Fault], most: int) -> list[list[Fault]]:
    """Return the faults in groups of at most so many, errors apart from warnings and no key of a file written twice.

    An error ends the checks that need a whole base; a key that two write would be a fault of neither.
    """
    groups: list[tuple[str, set[tuple[str, str]], list[Fault]]] = []
    for fault in faults:
        severity, keys = meaning(fault[0], "en").severity, keys_written(fault)
        for other, written, group in groups:
            if other == severity and len(group) < most and written.isdisjoint(keys):
                written |= keys
                group.append(fault)
                break
        else:
            groups.append((severity, keys, [fault]))
    return [group for _, _, group in groups]


def keys_written(fault: Fault) -> set[tuple[str, str]]:
    file = fault[1]
    keys = _KEY.findall(body(fault)) if file.endswith(".yaml") else []
    return {(file, key) for key in keys or [""]}


def body(fault: Fault) -> str:
    text = fault[3]
    return text.partition("\n")[2] if text.startswith("@") else text


GROUPS = together((fault for faults in authors.FAULTS.values() for fault in faults), most=24)


@pytest.mark.parametrize("group", GROUPS, ids=[f"{group[0][0]}-and-{len(group) - 1}" for group in GROUPS])
def test_what_authors_get_wrong_is_found_with_code_and_place(tmp_path: Path, group: list[Fault]) -> None:
    """Faults are planted together; those that others hide are planted again, a few together, and then alone."""
    missed = unfound(tmp_path / "all", group)
    for most in (6, 1):
        parts = together(missed, most)
        missed = [one for number, part in enumerate(parts) for one in unfound(tmp_path / f"{most}-{number}", part)]
    assert missed == []


def unfound(folder: Path, faults: Sequence[Fault]) -> list[Fault]:
    """Return the faults that `check` does not tell, all of them planted into one overlay, one below the other."""
    overlay = folder / "kutai"
    for name in ("rules", "catalog"):
        (overlay / name).mkdir(parents=True, exist_ok=True)
    texts: dict[str, str] = {}
    planted = []
    for code, file, line, text in faults:
        above = texts.get(file, "")
        planted.append((code, file, str(int(line) + above.count("\n")) if line else "", text))
        texts[file] = above + body((code, file, line, text))
    for file, text in texts.items():
        (overlay / file).parent.mkdir(parents=True, exist_ok=True)
        (overlay / file).write_text(text, encoding="utf-8")
    problems = check_knowledge(knowledge_folder(), [overlay]).problems
    found = zip(faults, planted, strict=True)
    return [fault for fault, moved in found if not any(is_told(moved, problem) for problem in problems)]


def is_told(fault: Fault, problem: Problem) -> bool:
    code, file, line, text = fault
    place = text[1:].partition("\n")[0] if text.startswith("@") else file
    in_place = problem.where.removeprefix("kutai/").startswith(place)
    return problem.code == code and in_place and (not line or problem.where.endswith(f":{line}"))


@pytest.mark.parametrize(
    "file",
    [
        "catalog/sources.yaml",
        "catalog/indicators.yaml",
        "catalog/facts.yaml",
        "catalog/parameters.yaml",
        "catalog/funding.yaml",
        "catalog/frameworks/idm.yaml",
        "catalog/interventions/living/pamsimas-water.yaml",
        "rules/mobility/offline.yaml",
    ],
)
def test_a_file_that_cannot_be_read_is_told_once(tmp_path: Path, file: str) -> None:
    for name in ("rules", "catalog"):
        shutil.copytree(ROOT / name, tmp_path / name)
    with (tmp_path / file).open("a", encoding="utf-8") as place:
        place.write("\nbroken: [1\n")
    told = folded(check_knowledge(tmp_path).problems)
    assert len(told) <= FEW, "\n".join(map(str, told))
    assert any(problem.code == "bad-yaml" for problem in told)


def test_a_name_that_is_gone_is_told_once_with_the_number_of_places(tmp_path: Path) -> None:
    for name in ("rules", "catalog"):
        shutil.copytree(ROOT / name, tmp_path / name)
    sources = tmp_path / "catalog/sources.yaml"
    sources.write_text(sources.read_text(encoding="utf-8").replace("\nIDM-REKOM:", "\nIDM-REKO:"), encoding="utf-8")
    told = folded(check_knowledge(tmp_path).problems)
    (unknown,) = (problem for problem in told if problem.code == "unknown-citation")
    assert "more places" in unknown.message
    assert len(told) <= FEW


def test_strict_counts_warnings(tell, tmp_path: Path) -> None:
    overlay = tmp_path / "kutai"
    place = overlay / authors.WELL
    place.parent.mkdir(parents=True)
    place.write_text("lifetime-years: 300\n", encoding="utf-8")
    assert tell("check", "--overlay", overlay).code == 0
    assert tell("check", "--overlay", overlay, "--strict").code == 1
    assert tell("check", "--strict").code == 0


def test_the_usual_number_is_moved_by_none_that_lies_apart() -> None:
    works = {f"w{n}": 10.0 + n for n in range(9)}
    assert dict(apart(works, dict.fromkeys(works, ""), 3.0)) == {}
    found = dict(apart({**works, "wrong": 1e9, "small": 1e-6}, dict.fromkeys([*works, "wrong", "small"], ""), 3.0))
    assert set(found) == {"wrong", "small"}
    assert 10 <= found["wrong"].usual <= 18
    assert dict(apart({"a": 1.0, "b": 1e9}, {"a": "", "b": ""}, 3.0)) == {}  # nothing is said of few


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Rp244M a village", [244e6]),
        ("Rp17.5M to 25M a house", [17.5e6, 25e6]),
        ("Rp15-20 million", [15e6, 20e6]),
        ("Rp750,000 a month; Rp2,5 juta", [750e3, 2.5e6]),
        ("Rp1.658 billion", [1.658e9]),
        ("Rp 1.250.000", [1.25e6]),
        ("no price found in 2024", []),
    ],
)
def test_amounts_are_read_as_authors_write_them(text: str, amounts: list[float]) -> None:
    assert list(amounts_in(text)) == pytest.approx(amounts)
