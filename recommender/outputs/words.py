"""Nouns of a plan in words: names, published levels, amounts, facts, deferrals, in one language.

In: the knowledge base (for names and units) and what a plan document says. Out: phrases, not yet escaped. A name that
the knowledge base does not hold (an older document) stays as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from recommender.language.money import format_rupiah
from recommender.language.numbers import decimal, number, percent
from recommender.language.wording import Key, has_term, say, term
from recommender.model.conditions import Interval
from recommender.model.knowledge import KnowledgeBase
from recommender.model.plan import Change, Deferred, Plan, Step
from recommender.model.plan_parts import BothLanguages, EvidenceEntry
from recommender.model.sharing import Shared
from recommender.model.village import plain_known

_BOUNDS = re.compile(r"^-?[\d.]+?\.\.-?[\d.]+$")
_FACT_DETAILS = ("because", "assumed", "missing")
_MONEY_DETAILS = ("cost", "limit", "running-cost", "budget", "left", "total", "amount")
NAMES_SHOWN = 3
NameKind = Literal["work", "indicator", "fact", "rule", "source"]


@dataclass(frozen=True, slots=True)
class Words:
    """Phrases in a language, with the names of a knowledge base."""

    kb: KnowledgeBase
    lang: str

    def say(self, key: Key, /, **values: object) -> str:
        return say(self.lang, key, **values)

    def term(self, group: str, value: str, /, **values: object) -> str:
        """Return what a value of a group of the catalog is called."""
        return term(self.lang, group, value, **values)

    def text(self, both: BothLanguages) -> str:
        return both.en if self.lang == "en" else both.id

    def money(self, amount: int) -> str:
        return format_rupiah(amount, self.lang)

    # Names of the knowledge base

    def name(self, name: str, kind: NameKind = "work") -> str:
        """Return the readable name of what bears it; where several do, that of the kind comes first."""
        tables: dict[str, Mapping[str, Any]] = {
            "indicator": self.kb.indicators,
            "fact": self.kb.facts,
            "rule": self.kb.rules,
            "work": self.kb.interventions,
            "source": self.kb.funding,
        }
        for table in (tables[kind], *tables.values()):
            if name in table:
                readable: str = table[name].name.in_language(self.lang)
                return readable
        return name

    def names(self, names: Iterable[str], shown: int | None = None, kind: NameKind = "work") -> str:
        """Return names joined by `; `, at most so many of them."""
        words = [self.name(name, kind) for name in names]
        if shown is not None and len(words) > shown + 1:
            return self.say("others", names="; ".join(words[:shown]), count=len(words) - shown)
        return "; ".join(words)

    def question(self, name: str) -> str:
        """Return a fact's question with the words that may answer it; of an indicator whether its value is right."""
        fact = self.kb.facts.get(name)
        if fact is None:
            return self.say("check-value", name=self.name(name, "indicator"))
        asked, choices = fact.question.in_language(self.lang), [fact.word(word, self.lang) for word in fact.words]
        return self.say("question-choices", question=asked, choices=", ".join(choices)) if choices else asked

    def dimension(self, name: str) -> str:
        return self.kb.dimensions[name].name.in_language(self.lang) if name in self.kb.dimensions else name

    def source(self, name: str) -> str:
        """Return a funding source as the official form prints it."""
        return self.kb.funding[name].label if name in self.kb.funding else name

    def sources(self, names: Iterable[str]) -> str:
        return " + ".join(self.source(name) for name in names)

    def executor(self, name: str) -> str:
        return self.term("executor", name)

    def addressee(self, name: str, executor: str) -> str:
        """Return who is asked as the catalog names it; one that it does not hold as its level."""
        known = self.kb.addressees.get(name)
        if known is not None:
            return known.name.in_language(self.lang)
        return self.executor(executor) if has_term("executor", executor) else executor

    def shared(self, step: Step, key: Key = "shared") -> str:
        """Return with how many villages a step is shared and who decides on it; `` of what the village has alone."""
        return "" if step.shared is None else self.shared_with(step.shared, key)

    def shared_with(self, shared: Shared, key: Key = "shared") -> str:
        others = number(shared.villages - 1, self.lang)
        count = others if shared.basis == "table" else self.say("about-so-many", value=others)
        decides = self.addressee(shared.decides, shared.decides)
        return self.say(key, others=self.term("shared-with", shared.group, count=count), decides=decides)

    def asked(self, step: Step) -> str:
        """Return who is asked for a step that another executes."""
        return self.addressee(step.addressee or step.executor, step.executor)

    def framework(self, name: str) -> str:
        """Return a published index as people call it."""
        return self.kb.frameworks[name].label if name in self.kb.frameworks else name

    def index_class(self, framework: str | None, slug: str | None) -> str:
        if slug is None:
            return ""
        classes = self.kb.frameworks[framework].classes if framework in self.kb.frameworks else ()
        return next((c.name.in_language(self.lang) for c in classes if c.slug == slug), slug)

    # Times and numbers

    def months(self, count: int) -> str:
        return self.say("month") if count == 1 else self.say("months", count=count)

    def month(self, index: int) -> str:
        return self.say("month-names").split()[index]

    def index_value(self, value: float | None) -> str:
        return self.say("not-published") if value is None else decimal(value, 4, self.lang)

    def score(self, value: float | None) -> str:
        return "–" if value is None else decimal(value, 2, self.lang)

    def percent(self, share: float) -> str:
        return percent(share, self.lang)

    def value(self, name: str, value: Any) -> str:
        """Return the value of a fact (natural units; `low..high` where only bounds are known) with its unit, or a
        plain value."""
        if isinstance(value, bool):
            return self.say("yes" if value else "no")
        if isinstance(value, list | tuple):
            return ", ".join(self.value(name, item) for item in value)
        kind = self.kb.facts[name].type if name in self.kb.facts else ""
        if isinstance(value, str) and kind not in ("", "word") and _BOUNDS.match(value):
            return "–".join(self.value(name, float(bound)) for bound in value.split(".."))
        if isinstance(value, str) and kind == "word":
            return self.kb.facts[name].word(value, self.lang)
        if isinstance(value, int | float):
            if kind == "IDR":
                return self.money(int(value))
            if kind == "share":
                return self.percent(value)
            written = number(value, self.lang)
            return self.term("unit", kind, value=written) if has_term("unit", kind) else written
        return self.say("unknown") if value is None else str(value)

    def fact(self, name: str, value: object) -> str:
        """Return what is known of a fact (numbers in thousandths) in words; of bounds both ends."""
        if isinstance(value, Interval):
            return "–".join(self.fact(name, end) for end in (value.low, value.high))
        return self.value(name, plain_known(value))

    def assumed(self, plan: Plan, step: Step) -> str:
        """Return what a step assumes, each fact with what it is taken to be; `` where it assumes nothing."""
        values = {made.fact: self.value(made.fact, made.value) for made in plan.assumptions}
        stated = ((name, values.get(name)) for name in step.assumes)
        return "; ".join(self.name(n, "fact") + (f": {value}" if value else "") for n, value in stated)

    # Levels of the data's framework

    def level(self, plan: Plan, indicator: str, before: bool = True) -> str:
        """Return `name 1 of 5 (2024; 2023: 3)`: the published value, its year and last year's."""
        return f"{self.name(indicator, 'indicator')} {self.level_only(plan, indicator, before)}"

    def level_only(self, plan: Plan, indicator: str, before: bool = True) -> str:
        value = plan.values.get(indicator)
        if value is None:
            return self.say("unknown")
        level = self.say("of", value=value, highest=self._highest(plan))
        if plan.data.year is None:
            return level
        earlier = ""
        if before and plan.previous is not None and indicator in plan.previous.values:
            earlier = self.say("before", year=plan.previous.year, value=plan.previous.values[indicator])
        return f"{level} ({plan.data.year}{earlier})"

    def change(self, plan: Plan, indicator: str, change: Change) -> str:
        """Return `name 1 of 5 (2024; 2023: 3) → 5`, from the level that the step finds."""
        if plan.values.get(indicator) == change.from_:
            return f"{self.level(plan, indicator)} → {change.to}"
        level = self.say("of", value=change.from_, highest=self._highest(plan))
        return f"{self.name(indicator, 'indicator')} {level} → {change.to}"

    def _highest(self, plan: Plan) -> int | str:
        framework = self.kb.frameworks.get(plan.data.framework or "")
        return framework.highest if framework else "?"

    # Findings and deferrals

    def evidence(self, plan: Plan, entry: EvidenceEntry) -> str:
        """Return one comparison in words: `drinking water 1 of 5 (threshold 0.8)`."""
        if entry.name in self.kb.rules and entry.name not in self.kb.indicators and entry.name not in self.kb.facts:
            return self.say("finding-holds", name=self.name(entry.name, "rule"))
        if entry.score is not None:
            words = f"{self.level(plan, entry.name)}, {self.say('score', value=self.score(entry.score))}"
        else:
            words = f"{self.name(entry.name, 'fact')}: {self.value(entry.name, entry.value)}"
        first = entry.threshold[0] if isinstance(entry.threshold, list) else entry.threshold
        if first is None or isinstance(first, bool | str):  # yes, no and words: what was found says it all
            return words
        return f"{words}, {self.say('threshold', value=self.value(entry.name, entry.threshold))}"

    def reason(self, plan: Plan, step: Step) -> str:
        """Return why a step is there in a sentence: its first finding, else the works that need it."""
        called = set(step.called_by)
        for finding in plan.reasons:
            if finding.rule in called:
                doubt = " " + self.say("doubtful-reason") if finding.doubtful else ""
                return self.text(finding.text) + doubt
        served = [other.intervention for other in plan.steps if step.intervention in other.requires]
        return self.say("needed-for", names=self.names(served, NAMES_SHOWN)) if served else ""

    def running(self, step: Step) -> str:
        """Return what a step costs a year after completion, and who pays it where that is not plain: an own work's
        running cost is the village's, unless its users pay."""
        amount = self.money(step.running_cost_per_year)
        if step.running_paid_by == "users":
            payer = self.say("its-users")
        elif step.executor == "village":
            return self.say("running-cost", amount=amount)
        else:
            payer = self.executor("village" if step.running_paid_by == "village" else step.executor)
        return self.say("running-cost-paid", amount=amount, payer=payer)

    def step_title(self, step: Step) -> str:
        """Return the name of a step; of what lies beyond a target with a mark."""
        name = self.text(step.name)
        return f"{name} ({self.term('need-served', 'beyond')})" if step.serves == "beyond" else name

    def amount(self, step: Step) -> str:
        """Return what a step costs and who pays it."""
        return f"{self.rupiah(step)} {self.sources(step.cost.by_source)}"

    def rupiah(self, step: Step) -> str:
        """Return what a step costs: of a service that costs the same every year, a year of it."""
        by_year = set(step.cost.by_year.values())
        if step.measure == "service" and len(by_year) == 1 < len(step.cost.by_year):
            return self.say("a-year", amount=self.money(by_year.pop()))
        return self.money(step.cost.total)

    def lasting(self, step: Step) -> str:
        """Return the years of a service, or phases, rounds and instalments of a work; `` of what is done at once."""
        if step.measure == "service" and len(set(step.cost.by_year.values())) == 1 < len(step.cost.by_year):
            first, *_, last = step.cost.by_year
            return self.say("every-year-of", first=first, last=last)
        if step.measure == "service":
            return self.yearly(step)
        parts = [line for line in step.lines if line.months]
        if len(parts) < 2:
            if len(step.cost.by_year) < 2:
                return ""
            told = "; ".join(f"{year} {self.money(amount)}" for year, amount in step.cost.by_year.items())
            return self.say("over-years", parts=told)
        work = self.kb.interventions.get(step.intervention)
        counts: dict[int, int] = {}
        for line in parts:
            counts[line.year] = counts.get(line.year, 0) + 1
        told = "; ".join(
            f"{year} ({count}) {self.money(step.cost.by_year[str(year)])}" for year, count in counts.items()
        )
        return self.say("in-rounds" if work is not None and work.repeats else "in-phases", count=len(parts), parts=told)

    def yearly(self, step: Step) -> str:
        """Return what a service costs in each of its years; `` of what is built, or done in one year."""
        by_year = step.cost.by_year
        if step.measure != "service" or len(by_year) < 2:
            return ""
        first, *_, last = by_year
        if len(set(by_year.values())) == 1:
            return self.say("every-year", first=first, last=last, amount=self.money(by_year[first]))
        return self.say("over-years", parts="; ".join(f"{year} {self.money(part)}" for year, part in by_year.items()))

    def reason_left(self, deferred: Deferred) -> str:
        """Return why a work is not in the plan, with the details, to stand within a sentence."""
        reason, detail = self.term("reason", deferred.reason), self.detail(deferred)
        return f"{reason[0].lower()}{reason[1:]}" + (f": {detail}" if detail else "")

    def detail(self, deferred: Deferred) -> str:
        """Return the details of a deferral in words, in the order in which the document gives them."""
        return self.details(deferred.detail)

    def details(self, detail: Mapping[str, Any]) -> str:
        """Return such details in words; empty ones are left out."""
        told = {key: value for key, value in detail.items() if value not in (None, [], {}, "")}
        if len(told.get("binds", ())) == 1:
            del told["binds"]  # it is the reason itself
        return ", ".join(self._detail(key, value) for key, value in told.items())

    def _detail(self, key: str, value: Any) -> str:
        words = self._detail_value(key, value)
        name = key.replace("_", "-")
        return self.term("detail", name, value=words) if has_term("detail", name) else f"{self.name(key)}: {words}"

    def _detail_value(self, key: str, value: Any) -> str:
        if isinstance(value, list):
            return "; ".join(self._detail_value(key, item) for item in value)
        if key == "lacking":
            return "; ".join(f"{self.money(amount)} ({year})" for year, amount in value.items())
        if isinstance(value, dict):
            return "; ".join(f"{self.name(str(k))}: {self._detail_value(str(k), v)}" for k, v in value.items())
        if key == "executor" and has_term("executor", str(value)):
            return self.executor(str(value))
        if isinstance(value, int) and not isinstance(value, bool) and key.replace("_", "-") in _MONEY_DETAILS:
            return self.money(value)
        if isinstance(value, str) and has_term("reason", value):
            reason = self.term("reason", value)
            return reason[0].lower() + reason[1:]
        kind: NameKind = "fact" if key in _FACT_DETAILS else "work"
        return self.name(value, kind) if isinstance(value, str) else self.value(key, value)
