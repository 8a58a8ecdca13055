"""What is wrong with plans, groups and filters of a comparison: each told once, where it stands, and how to mend it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from compare_samples import CODES, ONE_SUBDISTRICT, plan, plans
from shipped import knowledge, results

import recommender as rec
from recommender.cli.running import run
from recommender.language.errors import UsageError
from recommender.verbs.comparing.comparison import compare


def problems_of(*given: object, **options: object) -> list[tuple[str, str]]:
    """Return code and English text of each problem of a comparison that fails."""
    with pytest.raises(UsageError) as error:
        compare(*given, **options)  # type: ignore[arg-type]
    return [(one.code, one.message) for one in error.value.problems]


def codes_of(*filters: str) -> list[str]:
    """Return the villages that the filters leave."""
    return [one.village.code for one in compare(plans(), knowledge(), filters=filters).scope.plans]


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """The sample plans as a document."""
    path = tmp_path / "plans.json"
    path.write_text(rec.to_json(rec.document(results(CODES), knowledge(), rec.Options(start_year=2027))), "utf-8")
    return path


# Filters


@pytest.mark.parametrize(
    ("filters", "left"),
    [
        (["district=99.01"], ONE_SUBDISTRICT),
        (["district=9901"], ONE_SUBDISTRICT),
        (["district= 99.02 , 99.03 "], CODES[4:]),
        (["subdistrict=99.03.02"], CODES[6:]),
        (["village=99.01.01.2002,99.02.01.2001"], [CODES[1], CODES[4]]),
        (["district=99.01", "village=99.01.01.2002"], [CODES[1]]),
        (["province=99"], CODES),
        (["district=hulu  KELAM (rekaan)"], [CODES[4]]),
    ],
)
def test_filters_choose_places_by_code_and_name(filters, left):
    assert codes_of(*filters) == list(left)


def test_filters_choose_by_class_finding_and_work():
    slugs = {one.village.code: one.scores.index.class_ for one in plans() if one.scores.index}
    some = next(slug for slug in slugs.values() if slug)
    assert codes_of(f"class={some}") == [code for code, slug in slugs.items() if slug == some]
    rule = plans()[0].findings[0].rule
    assert codes_of(f"rule={rule}") == [
        one.village.code for one in plans() if any(found.rule == rule for found in one.findings)
    ]
    work = plans()[0].steps[0].intervention
    assert codes_of(f"work={work}") == [
        one.village.code for one in plans() if any(step.intervention == work for step in one.steps)
    ]


def test_villages_that_are_left_out_are_said():
    found = compare(plans(), knowledge(), filters=["district=99.01"])
    assert [one.plan.village.code for one in found.scope.left] == list(CODES[4:])
    assert "3 villages are not compared" in found.notes[-1].en


# Mistakes


def test_all_mistakes_are_told_at_once():
    found = problems_of(
        [*plans(), plans()[0]],
        knowledge(),
        ["distrct", "class"],
        filters=["distrik=1", "class", "class=mju", "rule=no-such-rule"],
    )
    assert [code for code, _ in found] == [
        "unknown-level",
        "compare-village-twice",
        "unknown-filter",
        "bad-filter",
        "unknown-filter-value",
        "unknown-filter-value",
    ]
    assert "district" in found[0][1], "the level that is meant"
    assert CODES[0].replace(".", "") in found[1][1], "the village that is there twice"
    assert "maju" in found[4][1], "the class that is meant"


@pytest.mark.parametrize(("filters", "year"), [(["district=64.01"], None), ([], 1999), (["village=1"], 2024)])
def test_nothing_left_to_compare(filters, year):
    ((code, text),) = problems_of(plans(), knowledge(), filters=filters, data_year=year)
    assert code == "nothing-to-compare"
    assert "7" in text


def test_no_plans_at_all():
    assert [code for code, _ in problems_of([], knowledge())] == ["nothing-to-compare"]


def test_a_code_with_and_without_dots_is_one_village():
    found = problems_of([*plans(), plan(CODES[0].replace(".", ""))], knowledge())
    assert [code for code, _ in found] == ["compare-village-twice"]


def test_the_same_digits_in_two_lists_of_codes_are_never_counted_as_one():
    twin = plan(CODES[0].replace(".", ""), scheme="bps")
    ((code, text),) = problems_of([*plans(), twin], knowledge())
    assert code == "compare-code-of-two-lists"
    assert "--code-scheme" in text
    assert CODES[0].replace(".", "") in text


def test_codes_of_the_statistics_office_beside_others_are_said():
    found = compare([*plans(), plan("9901012999", scheme="bps")], knowledge(), ("subdistrict",))
    told = "\n".join(note.en for note in found.notes)
    assert "9901012999" in told
    placeless = [group for group in found.scope.groups if group.key == ("",)]
    assert [one.village.code for group in placeless for one in group.plans] == ["9901012999"]


# The command


def test_documents_are_compared_without_planning_anew(written, capsys):
    assert run(["compare", str(written), "--by", "district", "--lang", "en", "--start-year", "2030"]) == 0
    out, complaints = capsys.readouterr()
    assert "7 villages compared by district" in out
    assert "--start-year" in complaints, "an option of planning does nothing here, and that is said"


def test_documents_of_other_knowledge_are_not_mixed(written, tmp_path, capsys):
    other = json.loads(written.read_text("utf-8"))
    other["knowledge"].update(sha256="f" * 64, version="2020.01")
    other["plans"] = other["plans"][:1]
    other["plans"][0]["village"]["code"] = "99.01.01.2999"
    second = tmp_path / "other.json"
    second.write_text(json.dumps(other), "utf-8")
    target = tmp_path / "out.xlsx"
    assert run(["compare", str(written), str(second), "--lang", "en", "--format", "xlsx", "-o", str(target)]) == 2
    complaints = capsys.readouterr().err
    assert "2020.01" in complaints
    assert "compare-other-knowledge" in complaints
    assert not target.exists(), "nothing is half-written"
    assert run(["compare", str(second), "--lang", "en"]) == 0
    assert "2020.01" in capsys.readouterr().out


def test_a_document_of_another_schema_is_refused(written, tmp_path, capsys):
    other = json.loads(written.read_text("utf-8"))
    other["schema_version"] = 99
    path = tmp_path / "new.json"
    path.write_text(json.dumps(other), "utf-8")
    assert run(["compare", str(path), "--lang", "en"]) not in (0, 1)
    assert "99" in capsys.readouterr().err


def test_the_same_document_twice_is_one_problem(written, tmp_path, capsys):
    copy = tmp_path / "copy.json"
    copy.write_bytes(written.read_bytes())
    assert run(["compare", str(written), str(copy), "--lang", "en"]) == 2
    complaints = capsys.readouterr().err
    assert complaints.count("compare-village-twice") == 1
    assert "7 villages" in complaints


@pytest.mark.parametrize("format_", ["csv", "parquet"])
def test_tables_need_a_folder(written, format_, capsys):
    assert run(["compare", str(written), "--format", format_, "--lang", "en"]) == 7
    assert "-o" in capsys.readouterr().err
