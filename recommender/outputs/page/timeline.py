"""The steps of a plan on a time line: a row a step in the plan's order, quarters across, coloured by source of money.

Drawn twice: wide, with the names at the left, and narrow for a telephone, with the names above their bars.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from recommender.language.money import format_short_rupiah
from recommender.model.plan import Plan, Step
from recommender.outputs.pictures import palette, svg
from recommender.outputs.pictures.svg import Attributes, Safe
from recommender.outputs.words import Words

_MONTHS = 12
_SIZE = 12.5
_SMALL = 11.0
_BAR = 16.0
_LEADING = 15.0


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where things stand: names take `label` pixels at the left (0: above the bars), `month` is a month's width."""

    first: int
    last: int
    label: float
    month: float

    @property
    def width(self) -> float:
        return self.label + (self.last - self.first + 1) * _MONTHS * self.month

    def x(self, year: int, month: int) -> float:
        return self.label + ((year - self.first) * _MONTHS + month) * self.month


def timeline(plan: Plan, years: Sequence[int], words: Words, *, narrow: bool) -> Safe:
    """Return the picture of the steps over the years given."""
    count = len(years) * _MONTHS
    frame = _Frame(years[0], years[-1], 0 if narrow else 300, (336 / count) if narrow else max(760, count * 14) / count)
    colours = source_colours(plan, words)
    name = "time-narrow" if narrow else "time"
    legend, top = _legend(plan, colours, frame, words, name)
    grounds: list[Safe] = []
    rows: list[Safe] = []
    y = top + 40
    for number, step in enumerate(plan.steps):
        ground = palette.PAPER if number % 2 else palette.PANEL
        drawn, height = _row(step, frame, y, ground, colours, words, name)
        grounds.append(svg.tag("rect", x=0, y=y, width=frame.width, height=height, fill=ground))
        rows.append(drawn)
        y += height
    grid = _grid(frame, top, y, words)
    hatches = svg.tag("defs", *(_hatch(name, colour) for colour in sorted(set(colours.values()))))
    description = " ".join(_sentence(step, words) for step in plan.steps)
    pieces = [hatches, legend, *grounds, *grid, *rows]
    return svg.picture(frame.width, y + 6, words.say("timeline.caption"), description, *pieces, name=name)


def source_colours(plan: Plan, words: Words) -> dict[str, str]:
    """Return the colour of each source that pays for a step, in the order of the catalog."""
    order = list(words.kb.funding)
    used = {source for step in plan.steps for source in step.cost.by_source}
    known = [source for source in order if source in used]
    return {
        source: palette.series(order.index(source) if source in order else len(order))
        for source in [*known, *sorted(used - set(order))]
    }


def when(step: Step, words: Words) -> str:
    """Return when a step starts and how long it takes."""
    month = words.month(step.start_month)
    return words.say("when", month=month, year=step.year, months=words.months(step.months))


def _sentence(step: Step, words: Words) -> str:
    return words.say(
        "timeline.row",
        rank=step.rank,
        name=words.text(step.name),
        when=when(step, words),
        amount=words.money(step.cost.total),
        sources=words.sources(step.cost.by_source),
    ) + (f" ({words.say('timeline.proposal')})." if step.executor != "village" else ".")


def _row(
    step: Step, frame: _Frame, y: float, ground: str, colours: dict[str, str], words: Words, name: str
) -> tuple[Safe, float]:
    """Return a step's row and its height."""
    room = frame.label - 44 if frame.label else frame.width - 32
    lines = svg.text_lines(words.text(step.name), room, _SIZE, 2)
    texts = [svg.write(f"{step.rank}.", 26, y + 18, _SIZE, palette.MUTED, text_anchor="end")]
    texts += [svg.write(line, 32, y + 18 + n * _LEADING, _SIZE, palette.INK) for n, line in enumerate(lines)]
    if frame.label:
        height = 12 + len(lines) * _LEADING + 4
        bar_y = y + (height - _BAR) / 2
    else:
        bar_y = y + 9 + len(lines) * _LEADING
        height = bar_y + _BAR + 9 - y
    start = frame.x(step.year, step.start_month)
    end = min(frame.width, start + step.months * frame.month)
    if step.measure == "service" and step.lines:  # delivered to the end of its last year
        end = min(frame.width, frame.x(step.lines[-1].year + 1, 0))
    bar = [_bar(step, start, end, bar_y, colours, name)]
    if step.running_cost_per_year and end < frame.width - 4:
        bar.append(_running(end, frame.width - 4, bar_y + _BAR / 2))
    hint = svg.tag("title", _sentence(step, words))
    return svg.tag("g", hint, *texts, *bar, *_amount(step, frame, start, end, bar_y, ground, words)), height


