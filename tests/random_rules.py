"""Random rule bases and villages, seeded: shared by the tests of conditions and matching and by their benchmarks.

Thresholds are values that occur in villages, so that ties are exercised; every operator, `not` at any depth, chains
of findings, negation of findings, missing values, intervals, assumptions and doubts are drawn.
"""

from __future__ import annotations

from random import Random

from recommender.model.conditions import All, Any, Comparison, Condition, Interval, KnownFact, Not
from recommender.model.findings import Observed
from recommender.model.knowledge import KnowledgeBase, Rule

SCORES = tuple(f"indicator-{number:02d}" for number in range(50))
YES_NO = tuple(f"claim-{number:02d}" for number in range(20))
WORDS = tuple(f"word-{number:02d}" for number in range(8))
NUMBERS = tuple(f"number-{number:02d}" for number in range(20))
_LEVELS = (0, 200, 400, 600, 800, 1000)
_AMOUNTS = (-1500, 0, 1, 250, 500, 1000, 3000, 2_100_000, 330_000_000_000)
_TERMS = ("low", "medium", "high", "none", "öffentlich")


def random_comparison(random: Random, findings: list[str]) -> Comparison:
    """Return a comparison of a score, a fact of one of three types, or one of the findings."""
    kind = random.choice(["score"] * 5 + ["yes-no", "word", "number"] + ["finding"] * (2 if findings else 0))
    if kind == "finding":
        return Comparison("finding", random.choice(findings), "is", True)
    if kind == "yes-no":
        if random.random() < 0.1:
            return Comparison("fact", random.choice(YES_NO), "in", (True, False))
        return Comparison("fact", random.choice(YES_NO), "is", random.random() < 0.5)
    if kind == "word":
        name = random.choice(WORDS)
        if random.random() < 0.5:
            return Comparison("fact", name, "is", random.choice(_TERMS))
        return Comparison("fact", name, "in", tuple(random.sample(_TERMS, random.randint(1, 4))))
    name = random.choice(SCORES if kind == "score" else NUMBERS)
    values = _LEVELS if kind == "score" else _AMOUNTS
    word = random.choice(["below", "at-most", "above", "at-least"] * 3 + ["is", "in"])
    reads = "score" if kind == "score" else "fact"
    if word == "in":
        return Comparison(reads, name, "in", tuple(random.sample(values, random.randint(1, 4))))
    return Comparison(reads, name, word, random.choice(values))  # type: ignore[arg-type]


def random_condition(random: Random, findings: list[str], depth: int = 3) -> Condition:
    """Return a tree of at most the depth."""
    shape = random.random()
    if depth == 0 or shape < 0.3:
        return random_comparison(random, findings)
    if shape < 0.42:
        return Not(random_condition(random, findings, depth - 1))
    members = tuple(random_condition(random, findings, depth - 1) for _ in range(random.randint(1, 4)))
    return All(members) if shape < 0.75 else Any(members)


def random_base(random: Random, rules: int, depth: int = 3) -> KnowledgeBase:
    """Return a knowledge base of rules, each of which may read findings of those before it."""
    conditions: dict[str, Condition] = {}
    for number in range(rules):
        near = list(conditions)[-30:]
        conditions[f"rule-{number:03d}"] = random_condition(random, near if random.random() < 0.4 else [], depth)
    return base_of(conditions)


def usual_base(random: Random, rules: int) -> KnowledgeBase:
    """Return rules of the shape that people write, for benchmarks.

    One to four comparisons, most of weak scores; a third with an `any` of two or three; a fifth read a finding.
    """
    conditions: dict[str, Condition] = {}

    def usual() -> Comparison:
        kind = random.random()
        if kind < 0.7:
            return Comparison("score", random.choice(SCORES), "below", random.choice(_LEVELS[1:5]))
        if kind < 0.85:
            return Comparison("fact", random.choice(YES_NO), "is", random.random() < 0.5)
        return Comparison("fact", random.choice(NUMBERS), random.choice(["above", "at-least"]), random.choice(_AMOUNTS))

    for number in range(rules):
        members: list[Condition] = [usual() for _ in range(random.randint(1, 4))]
        if random.random() < 0.35:
            members.append(Any(tuple(usual() for _ in range(random.randint(2, 3)))))
        if conditions and random.random() < 0.2:
            read = Comparison("finding", random.choice(list(conditions)), "is", True)
            members.append(Not(read) if random.random() < 0.3 else read)
        conditions[f"rule-{number:03d}"] = All(tuple(members))
    return base_of(conditions)


def base_of(conditions: dict[str, Condition], **tables: object) -> KnowledgeBase:
    """Return a knowledge base that holds these rules and nothing else, unless tables are given."""
    rules = {
        name: Rule.model_construct(status="active", dimension="people", when=condition, about="self")
        for name, condition in conditions.items()
    }
    return KnowledgeBase.model_construct(**{"parameters": {}, "places": {}, "rules": rules, **tables})  # type: ignore[arg-type]


def random_village(random: Random, missing: float | None = None) -> Observed:
    """Return what is observed of a village; a share of everything is missing, drawn for each village if not given."""
    gone = random.choice([0.0, 0.1, 0.5, 1.0]) if missing is None else missing
    scores = {name: random.choice(_LEVELS) for name in SCORES if random.random() >= gone}
    facts: dict[str, KnownFact] = {}
    assumed: dict[str, bool | int | str] = {}
    values: list[tuple[str, KnownFact]] = [(name, random.random() < 0.5) for name in YES_NO]
    values += [(name, random.choice(_TERMS)) for name in WORDS]
    values += [(name, random_number(random)) for name in NUMBERS]
    for name, value in values:
        if random.random() >= gone:
            facts[name] = value
        elif random.random() < 0.6 and not isinstance(value, Interval):
            assumed[name] = value
    doubtful = frozenset(name for name in SCORES if random.random() < 0.06)
    doubtful_facts = frozenset(name for name in sorted(facts) if random.random() < 0.03)
    return Observed(scores, facts, assumed, doubtful, doubtful_facts)


def random_village_of(random: Random, base: KnowledgeBase, asked: float) -> Observed:
    """Return what is observed of a village with the base's own indicators and facts; a share of facts is known."""
    (framework, *_) = base.frameworks.values()
    levels = {item.indicator: item.values for item in framework.items.values()}
    scores = {name: framework.score(random.choice(values)) for name, values in levels.items() if random.random() < 0.95}
    facts: dict[str, KnownFact] = {}
    assumed: dict[str, bool | int | str] = {}
    for name, fact in base.facts.items():
        value: KnownFact = random.random() < 0.5
        if fact.type == "word":
            value = random.choice(list(fact.words))
        elif fact.type != "yes-no":
            value = random_number(random)
        if random.random() < asked:
            facts[name] = value
        elif fact.assumption is not None and not isinstance(value, Interval):
            assumed[name] = value
    return Observed(scores, facts, assumed, frozenset(name for name in scores if random.random() < 0.04))


def random_number(random: Random) -> KnownFact:
    """Return an amount, exact or as an interval (which may be of one value)."""
    ends = sorted((random.choice(_AMOUNTS), random.choice(_AMOUNTS)))
    return Interval(*ends) if random.random() < 0.3 else ends[0]
