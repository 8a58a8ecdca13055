"""Every wording of the program, in Indonesian and English: one catalog of messages, (id, en) under one key.

The catalog stands in modules by reader: `report`, `explaining` and `page` (planners), `asking` (questions, the input
workbook), `workbook` (offices that take forms), `command_help` (--help), `checking` and `authoring` (authors of
knowledge) and `error` (what went wrong). Both languages stand side by side, so that neither can miss a message. Imports
nothing of this package.

>>> say("en", "of", value=1, highest=5)
'1 of 5'
"""

from __future__ import annotations

from recommender.language.messages.asking import ASKING
from recommender.language.messages.authoring import AUTHORING
from recommender.language.messages.checking import CHECKING
from recommender.language.messages.command_help import COMMAND_HELP
from recommender.language.messages.error import ERRORS
from recommender.language.messages.explaining import EXPLAINING
from recommender.language.messages.page import PAGE
from recommender.language.messages.report import REPORT
from recommender.language.messages.workbook import WORKBOOK

LANGUAGES = ("id", "en")
MESSAGES: dict[str, tuple[str, str]] = {
    **REPORT,
    **EXPLAINING,
    **ASKING,
    **PAGE,
    **WORKBOOK,
    **COMMAND_HELP,
    **CHECKING,
    **AUTHORING,
    **ERRORS,
}


def say(lang: str, key: str, /, **values: object) -> str:
    """Return the message in the language (Indonesian unless `en`), its `{…}` filled from the values.

    Raises
    ------
    KeyError
        If the catalog has no such key, or a value is missing: a bug.
    """
    return MESSAGES[key][1 if lang == "en" else 0].format(**values)


def has(key: str) -> bool:
    """Return whether the catalog knows the key: words of the knowledge base may be newer than the program."""
    return key in MESSAGES


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
