"""What overlays changed, in words and as data: one line a key, values as the files write them."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from typing import Any

from recommender.language.harmless import plain
from recommender.language.wording import say
from recommender.model.conditions import All, Comparison, Not
from recommender.model.conditions import Any as AnyOf
from recommender.model.knowledge import KnowledgeBase
from recommender.model.overlays import OverlayChange
from recommender.outputs.condition_words import condition_data

_HASH_SHOWN = 12
_GROUPED = 10_000  # smaller numbers may be years
_LONGEST = 100  # characters of a value; the document and the files have the rest


def overlay_lines(kb: KnowledgeBase, lang: str) -> Iterator[str]:
    """Yield a line for each overlay and, below it, for each key that it changed."""
    for overlay in kb.overlays:
        sha, count = overlay.sha256[:_HASH_SHOWN], len(overlay.changes)
        yield plain(say(lang, "overlay-line", name=overlay.name, sha=sha, count=count))
        for change in overlay.changes:
            place = f"{change.kind}/{change.name}"
            key = "overlay-change" if change.key else "overlay-new"
            yield "  " + plain(say(lang, key, place=place, **_values(change, lang))).lstrip()


def overlay_note(kb: KnowledgeBase, lang: str) -> str:
    """Return which overlays shaped a plan, in a sentence; empty without any."""
    counted = [say(lang, "overlay-counted", name=overlay.name, count=len(overlay.changed)) for overlay in kb.overlays]
    return plain(say(lang, "overlay-note", names=", ".join(counted))) if counted else ""


def changes_of(kb: KnowledgeBase, kind: str, name: str) -> list[tuple[str, OverlayChange]]:
    """Return (overlay, change) of one noun, in the order in which the overlays were laid."""
    return [
        (overlay.name, change)
        for overlay in kb.overlays
        for change in overlay.changes
        if (change.kind, change.name) == (kind, name)
    ]


def change_words(overlay: str, change: OverlayChange, lang: str) -> str:
    """Return one change of a noun as a phrase."""
    if not change.key:
        return say(lang, "added-by", name=overlay)
    return say(lang, "changed-by", name=overlay, **_values(change, lang))


def change_data(overlay: str, change: OverlayChange) -> dict[str, Any]:
    """Return one change as plain data."""
    return {
        "overlay": overlay,
        "key": change.key,
        "before": as_written(change.before),
        "after": as_written(change.after),
    }


def as_written(value: Any) -> Any:
    """Return a value of a file as JSON can hold it: dates and keys as text, conditions as trees."""
    if isinstance(value, Comparison | All | AnyOf | Not):
        return condition_data(value)
    if isinstance(value, dict):
        return {str(key): as_written(inside) for key, inside in value.items()}
    if isinstance(value, list | tuple):
        return [as_written(inside) for inside in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def _values(change: OverlayChange, lang: str) -> dict[str, str]:
    return {"key": change.key, "before": _shown(change.before, lang), "after": _shown(change.after, lang)}


def _shown(value: Any, lang: str) -> str:
    if value is None:
        return say(lang, "overlay-none")
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:_}" if value >= _GROUPED else str(value)  # rupiah as the files group them
    text = value if isinstance(value, str) else json.dumps(as_written(value), ensure_ascii=False)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
