"""Facts that are words: answered by the word or by its name in either language, shown by its name everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import shipped
from test_cli import data, tell

import recommender as rec
from recommender.knowledge.loader import read_knowledge
from recommender.knowledge.places import knowledge_folder
from recommender.model.facts import Fact
from recommender.model.knowledge import KnowledgeBase
from recommender.outputs.condition_words import condition_words
from recommender.outputs.input_form.fields import fact_field
from recommender.outputs.words import Words
from recommender.outputs.workbook.open_points import _choices
from recommender.verbs.what_if.changes import case_of, options_of
from recommender.verbs.what_if.typed import settings_of
from recommender.verbs.what_if.village_changes import FactChange
from recommender.villages.facts import read_fact

__all__ = ["data", "tell"]
VILLAGE = "99.01.01.2004"
ANSWERS = {"id": ("rendah", "sedang", "tinggi"), "en": ("low", "medium", "high")}
WORDS = [name for name, fact in rec.load_knowledge().facts.items() if fact.type == "word"]
OVERLAY = {
    "catalog/facts.yaml": """
well-water:
  name: {id: "Rasa air sumur", en: "Taste of the well water"}
  question: {id: "Bagaimana rasa air sumur?", en: "How does the well water taste?"}
  type: word
  words: {fresh: {id: "tawar", en: "fresh"}, brackish: {id: "agak asin", en: "a little salty"}}
  sources: [JUDGEMENT]
""",
    "rules/living/salty-wells.yaml": """
name: {id: "Air sumur asin", en: "Salty wells"}
status: active
when: {fact: well-water, is: brackish}
about: none
reason: {id: "Rasa air sumur {well-water}.", en: "The well water is {well-water}."}
sources: [JUDGEMENT]
examples:
  - {name: "salty", given: {well-water: brackish}, expect: finding}
  - {name: "fresh", given: {well-water: fresh}, expect: none}
  - {name: "not known", given: {}, expect: undetermined}
""",
}


@pytest.fixture(scope="module")
def kb() -> KnowledgeBase:
    return rec.load_knowledge()


@pytest.mark.parametrize("name", WORDS)
def test_every_word_is_read_by_itself_and_by_both_of_its_names_however_they_are_written(
    kb: KnowledgeBase, name: str
) -> None:
    fact = kb.facts[name]
    for word, text in fact.words.items():
        for said in (word, text.id, text.en, text.id.upper(), f" {text.en.title()} "):
            assert read_fact(name, fact, said.strip(), "here") == word


def test_the_shipped_words_have_indonesian_names(kb: KnowledgeBase) -> None:
    assert WORDS
    assert all(text.id != text.en for name in WORDS for text in kb.facts[name].words.values())


@pytest.mark.parametrize("lang", ["id", "en"])
def test_forms_and_conditions_offer_the_names(kb: KnowledgeBase, lang: str) -> None:
    words = Words(kb, lang)
    field = fact_field("digital-literacy", "medium", "", words)
    assert (field.choices, field.value) == (ANSWERS[lang], ANSWERS[lang][1])
    assert _choices("digital-literacy", words) == ANSWERS[lang]
    condition = condition_words(kb.rules["low-digital-literacy"].when, words)
    assert ANSWERS[lang][0] in condition


def test_a_setting_takes_a_name_and_is_printed_as_it_is_typed_in_the_language() -> None:
    case = case_of(shipped.result(VILLAGE))
    for said in ("rendah", "Low", "RENDAH"):
        (change,) = settings_of([f"digital-literacy={said}"], case)
        assert isinstance(change, FactChange)
        assert change.value == "low"
        assert options_of([change], case, "id") == ("--set digital-literacy=rendah",)
        assert options_of([change], case, "en") == ("--set digital-literacy=low",)
    named = FactChange.of("digital-literacy", "rendah", case)
    assert isinstance(named, FactChange)
    assert named.value == "low"


def test_an_answer_that_is_none_of_the_words_is_told_them_in_the_language() -> None:
    found = FactChange.of("digital-literacy", "poor", case_of(shipped.result(VILLAGE)))
    assert isinstance(found, rec.Problem)
    assert "salah satu dari rendah, sedang, tinggi" in found.message_id
    assert "one of low, medium, high" in found.message


@pytest.mark.parametrize(("lang", "taste"), [("id", "agak asin"), ("en", "a little salty")])
def test_an_overlay_adds_a_fact_with_words_and_everything_shows_their_names(
    tell: Any, tmp_path: Path, lang: str, taste: str
) -> None:
    for path, text in OVERLAY.items():
        file = tmp_path / "wells" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    facts = tmp_path / "facts.csv"
    facts.write_text(f"kode,well-water\n{VILLAGE},Agak Asin\n", encoding="utf-8")
    laid = ("--overlay", tmp_path / "wells", "--village", VILLAGE)
    samples = shipped.ROOT / "examples" / "districts" / "teluk-kerama"
    laid_over = rec.load_knowledge(overlays=[tmp_path / "wells"])
    village = next(v for v in rec.read_villages([samples, facts], laid_over).villages if v.code == VILLAGE)
    plan = rec.recommend(village, laid_over, start_year=2027).plan
    (finding,) = [found for found in plan.findings if found.rule == "salty-wells"]
    words = Words(laid_over, lang)
    assert taste in words.text(finding.text)
    assert words.evidence(plan, finding.evidence[0]).endswith(f": {taste}")
    assert finding.evidence[0].value == plan.facts["well-water"] == "brackish"
    told = tell("--lang", lang, "what-if", samples, *laid, "--start-year", 2027, "--set", f"well-water={taste}")
    assert told.code == 0, told.err
    assert taste in " ".join(told.out.split())


def test_conditions_and_documents_hold_the_word_itself(kb: KnowledgeBase) -> None:
    fact = kb.facts[WORDS[0]]
    assert isinstance(fact, Fact)
    assert not fact.admits("rendah")
    assert read_knowledge(knowledge_folder()).base is not None
