"""Policies, scenarios and years for a terminal or a memo: what they come to in a paragraph, then table after table.

Tables show what a reader needs first; every column and row is in the files. A table without a choice of its own shows
all but its lists of codes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from recommender.model.frames import Cell, Frame
from recommender.outputs import blocks
from recommender.outputs.blocks import Block, Heading, Paragraph, Table
from recommender.outputs.sections.cells import cell
from recommender.outputs.sections.frames import ROWS, frame_data, group_name, head, more
from recommender.outputs.words import Words
from recommender.verbs.comparing.contrast import Contrast

COLUMNS: Mapping[str, Sequence[str]] = {
    "policy_terms": ("setting", "before", "after", "names"),
    "policy_works": ("work", "plans_before", "plans_after", "came", "went", "reason_kind"),
    "policy_places": ("villages", "changed", "steps_before", "steps_after", "own_after", "others_after"),
    "scenario_list": ("scenario", "changed_works", "came", "went", "own_money"),
    "firm_works": ("work", "plans", "core_villages", "flip_villages", "mean_share"),
    "firm_villages": ("village", "steps", "core_steps", "flip_steps", "changed_works_share", "distinct_plans"),
    "years_problems": ("rule", "gone", "stayed", "new"),
}
"""Table -> the columns that are shown; groups are named before them."""
NAMES_SHOWN = 3  # of a list of names in a cell


def contrast_blocks(found: Contrast, words: Words) -> Iterator[Block]:
    """Yield the paragraph, then each table with what must be said beside it."""
    yield Heading(found.title.in_language(words.lang), 1)
    yield Paragraph(" ".join(sentence.in_language(words.lang) for sentence in found.told))
    said = set(found.told)
    for note in found.notes:
        if note not in said:
            yield Paragraph(note.in_language(words.lang))
    said |= set(found.notes)
    for name, frame in found.answers.items():
        if not frame.rows:
            continue
        yield Heading(words.term("frame", name))
        yield from _table(frame, found, words)
        for note in frame.notes:
            if note not in said:
                said.add(note)
                yield Paragraph(note.in_language(words.lang))
    yield Paragraph(words.say("compare-hint"))


def contrast_data(found: Contrast) -> dict[str, Any]:
    """Return the paragraph in both languages and every table as records."""
    return {
        "title": {"id": found.title.id, "en": found.title.en},
        "told": [{"id": one.id, "en": one.en} for one in found.told],
        "by": list(found.scope.grouping.by),
        "villages": len(found.scope.plans),
        "tables": {name: frame_data(frame) for name, frame in {**found.answers, **found.details}.items()},
    }


def _table(frame: Frame, found: Contrast, words: Words) -> Iterator[Block]:
    groups = found.scope.grouping.columns
    first = len(groups) if frame.columns[: len(groups)] == groups else 0
    hidden = {column.name for column in frame.columns[:first]} | {"several_groups"}
    names = COLUMNS.get(frame.name) or [
        column.name for column in frame.columns if column.kind != "codes" and column.name not in hidden
    ]
    chosen = [(frame.place(name), frame.column(name)) for name in names]
    shown = frame.rows[:ROWS]
    rows = []
    for row, record in zip(shown, frame.records(), strict=False):
        line = [cell(_short(row[n]), column, words, short_money=True) for n, column in chosen]
        if first:
            several = record.get("several_groups")
            line.insert(0, words.say("compare-several") if several else group_name(row[:first], groups, words))
        rows.append(tuple(line))
    heads = [head(column, words) for _, column in chosen]
    if first:
        heads.insert(0, blocks.Column(words.say("compare-group")))
    yield Table(tuple(heads), tuple(rows))
    yield from more(len(frame.rows) - len(shown), words)


def _short(value: Cell) -> Cell:
    """Return a list of names cut to what a cell holds."""
    if isinstance(value, tuple) and len(value) > NAMES_SHOWN:
        return (*value[:NAMES_SHOWN], f"+{len(value) - NAMES_SHOWN}")
    return value
