"""Numbers as people write them: decimal comma and grouped thousands in Indonesian, points and commas in English."""

from __future__ import annotations


def decimal(number: float, digits: int, lang: str) -> str:
    """Return the number with so many decimals, with a decimal comma in Indonesian.

    >>> decimal(0.71234, 4, "id"), decimal(0.5, 2, "en")
    ('0,7123', '0.50')
    """
    text = f"{number:.{digits}f}"
    return text if lang == "en" else text.replace(".", ",")


def number(value: int | float, lang: str) -> str:
    """Return a quantity with grouped thousands and at most three decimals.

    >>> number(2100, "id"), number(1.5, "id"), number(2100.25, "en")
    ('2.100', '1,5', '2,100.25')
    """
    text = f"{value:,.3f}".rstrip("0").rstrip(".") if isinstance(value, float) else f"{value:,}"
    return text if lang == "en" else text.translate(str.maketrans(",.", ".,"))


def percent(share: float, lang: str) -> str:
    """Return a share as per cent, with at most one decimal.

    >>> percent(0.2, "id"), percent(0.126, "en")
    ('20 %', '12.6 %')
    """
    return f"{number(round(share * 100, 1), lang)} %"
