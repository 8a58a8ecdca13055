"""What an input workbook asks for: fields with their key, choices, unit and what is known, free of any layout.

A key is a heading that the readers of village data know, so that the filled workbook is read back without a mapping.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from recommender.model.frameworks import Framework
from recommender.model.knowledge import KnowledgeBase
from recommender.model.scores import Scored
from recommender.model.settings import settings_for
from recommender.model.village import FactValue, Village, YearData, plain_value
from recommender.outputs.words import NAMES_SHOWN, Words
from recommender.outputs.xlsx_file import CellValue
from recommender.pipeline.scoring import score_village
from recommender.verbs.asking.answers import readers_of
from recommender.verbs.asking.asking import Asking
from recommender.verbs.asking.district import often

IDENTITY = ("kode_desa", "nama_desa", "kecamatan", "kabupaten", "provinsi")
SCHEME_KEYS = {"bps": "kode_bps"}
FieldKind = Literal["text", "code", "year", "choice", "level", "whole", "decimal", "share", "total"]
_KINDS: dict[str, FieldKind] = {
    "yes-no": "choice",
    "word": "choice",
    "count": "whole",
    "IDR": "whole",
    "years": "whole",
    "share": "share",
}
_LONGEST_MEANING = 90


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to fill in; `choices` are the answers of a drop-down list, `remark` says why it is asked."""

    key: str
    label: str
    kind: FieldKind
    choices: tuple[str, ...] = ()
    unit: str = ""
    value: CellValue = None
    before: CellValue = None
    remark: str = ""
    is_doubtful: bool = False
    is_checked: bool = False


def code_text(village: Village) -> str:
    """Return a village's code so that it is read back with its scheme: with dots where it is Kemendagri's."""
    code, scheme = village.key
    return f"{code[:2]}.{code[2:4]}.{code[4:6]}.{code[6:]}" if scheme == "kemendagri" and len(code) == 10 else code


def identity(village: Village | None, year: int, words: Words) -> list[Field]:
    """Return who and when; without a village all but the year are empty."""
    given = (
        (code_text(village), village.name, village.subdistrict, village.district, village.province)
        if village is not None
        else ("",) * 5
    )
    key = SCHEME_KEYS.get(village.code_scheme if village is not None else "", IDENTITY[0])
    keys = (key, *IDENTITY[1:])
    fields = [
        Field(
            key,
            words.term("identity", name),
            "code" if name == IDENTITY[0] else "text",
            value=text,
            remark=words.say("template.code-remark") if name == IDENTITY[0] else "",
        )
        for key, name, text in zip(keys, IDENTITY, given, strict=True)
    ]
    return [
        *fields,
        Field("tahun", words.say("template.year"), "year", value=year, remark=words.say("template.year-remark")),
    ]


def meanings(framework: Framework, code: str, lang: str) -> list[str]:
    """Return the levels of an item, lowest first, each with its meaning: `3 · …`."""
    item = framework.items[code]
    return [f"{level} · {_short(getattr(item.levels[level], lang))}" for level in item.values]


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_MEANING else text[: _LONGEST_MEANING - 1] + "…"


def data_of(village: Village, framework: str) -> tuple[YearData | None, YearData | None]:
    """Return the newest year with values of the framework, and the one before it."""
    years = sorted(
        (data for data in village.years if data.framework == framework and data.values), key=lambda d: d.year
    )
    return (years[-1] if years else None), (years[-2] if len(years) > 1 else None)


def values(framework: str, village: Village | None, words: Words) -> list[Field]:
    """Return the indicators in official order, doubtful ones first, then the published totals."""
    noun = words.kb.frameworks[framework]
    now, before = data_of(village, framework) if village is not None else (None, None)
    doubts = _scored(village, now, words.kb).doubtful if village is not None and now is not None else {}
    fields = []
    for code, item in noun.items.items():
        choices = tuple(meanings(noun, code, words.lang))
        doubt = item.indicator in doubts
        fields.append(
            Field(
                code,
                item.label,
                "level",
                choices,
                value=_level(now, item.indicator),
                before=_level(before, item.indicator),
                remark=words.term("doubt", doubts[item.indicator]) if doubt else "",
                is_doubtful=doubt,
                is_checked=now is not None and item.indicator in now.confirmed,
            )
        )
    fields.sort(key=lambda field: not field.is_doubtful)  # stable: the official order within
    return [*fields, *_totals(noun, now, before, words)]


