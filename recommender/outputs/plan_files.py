"""Plans -> a file for each village, with names that are readable, safe on every file system, and each only once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from recommender.model.plan import PlanDocument
from recommender.model.plan_parts import VillageIdentity
from recommender.outputs.registry import format_named
from recommender.outputs.words import Words

_INDEX = "index"
_LONGEST = 40
# Names that Windows keeps for devices, whatever follows the dot.
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


def plan_files(name: str, document: PlanDocument, words: Words) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the content of each village's file in a format; of several, last the index, if it has one."""
    form, plans, options = format_named(name), document.plans, document.options
    assert form.plan is not None, f"{name} takes all plans together"
    names = [f"{stem}.{name}" for stem in file_stems([plan.village for plan in plans], reserved=[_INDEX])]
    for file, plan in zip(names, plans, strict=True):
        yield file, form.plan(plan, options, words)
    if form.index is not None and len(plans) > 1:
        yield f"{_INDEX}.{name}", form.index(plans, names, options, words)


def file_stems(villages: Sequence[VillageIdentity], reserved: Iterable[str] = ()) -> list[str]:
    """Return a file name without its ending for each village: code and name in plain letters.

    No two are the same, upper and lower case taken as one, and none is one of those `reserved`.

    >>> one = VillageIdentity(
    ...     code="99.01", code_scheme="kemendagri", name="Sé/..\\\\x", subdistrict="", district="", province=""
    ... )
    >>> file_stems([one, one])
    ['99.01-se-x', '99.01-se-x-2']
    """
    taken = {name.lower() for name in reserved}
    stems = []
    for village in villages:
        stem = "-".join(filter(None, (_plain(village.code, "."), _plain(village.name, "").lower()))) or "village"
        if _DEVICES.match(stem):
            stem = f"village-{stem}"
        count, one = 1, stem
        while one.lower() in taken:
            count += 1
            one = f"{stem}-{count}"
        taken.add(one.lower())
        stems.append(one)
    return stems


def _plain(text: str, kept: str) -> str:
    """Return the text in ASCII letters and digits, everything else but `kept` as single hyphens."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return re.sub(rf"[^A-Za-z0-9{re.escape(kept)}]+", "-", letters)[:_LONGEST].strip("-.")
