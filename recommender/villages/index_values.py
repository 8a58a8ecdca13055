"""What an index says in one place, checked: a value, a year, a printed total, a class; or the problem with it."""

from __future__ import annotations

import math
import re
from contextlib import suppress
from fractions import Fraction

from recommender.language.errors import Problem, problem
from recommender.language.shown_value import shown
from recommender.language.wording import did_you_mean
from recommender.model.frameworks import Framework, Item
from recommender.villages.cells import whole_number
from recommender.villages.framework_names import FrameworkNames

LAST_POSSIBLE_YEAR = 2100
_ROUNDED = Fraction(99, 100)  # a printed index may have lost decimals


def read_value(raw: object, item: Item, framework: Framework, where: str) -> int | Problem:
    """Return the value of an item, given as a whole number or a text of one, if the item's ladder has it.

    A value that does not exist is a typing error: in 64,550 scores of real answers none lies off its ladder, so such a
    value is refused, not rounded. The ladder of an item whose rubric is unsure may lack rungs: there a value between
    its lowest and highest is kept.
    """
    value: int | None = None
    if isinstance(raw, str):
        value = whole_number(raw.strip())
    elif (isinstance(raw, int) and not isinstance(raw, bool)) or (isinstance(raw, float) and raw.is_integer()):
        value = int(raw)
    scale = {"name": item.label, "lowest": framework.lowest, "highest": framework.highest}
    if value is None:
        return problem(where, "bad-value.data", value=shown(raw), **scale)
    if not framework.lowest <= value <= framework.highest:
        return problem(where, "out-of-scale", value=shown(value), **scale)
    if value not in item.levels and (item.rubric is None or not item.values[0] < value < item.values[-1]):
        levels = ", ".join(map(str, item.values))
        return problem(where, "off-ladder", value=value, name=item.label, levels=levels)
    return value


def read_year(raw: object, framework: Framework, where: str) -> int | Problem:
    """Return a year that the framework can have been measured in, else the problem."""
    text = str(raw).strip() if isinstance(raw, int | str) and not isinstance(raw, bool) else ""
    text = re.sub(r"[.,]0+\Z", "", text)
    if re.fullmatch(r"\d{4}", text, re.ASCII) and framework.first_year <= int(text) <= LAST_POSSIBLE_YEAR:
        return int(text)
    return problem(where, "bad-year.data", value=shown(raw), first=framework.first_year)


def late_year(year: int, framework: Framework, where: str) -> list[Problem]:
    """Return a warning for a year after the framework's last one, else nothing."""
    last = framework.last_year
    if last is None or year <= last:
        return []
    return [problem(where, "year-after-framework", year=year, last=last, framework=framework.label)]


def assumed_year(framework: Framework, where: str) -> tuple[int, Problem]:
    """Return the year of data that name none, the framework's last, and the warning that says so."""
    year = framework.last_year or framework.first_year
    return year, problem(where, "assumed-year", year=year, framework=framework.label)


def read_total(raw: object, part: str, label: str, framework: Framework, where: str) -> float | Problem:
    """Return a published total: from 0 to the highest, and of the whole index no less than it can be."""
    number = math.nan
    if isinstance(raw, int | float | str) and not isinstance(raw, bool):
        with suppress(ValueError, OverflowError):
            number = float(raw.replace(",", ".") if isinstance(raw, str) else raw)
    if not 0 <= number <= framework.index_scale:
        return problem(where, "bad-total", name=label, value=shown(raw), highest=framework.index_scale)
    if part == "index" and number < _ROUNDED * framework.least:
        lowest = float(round(framework.least, 3))
        return problem(where, "impossible-total", name=label, value=shown(raw), lowest=lowest)
    return number


def read_class(raw: object, names: FrameworkNames, where: str) -> str | Problem:
    """Return the class that is printed, else the warning that it is none."""
    slug = names.class_slug(raw) if isinstance(raw, str) else None
    if slug is not None:
        return slug
    known = [entry.name.id for entry in names.framework.classes]
    near = did_you_mean([raw] if isinstance(raw, str) else [], known)
    return problem(where, "unknown-class.published", value=shown(raw), known=", ".join(known), near=near)
