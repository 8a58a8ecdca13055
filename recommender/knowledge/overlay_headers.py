"""What overlays are for: the knowledge they were written for, the overlays below them, the chains they must not break.

In: layers and the base made of them. Out: headers by overlay, and a problem for each that does not fit. What does not
fit is an error, so nothing is planned with it; villages that an overlay is not for are named where they are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from recommender.knowledge.files import Layer
from recommender.knowledge.merging import Where
from recommender.language.errors import Problem, problem
from recommender.language.wording import Key, did_you_mean
from recommender.model.knowledge import KnowledgeBase
from recommender.model.overlays import OverlayHeader
from recommender.parsing.parsed_file import KeyPath
from recommender.parsing.shape import shaped

_PLACE = re.compile(r"\d\d(\.\d\d(\.\d\d(\.\d{4})?)?)?")


def read_headers(layers: Sequence[Layer], version: str | None, problems: list[Problem]) -> dict[str, OverlayHeader]:
    """Return the header of each overlay that has one; what is wrong with it is added to the problems.

    `version` is that of the base, None where it could not be read.
    """
    headers: dict[str, OverlayHeader] = {}
    below: list[str] = []
    for layer in layers:
        if layer.header is not None:
            document = layer.header.document
            header, faults = shaped(OverlayHeader, layer.header.raw)
            problems += [replace(found, where=document.where(path)) for path, found in faults]
            if header is not None:
                headers[layer.name] = header
                problems += [
                    problem(document.where(path), key, **values) for path, key, values in _unfit(header, version, below)
                ]
        below.append(layer.name)
    return headers


def _unfit(
    header: OverlayHeader, version: str | None, below: list[str]
) -> Iterator[tuple[KeyPath, Key, dict[str, object]]]:
    if version is not None and header.base != version:
        yield ("base",), "overlay-of-other-version", {"written": header.base, "version": version}
    for number, name in enumerate(header.lies_on):
        if name not in below:
            yield ("lies-on", number), "overlay-without-ground", {"name": name, "near": did_you_mean(name, below)}
    for number, code in enumerate(header.villages):
        if not _PLACE.fullmatch(code):
            yield ("villages", number), "bad-overlay-place", {"value": code}


def retired_by_overlays(base: KnowledgeBase) -> dict[str, str]:
    """Return the works that an overlay retires or makes a draft, with its name."""
    return {
        change.name: overlay.name
        for overlay in base.overlays
        for change in overlay.changes
        if change.kind == "interventions"
        and change.key == "status"
        and change.name in base.interventions
        and base.interventions[change.name].status != "active"
    }


def broken_chains(base: KnowledgeBase, where: Where) -> Iterator[Problem]:
    """Yield each work that an overlay retires while active works rest on it, or active rules call it: one problem a
    work, at the overlay's line."""
    retired = retired_by_overlays(base)
    for name in sorted(retired):
        works = sorted(other for other, work in base.interventions.items() if _rests_on(base, other, name))
        rules = sorted(rule for rule, noun in base.active_rules.items() if name in noun.calls)
        if works or rules:
            yield problem(
                where("interventions", name, ("status",)), "broken-chain", name=name, by=", ".join([*works, *rules])
            )


def _rests_on(base: KnowledgeBase, work: str, name: str) -> bool:
    """Return whether the active work cannot be without that one: it requires it, or nothing else of a group is left."""
    works = base.interventions
    noun = works[work]
    groups = [group for group in noun.requires_any if name in group]
    left = [[one for one in group if one not in works or works[one].status == "active"] for group in groups]
    return noun.status == "active" and (name in noun.requires or not all(left))
