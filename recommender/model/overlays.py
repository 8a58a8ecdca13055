"""What a folder laid over the knowledge base changed: named, hashed, and carried in every plan; and what it is for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from recommender.model.nouns import Names, Noun, Text
from recommender.model.village import Village


class OverlayHeader(Noun):
    """What an overlay is for (`catalog/overlay.yaml`); one without it lies on any knowledge and is for any village."""

    name: Text
    base: str  # version of the knowledge that it was written for
    villages: Names = ()  # codes of provinces, districts, subdistricts or villages; none: any village
    lies_on: Names = ()  # overlays that must lie below it
    note: str | None = None


@dataclass(frozen=True, slots=True)
class OverlayChange:
    """One key of a noun that an overlay set, replaced or removed.

    Parameters
    ----------
    kind, name
        The noun: `parameters`, `cut-off-living`.
    key
        Where in the noun, keys joined by dots (`cost.low`); empty for a noun that the overlay adds.
    before, after
        The value as the files write it, None where there is none: a key was added, or removed.
    """

    kind: str
    name: str
    key: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Overlay:
    """A folder laid over the base: its name, the hash of its files, its changes, sorted, and what it is for."""

    name: str
    sha256: str
    changes: tuple[OverlayChange, ...]
    header: OverlayHeader | None = None

    def is_for(self, village: Village) -> bool:
        """Return whether it is for the village: its code begins with one of those named.

        A code of another list than the home ministry's cannot tell, so only an overlay for any village is for it.
        """
        if self.header is None or not self.header.villages:
            return True
        digits, scheme = village.key
        return scheme == "kemendagri" and any(digits.startswith(one.replace(".", "")) for one in self.header.villages)

    @property
    def changed(self) -> list[str]:
        """Each noun that the overlay changed, as `kind/name`, sorted."""
        return sorted({f"{change.kind}/{change.name}" for change in self.changes})
