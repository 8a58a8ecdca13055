"""Short pictures of public objects, for a prompt and for a notebook: never a whole plan or knowledge base.

An object has no language, so its fields bear their own names; texts from outside are made harmless and escaped. The
page of a plan, in either language, is `recommender plan --format html`.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from recommender.language.harmless import plain

ROWS_SHOWN = 10
LONGEST = 60


def short(kind: str, name: str, *facts: str) -> str:
    """Return `<Kind name: fact, fact>` on one line.

    >>> short("Plan", "99.01 Sukamaju", "planned", "4 steps")
    '<Plan 99.01 Sukamaju: planned, 4 steps>'
    """
    said = ", ".join(_cut(fact) for fact in facts)
    return f"<{kind} {_cut(name)}: {said}>" if said else f"<{kind} {_cut(name)}>"


def html_table(title: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Return a small HTML table: at most `ROWS_SHOWN` rows, and how many more there are."""
    head = "".join(f'<th scope="col">{_html(column)}</th>' for column in columns)
    lines = ["".join(f"<td>{_html(str(cell))}</td>" for cell in row) for row in rows[:ROWS_SHOWN]]
    if len(rows) > ROWS_SHOWN:
        lines.append(f'<td colspan="{len(columns)}">… {len(rows) - ROWS_SHOWN} more</td>')
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    return f"<table><caption>{_html(title)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _html(text: str) -> str:
    return escape(_cut(text), quote=True)


def _cut(text: str) -> str:
    """Return harmless text of at most `LONGEST` letters."""
    safe = plain(text)
    return safe if len(safe) <= LONGEST else f"{safe[: LONGEST - 1]}…"
