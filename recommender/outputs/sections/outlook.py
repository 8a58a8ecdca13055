"""The outlook and what is known beside a step, in words: a class as a chance, a rate as what was seen anyway."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from recommender.language.numbers import number
from recommender.model.forecast import OutlookIndex, OutlookYear
from recommender.model.plan import Plan, Step
from recommender.outputs.blocks import Block, Column, Heading, Paragraph, Table
from recommender.outputs.words import Words

_TOLD = 10  # villages that a chance is told of
_FEW = 30  # villages below which a rate is no more than a hint


def outlook(plan: Plan, words: Words) -> Iterator[Block]:
    """Yield the outlook as a row a year, and what its columns mean."""
    if not plan.outlook:
        return
    yield Heading(words.say("section.outlook"))
    titles = [words.term("outlook-line", name) for name in ("expected", "all-done", "trend")]
    columns = (
        Column(words.say("column.year"), "code"),
        *(Column(title, "money") for title in titles),
        Column(words.say("column.chance")),
    )
    rows = tuple(
        (
            str(year.year),
            *(_index(line, words) for line in (year.expected, year.all_done, year.trend)),
            chance_words(plan, year, words),
        )
        for year in plan.outlook
    )
    yield Table(columns, rows)
    villages = [year.villages for year in plan.outlook if year.villages is not None]
    if villages:
        yield Paragraph(words.say("outlook-note", villages=number(min(villages), words.lang)))
    else:
        yield Paragraph(words.say("outlook-note.uncounted"))


def _index(line: OutlookIndex, words: Words) -> str:
    return "–" if line.index is None else words.index_value(line.index)


def outlook_sentence(plan: Plan, words: Words) -> str:
    """Return what to expect at the end of the last year as a sentence; empty where the index cannot be computed."""
    index = plan.scores.index
    if index is None or index.value is None or not plan.outlook or plan.outlook[-1].expected.index is None:
        return ""
    last = plan.outlook[-1]
    said = words.say(
        "say.outlook",
        framework=words.framework(index.framework),
        year=last.year,
        expected=words.index_value(last.expected.index),
        all_done=words.index_value(last.all_done.index),
        now=words.index_value(index.value),
    )
    return f"{said} {words.say('say.chance', parts=chance_words(plan, last, words))}" if last.chance else said


def chance_words(plan: Plan, year: OutlookYear, words: Words) -> str:
    """Return of ten villages like this one how many end in which class, the most first; never one class for sure."""
    if not year.chance:
        return "–"
    names = {slug: words.index_class(plan.data.framework, slug) for slug in year.chance}
    of_ten = tenths(year.chance)
    most = max(of_ten, key=lambda slug: of_ten[slug])
    if of_ten[most] == _TOLD:
        return words.say("chance.nearly-all", class_name=names[most])
    order = sorted(filter(of_ten.get, of_ten), key=lambda slug: -of_ten[slug])
    return ", ".join(f"{of_ten[slug]} {names[slug]}" for slug in order)


def tenths(chance: Mapping[str, int]) -> dict[str, int]:
    """Return thousandths as tenths that add up to ten: the largest remainders are rounded up, the first of equals.

    >>> tenths({"low": 450, "middle": 380, "high": 170})
    {'low': 4, 'middle': 4, 'high': 2}
    """
    whole = {slug: part * _TOLD // 1000 for slug, part in chance.items()}
    rest = sorted(chance, key=lambda slug: -(chance[slug] * _TOLD % 1000))
    for slug in rest[: _TOLD - sum(whole.values())]:
        whole[slug] += 1
    return whole


def closing_sentence(step: Step, words: Words) -> str:
    """Return how often villages at the score of this one rose anyway; empty where nobody counted."""
    closing = step.closing
    if closing is None:
        return ""
    three = closing.rose_3y is not None and closing.n_3y > 0
    rose, villages = (closing.rose_3y, closing.n_3y) if three else (closing.rose_1y, closing.n)
    said = words.say(
        "closing.three-years" if three else "closing.one-year",
        indicator=words.name(closing.indicator, "indicator"),
        villages=number(villages, words.lang),
        score=words.score(closing.score / 1000),
        share=words.percent(round((rose or 0) / 1000, 2)),
    )
    if three and closing.low is not None and closing.high is not None:
        ends = {key: words.percent(round(end / 1000, 2)) for key, end in (("low", closing.low), ("high", closing.high))}
        said = f"{said} {words.say('closing.range', **ends)}"
    return f"{said} {words.say('closing.few')}" if villages < _FEW else said
