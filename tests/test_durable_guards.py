"""The guards of the durable engine, one by one: what durable-rules does wrong, and that we stay clear of it.

Tests named `durable_rules_…` pin the limit itself, so that a new release that moves it is noticed.
"""

from __future__ import annotations

import gc
import json
import resource
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from random import Random
from types import SimpleNamespace
from typing import Any as Anything

import pytest
from random_rules import base_of, random_base, random_village

from recommender.knowledge.conditions import Truth
from recommender.knowledge.strata import strata
from recommender.language.errors import EngineError, UsageError
from recommender.model.conditions import All, Any, Comparison, Condition, Not
from recommender.pipeline.matching import durable
from recommender.pipeline.matching.matcher import available_engines, compile_rules
from recommender.pipeline.matching.network import MOST_ALTERNATIVES, MOST_PROPERTIES, MOST_UNITS, Network
from recommender.pipeline.matching.reference import ReferenceEngine

extension: Anything = durable.extension()
needs_durable = pytest.mark.skipif(extension is None, reason="durable-rules does not import here")
YEAR = 2024


def weak(number: int, bound: int = 500) -> Comparison:
    return Comparison("score", f"i{number}", "below", bound)


def engine_of(conditions: dict[str, Condition]) -> durable.DurableEngine:
    return durable.DurableEngine(conditions, {})


def raw(rules: dict[str, list[object]]) -> int:
    """Define rules of one pattern each, and the catch-all, in the extension itself."""
    definition = {name: {"all": [{"v": {"$and": parts}}]} for name, parts in rules.items()}
    definition["keep"] = {"all": [{"k": {"$ex": {"keep": 1}}}]}  # type: ignore[list-item]
    handle: int = extension.create_ruleset("raw", json.dumps(definition))
    return handle


def raw_batch(properties: dict[str, int]) -> str:
    return json.dumps([{"sid": "v", "id": "keep", "keep": 1}, {**properties, "sid": "v", "id": "g", "g": 0}])


def peak_memory() -> int:
    """Return the largest resident size of this process so far, in MB."""
    unit = 1024**2 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // unit


@needs_durable
class TestMatchStack:
    def test_durable_rules_refuses_a_fact_with_65_pending_nodes(self):
        handle = raw({f"r{n}": [{"g": 0}, {"$gte": {f"p{n}": n}}] for n in range(65)})
        with pytest.raises(extension.error, match="303"):
            extension.assert_facts(handle, raw_batch({f"p{n}": n for n in range(65)}))
        extension.delete_ruleset(handle)
        assert MOST_UNITS < 64

    def test_300_rules_that_all_hold_are_all_found(self):
        engine = engine_of({f"r{n:03d}": weak(n % 100, 100 + n) for n in range(300)})
        truths = engine.truths({f"i{n}": 0 for n in range(100)}, {}, {})
        assert list(truths.values()) == [Truth.TRUE] * 300

    def test_wide_alternatives_that_all_hold_are_all_found(self):
        any_of_any = All((Any(tuple(map(weak, range(4)))), Any(tuple(map(weak, range(4, 7))))))
        engine = engine_of({f"r{n:03d}": All((weak(n), any_of_any)) for n in range(100)})
        assert set(engine.truths({f"i{n}": 0 for n in range(100)}, {}, {}).values()) == {Truth.TRUE}

    def test_1500_rules_with_conditions_of_their_own_are_defined_and_found(self):
        engine = engine_of({f"r{n:04d}": Comparison("fact", "n", "above", n) for n in range(1500)})
        truths = engine.truths({}, {"n": 700}, {})
        assert [truth is Truth.TRUE for truth in truths.values()] == [n < 700 for n in range(1500)]


@needs_durable
class TestShapeOfPatterns:
    def test_durable_rules_refuses_a_pattern_of_16_groups(self):
        pairs = [{"$and": [{"$gte": {"a": n}}, {"$gte": {"b": n}}]} for n in range(14)]
        with pytest.raises(extension.error, match="113"):
            raw({"r": [{"g": 0}, {"$or": pairs}]})
        assert MOST_ALTERNATIVES < 15

    @pytest.mark.parametrize("size", [2, 12, 13, 40, 150])
    def test_alternatives_of_any_number_are_decided(self, size: int):
        pairs = tuple(All((weak(n), Not(Comparison("score", f"j{n}", "is", 0)))) for n in range(size))
        engine = engine_of({"r": Any(pairs)})
        for last in (0, 1000):
            scores = {f"i{n}": 1000 for n in range(size - 1)} | {f"i{size - 1}": 0, f"j{size - 1}": last}
            assert engine.truths(scores, {}, {}) == {"r": Truth(2 * (last > 0))}

    def test_products_of_alternatives_are_decided(self):
        condition = All(tuple(Any((weak(2 * n), weak(2 * n + 1))) for n in range(12)))  # 4,096 written out
        engine = engine_of({"r": condition})
        assert engine.truths({f"i{n}": 0 for n in range(24)}, {}, {}) == {"r": Truth.TRUE}
        assert engine.truths({f"i{n}": 0 for n in range(2, 24)}, {}, {}) == {"r": Truth.UNDETERMINED}

    def test_every_pattern_is_guarded_joins_nothing_and_asks_for_no_missing_property(self):
        base = random_base(Random(3), 80)
        for plan in Network({name: rule.when for name, rule in base.rules.items()}, {}).rulesets:
            for pair in plan.patterns.values():
                for pattern in pair:
                    text = json.dumps(pattern)
                    assert list(pattern) == ["v"]
                    assert text.startswith('{"v": {"$and": [{"g": ')
                    assert "$nex" not in text
                    assert "true" not in text  # booleans are 1 and 0
                    assert "e+" not in text  # exponents are refused by durable-rules


