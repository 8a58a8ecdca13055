"""Cells and names as people write them: folded for comparison, cleaned for printing, read as number or yes and no.

No knowledge of any index; docs/data-formats.md lists what is understood.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from functools import lru_cache

MISSING = frozenset({"", "-", "--", "–", "—", "?", ".", "n/a", "#n/a", "na", "nan", "null", "none", "nil", "kosong"})
MISSING |= {"tidak ada data", "tidak diketahui", "belum ada data", "no data", "unknown"}
YES = frozenset({"ya", "y", "yes", "ada", "benar", "true", "1", "1.0", "1,0", "sudah"})
NO = frozenset({"tidak", "t", "no", "n", "tidak ada", "tdk", "salah", "false", "0", "0.0", "0,0", "belum", "belum ada"})
_WORD = re.compile(r"[^\W_]+")
_INVISIBLE = dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u2060\u200e\u200f"))
_FORMULA = re.compile(r'="(.*)"\Z', re.DOTALL)
_WHOLE = re.compile(r"[+-]?\d{1,6}(?:[.,]0+)?\Z", re.ASCII)
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:(?P<group>[.,])\d{3})(?:(?P=group)\d{3})*\Z", re.ASCII)
_DECIMAL = re.compile(r"([+-]?)(\d{1,15})(?:[.,](\d{0,20}))?\Z", re.ASCII)
_BOTH = re.compile(r"[+-]?\d{1,3}(?:(?:\.\d{3})+,\d*|(?:,\d{3})+\.\d*)\Z", re.ASCII)
_BLANK_GROUPS = re.compile(r"[+-]?\d{1,3}(?: \d{3})+(?=[.,]|\Z)", re.ASCII)


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return a name reduced to lower-case words: capitals, blanks and punctuation do not tell names apart.

    >>> fold("Skor Toko/ Warung_Kelontong "), fold("Air Mandi &amp; Cuci")
    ('skor toko warung kelontong', 'air mandi cuci')
    """
    return " ".join(_WORD.findall(html.unescape(text).translate(_INVISIBLE).casefold()))


@lru_cache(maxsize=65536)  # tables repeat themselves
def clean(text: str) -> str:
    """Return a cell as it is meant: without invisible signs, doubled blanks and a spreadsheet's text marks.

    >>> clean('="6401012010"'), clean("'0012 "), clean(" SUMBER  SARI ")
    ('6401012010', '0012', 'SUMBER SARI')
    """
    text = text.translate(_INVISIBLE)
    text = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    formula = _FORMULA.match(text)
    if formula:
        text = formula.group(1).strip()
    return text[1:].strip() if text.startswith("'") else text


def cell_at(cells: Sequence[str], column: int | None) -> str:
    """Return the cleaned cell of a column; empty where the row is shorter, or there is no such column."""
    return clean(cells[column]) if column is not None and column < len(cells) else ""


def is_missing(text: str) -> bool:
    """Return whether a cleaned cell says that nothing is known."""
    return text.casefold() in MISSING


def whole_number(text: str) -> int | None:
    """Return the whole number that a cleaned cell holds, decimals of zero allowed; else None.

    >>> whole_number("5"), whole_number("5,0"), whole_number("3.5")
    (5, 5, None)
    """
    return int(re.split("[.,]", text)[0]) if _WHOLE.match(text) else None


class AmbiguousNumber(ValueError):
    """A number that can be read in two ways, a thousandfold apart: `args` holds both."""


def thousandths(text: str, *, whole: bool) -> int | None:
    """Return the number in a cleaned cell as integer thousandths, rounded half up; None if it is no number.

    Point and comma are both read as decimal mark. Where `whole` numbers are expected, one mark before three digits
    groups thousands; elsewhere it is refused, because it can be either.

    Raises
    ------
    AmbiguousNumber
        For `1.234` where decimals are possible.

    >>> thousandths("0,75", whole=False), thousandths("1.200", whole=True), thousandths("1.234,5", whole=False)
    (750, 1200000, 1234500)
    """
    text = text.replace("\u00a0", " ").replace("\u202f", " ")
    if _BLANK_GROUPS.match(text):
        text = text.replace(" ", "")
    grouped = _GROUPED.match(text)
    if grouped:
        mark = grouped.group("group")
        if whole or text.count(mark) > 1:
            text = text.replace(mark, "")
        elif text.lstrip("+-")[0] != "0":
            raise AmbiguousNumber(text.replace(mark, "."), text.replace(mark, ""))
    elif _BOTH.match(text):
        decimal = max(text.rfind("."), text.rfind(","))
        text = re.sub("[.,]", "", text[:decimal]) + "." + text[decimal + 1 :]
    parts = _DECIMAL.match(text)
    if not parts:
        return None
    sign, units, decimals = parts.groups()
    digits = (decimals or "").ljust(4, "0")
    value = int(units) * 1000 + int(digits[:3]) + (digits[3] >= "5")
    return -value if sign == "-" else value


def yes_or_no(text: str) -> bool | None:
    """Return what a cleaned cell answers, None if it is neither yes nor no."""
    word = text.casefold()
    return True if word in YES else False if word in NO else None
