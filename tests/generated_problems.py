"""Seeded bare problems of 10 to 60 items in layers: the kind on which the searches are measured, with proven optima."""

from __future__ import annotations

import random
from typing import Any

Item = dict[str, Any]

SOURCES = ["village", "district", "province", "national"]
DISCOUNT = [1000, 900, 810, 729, 656]
INDICATORS = 12
_DURATIONS = ([0, 1, 2], [0.5, 0.35, 0.15])
_PAYERS = [0.4, 0.3, 0.15, 0.15]

# Edges are twice the items. Optima, in the units of the file, by number of items for seeds 0, 1, ..: each proven by the
# exact search.
OPTIMA: dict[int, tuple[int, ...]] = {
    10: (3367819, 6256000, 4948687, 5969845, 4029330, 3227301, 4108430, 11200890, 3018355, 4165120, 4196550, 4274055),
    20: (8110590, 7144597, 5210815, 7616166, 10867298, 7572515, 7760630, 6589951, 9783759, 13769245, 9616198, 10979322),
    30: (9181791, 6481014, 7038612, 5298181, 7729913, 7778908, 7546380, 10012262, 8145733, 6476750, 9668094, 10337362),
    45: (
        10200192,
        13252136,
        11110306,
        10445633,
        8629863,
        7474372,
        11154545,
        7763403,
        6758565,
        14373675,
        6894466,
        8296528,
    ),
    60: (7422219, 10259987, 8426100, 7060653, 7561685, 8391419, 10946570, 8325085, 9805131, 7887728, 12867649, 8537918),
}


def generated(seed: int, count: int) -> dict[str, Any]:
    """Return a bare problem of `count` items with twice as many edges: all-of 65 %, any-of 20, synergies, exclusions.

    Works of later layers are larger and rest on earlier ones; each indicator could be closed about 1.3 times over; a
    source pays for 30, 45 or 60 % of everything, and for its largest instalment in most years.
    """
    edges, years = 2 * count, len(DISCOUNT)
    draw = random.Random(f"vp1:{seed}:{count}:{edges}")
    tight = draw.choice([0.3, 0.45, 0.6])
    most = min(5, max(2, count // 5))
    layers = sorted(draw.randrange(most) for _ in range(count))
    indicators = [{"gap": draw.randint(20, 100), "weight": draw.randint(1, 10)} for _ in range(INDICATORS)]
    items = [_item(draw, number, layer) for number, layer in enumerate(layers)]
    _scale(items, indicators)
    _add_prerequisites(draw, items, layers, int(edges * 0.65))
    _add_groups(draw, items, layers, int(edges * 0.2))
    exclusions = _exclusions(draw, items, max(1, int(edges * 0.05)))
    synergies = _synergies(draw, items, indicators, exclusions, int(edges * 0.1))
    costs = [[row[source] for item in items for row in item["cost"]] for source in range(len(SOURCES))]
    budget = [
        [max(1, round(max(tight * sum(paid) / years, max(paid)) * draw.uniform(0.85, 1.3))) for _ in range(years)]
        for paid in costs
    ]
    for item in items:
        item["and"].sort()
        item["effects"] = {str(k): points for k, points in item["effects"].items()}
    return {
        "years": years,
        "discount": DISCOUNT,
        "sources": SOURCES,
        "budget": budget,
        "indicators": indicators,
        "items": items,
        "synergies": synergies,
        "exclusions": exclusions,
    }


def _item(draw: random.Random, number: int, layer: int) -> Item:
    duration = draw.choices(*_DURATIONS)[0]
    size = draw.lognormvariate(0, 0.7) * (1 + layer)
    span = max(1, duration)
    main = draw.choices(range(4), _PAYERS)[0]
    share = draw.choice([1.0, 1.0, 0.8, 0.7, 0.6])
    other = draw.choice([source for source in range(4) if source != main])
    part = max(1, round(max(2, round(20 * size)) / span))
    paid = [0, 0, 0, 0]
    paid[main] = max(1, round(part * share))
    paid[other] = part - paid[main] if share < 1 else 0
    moved = draw.sample(range(INDICATORS), draw.choice([1, 1, 2, 3]))
    effects = {k: max(1, round(size * draw.uniform(2, 9) / len(moved))) for k in moved}
    if layer == 0 and draw.random() < 0.4:
        effects = {}  # it only lets others begin
    cost = [list(paid) for _ in range(span)]
    return {"id": number, "duration": duration, "cost": cost, "effects": effects, "and": [], "or": []}


def _scale(items: list[Item], indicators: list[dict[str, int]]) -> None:
    for k, indicator in enumerate(indicators):
        points = sum(item["effects"].get(k, 0) for item in items)
        factor = min(1.3 * indicator["gap"] / points, 6) if points else 1
        for item in items:
            if k in item["effects"]:
                item["effects"][k] = max(1, round(item["effects"][k] * factor))


def _add_prerequisites(draw: random.Random, items: list[Item], layers: list[int], edges: int) -> None:
    numbers = range(len(items))
    pairs = [(under, over) for over in numbers for under in numbers if 0 < layers[over] - layers[under] <= 2]
    draw.shuffle(pairs)
    for under, over in pairs:
        if edges and len(items[over]["and"]) < 4:
            items[over]["and"].append(under)
            edges -= 1


def _add_groups(draw: random.Random, items: list[Item], layers: list[int], edges: int) -> None:
    tries = 0
    while edges >= 2 and tries < 500:
        tries += 1
        over = draw.randrange(len(items))
        used = {*items[over]["and"], *(member for group in items[over]["or"] for member in group)}
        pool = [under for under in range(len(items)) if layers[under] < layers[over] and under not in used]
        if len(pool) < 2 or len(items[over]["or"]) >= 2:
            continue
        members = min(draw.choice([2, 3]), edges, len(pool))
        items[over]["or"].append(sorted(draw.sample(pool, members)))
        edges -= members


def _exclusions(draw: random.Random, items: list[Item], wanted: int) -> list[list[int]]:
    """Return pairs that no item needs both of."""
    under: list[set[int]] = []
    for item in items:
        under.append(set(item["and"]).union(*(under[other] for other in item["and"])))
    pairs: list[list[int]] = []
    tries = 0
    while len(pairs) < wanted and tries < 2000:
        tries += 1
        one, other = sorted(draw.sample(range(len(items)), 2))
        together = other in under[one] or one in under[other] or any(one in u and other in u for u in under)
        if not together and [one, other] not in pairs:
            pairs.append([one, other])
    return pairs


def _synergies(
    draw: random.Random,
    items: list[Item],
    indicators: list[dict[str, int]],
    exclusions: list[list[int]],
    wanted: int,
) -> list[dict[str, int]]:
    found: list[dict[str, int]] = []
    tries = 0
    while len(found) < wanted and tries < 2000:
        tries += 1
        one, other = sorted(draw.sample(range(len(items)), 2))
        moved = sorted({*items[one]["effects"], *items[other]["effects"]})
        if [one, other] in exclusions or not moved:
            continue
        k = draw.choice(moved)
        bonus = max(1, round(draw.uniform(0.05, 0.2) * indicators[k]["gap"]))
        found.append({"a": one, "b": other, "indicator": k, "bonus": bonus})
    return found