def _amount(step: Step, frame: _Frame, start: float, end: float, bar_y: float, ground: str, words: Words) -> list[Safe]:
    """Return who pays how much, beside the bar: at its right if there is room, else left, else without who pays."""
    amount = format_short_rupiah(step.cost.total, words.lang)
    text, is_right = amount, end > frame.width / 2
    for candidate in (f"{words.sources(step.cost.by_source)} {amount}", amount):
        needed = svg.text_width(candidate, _SMALL) + 12
        if end + needed <= frame.width or needed <= start - frame.label:
            text, is_right = candidate, end + needed <= frame.width
            break
    needed = svg.text_width(text, _SMALL) + 8
    x = end + 8 if is_right else start - 8
    left = x - 3 if is_right else x - needed + 5
    behind = svg.tag("rect", x=left, y=bar_y + 1, width=needed - 2, height=_BAR - 2, fill=ground)
    anchor = None if is_right else "end"
    return [behind, svg.write(text, x, bar_y + 12, _SMALL, palette.INK, text_anchor=anchor)]


def _bar(step: Step, start: float, end: float, y: float, colours: dict[str, str], name: str) -> Safe:
    """Return the bar of a step, each source in its share of the height; a proposal is hatched and dashed."""
    width = max(4.0, end - start)
    shares = list(step.cost.by_source.items()) or [("", 1)]
    total = sum(amount for _, amount in shares) or len(shares)
    pieces: list[Safe] = []
    top = y
    for source, amount in shares:
        height = _BAR * (amount or total / len(shares)) / total
        colour = colours.get(source, palette.LEFT_OUT)
        look = {"fill": colour} if step.executor == "village" else _hatched(name, colour)
        pieces.append(_piece(start, top, (width, height), **look))
        top += height
    return svg.joined(*pieces)


def _piece(x: float, y: float, size: tuple[float, float], **look: str | float | None) -> Safe:
    return svg.tag("rect", x=x, y=y, width=size[0], height=size[1], **look)


def _hatched(name: str, colour: str) -> Attributes:
    """Return the look of what others pay."""
    return {
        "fill": f"url(#{_hatch_name(name, colour)})",
        "stroke": colour,
        "stroke_width": 1.4,
        "stroke_dasharray": "4 2",
    }


def _running(start: float, end: float, y: float) -> Safe:
    look: Attributes = {"stroke": palette.EDGE, "stroke_width": 1.4, "stroke_dasharray": "1.5 4"}
    return svg.path("M", start + 2, y, "H", end, **look)


def _grid(frame: _Frame, top: float, bottom: float, words: Words) -> list[Safe]:
    """Return years and quarters above the rows, and the lines between them."""
    pieces: list[Safe] = []
    for year in range(frame.first, frame.last + 1):
        left, right = frame.x(year, 0), frame.x(year + 1, 0)
        middle = (left + right) / 2
        pieces.append(svg.write(str(year), middle, top + 14, 13, palette.INK, font_weight="600", text_anchor="middle"))
        for quarter, label in enumerate(words.say("timeline.quarters").split()):
            x = frame.x(year, quarter * 3)
            place = x + 1.5 * frame.month
            if 3 * frame.month > 16:
                pieces.append(svg.write(label, place, top + 32, _SMALL, palette.MUTED, text_anchor="middle"))
            colour = palette.EDGE if quarter == 0 else palette.LINE
            start = top + (2 if quarter == 0 else 22)
            pieces.append(svg.path("M", x, start, "V", bottom, stroke=colour, stroke_width=0.8))
    return pieces


def _hatch_name(name: str, colour: str) -> str:
    return f"{name}-hatch-{colour[1:]}"


def _hatch(name: str, colour: str) -> Safe:
    ground = svg.tag("rect", width=6, height=6, fill=palette.tint(colour, 0.14))
    stripe = svg.tag("rect", width=2, height=6, fill=colour)
    return svg.tag(
        "pattern",
        ground,
        stripe,
        id=_hatch_name(name, colour),
        width=6,
        height=6,
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    )


def _legend(plan: Plan, colours: dict[str, str], frame: _Frame, words: Words, name: str) -> tuple[Safe, float]:
    """Return the sources in use, hatched where others pay, and its height."""
    own = {source for step in plan.steps if step.executor == "village" for source in step.cost.by_source}
    samples: list[tuple[Callable[[float, float], Safe], str]] = []
    for source, colour in colours.items():
        said = words.source(source)
        if source in own:
            samples.append((partial(_piece, size=(26, _BAR), fill=colour), said))
        else:
            said = f"{said} ({words.say('timeline.proposal')})"
            samples.append((partial(_hatched_sample, colour=colour, name=name), said))
    samples.append((lambda x, y: _running(x, x + 26, y + 8), words.say("timeline.running")))
    legend = svg.Legend(0, frame.width, 0, _SIZE, text=34, after=16, base=12.5, row=22)
    drawn, y = legend.draw(samples)
    return drawn, y + 34


def _hatched_sample(x: float, y: float, colour: str, name: str) -> Safe:
    return _piece(x + 1, y + 1, (24, _BAR - 2), **_hatched(name, colour))
