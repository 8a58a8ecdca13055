"""Rupiah: whole numbers, read from what people type and written as Indonesians write them."""

from __future__ import annotations

import re
from fractions import Fraction

from recommender.language.errors import UsageError, problem

_MULTIPLES = {"": 1, "rb": 10**3, "ribu": 10**3, "jt": 10**6, "juta": 10**6, "miliar": 10**9, "triliun": 10**12}
_AMOUNT = re.compile(
    r"^(?:rp\.?\s*)?(?P<number>\d+(?:[_.]\d{3})*)(?:,(?P<decimals>\d+))?\s*(?P<multiple>[a-z]*)$", re.IGNORECASE
)
_LONGEST = 60  # characters; Python refuses to read numbers of thousands of digits
# Beyond this an amount is a slip of units, and sums of it would leave exact floating point (2^53).
LARGEST_AMOUNT = 10**15


def parse_rupiah(text: str) -> int:
    """Return whole rupiah from digits with `_` or `.` groups, and `rb`, `jt`, `miliar` or `triliun`.

    Raises
    ------
    UsageError
        If the text is no amount, is negative, is above 10^15, or ends in a bare `M` or `m`: that letter means
        miliar (10^9) to one reader and million (10^6) to the next.

    >>> parse_rupiah("330jt"), parse_rupiah("1.250.000"), parse_rupiah("1,2 miliar")
    (330000000, 1250000, 1200000000)
    """
    cleaned = text.strip()
    match = _AMOUNT.match(cleaned)
    multiple = match["multiple"].lower() if match else ""
    if match and multiple == "m":
        raise _refused(text, "bare-m")
    if not match or multiple not in _MULTIPLES:
        raise _refused(text, "negative-amount" if cleaned.startswith("-") else "bad-amount")
    if len(cleaned) > _LONGEST:
        raise _refused(text[:_LONGEST] + "…", "huge-amount")
    whole = int(re.sub(r"[_.]", "", match["number"]))
    amount = Fraction(whole)
    if match["decimals"]:
        amount += Fraction(int(match["decimals"]), 10 ** len(match["decimals"]))
    amount *= _MULTIPLES[multiple]
    if amount.denominator != 1:
        raise _refused(text, "not-whole")
    if amount > LARGEST_AMOUNT:
        raise _refused(text, "huge-amount")
    return int(amount)


def _refused(text: str, code: str) -> UsageError:
    return UsageError([problem("amount", code, value=text)])


def format_rupiah(amount: int, lang: str = "id") -> str:
    """Return the amount with `.` groups, as Indonesians write it (`,` groups in English).

    >>> format_rupiah(1250000), format_rupiah(-5000, "en")
    ('Rp1.250.000', '-Rp5,000')
    """
    grouped = f"{abs(amount):,}"
    return ("-" if amount < 0 else "") + "Rp" + (grouped.replace(",", ".") if lang == "id" else grouped)


def format_short_rupiah(amount: int, lang: str = "id") -> str:
    """Return the amount rounded for a narrow column: `Rp12,5 jt`, `Rp1,2 M` is never used, `Rp1,2 miliar` is.

    >>> format_short_rupiah(12_500_000), format_short_rupiah(1_234_000_000, "en"), format_short_rupiah(950)
    ('Rp12,5 jt', 'Rp1.23 billion', 'Rp950')
    """
    names = (
        [(10**12, " triliun"), (10**9, " miliar"), (10**6, " jt"), (10**3, " rb")]
        if lang == "id"
        else [(10**12, " trillion"), (10**9, " billion"), (10**6, " million"), (10**3, " thousand")]
    )
    size = abs(amount)
    sign = "-" if amount < 0 else ""
    for unit, name in names:
        if size * 2000 >= unit * 1999:  # what rounds to 1000 of the smaller unit is 1 of this one
            digits = 0 if size >= 100 * unit else 1 if size >= 10 * unit else 2
            number = f"{size / unit:.{digits}f}"
            if "." in number:
                number = number.rstrip("0").rstrip(".")
            return f"{sign}Rp{number.replace('.', ',') if lang == 'id' else number}{name}"
    return f"{sign}Rp{size}"
