"""Names of provinces, districts and subdistricts by their official code, and where a village's code puts it.

In: `codes/places.csv` (the home ministry's codes) and `codes/bps-places.csv` (the statistics office's digits to them),
read when first asked. Out: codes as 64, 64.01, 64.01.02, and names as printed; None where the lists know nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import Literal, TypeAlias

from recommender.knowledge.compiled import once_per_base
from recommender.knowledge.reference_tables import bps_places, place_names
from recommender.model.knowledge import KnowledgeBase

Level: TypeAlias = Literal["province", "district", "subdistrict"]
LEVELS: tuple[Level, ...] = ("province", "district", "subdistrict")

_OFFICIAL_LENGTH: dict[Level, int] = {"province": 2, "district": 5, "subdistrict": 8}  # of a code with dots
_BPS_LENGTH: dict[Level, int] = {"province": 2, "district": 4, "subdistrict": 7}  # of digits
_VILLAGE_DIGITS = 10
_KINDS = re.compile(r"\b(provinsi|prov|kabupaten|kab|kota|kecamatan|kec|administrasi|adm|kepulauan|kep|daerah|dan)\b")
_ALIKE = 0.7  # judgement: spellings of one name share more of their letters, names of two places rarely


def place_name(kb: KnowledgeBase, code: str) -> str | None:
    """Return the name of a province (64), district (64.01) or subdistrict (64.01.02); None where the list lacks it."""
    named = _names(kb).get(code)
    return None if named is None else named[0]


def place_of(kb: KnowledgeBase, village_code: str, scheme: str, level: Level) -> str | None:
    """Return the code of the place that a village's code puts it in; None where the scheme or the code is not known.

    Digits of the statistics office are taken as far as the bridge goes: a subdistrict that it lacks still tells the
    district. Codes of the home ministry need no list.
    """
    digits = village_code.replace(".", "")
    if len(digits) != _VILLAGE_DIGITS or not digits.isdigit():
        return None
    if scheme == "kemendagri":
        return f"{digits[:2]}.{digits[2:4]}.{digits[4:6]}"[: _OFFICIAL_LENGTH[level]]
    if scheme != "bps":
        return None
    return next((found[: _OFFICIAL_LENGTH[level]] for found in _bridged(kb, digits, level)), None)


def is_called(kb: KnowledgeBase, code: str, name: str) -> bool:
    """Return whether data may call the place so: in other letters or spelt nearly so; yes where no list has it.

    `PASER`, `Kab. Paser` and `Pasir Belengkong` are names of Kabupaten Paser and Paser Belengkong.
    """
    named = _names(kb).get(code)
    said = _plain(name)
    return (
        named is None
        or not said
        or any(
            said == one or SequenceMatcher(None, said, one, autojunk=False).ratio() >= _ALIKE
            for one in map(_plain, named)
        )
    )


def _bridged(kb: KnowledgeBase, digits: str, level: Level) -> Iterator[str]:
    """Yield the official codes of the places that hold the village, of this level or below, the nearest first."""
    bridge = _bridge(kb)
    for one in LEVELS[LEVELS.index(level) :]:
        found = bridge.get(digits[: _BPS_LENGTH[one]])
        if found is not None:
            yield found


@once_per_base
def _names(kb: KnowledgeBase) -> Mapping[str, tuple[str, ...]]:
    return {code: (name, *filter(None, also.split("; "))) for code, (name, also) in place_names(kb).items()}


@once_per_base
def _bridge(kb: KnowledgeBase) -> Mapping[str, str]:
    return bps_places(kb)


def _plain(name: str) -> str:
    """Return the letters and digits of a name, without what kind of place it is.

    >>> _plain("KAB. PASER"), _plain("Kabupaten Paser")
    ('paser', 'paser')
    """
    folded = name.casefold()
    return "".join(filter(str.isalnum, _KINDS.sub("", folded))) or "".join(filter(str.isalnum, folded))
