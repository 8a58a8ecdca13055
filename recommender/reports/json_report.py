"""Plan documents as JSON: keys in the model's order, UTF-8, no NaN, one space of indent.

Characters that could act on a terminal or turn the direction of a line are written as `\\uXXXX`: the same text for a
program, harmless for a reader's screen.
"""

from __future__ import annotations

import json
import re
from typing import Any

from recommender.model.plan import PlanDocument

_HARMFUL = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def to_json(document: PlanDocument) -> str:
    """Return the document as indented JSON that ends in a newline; the same document gives the same bytes."""
    return _harmless(document.model_dump_json(by_alias=True, indent=1)) + "\n"


def to_json_line(document: PlanDocument) -> str:
    """Return the document as one line of ndjson; by convention it holds one plan."""
    return _harmless(document.model_dump_json(by_alias=True)) + "\n"


def dump(value: Any) -> str:
    """Return plain data as indented JSON that ends in a newline.

    Raises
    ------
    ValueError
        If a number is NaN or infinite: a bug, since no report holds one.
    """
    return _harmless(json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)) + "\n"


def _harmless(text: str) -> str:
    # Outside of strings JSON holds none of these characters, so each stands where an escape is allowed.
    return _HARMFUL.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
