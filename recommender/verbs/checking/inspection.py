"""What every check is given: the part of the knowledge base that can be judged, places, possible values, limits.

In: a knowledge base as loaded, even one with mistakes. Out: `Inspection`. A noun that names something which does not
exist is mended here (the name left out, a rule whose condition cannot be read left out), so that the checks behind it
still run and the reader gets all problems at once; the loader has already named what was left out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from recommender.knowledge.conditions import Truth, names_read
from recommender.knowledge.graph import led_into_circles
from recommender.knowledge.merging import Where
from recommender.knowledge.possible_values import PossibleValues, possible_values
from recommender.knowledge.solver import Wanted, counterexample, find
from recommender.knowledge.soundness import unsound
from recommender.language.errors import Problem, problem
from recommender.language.wording import Key
from recommender.model.conditions import Condition, Named, comparisons
from recommender.model.facts import Fact
from recommender.model.frameworks import Framework
from recommender.model.knowledge import Intervention, KnowledgeBase, Parameter, Rule
from recommender.model.nouns import Text
from recommender.model.settings import PARAMETER_NAMES
from recommender.verbs.checking.texts import PathPart, texts_of_base

# Parameters that a base may set for its own check, and what holds where it does not.
_LIMITS = {"check-stale-years": 10}


@dataclass(frozen=True)
class Inspection:
    """A sound part of a knowledge base and how to speak of it."""

    kb: KnowledgeBase
    places: Where | None = None  # of keys inside nouns, from the reading
    subjects: dict[Problem, str] = field(default_factory=dict)  # problem -> kind/name of the noun that it is about
    lost: frozenset[str] = frozenset()  # kind/name of what could not be read; kind/ of a whole file
    is_exact: bool = True  # all indices and the planner's parameters are there, so that claims over villages hold

    @property
    def is_whole(self) -> bool:
        """Whether every noun could be read: what is not here is nowhere."""
        return not self.lost

    @cached_property
    def texts(self) -> dict[tuple[str, str], list[tuple[tuple[PathPart, ...], Text]]]:
        """(kind, name) of each noun that counts -> its wordings with their key paths."""
        return texts_of_base(self.kb)

    @cached_property
    def possible_values(self) -> tuple[PossibleValues, ...]:
        """What names can be in each index; none where a claim over villages would not hold."""
        return possible_values(self.kb) if self.is_exact else ()

    def is_own(self, kind: str, name: str) -> bool:
        """Return whether the uppermost layers say something of a noun; where there are no overlays, always."""
        overlays = self.kb.overlays
        return not overlays or any((c.kind, c.name) == (kind, name) for overlay in overlays for c in overlay.changes)

    def occurs(self, *wanted: Wanted) -> bool:
        """Return whether some village, in some framework at some date, makes the conditions what is wanted of them.

        Raises
        ------
        TooWideError
            If one of them is too wide to tell.
        """
        return any(
            find(possible, [(possible.expanded(condition), truth) for condition, truth in wanted]) is not None
            for possible in self.possible_values
        )

    def implies(self, first: Condition, second: Condition) -> bool:
        """Return whether every village that makes the first true makes the second true, and there are such villages.

        Raises
        ------
        TooWideError
            If one of them is too wide to tell.
        """
        return all(
            counterexample(possible, possible.expanded(first), possible.expanded(second)) is None
            for possible in self.possible_values
        ) and self.occurs((first, Truth.TRUE))

    def limit(self, name: str) -> int:
        """Return a limit of the check itself, at the date of the knowledge."""
        if name in self.kb.parameters:
            return self.kb.parameters[name].at(self.kb.about.date)
        return _LIMITS[name]

    def where(self, kind: str, name: str, *path: PathPart) -> str:
        """Return file and line of a noun or of a key inside it."""
        if self.places is not None:
            return self.places(kind, name, path)
        return self.kb.places.get(f"{kind}/{name}", f"{kind}/{name}")

    def problem(self, key: Key, kind: str, name: str, /, *path: PathPart, **values: object) -> Problem:
        """Return the catalog's problem at the place of a noun, or of a key inside it."""
        found = problem(self.where(kind, name, *path), key, **values)
        self.subjects[found] = f"{kind}/{name}"
        return found


def inspect(kb: KnowledgeBase, places: Where | None = None) -> Inspection:
    """Return the inspection of the base without what cannot be judged: see the module."""
    kb = _without(kb, unsound(kb))
    names = {f"{kind}/{name}" for kind in KnowledgeBase.model_fields for name in _table(kb, kind)}
    lost = frozenset(kb.places.keys() - names)
    sound = _sound(kb)
    kept = all(sound.frameworks[name] is framework for name, framework in kb.frameworks.items())
    read = {name for fact in kb.facts.values() if fact.derived is not None for name in fact.derived.levels}
    kept = kept and not any(place.startswith("frameworks/") for place in lost)
    is_exact = kept and read <= kb.frameworks.keys() and {*PARAMETER_NAMES} <= sound.parameters.keys()
    return Inspection(sound, places, lost=lost, is_exact=is_exact)


