"""Blocks -> Markdown with the same content as the terminal report; every text from outside is escaped."""

from __future__ import annotations

import re

from recommender.language.harmless import plain
from recommender.outputs.blocks import Bars, Block, Blocks, Entry, Heading, Paragraph, Separator, Table, Verbatim

_SPECIAL = re.compile(r"([\\`*_\[\]|~#])")
_BULLETS = ("", "-", "•")
_LIST_START = re.compile(r"^(\d+)([.)])(?=\s|$)|^([-+=])(?=\s|$|[-+=])")


def render_markdown(blocks: Blocks) -> str:
    """Return the blocks as Markdown that ends in a newline."""
    lines: list[str] = []
    previous: Block | None = None
    for block in blocks:
        if previous is not None and not (isinstance(previous, Entry) and isinstance(block, Entry)):
            lines.append("")
        lines += _lines(block)
        previous = block
    return "\n".join(lines) + "\n"


def escape(text: str) -> str:
    """Return the text as Markdown that shows exactly it, HTML included.

    >>> escape("<b>*Desa* | 1")
    '&lt;b&gt;\\\\*Desa\\\\* \\\\| 1'
    """
    safe = plain(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    safe = _SPECIAL.sub(r"\\\1", safe)
    return _LIST_START.sub(lambda match: f"{match[1]}\\{match[2]}" if match[1] else f"\\{match[3]}", safe)


def _lines(block: Block) -> list[str]:
    if isinstance(block, Heading):
        aside = f" ({escape(block.aside)})" if block.aside else ""
        return [f"{'#' * block.level} {escape(block.text)}{aside}"]
    if isinstance(block, Paragraph):
        return [escape(block.text)]
    if isinstance(block, Bars):
        return [
            f"- {escape(row.label)}: **{escape(row.number)}**" + (f" ({escape(row.remark)})" if row.remark else "")
            for row in block.rows
        ]
    if isinstance(block, Table):
        marks = ["---:" if column.kind == "money" else "---" for column in block.columns]
        rows = [[escape(column.title) for column in block.columns], marks]
        rows += [[escape(cell) for cell in row] for row in block.rows]
        return ["| " + " | ".join(row) + " |" for row in rows]
    if isinstance(block, Entry):
        return _entry(block, "")
    if isinstance(block, Verbatim):
        return [f"```{block.language}", *block.text.splitlines(), "```"]
    assert isinstance(block, Separator)
    return ["---"]


def _entry(entry: Entry, indent: str) -> list[str]:
    """Return an entry as a list item; its mark is text, so that numbers stay as they are."""
    mark = "" if entry.mark in _BULLETS else f"{escape(entry.mark)} "
    amount = f" · {escape(entry.amount)}" if entry.amount else ""
    lines = [f"{indent}- {mark}**{escape(entry.title)}**{amount}"]
    lines += [f"{indent}  - {escape(line)}" for line in entry.lines]
    for part in entry.parts:
        lines += _entry(part, indent + "  ")
    return lines