@needs_durable
class TestFacts:
    def test_durable_rules_loses_a_fact_of_260_properties_without_a_word(self):
        handle = raw({"r": [{"g": 0}, {"$gte": {"p0": 0}}]})
        _, state = extension.assert_facts(handle, raw_batch({f"p{n}": n for n in range(260)}))
        assert extension.start_action_for_state(handle, state)[1].startswith('{"keep"')
        extension.delete_ruleset(handle)
        assert MOST_PROPERTIES + 3 < 250

    def test_more_names_than_a_fact_can_hold_are_spread_over_groups(self):
        numbers = range(100)
        conditions: dict[str, Condition] = {f"r{n}": All(tuple(weak(40 * n + k) for k in range(40))) for n in numbers}
        truths = engine_of(conditions).truths({f"i{n}": 0 for n in range(4000)}, {}, {})
        assert set(truths.values()) == {Truth.TRUE}

    def test_large_amounts_compare_exactly(self):
        amount = 999_999_999_999_999
        engine = engine_of({"r": Comparison("fact", "money", "at-least", amount)})
        for value, truth in ((amount - 1, Truth.FALSE), (amount, Truth.TRUE), (amount + 1, Truth.TRUE)):
            assert engine.truths({}, {"money": value}, {}) == {"r": truth}
        assert engine.truths({}, {"money": 10**40}, {}) == {"r": Truth.TRUE}
        assert engine.truths({}, {"money": -(10**40)}, {}) == {"r": Truth.FALSE}

    def test_words_are_no_numbers_and_unknown_words_are_words(self):
        engine = engine_of({"r": Not(Comparison("fact", "w", "in", ("öffentlich", "low")))})
        for word, truth in (("öffentlich", 0), ("other", 2), ("2", 2)):
            assert engine.truths({}, {"w": word}, {}) == {"r": Truth(truth)}
        assert engine.truths({}, {}, {}) == {"r": Truth.UNDETERMINED}

    def test_zero_is_not_missing(self):
        engine = engine_of({"r": weak(1), "s": Not(weak(1))})
        assert engine.truths({"i1": 0}, {}, {}) == {"r": Truth.TRUE, "s": Truth.FALSE}
        assert engine.truths({}, {}, {}) == {"r": Truth.UNDETERMINED, "s": Truth.UNDETERMINED}


@needs_durable
class TestStates:
    def test_a_village_that_matches_nothing_is_answered_and_deleted(self):
        engine = engine_of({"r": weak(1)})
        for _ in range(1500):  # 1,024 states may live at a time; deleting one that never matched would crash
            assert engine.truths({"i1": 1000}, {}, {}) == {"r": Truth.FALSE}

    def test_each_batch_begins_with_the_fact_that_always_matches(self):
        seen, engine = [], engine_of({"r": weak(1)})
        ruleset = engine._rulesets[0]
        ruleset._extension = _with(
            assert_facts=lambda handle, batch: (seen.append(batch), extension.assert_facts(handle, batch))[1]
        )
        engine.truths({"i1": 0}, {}, {})
        facts = json.loads(seen[0])
        assert facts[0] == {"sid": "village", "id": "keep", "keep": 1}
        assert {fact["sid"] for fact in facts} == {"village"}

    def test_negation_over_findings_sees_the_finished_stratum(self):
        conditions: dict[str, Condition] = {"n0": weak(0)}
        for n in range(1, 30):
            conditions[f"n{n}"] = Not(Comparison("finding", f"n{n - 1}", "is", True))
        truths = engine_of(conditions).truths({"i0": 0}, {}, {})
        assert [truths[f"n{n}"] for n in range(30)] == [Truth.TRUE, Truth.FALSE] * 15

    def test_500_villages_leave_memory_flat(self):
        base = random_base(Random(11), 60)
        matcher = compile_rules(base, YEAR, "durable")
        villages = [random_village(Random(seed)) for seed in range(50)]
        for village in villages * 4:
            matcher.match(village)
        before = peak_memory()
        for village in villages * 10:  # the 5,000 are in benchmarks/test_match.py
            matcher.match(village)
        assert peak_memory() - before <= 6

    def test_an_engine_that_is_dropped_gives_its_memory_back(self):
        conditions: dict[str, Condition] = {f"r{n}": All((weak(n), weak(n + 1))) for n in range(200)}
        for _ in range(5):
            engine_of(conditions).truths({}, {}, {})
        gc.collect()
        before = peak_memory()
        for _ in range(40):  # 3 MB each where they are kept
            engine_of(conditions).truths({}, {}, {})
        assert peak_memory() - before <= 20


