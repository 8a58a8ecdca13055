"""Mutants of the shipped knowledge: which slips of an author does `recommender check` find, and which does it let live?

    python benchmarks/mutants.py [--count 300] [--seed 1] [--kinds numbers,misspelt] [--folder BASE] [--live FILE]

Each mutant is the shipped base with one slip (`mutating/`), drawn by the seed: as many of each kind, in rules, works,
the other files of the catalog and its tables. It is killed where `check` names a problem that the shipped base has not;
the severest counts. What reads as the same knowledge is no mutant: a changed note, an order of keys, a default
written out. Prints a table by kind, and every live mutant in short form.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from mutating.drawing import GROUPS, Garden
from mutating.judging import Held, Outcome, base_files, judged

from recommender.verbs.checking.checker import check_knowledge

NOISY = 10  # messages of one slip, more than which hide it


def table(outcomes: list[Outcome]) -> Iterator[str]:
    """Yield a table by kind; mutants that are the same knowledge are left out of the count."""
    yield "| kind | mutants | by error | by warning | live | killed | told in its file | messages, mean (most) |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    rows = [(f"{GROUPS[kind]}: {kind}", [o for o in outcomes if o.mutant.kind == kind]) for kind in GROUPS]
    groups = sorted(set(GROUPS.values()))
    rows += [(f"**{group}**", [o for o in outcomes if GROUPS[o.mutant.kind] == group]) for group in groups]
    for name, found in [*rows, ("**all**", outcomes)]:
        counted = [one for one in found if one.end != "same"]
        if counted:
            ends = Counter(one.end for one in counted)
            killed = [one for one in counted if one.end in ("error", "warning")]
            placed = sum(one.is_placed for one in killed)
            share = f"{round(100 * len(killed) / len(counted))} %"
            mean = f"{sum(one.messages for one in killed) / max(1, len(killed)):.1f}"
            most = max((one.messages for one in killed), default=0)
            lived = len(counted) - len(killed)
            yield (
                f"| {name} | {len(counted)} | {ends['error']} | {ends['warning']} | {lived} "
                f"| {share} | {placed} of {len(killed)} | {mean} ({most}) |"
            )


def main() -> None:
    """Draw, check and report."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--count", type=int, default=300, help="mutants in all, as many of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds", default="", help=f"kinds or groups, by comma: {', '.join(GROUPS)}")
    parser.add_argument("--folder", type=Path, help="of another base than the shipped: with rules/, catalog/")
    parser.add_argument("--live", help="a file for the live mutants; else they are printed")
    given = parser.parse_args()
    asked = set(filter(None, given.kinds.split(",")))
    unknown = asked - GROUPS.keys() - set(GROUPS.values())
    if unknown:
        parser.error(f"no kind {', '.join(sorted(unknown))}; known: {', '.join(GROUPS)}")
    kinds = [kind for kind, group in GROUPS.items() if not asked or asked & {kind, group}]
    files = base_files(given.folder)
    kb = check_knowledge(Held(files)).kb
    assert kb is not None, "the base cannot be read"
    garden = Garden(files, kb)
    each, more = divmod(given.count, len(kinds))
    drawn = [m for n, kind in enumerate(kinds) for m in garden.draw(kind, each + (n < more), given.seed)]
    begin = time.perf_counter()
    outcomes = list(judged(files, drawn))
    print("\n".join(table(outcomes)))
    same = sum(one.end == "same" for one in outcomes)
    slowest = max(outcomes, key=lambda one: one.seconds)
    print(f"\n{len(outcomes)} drawn, {same} of them the same knowledge; {time.perf_counter() - begin:.0f} s")
    print(f"slowest check: {slowest.seconds:.1f} s of the processor, {slowest.mutant}")
    noisy = sorted((one for one in outcomes if one.messages > NOISY), key=lambda one: -one.messages)
    print(f"more than {NOISY} messages: {len(noisy)}")
    print(*(f"  {one.messages} ({', '.join(one.codes[:3])}) {one.mutant}" for one in noisy[:10]), sep="\n")
    live = [one for one in outcomes if one.end not in ("error", "warning", "same")]
    lines = [f"{one.end if one.end != 'live' else '-'} {one.mutant} {' '.join(one.codes)}".rstrip() for one in live]
    if given.live:
        with open(given.live, "w", encoding="utf-8") as file:
            file.write("\n".join([*lines, ""]))
    else:
        print("\nlive:", *lines, sep="\n")


if __name__ == "__main__":
    main()
