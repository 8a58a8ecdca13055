"""The colours of pages and pictures: few, calm, and each with enough contrast to the ground that it stands on.

Colour is never the only sign: whatever has one bears a word, a mark or a pattern too. Contrast is the ratio of WCAG
2.2, (lighter + 0.05) / (darker + 0.05) of relative luminances; a test holds text to 4.5 and shapes to 3.
"""

from __future__ import annotations

PAPER = "#ffffff"
PANEL = "#f4f6f7"
LINE = "#cfd6dc"
"""Rules between things; carries no meaning."""
EDGE = "#77828d"
"""Outlines and arrows that carry meaning."""
INK = "#1a2530"
MUTED = "#4d5a66"

OWN = "#0f5c5c"
PROPOSED = "#8a4b08"
MET = "#2b6a37"
LEFT_OUT = "#5a6570"
TREND = "#5a4a86"
OWN_TINT = "#e3f0ef"
PROPOSED_TINT = "#fdf1e1"
MET_TINT = "#e8f3e9"
LEFT_OUT_TINT = "#eef0f2"
WARNING = "#9c2b23"

SERIES = ("#0f5c5c", "#2b5fa8", "#7a3e8f", "#8a4b08", "#5b6b1f", "#a3324a", "#00708a", "#6b5344", "#3f4b57", "#b0458f")
"""Things of one kind, in their order: sources of money, dimensions."""

LADDER = ("#fbe9a7", "#a8d8b0", "#4fb3bf", "#2b73ae", "#22306f")
"""Classes of an index from the lowest: each darker than the one before, so that grey paper and colour-blind eyes keep
their order; shapes in these colours bear an outline."""


def ladder(place: int) -> str:
    """Return the colour of the class at a place from the lowest, 0; beyond the last the last."""
    return LADDER[min(place, len(LADDER) - 1)]


def series(place: int) -> str:
    """Return the colour of the thing at a place of its list, from 0; after the last colour the first again."""
    return SERIES[place % len(SERIES)]


def tint(colour: str, share: float = 0.09) -> str:
    """Return white paper with a share of the colour in it.

    >>> tint("#000000", 0.5)
    '#808080'
    """
    channels = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - channel) * share):02x}" for channel in channels)
