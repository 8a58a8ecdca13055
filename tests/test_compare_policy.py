"""Two policies over the same villages: what gains and loses adds up, one twice changes nothing, both ways agree."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import contrast_samples as samples
import pytest
import shipped

import recommender as rec
from recommender.cli.running import run
from recommender.language.wording import LANGUAGES, TERMS
from recommender.outputs.registry import Compared
from recommender.outputs.terminal import Screen
from recommender.outputs.words import Words
from recommender.outputs.workbook.compared import comparison_pages, make_comparison
from recommender.outputs.workbook.pages import Page

ROOT = Path(__file__).parents[1]
TIGHT = "name: tight\nbudget-factor: 0.4\nparameters: {physical-works-per-year: 1}\n"


@pytest.fixture(scope="module")
def tight(tmp_path_factory: pytest.TempPathFactory) -> list[rec.Result]:
    return samples.under(samples.policy(tmp_path_factory.mktemp("policy"), TIGHT))


@pytest.fixture(scope="module")
def found(tight: list[rec.Result], kb: rec.KnowledgeBase) -> rec.Contrast:
    return rec.compare_policies(samples.plans(), tight, kb, ["district", "class"], name="tight")


def test_a_policy_equal_to_the_present_changes_nothing(tmp_path: Path, kb: rec.KnowledgeBase) -> None:
    same = samples.under(samples.policy(tmp_path, "name: as it is\nprices: level\nstart-year: 2027\n"))
    found = rec.compare_policies(samples.plans(), same, kb)
    assert [len(found[name]) for name in ("policy_terms", "policy_works", "policy_reasons", "policy_steps")] == [0] * 4
    assert "nothing changes" in found.told[0].en


def test_what_comes_and_goes_is_what_the_plans_hold(found: rec.Contrast, tight: list[rec.Result]) -> None:
    """Counted again from the plans alone."""
    before, after = (
        Counter(step.intervention for result in results for step in result.plan.steps)
        for results in (samples.plans(), tight)
    )
    rows = {row["work"]: row for row in found["policy_works"].records()}
    assert rows
    for work in before.keys() | after.keys():
        row = rows.get(work)
        if row is None:
            assert before[work] == after[work]
            continue
        assert (row["plans_before"], row["plans_after"]) == (before[work], after[work])
        assert row["plans_after"] - row["plans_before"] == row["came"] - row["went"]
        assert (len(row["codes_came"]), len(row["codes_went"])) == (row["came"], row["went"])
    steps = list(found["policy_steps"].records())
    assert sum(row["steps"] for row in found["policy_reasons"].records()) == len(steps)
    assert sum(row[kind] for row in rows.values() for kind in ("came", "went", "earlier", "later", "otherwise")) == len(
        steps
    )


def test_places_add_up_to_the_plans(found: rec.Contrast, tight: list[rec.Result]) -> None:
    for results, side in ((samples.plans(), "before"), (tight, "after")):
        own = sum(s.cost.total for r in results for s in r.plan.steps if s.executor == "village")
        others = rec.cost_together([r.plan for r in results], lambda work: work.executor != "village")
        assert sum(found["policy_places"][f"own_{side}"]) == own
        assert sum(found["policy_places"][f"others_{side}"]) == others
    assert sum(found["policy_places"]["villages"]) == len(samples.CODES)


def test_swapping_the_policies_swaps_gain_and_loss(
    found: rec.Contrast, tight: list[rec.Result], kb: rec.KnowledgeBase
) -> None:
    back = rec.compare_policies(tight, samples.plans(), kb, ["district", "class"])
    ways = [{row["work"]: row for row in one["policy_works"].records()} for one in (found, back)]
    assert ways[0].keys() == ways[1].keys()
    for work, row in ways[0].items():
        other = ways[1][work]
        for one, two in (
            ("came", "went"),
            ("earlier", "later"),
            ("own_before", "own_after"),
            ("codes_came", "codes_went"),
        ):
            assert (row[one], row[two]) == (other[two], other[one]), work


def test_the_order_of_villages_changes_nothing(
    found: rec.Contrast, tight: list[rec.Result], kb: rec.KnowledgeBase
) -> None:
    again = rec.compare_policies(samples.plans()[::-1], tight[::-1], kb, ["district", "class"], name="tight")
    assert (again.told, again.frames) == (found.told, found.frames)


def test_every_policy_key_shapes_the_plans(tmp_path: Path, kb: rec.KnowledgeBase) -> None:
    pinned = next(name for name in kb.interventions if name.startswith("posyandu"))
    policy = samples.policy(
        tmp_path,
        f"budget: {{village-fund: {{2027: 90jt, 2028: 100jt, 2029: 110jt}}}}\nyears: 3\nmoney-rules: none\n"
        f"prices: nominal\nown-means: true\nmeasured-only: true\npins: [{pinned}]\n"
        "answers: {coastal: true}\ncosts: high\n",
    )
    (result, *_) = samples.under(policy)
    options = result.request.options
    assert (options.money_rules, options.prices, options.own_means, options.measured_only) == (
        "none",
        "nominal",
        True,
        True,
    )
    assert [row.budget for row in result.plan.money if row.budget is not None] == [90_000_000, 100_000_000, 110_000_000]
    assert result.plan.facts["coastal"] == samples.villages()[0].facts.get("coastal", True)
    assert {step.executor for step in result.plan.steps} <= {"village"}
    for step in result.plan.steps:
        assert step.cost.total == step.cost.high


def test_knowledge_is_named_and_documents_are_compared_as_results(tmp_path: Path, kb: rec.KnowledgeBase) -> None:
    overlay = ROOT / "examples" / "overlays" / "kalimantan-timur"
    other = samples.policy(tmp_path, f"overlays: ['{overlay}']\n")
    assert (other.name, other.kb.overlays[0].name) == ("asked", "kalimantan-timur")
    fewer = samples.under(samples.policy(tmp_path, TIGHT.replace("parameters", "# parameters")))
    results = rec.compare_policies(samples.plans(), fewer, kb)
    documents = [rec.document(side, kb, side[0].request.options) for side in (samples.plans(), fewer)]
    told = rec.compare_policies(*documents, kb)
    assert told["policy_works"].rows == results["policy_works"].rows
    # The same plans, said to be of other knowledge: only what the plans tell.
    strange = documents[1].model_copy(
        update={"knowledge": documents[1].knowledge.model_copy(update={"sha256": "0" * 64})}
    )
    alone = rec.compare_policies(documents[0], strange, kb)
    assert [row[:5] for row in sorted(alone["policy_works"].rows)] == [
        row[:5] for row in sorted(results["policy_works"].rows)
    ]
    assert any("other knowledge" in note.en for note in alone["policy_works"].notes)


def test_every_column_has_its_words(found: rec.Contrast) -> None:
    for frame in found.frames.values():
        assert frame.name in TERMS["frame"]
        for column in frame.columns:
            assert all(column.name in TERMS[group] for group in ("column-title", "column-meaning")), column.name
            if column.kind == "word":
                assert {value for value in frame[column.name] if value} <= TERMS[column.words].keys()


MISTAKES = {
    "budget-factor: 0\n": "bad-factor",
    "costs: dear\n": "bad-cost-level",
    "parameters: {no-such: 1}\n": "unknown-parameter",
    "parameters: {physical-works-per-year: 1.5}\n": "unfit-number",
    "answers: {costal: true}\n": "unknown-fact",
    "answers: {coastal: 3}\n": "unfit-answer",
    "overlays: [nowhere]\n": "no-policy-folder",
    "pins: [no-such-work]\n": "unknown-work",
    "money-rules: 1945\n": "bad-money-rules",
    "start-yaer: 2027\n": "unknown-key",
    "budget: {village-fund: 1jt}\nbudget-file: x.yaml\n": "two-budgets",
}


@pytest.mark.parametrize("text", MISTAKES)
def test_a_mistake_is_named_with_its_line(text: str, tmp_path: Path) -> None:
    with pytest.raises(rec.UsageError) as refused:
        samples.policy(tmp_path, "name: mistaken\n" + text)
    named = {problem.code: problem for problem in refused.value.problems}
    assert MISTAKES[text] in named
    assert "asked.yaml:2" in named[MISTAKES[text]].where or MISTAKES[text] == "two-budgets"


def test_all_mistakes_come_at_once(tmp_path: Path) -> None:
    together = "".join(
        text for text, code in MISTAKES.items() if code not in ("two-budgets", "unknown-fact", "unknown-parameter")
    )
    merged = together.replace("parameters: {physical", "parameters: {physical")
    with pytest.raises(rec.UsageError) as refused:
        samples.policy(tmp_path, merged)
    codes = {problem.code for problem in refused.value.problems}
    assert {"bad-factor", "bad-cost-level", "unfit-number", "unfit-answer", "no-policy-folder", "unknown-work"} <= codes


def test_the_command_answers_in_every_form(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data, policy = str(shipped.DISTRICTS / "lingkar-nusa"), str(ROOT / "examples" / "policy.yaml")
    asked = ["compare", data, "--start-year", "2027", "--method", "fast", "--village", "99.03.01.2001", "--against"]
    assert run([*asked, policy, "--lang", "en"]) == 0
    assert "What differs between the policies" in capsys.readouterr().out
    assert run([*asked, policy, "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert set(told["told"][0]) == set(LANGUAGES)
    assert run([*asked, policy, "--format", "csv", "-o", str(tmp_path / "tables")]) == 0
    assert {"policy_works.csv", "policy_steps.csv", "columns.csv"} <= {
        path.name for path in (tmp_path / "tables").iterdir()
    }
    assert run([*asked, policy, "--scenarios", policy]) == 2
    assert "several-contrasts" in capsys.readouterr().err


def test_the_workbook_tells_the_paragraph_and_names_the_villages(found: rec.Contrast, kb: rec.KnowledgeBase) -> None:
    compared = Compared(found, kb, {}, Words(kb, "en"), Screen())
    summary, *pages = comparison_pages(compared)
    assert summary.lead == tuple(sentence.en for sentence in found.told)
    names = [page.titles[0] for page in pages if isinstance(page, Page)]
    assert {TERMS["frame"][name]["en"] for name in (*found.made, *found.details)} <= set(names)
    assert make_comparison(compared) == make_comparison(compared)


def test_python_of_the_page_runs(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    page = (ROOT / "docs" / "compare-policies.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"^```python\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    monkeypatch.chdir(ROOT)
    exec(compile(code, "compare-policies.md", "exec"), {})
    assert capsys.readouterr().out.count("\n") == 4


@pytest.mark.parametrize(
    ("more", "code"),
    [(("--format", "html"), "contrast-format"), (("--scenarios", "x.yaml"), "several-contrasts")],
)
def test_what_a_contrast_cannot_be_is_said(
    more: tuple[str, str], code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    policy = tmp_path / "policy.yaml"
    policy.write_text("name: the same\n", encoding="utf-8")
    assert (
        run(["compare", str(shipped.DISTRICTS), "--against", str(policy), *more, "-o", str(tmp_path / "o.html")]) == 2
    )
    assert code in capsys.readouterr().err
    assert not (tmp_path / "o.html").exists()


def test_plans_alone_cannot_be_planned_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    policy, plans = tmp_path / "policy.yaml", tmp_path / "plans.json"
    policy.write_text("name: the same\n", encoding="utf-8")
    plans.write_text(samples.plans()[0].to_json(), encoding="utf-8")
    assert run(["compare", str(plans), "--against", str(policy)]) == 2
    assert "contrast-needs-data" in capsys.readouterr().err
