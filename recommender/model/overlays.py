"""What a folder laid over the knowledge base changed: named, hashed, and carried in every plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


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
    """A folder laid over the base: the name of the folder, the hash of its files, and its changes, sorted."""

    name: str
    sha256: str
    changes: tuple[OverlayChange, ...]

    @property
    def changed(self) -> list[str]:
        """Each noun that the overlay changed, as `kind/name`, sorted."""
        return sorted({f"{change.kind}/{change.name}" for change in self.changes})