def _without(kb: KnowledgeBase, broken: Collection[str]) -> KnowledgeBase:
    tables = {kind: _table(kb, kind) for kind in {place.partition("/")[0] for place in broken}}
    kept = {
        kind: {name: noun for name, noun in table.items() if f"{kind}/{name}" not in broken}
        for kind, table in tables.items()
    }
    return _fresh(kb.model_copy(update=kept)) if broken else kb


def _table(kb: KnowledgeBase, kind: str) -> Mapping[str, object]:
    table = getattr(kb, kind)
    return table if isinstance(table, Mapping) else {}


def _sound(kb: KnowledgeBase) -> KnowledgeBase:
    parameters = {name: noun for name, noun in kb.parameters.items() if _has_values(noun)}
    dimensions = {
        name: noun
        for name, noun in kb.dimensions.items()
        if noun.cut_off in parameters and parameters[noun.cut_off].unit == "score"
    }
    indicators = {name: noun for name, noun in kb.indicators.items() if noun.dimension in dimensions}
    facts = {name: _fact(noun, indicators) for name, noun in kb.facts.items()}
    base = kb.model_copy(
        update={
            "parameters": parameters,
            "dimensions": dimensions,
            "indicators": indicators,
            "facts": facts,
            "frameworks": {name: _framework(noun, indicators) for name, noun in kb.frameworks.items()},
        }
    )
    rules = {name: rule for name, rule in kb.rules.items() if rule.when is not None}
    rules = {name: rule for name, rule in rules.items() if _readable(rule.when, base, kb.rules)}
    reads = {name: names_read(rule.when, "finding") & rules.keys() for name, rule in rules.items()}
    circular = led_into_circles(reads)
    rules = {name: rule for name, rule in rules.items() if name not in circular}
    works = {name: _work(work, kb, base, rules) for name, work in kb.interventions.items()}
    rules = {
        name: rule
        for name, rule in rules.items()
        if (rule.about in ("self", "none") or rule.about in indicators) and works.keys() >= {*rule.calls}
    }
    readiness = {name: noun for name, noun in kb.readiness.items() if _readable(noun.when, base, rules)}
    accepted = {n: e for n, e in kb.accepted.items() if e.when is None or _readable(e.when, base, rules)}
    sound = {
        name: indicator
        if indicator.doubtful_when is None or _readable(indicator.doubtful_when, base, kb.rules)
        else indicator.model_copy(update={"doubtful_when": None})
        for name, indicator in indicators.items()
    }
    return _fresh(
        base.model_copy(
            update={
                "rules": rules,
                "interventions": works,
                "indicators": sound,
                "readiness": readiness,
                "accepted": accepted,
            }
        )
    )


def _fresh(kb: KnowledgeBase) -> KnowledgeBase:
    """Return the base without what was computed from its earlier parts."""
    values = {name: getattr(kb, name) for name in KnowledgeBase.model_fields}
    return KnowledgeBase.model_construct(_fields_set=None, **values)


def _has_values(parameter: Parameter) -> bool:
    numbers = [value for value in parameter.values.values() if isinstance(value, int | float)]
    return bool(numbers) and len(numbers) == len(parameter.values)


def _fact(fact: Fact, indicators: Collection[str]) -> Fact:
    known = fact.derived is None or fact.derived.indicator in indicators
    return fact if known else fact.model_copy(update={"derived": None})


def _framework(framework: Framework, indicators: Collection[str]) -> Framework:
    items = {code: item for code, item in framework.items.items() if item.indicator in indicators and item.levels}
    if len(items) == len(framework.items):
        return framework
    return Framework.model_construct(**{**dict(framework), "items": items})


def _work(work: Intervention, kb: KnowledgeBase, base: KnowledgeBase, rules: dict[str, Rule]) -> Intervention:
    works = kb.interventions
    applies = work.applies_when
    readable = applies is None or _readable(applies, base, rules)
    subjects = {*base.indicators, *rules, "prerequisite"}
    met = {k: c for k, c in work.met_when.items() if k in subjects and _readable(c, base, rules)}
    return work.model_copy(
        update={
            "requires": _among(work.requires, works),
            "requires_any": tuple(group for group in work.requires_any if works.keys() >= {*group}),
            "excludes": _among(work.excludes, works),
            "enhanced_by": _among(work.enhanced_by, works),
            "improves": {name: effect for name, effect in work.improves.items() if name in base.indicators},
            "applies_when": applies if readable else None,
            "met_when": met,
        }
    )


def _among(names: Iterable[str], known: Collection[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name in known)


def _readable(condition: Condition | None, base: KnowledgeBase, rules: Collection[str]) -> bool:
    """Return whether every name in the condition exists and every bound fits what it is compared with."""
    if condition is None:
        return False
    known: dict[str, Collection[str]] = {"score": base.indicators, "fact": base.facts, "finding": rules}
    for comparison in comparisons(condition):
        operand = comparison.operand
        if comparison.name not in known[comparison.reads]:
            return False
        if isinstance(operand, Named) and operand.name not in base.parameters:
            return False
        if comparison.reads == "fact" and comparison.word not in ("is", "in"):
            number = isinstance(operand, Named) or (isinstance(operand, int) and not isinstance(operand, bool))
            if not number or base.facts[comparison.name].type in ("yes-no", "word"):
                return False
    return True
