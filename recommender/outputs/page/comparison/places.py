"""The map of the page: villages by class, or the places above them by the class that most of their villages have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recommender.knowledge.place_names import place_name
from recommender.model.boundaries import Area, Boundaries
from recommender.model.plan import Plan
from recommender.outputs.charts.area_map import Label, Shape, area_map
from recommender.outputs.page.comparison.tables import PageTable, plain_table, village_link
from recommender.outputs.page.comparison.view import Sign, View
from recommender.outputs.pictures import palette, svg
from recommender.outputs.pictures.svg import Safe
from recommender.verbs.comparing.grouping import class_word, village_key
from recommender.verbs.comparing.scope import middle

_VILLAGE_DIGITS = 10


@dataclass(frozen=True, slots=True)
class MapSection:
    """What the page says and shows of places."""

    seen: str
    caption: str
    signs: tuple[Sign, ...]
    picture: Safe
    table: PageTable | None
    notes: tuple[str, ...]
    named: tuple[tuple[str, tuple[str, ...]], ...]
    """(what they are, names) of villages and areas without their match."""


def map_section(view: View, boundaries: Boundaries) -> MapSection:
    """Return the map, with everything without a match named."""
    inside = _villages_in(view, boundaries)
    of_villages = boundaries.level == _VILLAGE_DIGITS
    kept = {code[:4] for code in inside}
    drawn = [*boundaries.areas, *(area for area in boundaries.others if area.code[:4] in kept)]
    shapes = [_shape(view, area, inside.get(area.code, ()), of_villages) for area in drawn]
    words = view.words
    classes = view.in_order(map(class_word, view.found.scope.plans))
    signs = list(view.classes_signs(filter(None, classes)))
    if "" in classes:
        signs.append(Sign(words.say("map-no-class"), palette.PAPER))
    if len(drawn) > len(boundaries.areas):
        signs.append(Sign(words.say("map-not-compared"), palette.LEFT_OUT_TINT))
    caption = words.say("map-of-villages") if of_villages else words.say("map-of-places")
    seen = _seen(view, boundaries, inside, of_villages)
    picture = area_map(shapes, _labels(view, drawn, of_villages), caption, seen, "map")
    notes = [words.say("map-commonest")] if not of_villages else [words.say("map-table", link="#villages")]
    if boundaries.skipped:
        notes.append(words.say("map-skipped", count=boundaries.skipped))
    named = []
    if boundaries.missing:
        names = tuple(f"{view.villages.get(code, code)} ({code})" for code in boundaries.missing)
        named.append((words.say("map-missing", count=len(names)), names))
    if boundaries.others:
        names = tuple(_named(area) for area in boundaries.others)
        named.append((words.say("map-others", count=len(names)), names))
    table = None if of_villages else _table(view, boundaries, inside)
    return MapSection(seen, caption, tuple(signs), picture, table, tuple(notes), tuple(named))


def _villages_in(view: View, boundaries: Boundaries) -> dict[str, list[Plan]]:
    codes = {area.code for area in boundaries.areas}
    found: dict[str, list[Plan]] = {}
    for plan in view.found.scope.plans:
        code = plan.village.code.replace(".", "")[: boundaries.level]
        if code in codes:
            found.setdefault(code, []).append(plan)
    return found


def _shape(view: View, area: Area, plans: Sequence[Plan], of_villages: bool) -> Shape:
    if not plans:
        return Shape(area.polygons, palette.LEFT_OUT_TINT, f"{_named(area)}: {view.words.say('map-not-compared')}")
    if of_villages:
        word = class_word(plans[0])
        name = plans[0].village.name.strip() or plans[0].village.code
        told = view.class_name(word) if word else view.words.say("map-no-class")
        link = view.pages.get(village_key(plans[0]), "")
        return Shape(area.polygons, view.colour_of(word) if word else None, f"{name}: {told}", link)
    word, told = _commonest(view, plans)
    link = f"#place-{area.code}"
    return Shape(area.polygons, view.colour_of(word) if word else None, f"{_place(view, area)}: {told}", link)


def _commonest(view: View, plans: Sequence[Plan]) -> tuple[str, str]:
    """Return the class that most villages have (of several the lowest), and how many have each, in words."""
    counts = Counter(map(class_word, plans))
    order = view.in_order(counts)
    told = ", ".join(f"{view.class_name(word)} {counts[word]}" for word in order)
    return max(order, key=lambda word: (counts[word], -order.index(word))), told


def _named(area: Area) -> str:
    return f"{area.name} ({area.code})" if area.name else area.code


def _dotted(code: str) -> str:
    parts = (code[:2], code[2:4], code[4:6], code[6:])
    return ".".join(filter(None, parts))


def _place(view: View, area: Area) -> str:
    return place_name(view.found.scope.kb, _dotted(area.code)) or area.name or area.code


def _labels(view: View, drawn: Sequence[Area], of_villages: bool) -> list[Label]:
    """Return the names of subdistricts over villages' outlines, of the areas themselves over others."""
    places: dict[str, list[int]] = {}
    for number, area in enumerate(drawn):
        places.setdefault(area.code[:6] if of_villages else area.code, []).append(number)
    labels = []
    for code, numbers in places.items():
        if of_villages:
            name = place_name(view.found.scope.kb, _dotted(code)) or _subdistrict(view, code)
        else:
            name = _place(view, drawn[numbers[0]])
        if name:
            labels.append(Label(svg.clean(name), tuple(numbers)))
    return labels


def _subdistrict(view: View, code: str) -> str:
    """Return what the data call a subdistrict; `` where they do not."""
    plans = view.found.scope.plans
    names = (p.village.subdistrict for p in plans if p.village.code.replace(".", "").startswith(code))
    return next(filter(None, names), "")


def _seen(view: View, boundaries: Boundaries, inside: Mapping[str, Sequence[Plan]], of_villages: bool) -> str:
    count = sum(map(len, inside.values()))
    if of_villages:
        return view.words.say("seen-map-villages", count=count, villages=len(view.found.scope.plans))
    places, total = len(boundaries.areas), len(view.found.scope.plans)
    return view.words.say("seen-map-places", count=places, villages=count, total=total)


def _table(view: View, boundaries: Boundaries, inside: Mapping[str, Sequence[Plan]]) -> PageTable:
    """Return a row a place: its villages by class, its median index, links to villages."""
    words = view.words
    rows = []
    for area in boundaries.areas:
        plans = inside[area.code]
        values = [p.scores.index.value for p in plans if p.scores.index and p.scores.index.value is not None]
        links = ", ".join(village_link(view, plan.village.code, plan.village.code_scheme) for plan in plans)
        rows.append(
            [
                svg.tag("span", _place(view, area), id=f"place-{area.code}"),
                svg.escaped(str(len(plans))),
                svg.escaped(_commonest(view, plans)[1]),
                svg.escaped(words.index_value(middle(values))),
                Safe(links),
            ]
        )
    heads = [
        (words.say("map-place"), False),
        (words.term("column-title", "villages"), True),
        (words.term("column-title", "class"), False),
        (words.say("map-median"), True),
        (words.term("frame", "villages"), False),
    ]
    return plain_table(words.say("map-of-places"), heads, rows)
