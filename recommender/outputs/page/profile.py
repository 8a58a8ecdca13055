"""The scores of the dimensions as a picture: now, by the plan alone, its full effect; and a small one for an index."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import inf

from recommender.language.wording import Key
from recommender.model.plan import Plan
from recommender.outputs.pictures import palette, svg
from recommender.outputs.pictures.svg import Safe
from recommender.outputs.words import Words

_WIDTH = 360.0
_TRACK = 344.0
_LEFT = 8.0
_ROW = 46.0
_SIZE = 12.0
_TINY = (9.0, 26.0)  # a bar of the small profile
_LOOKS: dict[Key, dict[str, str]] = {
    "profile.now": {"fill": palette.OWN},
    "profile.expected": {"fill": "#6fb1ae", "stroke": palette.OWN},
    "profile.all-done": {"fill": palette.PAPER, "stroke": palette.OWN, "stroke_dasharray": "3 2"},
}


@dataclass(frozen=True, slots=True)
class DimensionRow:
    """A dimension's scores between 0 and 1; None where nothing is measured, or nothing is expected to change."""

    label: str
    now: float | None
    expected: float | None
    all_done: float | None
    remark: str


def profile_rows(plan: Plan, words: Words) -> list[DimensionRow]:
    """Return the dimensions in the order of the catalog, with what the last year of the outlook expects of them."""
    last = plan.outlook[-1].dimensions if plan.outlook else {}
    rows = []
    for name, score in plan.scores.dimensions.items():
        after = last.get(name)
        measured = words.say("measured", measured=score.measured, of=score.of)
        remark = words.say("not-measured") if score.score is None else measured
        if score.weak:
            remark = f"{words.say('weak')} · {remark}"
        expected, all_done = (after.expected, after.all_done) if after else (score.score, score.score)
        rows.append(DimensionRow(words.dimension(name), score.score, expected, all_done, remark))
    return rows


def profile(rows: list[DimensionRow], title: str, words: Words) -> Safe:
    """Return the picture: a solid bar now, a lighter piece by the plan alone, an outline for its full effect."""
    pieces: list[Safe] = [_legend(words)]
    y = 52.0
    sentences = []
    for row in rows:
        pieces.append(_row(row, y, words))
        sentences.append(f"{row.label}: {numbers(row, words)}.")
        y += _ROW
    return svg.picture(_WIDTH, y - 6, title, " ".join(sentences), *pieces, name="profile")


def numbers(row: DimensionRow, words: Words) -> str:
    """Return `0.51 → 0.58 (0.72)`: now, by the plan alone, with its full effect; one number where nothing changes."""
    if row.now is None:
        return words.say("not-measured")
    now, expected, all_done = (words.score(value) for value in (row.now, row.expected, row.all_done))
    return now if now == expected == all_done else f"{now} → {expected} ({all_done})"


def _row(row: DimensionRow, y: float, words: Words) -> Safe:
    scores = numbers(row, words)
    room = _TRACK - svg.text_width(scores, _SIZE) - 12
    label = svg.text_lines(row.label, room * 0.94, _SIZE, 1)[0]  # bold letters are wider
    track = {"x": _LEFT, "y": y + 8, "width": _TRACK, "height": 13.0}
    pieces = [
        svg.write(label, _LEFT, y, _SIZE, palette.INK, font_weight="600"),
        svg.write(scores, _LEFT + _TRACK, y, _SIZE, palette.INK, text_anchor="end"),
        svg.tag("rect", **track, fill=palette.LEFT_OUT_TINT, rx=2),
    ]
    if row.now is not None:
        now, expected, all_done = row.now, row.expected or row.now, row.all_done or row.now
        pieces.append(_span(y, now, all_done, **_LOOKS["profile.all-done"]))
        pieces.append(_span(y, now, expected, **_LOOKS["profile.expected"]))
        pieces.append(_span(y, 0, now, **_LOOKS["profile.now"]))
    return svg.joined(*pieces)


def _span(y: float, start: float, end: float, **look: str) -> Safe:
    if end <= start:
        return Safe("")
    return svg.tag("rect", x=_LEFT + start * _TRACK, y=y + 8, width=(end - start) * _TRACK, height=13, **look)


def _legend(words: Words) -> Safe:
    def sample(look: dict[str, str]) -> Callable[[float, float], Safe]:
        return lambda x, y: svg.tag("rect", x=x + 0.5, y=y + 0.5, width=20, height=12, **look)

    legend = svg.Legend(_LEFT, inf, 4, 11, text=26, after=14, base=11, row=0, colour=palette.MUTED)
    return legend.draw((sample(look), words.say(key)) for key, look in _LOOKS.items())[0]


def small_profile(plan: Plan, words: Words, name: str) -> Safe:
    """Return six small bars, upright, weak ones darker; grey where nothing is measured."""
    width, height = _TINY
    pieces: list[Safe] = []
    parts = []
    for number, (dimension, score) in enumerate(plan.scores.dimensions.items()):
        x = number * (width + 3)
        parts.append(f"{words.dimension(dimension)} {words.score(score.score)}")
        pieces.append(svg.tag("rect", x=x, y=0, width=width, height=height, fill=palette.LEFT_OUT_TINT))
        if score.score is not None:
            filled = height * score.score
            colour = palette.PROPOSED if score.weak else palette.OWN
            pieces.append(svg.tag("rect", x=x, y=height - filled, width=width, height=filled, fill=colour))
        else:
            pieces.append(svg.path("M", x, height, "L", x + width, 0, stroke=palette.LEFT_OUT, stroke_width=1))
    title = words.say("index.profile")
    whole = len(plan.scores.dimensions) * (width + 3) - 3
    return svg.picture(whole, height, title, words.say("index.profile-of", parts="; ".join(parts)), *pieces, name=name)
