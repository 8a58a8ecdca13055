"""What `check` found -> lines and data: problems with counts, coverage of examples, cases to paste, explained codes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from recommender.language.errors import Problem
from recommender.language.harmless import plain
from recommender.language.wording import has_term, say, term
from recommender.verbs.checking.codes import Meaning
from recommender.verbs.checking.coverage import Shown
from recommender.verbs.checking.suggestions import SuggestedExample
from recommender.verbs.checking.written import said, shown

_OUTCOMES = ("true", "false", "undetermined")


def problems_data(problems: Sequence[Problem]) -> list[dict[str, str]]:
    """Return one object a problem."""
    keys = ("where", "code", "severity", "message")
    return [{key: getattr(problem, key) for key in keys} for problem in problems]


def problem_lines(problems: Sequence[Problem], counted: Mapping[str, int], lang: str) -> str:
    """Return a line for each problem and one that counts what was checked: `213 rules, 640 examples, no problems`."""
    lines = []
    for problem in problems:
        mark = f"{term(lang, 'severity', 'warning')}: " if problem.severity == "warning" else ""
        lines.append(mark + plain(problem.line(lang)))
    parts = [_count(noun, count, lang) for noun, count in counted.items() if count]
    errors = sum(problem.severity == "error" for problem in problems)
    found = [("errors", errors), ("warnings", len(problems) - errors)]
    parts += [_count(noun, count, lang) for noun, count in found if count] or [say(lang, "check.none")]
    return "\n".join([*lines, ", ".join(parts)]) + "\n"


def _count(noun: str, count: int, lang: str) -> str:
    group = "counted-one" if count == 1 and has_term("counted-one", noun) else "counted"
    return term(lang, group, noun, count=count)


def coverage_data(covered: Mapping[str, Sequence[Shown]]) -> list[dict[str, Any]]:
    """Return one object a rule with how often its examples made each comparison true, false and undetermined."""
    return [{"rule": rule, "comparisons": [_leaf(leaf) for leaf in leaves]} for rule, leaves in covered.items()]


def _leaf(leaf: Shown) -> dict[str, Any]:
    return {"comparison": said(leaf.comparison), **{outcome: getattr(leaf, outcome) for outcome in _OUTCOMES}}


def coverage_lines(covered: Mapping[str, Sequence[Shown]], lang: str) -> str:
    """Return a line a rule: all shown, or what the examples never made of each comparison; then the sums."""
    lines = []
    for rule, leaves in covered.items():
        lacking = [leaf for leaf in leaves if not leaf.is_whole]
        if not lacking:
            lines.append(f"{rule}: {say(lang, 'coverage.whole')}")
        for leaf in lacking:
            never = [term(lang, "outcome", outcome) for outcome in _OUTCOMES if not getattr(leaf, outcome)]
            text = say(lang, "coverage.lacks", comparison=said(leaf.comparison), outcomes=", ".join(never))
            lines.append(f"{rule}: {text}")
    every = [leaf for leaves in covered.values() for leaf in leaves]
    sums = {outcome: sum(getattr(leaf, outcome) > 0 for leaf in every) for outcome in _OUTCOMES}
    lines.append(say(lang, "coverage.summary", rules=len(covered), leaves=len(every), **sums))
    return "\n".join(lines) + "\n"


def suggestions_data(suggested: Mapping[str, Sequence[SuggestedExample]]) -> list[dict[str, Any]]:
    """Return one object a rule with its cases: name, what is given as written in files, what is expected."""
    return [
        {
            "rule": rule,
            "examples": [
                {"name": case.name, "given": {n: _plain(v) for (_, n), v in case.given}, "expect": case.expect}
                for case in cases
            ],
        }
        for rule, cases in suggested.items()
    ]


def _plain(value: Any) -> Any:
    if isinstance(value, bool | str):
        return value
    text = shown(value)
    return float(text) if "." in text else int(text)


def suggestion_lines(suggested: Mapping[str, Sequence[SuggestedExample]], lang: str) -> str:
    """Return the cases as items of each rule's `examples`, under a comment that names the rule."""
    lines = []
    for rule, cases in suggested.items():
        if not cases:
            lines.append(f"# {say(lang, 'suggest.none', rule=rule)}")
            continue
        lines += [f"# {rule}", *(case.line() for case in cases)]
    return "\n".join(lines) + "\n"


def meaning_lines(meaning: Meaning, lang: str) -> str:
    """Return what a code means, why it matters, how to mend it, and an example."""
    severity = term(lang, "severity", meaning.severity)
    return "\n".join(
        [
            say(lang, "explained.severity", code=meaning.code, severity=severity),
            meaning.what,
            say(lang, "explained.why", text=meaning.why),
            say(lang, "explained.mend", text=meaning.mend),
            say(lang, "explained.example", text=meaning.example),
            "",
        ]
    )
