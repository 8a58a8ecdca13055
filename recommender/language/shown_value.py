"""A value from a file as a message prints it."""

from __future__ import annotations

from typing import Any


def shown(value: Any) -> str:
    """Return a value short, on one line, quoted if it is text.

    >>> shown("lima"), shown(True), shown(7), shown("x" * 99)
    ("'lima'", 'true', '7', "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxx…'")
    """
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    try:
        text = str(value)
    except ValueError:  # an integer of thousands of digits
        return "a number of thousands of digits"
    text = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    text = text if len(text) <= 30 else text[:29] + "…"
    return f"'{text}'" if isinstance(value, str) else text
