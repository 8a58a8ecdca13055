"""Shares are read as per cent wherever a person meets them: in reasons, evidence, questions; the document keeps 0.2."""

from __future__ import annotations

import pytest
import report_samples as samples

from recommender.model.conditions import Interval, KnownFact
from recommender.model.findings import Finding, Observed
from recommender.model.knowledge import KnowledgeBase
from recommender.model.nouns import Text
from recommender.model.plan_parts import EvidenceEntry
from recommender.model.scores import Scored
from recommender.outputs.words import Words
from recommender.pipeline.assembling.wording import reason


@pytest.fixture(scope="module")
def kb(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    return samples.knowledge(tmp_path_factory.mktemp("knowledge"))


def worded(kb: KnowledgeBase, template: str, facts: dict[str, KnownFact]) -> tuple[str, str]:
    """Return a rule's reason in both languages, for a village of which only these facts are known."""
    rule = kb.rules["unsafe-water"].model_copy(update={"reason": Text(id=template, en=template)})
    changed = kb.model_copy(update={"rules": {**kb.rules, "unsafe-water": rule}})
    finding = Finding("unsafe-water", "drinking-water", "living", False, False, ())
    scored = Scored(None, 2024, {}, {}, None, {}, {}, None, ())
    both = reason(finding, scored, Observed({}, facts), changed)
    return both.id, both.en


@pytest.mark.parametrize(
    ("template", "facts", "said"),
    [
        ("{piped-share}", {"piped-share": 200}, ("20 %", "20 %")),
        ("{piped-share}", {"piped-share": 125}, ("12,5 %", "12.5 %")),
        ("{piped-share}", {"piped-share": Interval(100, 260)}, ("10 %–26 %", "10 %–26 %")),
        ("{households}", {"households": 2_100_000}, ("2.100", "2,100")),
        ("{bad-road}", {"bad-road": 1_500}, ("1,5", "1.5")),
        ("{coastal}", {"coastal": True}, ("ya", "yes")),
        ("{piped-share}", {}, ("belum diketahui", "unknown")),
    ],
)
def test_reasons_write_shares_as_per_cent(
    kb: KnowledgeBase, template: str, facts: dict[str, KnownFact], said: tuple[str, str]
) -> None:
    assert worded(kb, template, facts) == said


def test_reasons_write_parameters_by_their_unit(kb: KnowledgeBase) -> None:
    shares = [name for name, noun in kb.parameters.items() if noun.unit == "share"]
    scores = [name for name, noun in kb.parameters.items() if noun.unit == "score"]
    assert worded(kb, f"{{{shares[0]}}}", {})[1].endswith(" %")
    assert not worded(kb, f"{{{scores[0]}}}", {})[1].endswith("%")


@pytest.mark.parametrize(
    ("value", "threshold", "said"),
    [
        (0.2, 0.5, "Share of families with a pipe: 20 %, threshold 50 %"),
        ("0.1..0.26", 0.5, "Share of families with a pipe: 10 %–26 %, threshold 50 %"),
        (0.2, [0.1, 0.2], "Share of families with a pipe: 20 %, threshold 10 %, 20 %"),
    ],
)
def test_evidence_writes_shares_as_per_cent(
    kb: KnowledgeBase, value: float | str, threshold: float | list[float], said: str
) -> None:
    entry = EvidenceEntry.model_validate({"name": "piped-share", "value": value, "score": None, "threshold": threshold})
    assert Words(kb, "en").evidence(samples.document().plans[0], entry) == said


def test_bounds_of_other_facts_carry_their_unit(kb: KnowledgeBase) -> None:
    assert Words(kb, "en").value("bad-road", "1..2.5") == "1 km–2.5 km"
    assert Words(kb, "id").value("unheard-of", "1..2") == "1..2"
