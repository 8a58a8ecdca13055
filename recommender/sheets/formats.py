"""Numbers in cells -> text as people write it: dates by the cell's format, decimals that cannot be misread."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence

_BUILT_IN_DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_ASIDE = re.compile(r'"[^"]*"|\\.|[_*].|\[[^\]]*\]')
_DATE_LETTERS = re.compile(r"[dmyhs]", re.IGNORECASE)
_LONGEST = 40
_EXACT = 16  # so many digits a float keeps
_EPOCH, _EPOCH_1904 = datetime.date(1899, 12, 30), datetime.date(1904, 1, 1)
_LAST_DAY = 2_958_465  # 9999-12-31


def date_styles(formats: Mapping[int, str], cell_formats: Sequence[int]) -> frozenset[int]:
    """Return which cell styles show dates or times: by the number of their format, or its letters."""
    return frozenset(
        style
        for style, number in enumerate(cell_formats)
        if number in _BUILT_IN_DATES or (number in formats and _DATE_LETTERS.search(_ASIDE.sub("", formats[number])))
    )


def number_text(raw: str, is_date: bool = False, from_1904: bool = False) -> str:
    """Return a number cell as text: whole numbers without decimals, dates as 2024-03-05, the rest with four decimals
    at least, since three after a point may be read as thousands. What is no number stays as it stands.

    >>> (
    ...     number_text("1101012002.0"),
    ...     number_text("1.234"),
    ...     number_text("0.30000000000000004"),
    ...     number_text("45356", True),
    ... )
    ('1101012002', '1.2340', '0.3000', '2024-03-05')
    """
    if not is_date and raw.isdigit() and len(raw) < _EXACT:
        return raw
    try:
        value = float(raw)
    except ValueError:
        return raw[:_LONGEST]
    if value != value or value in (float("inf"), float("-inf")):
        return raw[:_LONGEST]
    if is_date and 0 <= value <= _LAST_DAY:
        day = (_EPOCH_1904 if from_1904 else _EPOCH) + datetime.timedelta(days=int(value))
        return day.isoformat()
    if value == int(value):
        # Up to 2 ** 53 the text tells more than the float; beyond, neither is a count of anything.
        return str(int(raw)) if raw.lstrip("+-").isdigit() and len(raw) < _LONGEST else str(int(value))[:_LONGEST]
    text = f"{value:.15g}"
    if "e" in text:
        text = f"{value:.20f}".rstrip("0")[:_LONGEST]
    units, point, decimals = text.partition(".")
    return f"{units}.{decimals:0<4}" if point else units
