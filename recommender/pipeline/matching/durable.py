"""The durable engine: rules decided by durable-rules (Rete, in C). The only file that knows this package.

In: resolved conditions. Out: the truth of each rule, equal to the reference. The package is old and can be brought
to crash, to hang or to lose matches without a word; tests/test_durable_guards.py holds each guard below:

- every state begins with a `keep` fact that a catch-all rule matches, and is deleted after the village;
- groups stay within the match stack, facts within the property limit (`network`); patterns carry the group's guard;
- no consequent is ever called: the names of the matches are read from the extension directly, so nothing can be
  swallowed or cut short, no timer thread exists, and `keep`, defined last, must be the last match;
- after any error the ruleset is thrown away and built anew; a village is never half matched;
- one lock for each engine: the extension must not be entered twice.
"""

from __future__ import annotations

import json
import threading
import warnings
import weakref
from collections.abc import Mapping
from functools import cache
from types import ModuleType

from recommender.knowledge.conditions import Truth
from recommender.language.errors import EngineError, problem
from recommender.model.conditions import Condition, KnownFact
from recommender.pipeline.matching.network import Network, RulesetPlan

_STATE = "village"
_HANDLED = (0, 1)  # 1: some fact of the batch matched nothing, which is normal
_KEEP = "keep"


@cache
def extension() -> ModuleType | None:
    """Return the C extension of durable-rules, or None where it does not import (Python 3.13 and later)."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        try:
            import durable_rules_engine
        except ImportError:
            return None
    module: ModuleType = durable_rules_engine
    return module


class DurableEngine:
    """Decides rules with durable-rules, one ruleset after the other, each reading the findings of those before.

    Parameters
    ----------
    conditions
        Rule -> resolved condition.
    places
        `rules/<name>` -> file and line, for messages.

    Raises
    ------
    KnowledgeError
        If the rules form a circle or break a limit of the network.
    EngineError
        If durable-rules is not installed.
    """

    name = "durable"

    def __init__(self, conditions: Mapping[str, Condition], places: Mapping[str, str]):
        self._made_of = (dict(conditions), dict(places))
        self._network = Network(conditions, places)
        self._rulesets = [_Ruleset(plan) for plan in self._network.rulesets]
        self._lock = threading.Lock()

    def __reduce__(self) -> tuple[type[DurableEngine], tuple[dict[str, Condition], dict[str, str]]]:
        """Pickle what the engine is made of: handles and locks stay in their process."""
        return DurableEngine, self._made_of

    def truths(
        self, scores: Mapping[str, int], facts: Mapping[str, KnownFact], settled: Mapping[str, Truth]
    ) -> dict[str, Truth]:
        """Return the truth of every rule; those in `settled` are taken as they stand there.

        Raises
        ------
        EngineError
            If the extension fails; the engine is sound again for the next village.
        """
        network, truths = self._network, dict(settled)
        values = network.encoded(scores, facts)
        for rule, truth in settled.items():
            network.record(values, rule, truth is Truth.TRUE, truth is not Truth.FALSE)
        with self._lock:
            for ruleset in self._rulesets:
                open_groups = [
                    number
                    for number, group in enumerate(ruleset.plan.groups)
                    if any(network.owners[rule] not in settled for rule in group.rules)
                ]
                if not open_groups:
                    continue
                matched = ruleset.matched(values, open_groups)
                for number in open_groups:
                    for rule in ruleset.plan.groups[number].rules:
                        if network.owners[rule] in settled:
                            continue
                        definitely, possibly = ("d", rule) in matched, ("p", rule) in matched
                        if definitely and not possibly:
                            raise EngineError(f"durable-rules lost a match of the rule '{rule}'.")
                        network.record(values, rule, definitely, possibly)
                        if network.owners[rule] == rule:
                            truths[rule] = Truth(definitely + possibly)
        return truths


class _Ruleset:
    """One ruleset of the extension; its memory is freed with it."""

    def __init__(self, plan: RulesetPlan):
        module = extension()
        if module is None:
            raise EngineError([problem("--engine", "no-durable-rules")])
        self.plan = plan
        self._extension = module
        self._names = {f"{way}{number}": (way, rule) for number, rule in enumerate(plan.patterns) for way in "dp"}
        self._handles = [self._defined()]
        weakref.finalize(self, _freed, module, self._handles).atexit = False

    def _defined(self) -> int:
        definition = {
            name: {"all": [self.plan.patterns[rule][way == "p"]]} for name, (way, rule) in self._names.items()
        }
        definition[_KEEP] = {"all": [{"k": {"$ex": {_KEEP: 1}}}]}
        handle: int = self._extension.create_ruleset("rules", json.dumps(definition, allow_nan=False))
        return handle

    def matched(self, values: Mapping[str, int], groups: list[int]) -> set[tuple[str, str]]:
        """Return what the village matches in the groups: `d` (definitely) or `p` (possibly), and the rule.

        Raises
        ------
        EngineError
            If the extension refuses the village or stops early.
        """
        batch: list[dict[str, int | str]] = [{"sid": _STATE, "id": _KEEP, _KEEP: 1}]
        for number in groups:
            fact: dict[str, int | str] = {name: values[name] for name in self.plan.groups[number].properties}
            batch.append({**fact, "sid": _STATE, "id": f"g{number}", "g": number})
        try:
            names = self._fired(json.dumps(batch, allow_nan=False))
            self._extension.delete_state(self._handles[0], _STATE)
        except BaseException as error:  # the state may be half built: deleting it could crash
            _freed(self._extension, self._handles)
            self._handles.append(self._defined())
            if isinstance(error, Exception):
                raise EngineError(f"durable-rules failed: {error}.") from error
            raise
        if not names or names[-1] != _KEEP:
            raise EngineError("durable-rules stopped before its last rule.")
        return {self._names[name] for name in names[:-1]}

    def _fired(self, batch: str) -> list[str]:
        handle = self._handles[0]
        code, state = self._extension.assert_facts(handle, batch)
        if code not in _HANDLED:
            raise EngineError(f"assert_facts answered {code}")
        names: list[str] = []
        started = self._extension.start_action_for_state(handle, state)
        message = started[1] if started else None
        while message:
            names.append(message[2 : message.index('"', 2)])  # {"<rule>":{…the whole fact…}}: only the rule matters
            message = self._extension.complete_and_start_action(handle, state)
        return names


def _freed(module: ModuleType, handles: list[int]) -> None:
    while handles:
        module.delete_ruleset(handles.pop())