def _with(**replaced: Anything) -> SimpleNamespace:
    """Return the extension with some functions replaced."""
    names = [name for name in dir(extension) if not name.startswith("__")]
    return SimpleNamespace(**{**{name: getattr(extension, name) for name in names}, **replaced})


def _refusing(handle: int, batch: str) -> tuple[int, int]:
    extension.assert_facts(handle, batch)  # the state is half built when the error comes
    raise extension.error("Could not assert facts, error code: 303")


@needs_durable
class TestFailures:
    def test_after_an_error_the_ruleset_is_built_anew_and_the_next_village_is_right(self):
        base = random_base(Random(2), 40)
        conditions = {name: rule.when for name, rule in base.rules.items()}
        engine, reference = engine_of(conditions), ReferenceEngine(conditions, strata(conditions))
        for seed in range(20):
            village = random_village(Random(seed))
            for ruleset in engine._rulesets:
                ruleset._extension = _with(assert_facts=_refusing)
            with pytest.raises(EngineError, match=r"durable-rules failed: .*303"):
                engine.truths(village.scores, village.facts, {})
            for ruleset in engine._rulesets:
                ruleset._extension = extension
            truths = engine.truths(village.scores, village.facts, {})
            assert truths == reference.truths(village.scores, village.facts, {})

    def test_an_unexpected_answer_is_an_error(self):
        engine = engine_of({"r": weak(1)})
        engine._rulesets[0]._extension = _with(assert_facts=lambda *_: (2, 0))
        with pytest.raises(EngineError, match="answered 2"):
            engine.truths({}, {}, {})

    def test_stopping_before_the_last_rule_is_an_error(self):
        engine = engine_of({"r": weak(1)})
        engine._rulesets[0]._extension = _with(complete_and_start_action=lambda *_: None)
        with pytest.raises(EngineError, match="stopped before its last rule"):
            engine.truths({"i1": 0}, {}, {})

    def test_a_match_that_is_lost_is_an_error(self):
        engine = engine_of({"r": weak(1)})
        answers = iter(['{"keep":{}}'])
        engine._rulesets[0]._extension = _with(
            start_action_for_state=lambda *_: ("{}", '{"d0":{}}'),
            complete_and_start_action=lambda *_: next(answers, None),
        )
        with pytest.raises(EngineError, match="lost a match of the rule 'r'"):
            engine.truths({"i1": 0}, {}, {})


@needs_durable
class TestThreads:
    def test_no_thread_is_started_and_no_host_is_imported(self):
        code = (
            "import sys, threading\n"
            "from recommender.pipeline.matching.durable import DurableEngine\n"
            "from recommender.model.conditions import Comparison\n"
            "print(DurableEngine({'r': Comparison('score', 'i', 'below', 1)}, {}).truths({'i': 0}, {}, {})['r'].name)\n"
            "print(threading.active_count(), 'durable.lang' in sys.modules, 'durable.engine' in sys.modules)\n"
        )
        ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert ran.stdout.split() == ["TRUE", "1", "False", "False"]
        assert ran.stderr == ""

    def test_one_matcher_answers_four_threads(self):
        base = random_base(Random(4), 60)
        villages = [random_village(Random(seed)) for seed in range(100)]
        matcher, reference = (compile_rules(base, YEAR, name) for name in ("durable", "reference"))
        with ThreadPoolExecutor(4) as pool:
            answers = list(pool.map(matcher.match, villages))
        assert answers == [reference.match(village) for village in villages]
        assert threading.active_count() == 1


class TestWithoutDurable:
    def test_where_it_does_not_import_the_reference_answers(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(durable, "extension", lambda: None)
        assert available_engines() == ("reference",)
        assert compile_rules(base_of({"r": weak(1)}), YEAR).engine == "reference"
        with pytest.raises(UsageError, match="choose auto or one of reference"):
            compile_rules(base_of({"r": weak(1)}), YEAR, "durable")
        with pytest.raises(EngineError, match="--engine reference"):
            engine_of({"r": weak(1)})

    def test_importing_the_package_does_not_import_durable_rules(self):
        code = "import sys, recommender.pipeline.matching; print('durable_rules_engine' in sys.modules)"
        ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert ran.stdout.strip() == "False"
