"""Random villages over the real ladders of a framework: seeded, plausible, built outside of what is timed."""

from __future__ import annotations

import csv
from pathlib import Path
from random import Random

from recommender.model.frameworks import Framework
from recommender.model.knowledge import KnowledgeBase
from recommender.model.village import Village, YearData

SIZES = (1, 100, 1000)
START_YEAR = 2027
BUDGET = 330_000_000


def framework_of(kb: KnowledgeBase) -> tuple[str, Framework]:
    """Return the newest framework that is complete: the one with a last year, else any, by name."""
    closed = sorted(kb.frameworks.items(), key=lambda pair: (pair[1].last_year is None, pair[0]))
    return closed[0]


def random_values(framework: Framework, random: Random, standing: float, missing: float) -> dict[str, int]:
    """Return a level that exists for each indicator; `standing` 0 to 1 pulls all of them down or up."""
    values = {}
    for item in framework.items.values():
        if random.random() >= missing:
            place = min(1.0, max(0.0, random.gauss(standing, 0.3)))
            values[item.indicator] = item.values[round(place * (len(item.values) - 1))]
    return values


def random_villages(kb: KnowledgeBase, count: int, missing: float = 0.0) -> list[Village]:
    """Return so many villages with two years of data; village i is the same in every list."""
    name, framework = framework_of(kb)
    last = framework.last_year or framework.first_year
    villages = []
    for number in range(count):
        random = Random(number)
        standing = random.uniform(0.2, 0.95)
        years = tuple(
            YearData(name, year, random_values(framework, random, standing, missing)) for year in (last - 1, last)
        )
        code = f"99{number // 100_000 + 10:02d}{number // 1000 % 100:02d}2{number % 1000:03d}"
        villages.append(Village(code, "kemendagri", name=f"Village {number}", years=years))
    return villages


def write_table(villages: list[Village], path: Path) -> Path:
    """Write the newest year of the villages as a table with this project's own column names."""
    indicators = sorted({indicator for village in villages for indicator in village.years[-1].values})
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["code", "name", "year", *indicators])
        for village in villages:
            newest = village.years[-1]
            code = ".".join((village.code[:2], village.code[2:4], village.code[4:6], village.code[6:]))
            writer.writerow([code, village.name, newest.year, *(newest.values.get(name, "") for name in indicators)])
    return path
