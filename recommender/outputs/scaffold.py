"""Scaffolds of knowledge: the text of a new rule, intervention or overlay, commented, ready to be filled.

In: the knowledge base (for thresholds, levels, works that fit), a language for the comments. Out: texts that `check`
accepts as they are: rules and works as drafts, an overlay as one that changes nothing yet.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import get_args

from recommender.knowledge.examples import example_date
from recommender.language.wording import say
from recommender.model.conditions import SCALE
from recommender.model.knowledge import Intervention, KnowledgeBase
from recommender.model.nouns import EXECUTORS

_CALLED = 3  # works put into `calls`; the comment names all
_TODO = '{id: "TODO", en: "TODO"}'


def rule_scaffold(kb: KnowledgeBase, about: str, lang: str) -> str:
    """Return the text of a draft rule about an indicator, its examples computed from the levels that exist."""
    cut_off = kb.dimensions[kb.indicators[about].dimension].cut_off
    active = {name: work for name, work in sorted(kb.interventions.items()) if work.status == "active"}
    works = [name for name, work in active.items() if about in work.improves]
    reason = {
        key: say(
            key, "scaffold.reason-text", name=kb.indicators[about].name.in_language(key), about=about, cut_off=cut_off
        )
        for key in ("id", "en")
    }
    return _text(
        _comment(say(lang, "scaffold.rule")),
        f"name: {_TODO}",
        f"status: draft   # {say(lang, 'scaffold.status')}",
        "when:",
        "  all:",
        f"    - {{score: {about}, below: {cut_off}}}   # {say(lang, 'scaffold.cut-off')}",
        f"about: {about}   # {say(lang, 'scaffold.about')}",
        f"need: other   # {say(lang, 'scaffold.need')}",
        "urgency: 1",
        f"calls: [{', '.join(works[:_CALLED])}]   # {say(lang, 'scaffold.calls', names=', '.join(works) or '-')}",
        f"reason:   # {say(lang, 'scaffold.reason')}",
        f"  id: {_quoted(reason['id'])}",
        f"  en: {_quoted(reason['en'])}",
        *_sources(lang),
        f"examples:   # {say(lang, 'scaffold.examples')}",
        *_examples(kb, about, cut_off, lang),
    )


def _examples(kb: KnowledgeBase, about: str, cut_off: str, lang: str) -> list[str]:
    bound = kb.parameters[cut_off].bound(example_date(kb))
    frameworks = [framework for framework in kb.frameworks.values() if about in framework.by_indicator]
    scores = {framework.score(level) for framework in frameworks for level in framework.by_indicator[about].values}
    below = [score for score in scores if score < bound]
    inside = max(below) if below else bound - 1
    cases = [
        ("scaffold.inside", f"{{{about}: {inside / SCALE}}}", "finding"),
        ("scaffold.at", f"{{{about}: {bound / SCALE}}}", "none"),
    ]
    cases.append(("scaffold.missing", "{}", "undetermined"))
    return [
        f"  - {{name: {_quoted(say(lang, key))}, given: {given}, expect: {expected}}}" for key, given, expected in cases
    ]


def intervention_scaffold(kb: KnowledgeBase, dimension: str, about: str | None, lang: str) -> str:
    """Return the text of a draft intervention of a dimension, which improves an indicator if one is given."""
    kinds = get_args(Intervention.model_fields["kind"].annotation)
    used = Counter(work.kind for work in kb.interventions.values() if work.dimension == dimension)
    kind = max(kinds, key=lambda one: used[one])
    effect = [f"  {about}: {{reaches: 1.0, evidence: judgement}}"] if about else []
    year = kb.about.date.year
    return _text(
        _comment(say(lang, "scaffold.intervention")),
        f"name: {_TODO}",
        f"status: draft   # {say(lang, 'scaffold.work-status')}",
        f"kind: {kind}   # {', '.join(kinds)}",
        f"measure: work   # {say(lang, 'scaffold.measure')}",
        f"physical: false   # {say(lang, 'scaffold.physical')}",
        f"improves:{'' if about else ' {}'}   # {say(lang, 'scaffold.improves')}",
        *effect,
        f"requires: []   # {say(lang, 'scaffold.requires')}",
        f"cost: {{low: 0, high: 0, per: village, year: {year}, basis: judgement}}   # {say(lang, 'scaffold.cost')}",
        f"quantity: {{number: 1}}   # {say(lang, 'scaffold.quantity')}",
        f"running-cost: {{share: 0.0, paid-by: village, basis: judgement}}   # {say(lang, 'scaffold.running')}",
        f"months: 1   # {say(lang, 'scaffold.months')}",
        "lifetime-years: 1",
        f"executors: [{EXECUTORS[0]}]   # {say(lang, 'scaffold.executors')}",
        f"# addressee: district   # {say(lang, 'scaffold.addressee')}",
        f"beneficiaries: {_TODO}",
        *_sources(lang),
    )


def overlay_scaffold(kb: KnowledgeBase, lang: str) -> dict[str, str]:
    """Return file -> text of an overlay in which every line is a comment, on nouns that the base has."""
    dimension = next(name for name in kb.dimensions if any(w.dimension == name for w in kb.interventions.values()))
    cut_off = kb.dimensions[dimension].cut_off
    values = kb.parameters[cut_off].values
    works = {n: w for n, w in sorted(kb.interventions.items()) if (w.dimension, w.status) == (dimension, "active")}
    times = Counter(work for rule in kb.active_rules.values() for work in rule.calls)
    rules = [
        name
        for name, rule in kb.active_rules.items()  # without it every work is still called
        if rule.dimension == dimension and rule.calls and all(times[work] > 1 for work in rule.calls)
    ]
    files = {"README.md": say(lang, "scaffold.overlay", version=kb.about.version)}
    header = (f"name: {_TODO}", f'base: "{kb.about.version}"', 'villages: ["64.01"]')
    files["catalog/overlay.yaml"] = _commented(say(lang, "scaffold.overlay-header"), *header)
    date = f"{kb.about.date.year}-01-01"
    parameter = (f"{cut_off}:", f"  values: {{{date}: {values[max(values)]}}}")
    files["catalog/parameters.yaml"] = _commented(say(lang, "scaffold.overlay-parameter"), *parameter)
    for name, work in list(works.items())[:1]:
        amounts = f"low: {work.cost.low:_}, high: {work.cost.high:_}"
        price = f"cost: {{{amounts}, year: {kb.about.date.year}, basis: judgement}}"
        file = f"catalog/interventions/{dimension}/{name}.yaml"
        files[file] = _commented(say(lang, "scaffold.overlay-price"), price)
    for name in rules[:1]:
        retired = ("status: retired", 'note: "TODO"')
        files[f"rules/{dimension}/{name}.yaml"] = _commented(say(lang, "scaffold.overlay-retired"), *retired)
    return files


def _sources(lang: str) -> list[str]:
    return [
        f"sources: []   # {say(lang, 'scaffold.sources')}",
        '# sources: [KEY: "p. 3", {title: "...", publisher: "...", year: 2026, confidence: medium}]',
    ]


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _comment(text: str) -> str:
    return "\n".join(f"# {line}" for line in text.splitlines())


def _commented(title: str, *lines: str) -> str:
    return _text(_comment(title), *(f"# {line}" for line in lines))


def _text(*lines: str) -> str:
    return "\n".join(lines) + "\n"
