"""Findings: marks by their definition, evidence, order of rules, and engines that agree on every input."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from properties import tries
from random_rules import base_of, random_base, random_condition, random_village, random_village_of

from recommender.knowledge.conditions import Known, Truth, evaluate
from recommender.knowledge.loader import load_knowledge
from recommender.knowledge.strata import strata
from recommender.language.errors import EngineError, KnowledgeError, UsageError
from recommender.model.conditions import All, Any, Comparison, Condition, Interval, KnownFact, Not
from recommender.model.findings import Evidence, Matched, Observed
from recommender.model.knowledge import KnowledgeBase
from recommender.pipeline.matching.matcher import available_engines, compile_rules
from recommender.pipeline.matching.network import LARGEST, MOST_PROPERTIES, MOST_UNITS, Network
from recommender.pipeline.matching.normal import groups, narrowed, normal_form, width

ENGINES = available_engines()
YEAR = 2024
SEEDS = st.integers(0, 2**32 - 1)
WEAK = Comparison("score", "water", "below", 800)
MANY = Comparison("fact", "households", "at-least", 50_000)
COAST = Comparison("fact", "coastal", "is", True)


def finding(name: str) -> Comparison:
    return Comparison("finding", name, "is", True)


def match(engine: str, conditions: dict[str, Condition], observed: Observed, **options: bool) -> Matched:
    return compile_rules(base_of(conditions), YEAR, engine).match(observed, **options)


def rules(matched: Matched) -> list[str]:
    return [found.rule for found in matched.findings]


@pytest.mark.parametrize("engine", ENGINES)
class TestOneVillage:
    def test_a_finding_holds_its_evidence_sorted_and_once(self, engine: str):
        condition = All((Any((MANY, COAST)), WEAK, Not(Not(WEAK)), Not(finding("dry"))))
        observed = Observed({"water": 400}, {"households": 120_000, "coastal": False})
        (found,) = match(engine, {"rule": condition, "dry": COAST}, observed).findings
        assert (found.rule, found.about, found.dimension) == ("rule", "self", "people")
        assert found.evidence == (
            Evidence("score", "water", 400, "below", 800),
            Evidence("fact", "households", 120_000, "at-least", 50_000),
            Evidence("finding", "dry", False, "is", True),
        )
        assert (found.assumed, found.doubtful, found.assumes) == (False, False, ())

    def test_an_open_rule_names_what_would_settle_it_through_findings(self, engine: str):
        conditions = {"a": All((WEAK, MANY)), "b": Any((finding("a"), COAST))}
        matched = match(engine, conditions, Observed({"water": 400}, {}))
        assert [(u.rule, u.missing) for u in matched.undetermined] == [
            ("a", ("households",)),
            ("b", ("coastal", "households")),
        ]
        assert not matched.findings

    def test_an_assumption_is_marked_through_findings_and_switched_off(self, engine: str):
        conditions = {"a": MANY, "b": finding("a"), "c": Not(finding("a")), "d": Not(finding("c"))}
        observed = Observed({}, {}, assumed={"households": 600_000})
        matched = match(engine, conditions, observed)
        assert [(f.rule, f.assumed, f.assumes) for f in matched.findings] == [
            (rule, True, ("households",)) for rule in "abd"
        ]
        measured = match(engine, conditions, observed, measured_only=True)
        assert not measured.findings
        assert [u.rule for u in measured.undetermined] == ["a", "b", "c", "d"]

    def test_a_finding_that_measured_values_suffice_for_rests_on_no_assumption(self, engine: str):
        (found,) = match(engine, {"a": Any((WEAK, MANY))}, Observed({"water": 0}, {}, {"households": 600_000})).findings
        assert (found.assumed, found.assumes) == (False, ())

    def test_a_known_fact_is_never_replaced_by_an_assumption(self, engine: str):
        observed = Observed({}, {"households": 10_000}, assumed={"households": 600_000})
        assert match(engine, {"a": MANY}, observed).findings == ()

    def test_doubt_is_marked_only_where_the_finding_rests_on_it(self, engine: str):
        conditions = {"a": WEAK, "b": Any((WEAK, COAST)), "c": finding("a")}
        observed = Observed({"water": 0}, {"coastal": True}, doubtful=frozenset({"water"}))
        matched = match(engine, conditions, observed)
        assert [(f.rule, f.doubtful) for f in matched.findings] == [("a", True), ("b", False), ("c", True)]

    def test_a_fact_from_a_doubtful_indicator_is_doubtful(self, engine: str):
        observed = Observed({}, {"households": Interval(60_000, 90_000)}, doubtful_facts=frozenset({"households"}))
        (found,) = match(engine, {"a": MANY}, observed).findings
        assert found.doubtful

    def test_an_interval_across_the_threshold_leaves_the_rule_open(self, engine: str):
        matched = match(engine, {"a": MANY}, Observed({}, {"households": Interval(49_999, 50_000)}))
        assert [u.missing for u in matched.undetermined] == [("households",)]

    def test_a_retired_rule_makes_no_finding(self, engine: str):
        base = base_of({"a": WEAK, "b": WEAK})
        retired = {**base.rules, "b": base.rules["b"].model_copy(update={"status": "retired"})}
        base = KnowledgeBase.model_construct(parameters={}, places={}, rules=retired)
        assert rules(compile_rules(base, YEAR, engine).match(Observed({"water": 0}))) == ["a"]

    def test_the_order_of_rules_and_of_the_village_changes_nothing(self, engine: str):
        base, observed = random_base(Random(5), 40), random_village(Random(6))
        turned = base_of({name: base.rules[name].when for name in reversed(base.rules)})
        backwards = Observed(
            dict(reversed(observed.scores.items())),
            dict(reversed(observed.facts.items())),
            dict(reversed(observed.assumed.items())),
            observed.doubtful,
            observed.doubtful_facts,
        )
        assert compile_rules(base, YEAR, engine).match(observed) == compile_rules(turned, YEAR, engine).match(backwards)

    def test_a_matcher_is_made_once_for_each_year_and_survives_pickling(self, engine: str):
        base, observed = random_base(Random(5), 40), random_village(Random(6))
        matcher = compile_rules(base, YEAR, engine)
        assert compile_rules(base, YEAR, engine) is matcher
        assert compile_rules(base, YEAR - 1, engine) is not matcher
        assert matcher.engine == engine
        assert pickle.loads(pickle.dumps(matcher)).match(observed) == matcher.match(observed)

    def test_a_base_without_rules_finds_nothing(self, engine: str):
        assert match(engine, {}, Observed({"water": 0})) == Matched((), ())


def _by_definition(base: KnowledgeBase, observed: Observed) -> tuple[dict[str, tuple[bool, bool]], set[str]]:
    """Return rule -> (assumed, doubtful) of the findings, and the open rules, by three whole passes."""

    def truths(scores: Mapping[str, int], facts: Mapping[str, KnownFact]) -> dict[str, Truth]:
        known: dict[str, Truth] = {}
        for rule in base.rules:  # a random rule reads only findings of rules before it
            known[rule] = evaluate(base.rules[rule].when, Known(scores, facts, known))
        return known

    filled = {**observed.assumed, **observed.facts}
    full, measured = truths(observed.scores, filled), truths(observed.scores, observed.facts)
    sure = truths(
        {k: v for k, v in observed.scores.items() if k not in observed.doubtful},
        {k: v for k, v in filled.items() if k not in observed.doubtful_facts},
    )
    found = {r: (measured[r] is not Truth.TRUE, sure[r] is not Truth.TRUE) for r in full if full[r] is Truth.TRUE}
    return found, {r for r in full if full[r] is Truth.UNDETERMINED}


@tries(40)
@given(SEEDS)
def test_engines_agree_with_the_definition_of_the_marks(seed: int):
    random = Random(seed)
    base = random_base(random, random.choice([1, 5, 30, 80]))
    for _ in range(8):
        observed = random_village(random)
        found, undetermined = _by_definition(base, observed)
        answers = [compile_rules(base, YEAR, engine).match(observed) for engine in ENGINES]
        assert {f.rule: (f.assumed, f.doubtful) for f in answers[0].findings} == found
        assert {u.rule for u in answers[0].undetermined} == undetermined
        assert rules(answers[0]) == sorted(found)
        assert all(answer == answers[0] for answer in answers)


def test_engines_agree_on_the_shipped_rules():
    base = load_knowledge()
    matchers = [compile_rules(base, YEAR, engine) for engine in ENGINES]
    for seed in range(150):
        observed = random_village_of(Random(seed), base, asked=seed % 3 / 2)
        answers = [matcher.match(observed) for matcher in matchers]
        assert all(answer == answers[0] for answer in answers), f"village {seed}"
        assert len(answers[0].findings) + len(answers[0].undetermined) <= len(base.active_rules)


@tries(20)
@given(SEEDS)
def test_engines_agree_without_assumptions(seed: int):
    random = Random(seed)
    base, observed = random_base(random, 40), random_village(random)
    answers = [compile_rules(base, YEAR, engine).match(observed, measured_only=True) for engine in ENGINES]
    bare = Observed(observed.scores, observed.facts, {}, observed.doubtful, observed.doubtful_facts)
    assert all(answer == compile_rules(base, YEAR, "reference").match(bare) for answer in answers)
    assert not any(f.assumed for f in answers[0].findings)


@tries(40)
@given(SEEDS)
def test_marks_and_reasons_of_findings_fit_together(seed: int):
    random = Random(seed)
    base, observed = random_base(random, 60), random_village(random)
    matched = compile_rules(base, YEAR, "reference").match(observed)
    for found in matched.findings:
        assert found.evidence
        assert bool(found.assumes) == found.assumed
        assert set(found.assumes) <= observed.assumed.keys()
    for undetermined in matched.undetermined:
        assert undetermined.missing
        for name in undetermined.missing:
            known = observed.scores.get(name, {**observed.assumed, **observed.facts}.get(name))
            assert known is None or isinstance(known, Interval)


@tries(200)
@given(SEEDS)
def test_the_normal_form_and_its_helpers_mean_the_same(seed: int):
    random = Random(seed)
    condition, village = random_condition(random, ["a", "b"], 4), random_village(random)
    findings = {name: random.choice(list(Truth)) for name in ("a", "b")}
    limit = random.choice([2, 3, 12])
    parts = narrowed("rule", normal_form(condition, frozenset()), limit)
    known = Known(village.scores, village.facts, findings)
    for name, part in parts.items():
        assert max(width(part), groups(part)) <= limit
        findings[name] = evaluate(_with_findings(part), known)
    assert findings["rule"] is evaluate(condition, known)


def _with_findings(part: Condition) -> Condition:
    """Return the normal form with findings asked as conditions ask them."""
    if isinstance(part, Comparison):
        return Comparison("finding", part.name, "is", part.word == "at-least") if part.reads == "finding" else part
    if isinstance(part, Not):
        return part
    return type(part)(tuple(_with_findings(member) for member in part.members))


def test_groups_stay_within_the_match_stack_and_the_property_limit():
    base = random_base(Random(1), 150, depth=4)
    network = Network({name: rule.when for name, rule in base.rules.items()}, {})
    made = [group for plan in network.rulesets for group in plan.groups]
    assert all(2 * len(group.rules) <= MOST_UNITS for group in made)
    assert all(len(group.properties) <= MOST_PROPERTIES for group in made)
    assert sorted(rule for group in made for rule in group.rules) == sorted(network.owners)


def test_strata_put_each_rule_right_after_what_it_reads():
    conditions = {"c": All((finding("a"), Not(finding("b")))), "b": finding("a"), "a": WEAK, "d": COAST}
    assert strata(conditions) == (("a", "d"), ("b",), ("c",))
    assert strata({}) == ()


def test_circles_are_refused_each_by_its_names_and_place():
    conditions = {
        "b": finding("c"),
        "a": Not(Any((WEAK, finding("b")))),
        "c": finding("a"),
        "d": finding("e"),
        "e": finding("d"),
        "f": Not(finding("f")),
    }
    with pytest.raises(KnowledgeError) as error:
        strata(conditions, {"rules/a": "rules/people/a.yaml:3"})
    lines = [str(problem) for problem in error.value.problems]
    assert len(lines) == 3
    assert lines[0].startswith("rules: finding-cycle: 'd' reads 'e' reads 'd': ")
    assert lines[1].startswith("rules: negation-cycle: 'f' reads 'f': ")
    assert lines[2].startswith("rules/people/a.yaml:3: negation-cycle: 'a' reads 'b' reads 'c' reads 'a': ")


def test_not_of_not_is_no_negation():
    with pytest.raises(KnowledgeError, match="finding-cycle"):
        strata({"a": Not(Not(finding("b"))), "b": finding("a")})


def test_a_finding_that_no_active_rule_makes_is_refused_with_the_nearest_name():
    with pytest.raises(KnowledgeError, match=r"unknown-finding: .*Did you mean 'offline'\?"):
        strata({"offline": WEAK, "b": finding("ofline")})


def test_an_unknown_engine_is_refused():
    with pytest.raises(UsageError, match="there is no engine 'fast' here; choose auto or one of"):
        compile_rules(base_of({}), YEAR, "fast")
    assert compile_rules(base_of({}), YEAR).engine == available_engines()[0]


def test_limits_of_the_network_are_problems_that_name_the_rule():
    numbers = tuple(Comparison("fact", f"n{number}", "below", 1000) for number in range(MOST_PROPERTIES // 2 + 1))
    conditions = {"huge": Comparison("fact", "money", "below", LARGEST), "broad": All((*numbers, WEAK))}
    with pytest.raises(KnowledgeError) as error:
        Network(conditions, {"rules/huge": "rules/economy/huge.yaml:4"})
    assert [(p.where, p.code) for p in error.value.problems] == [
        ("rules/broad", "too-many-names"),
        ("rules/economy/huge.yaml:4", "number-too-large"),
    ]


@pytest.mark.parametrize(("facts", "told"), [({"coastal": 3}, "yes or no"), ({"households": 1.5}, "integers")])
def test_values_of_a_wrong_type_never_reach_the_network(facts, told):
    with pytest.raises(EngineError, match=told):
        Network({"a": COAST, "b": MANY}, {}).encoded({}, facts)
