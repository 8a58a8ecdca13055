"""stub"""

from __future__ import annotations

from typing import Literal

from recommender.model.knowledge import KnowledgeBase

PlaceLevel = Literal["province", "district", "subdistrict"]


def place_name(kb: KnowledgeBase, code: str) -> str | None:
    return None


def place_of(kb: KnowledgeBase, code: str, scheme: str, level: PlaceLevel) -> str | None:
    d = code.replace(".", "")
    if scheme != "kemendagri" or len(d) != 10:
        return None
    return {"province": d[:2], "district": f"{d[:2]}.{d[2:4]}", "subdistrict": f"{d[:2]}.{d[2:4]}.{d[4:6]}"}[level]