def _scored(village: Village, now: YearData, kb: KnowledgeBase) -> Scored:
    return score_village(village, kb, settings_for(kb, now.year), now.year)


def _level(data: YearData | None, indicator: str) -> int | None:
    return None if data is None else data.values.get(indicator)


def _totals(framework: Framework, now: YearData | None, before: YearData | None, words: Words) -> list[Field]:
    labels = {key: component.label for key, component in framework.components.items()} | {"index": framework.label}

    def total(data: YearData | None, part: str) -> float | None:
        if data is None:
            return None
        return data.published.value if part == "index" else data.published.components.get(part)

    remark = words.say("template.total-remark")
    return [
        Field(
            label,
            words.say("template.total", label=label),
            "total",
            (),
            "",
            total(now, part),
            total(before, part),
            remark,
        )
        for part, label in labels.items()
    ]


def fact_field(name: str, value: FactValue | None, remark: str, words: Words) -> Field:
    """Return the field of a fact."""
    fact = words.kb.facts[name]
    kind = _KINDS.get(fact.type, "decimal")
    choices = tuple(fact.word(word, words.lang) for word in fact.words)
    shown: CellValue = None if value is None else plain_value(value)
    if isinstance(shown, str):
        shown = fact.word(shown, words.lang)
    if fact.type == "yes-no":
        choices = (words.say("yes"), words.say("no"))
        shown = None if value is None else choices[0 if value else 1]
    unit = words.term("answer-unit", fact.type)
    return Field(name, fact.question.in_language(words.lang), kind, choices, unit, shown, remark=remark)


def facts(
    villages: Sequence[Village], askings: Sequence[Asking], words: Words, first: int
) -> tuple[list[str], list[str], Mapping[str, str]]:
    """Return the facts to ask first, all others, and why each of the first is asked.

    The first are those whose answers change most plans; without a village those that most rules and works read. Of the
    others those that somebody gave come first.
    """
    kb = words.kb
    read = _reads(kb)
    order = [name for name in (entry.name for entry in often(askings)) if name in kb.facts]
    if len(askings) == 1:
        order = [question.name for question in askings[0].questions if question.name in kb.facts]
    if not askings:
        order = sorted((name for name in kb.facts if read[name]), key=lambda name: (-read[name], name))
    asked = order[:first]
    given = {name for village in villages for name in village.facts}
    rest = [name for name in kb.facts if name not in asked]
    rest.sort(key=lambda name: (name not in given, not read[name], -read[name], name))
    return asked, rest, {name: _why(name, askings, words) for name in asked}


def _reads(kb: KnowledgeBase) -> Counter[str]:
    """Return how many rules and works read each fact."""
    from recommender.knowledge.conditions import names_read

    counts: Counter[str] = Counter()
    for rule in kb.active_rules.values():
        counts.update(names_read(rule.when, "fact"))
    for names in readers_of(kb, datetime.date.max).by_work.values():
        counts.update(names)
    return counts


def _why(name: str, askings: Sequence[Asking], words: Words) -> str:
    """Return what an answer changes, for one village; for several how many plans change."""
    found = [question for asking in askings for question in asking.questions if question.name == name]
    if not found:
        return ""
    if len(askings) > 1:
        changed = sum(question.whole > 0 for question in found)
        return words.say("template.why-many", count=changed, of=len(askings))
    works = dict.fromkeys(work for answer in found[0].answers for work in (*answer.comes, *answer.goes))
    assumed = ""
    if found[0].current is not None:
        value = words.value(name, plain_value(found[0].current))
        assumed = words.term("ask-why", "assumed", value=value) + " "
    return assumed + (words.say("affects", names=words.names(works, NAMES_SHOWN)) if works else "")
