"""What works are counted by: a unit that the forms know, a fact that counts such units, one way of counting each fact.

In: `Inspection`. Out: warnings. `catalog/units.yaml` says of each unit what type of fact counts it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from recommender.language.errors import Problem
from recommender.language.wording import did_you_mean
from recommender.model.conditions import SCALE
from recommender.model.facts import Fact
from recommender.model.knowledge import Intervention, KnowledgeBase
from recommender.verbs.checking.inspection import Inspection


def check_countables(given: Inspection) -> Iterator[Problem]:
    """Yield units that no form knows, and volumes that do not fit the unit of their price."""
    kb = given.kb
    counted = _counted(kb)
    for name, work in sorted(kb.interventions.items()):
        if work.status != "active":
            continue
        per, fact = work.cost.per, kb.facts.get(work.quantity.fact or "")
        if kb.units and per not in kb.units:
            near = did_you_mean(per, kb.units)
            yield given.problem("unknown-unit", "interventions", name, "cost", "per", name=per, near=near)
        yield from _misfit(given, name, work, fact)
        units = counted[work.quantity.fact or ""] if work.quantity.share == SCALE else Counter[str]()
        usual, most = units.most_common(1)[0] if units else (per, 0)
        if units[per] < most or (len(units) > 1 and units[per] == most == min(units.values())):
            others = ", ".join(sorted(units - Counter({per: units[per]}))) or usual
            yield given.problem(
                "unit-misfit.elsewhere",
                "interventions",
                name,
                "quantity",
                fact=work.quantity.fact,
                per=per,
                other=others,
            )


def _counted(kb: KnowledgeBase) -> defaultdict[str, Counter[str]]:
    """Return fact -> how many active works multiply their price of each unit by it."""
    counted: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for work in kb.interventions.values():
        unit, fact = kb.units.get(work.cost.per), kb.facts.get(work.quantity.fact or "")
        if work.status == "active" and fact is not None and (unit is None or unit.type in (None, fact.type)):
            counted[work.quantity.fact or ""][work.cost.per] += 1
    return counted


def _misfit(given: Inspection, name: str, work: Intervention, fact: Fact | None) -> Iterator[Problem]:
    unit = given.kb.units.get(work.cost.per)
    if unit is None:
        return
    if unit.once and (fact is not None or work.quantity.number != 1):
        said = work.quantity.fact or work.quantity.number
        yield given.problem("unit-misfit.once", "interventions", name, "quantity", per=work.cost.per, said=said)
    elif fact is not None and unit.type is not None and fact.type not in (unit.type, "number"):
        told = {"fact": work.quantity.fact, "type": fact.type, "per": work.cost.per, "needed": unit.type}
        yield given.problem("unit-misfit.type", "interventions", name, "quantity", **told)
