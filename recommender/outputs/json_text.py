"""Plain data as JSON: keys in the order given, UTF-8, no NaN. Plan documents have `document.to_json`."""

from __future__ import annotations

import json
from typing import Any

from recommender.pipeline.documents import harmless


def dump(value: Any) -> str:
    """Return the data as indented JSON that ends in a newline.

    Raises
    ------
    ValueError
        If a number is NaN or infinite: a bug, since no report holds one.
    """
    return harmless(json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)) + "\n"
