"""Pins and bans: in the plan with their reasons, and said where a pin has no place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shipped

import recommender as rec
from recommender.cli.running import run
from recommender.outputs.markdown import render_markdown
from recommender.outputs.sections.plan import document_blocks
from recommender.outputs.sections.wishes import impossible_pins
from recommender.outputs.words import Words
from recommender.pipeline.documents import read_document

DATA = str(Path(__file__).resolve().parents[1] / "examples/districts/teluk-kerama")
VILLAGE = "99.01.01.2004"


@pytest.fixture(scope="module")
def village(kb: rec.KnowledgeBase) -> rec.Village:
    return shipped.villages()[VILLAGE]


def planned(village: rec.Village, kb: rec.KnowledgeBase, budget: int = 330_000_000, **options: object) -> rec.Result:
    return rec.recommend(village, kb, start_year=2027, budget=rec.Budget({"village-fund": budget}), **options)


def left_out(result: rec.Result) -> Iterator[str]:
    """Yield works that are not in the plan for want of money or places, and would be there in place of others."""
    yield from (d.intervention for d in result.plan.deferred if d.detail.get("displaces"))


def test_a_pin_enters_and_brings_its_reason(village: rec.Village, kb: rec.KnowledgeBase) -> None:
    wish = next(left_out(planned(village, kb, 60_000_000)))
    result = planned(village, kb, 60_000_000, pins=(wish,), reasons={wish: "asked for in the meeting"})
    assert wish in {step.intervention for step in result.plan.steps}
    text = render_markdown(list(document_blocks(result.document, Words(kb, "en"))))
    assert "Asked for" in text
    assert "asked for in the meeting" in text.replace("\\", "")


def test_a_ban_keeps_its_reason_in_the_document(village: rec.Village, kb: rec.KnowledgeBase) -> None:
    unwanted = planned(village, kb).plan.steps[0].intervention
    result = planned(village, kb, bans=(unwanted,), reasons={unwanted: "the head said no"})
    (entry,) = (d for d in result.plan.deferred if d.intervention == unwanted)
    assert (entry.reason, entry.detail) == ("banned", {"reason": "the head said no"})
    assert rec.verify(read_document(result.to_json()), kb) == []


def test_a_pin_without_place_is_said_and_ends_with_1(
    village: rec.Village, kb: rec.KnowledgeBase, capsys: pytest.CaptureFixture[str]
) -> None:
    alone = [s for s in planned(village, kb).plan.steps if kb.interventions[s.intervention].executors == ("village",)]
    dear = max(alone, key=lambda step: step.cost.total)
    result = planned(village, kb, budget=1_000_000, pins=(dear.intervention,))
    assert impossible_pins(result.plan, {"pins": [dear.intervention]}) == [dear.intervention]
    words = ["plan", DATA, "--village", VILLAGE, "--start-year", "2027", "--budget", "1jt", "--lang", "en"]
    assert run([*words, "--pin", f"{dear.intervention}=the youth want it"]) == 1
    told = capsys.readouterr()
    assert "asked for, but not possible" in told.err
    assert "Asked for, but not possible" in told.out
    assert "the youth want it" in " ".join(told.out.split())
    assert run(words) == 0


def test_a_left_out_work_says_what_it_would_displace(village: rec.Village, kb: rec.KnowledgeBase) -> None:
    result = planned(village, kb, budget=60_000_000)
    steps = {step.intervention for step in result.plan.steps}
    displacing = [entry for entry in result.plan.deferred if entry.detail.get("displaces")]
    assert displacing
    for entry in displacing:
        assert set(entry.detail["displaces"]) <= steps
        assert entry.detail.get("lacking") or entry.detail.get("full_years")
