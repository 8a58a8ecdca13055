"""A budget file (YAML) -> the village's money: sources, years, what is spoken for, earmarks, reserve, price level.

    reserve: 0.1                          # share of each year's money that no work is planned on
    price-level: true                     # bring costs from their year to the last known price level
    carry-over: false
    sources:
      village-fund:
        gross: {2027: 800jt, 2028: 820jt} # or amount: 330jt, already free of what is spoken for
        spoken-for: [{share: 0.58, reason: cooperative}]
        earmarks: [{focus: [focus-4], at-least: 0.2, reason: food}]

Amounts are read as on the command line. Every mistake is named with file and line.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from recommender.knowledge.yaml_reader import Document, read_yaml
from recommender.knowledge.yaml_reader import Path as YamlPath
from recommender.language.errors import UsageError, problem
from recommender.language.money import parse_rupiah
from recommender.language.wording import did_you_mean
from recommender.model.conditions import SCALE
from recommender.model.knowledge import KnowledgeBase
from recommender.model.village import thousandths
from recommender.request.options import Budget, Earmark

_TOP = ("sources", "reserve", "price-level", "carry-over")
_SOURCE = ("amount", "gross", "spoken-for", "earmarks")
_SPOKEN = ("share", "reason")
_EARMARK = ("focus", "at-least", "at-most", "reason")


def read_budget(path: str | Path, kb: KnowledgeBase) -> Budget:
    """Return the money of a budget file.

    Raises
    ------
    UsageError
        With every mistake, each with its line.
    """
    try:
        content = Path(path).read_bytes()
    except OSError as failure:
        raise UsageError([problem(str(path), "unreadable-file.budget", reason=failure.strerror)]) from None
    return _Reader(read_yaml(content, str(path)), kb).budget()


class _Reader:
    def __init__(self, document: Document, kb: KnowledgeBase) -> None:
        self.document, self.kb = document, kb
        self.amounts: dict[str, int] = {}
        self.by_year: dict[str, dict[int, int]] = {}
        self.spoken_for: dict[str, dict[int, int]] = {}
        self.earmarks: list[Earmark] = []

    def budget(self) -> Budget:
        raw = self.document.value
        if isinstance(raw, dict):
            self._keys(raw, _TOP, ())
            sources = raw.get("sources")
            if not isinstance(sources, dict) or not sources:
                self.document.add((), "missing-key.sources")
            else:
                for name, given in sources.items():
                    self._source(str(name), given)
        elif not self.document.problems:
            self.document.add((), "bad-shape.budget")
        reserve = self._share(raw["reserve"], ("reserve",)) if isinstance(raw, dict) and "reserve" in raw else None
        flags = {key: self._flag(raw, key) for key in ("carry-over", "price-level")}
        if self.document.problems:
            raise UsageError(self.document.problems)
        return Budget(
            amounts=self.amounts,
            by_year=self.by_year,
            spoken_for=self.spoken_for,
            reserve=reserve,
            earmarks=tuple(self.earmarks),
            carry_over=flags["carry-over"],
            price_level=flags["price-level"],
        )

    def _source(self, name: str, given: Any) -> None:
        path: YamlPath = ("sources", name)
        known = [key for key, source in self.kb.funding.items() if source.executor == "village"]
        if name not in known:
            self.document.add(path, "unknown-source.budget", name=name, near=did_you_mean(name, known))
        if not isinstance(given, dict):
            given = {"amount": given}
        self._keys(given, _SOURCE, path)
        if ("amount" in given) == ("gross" in given):
            self.document.add(path, "bad-amount.two")
            return
        key = "gross" if "gross" in given else "amount"
        taken = sum(
            self._spoken(entry, (*path, "spoken-for", n))
            for n, entry in enumerate(self._list(given, "spoken-for", path))
        )
        if taken and key == "amount":
            self.document.add((*path, "spoken-for"), "bad-amount.spoken-for")
        if taken > SCALE:
            self.document.add((*path, "spoken-for"), "bad-share.all")
        raw = given[key]
        years = raw if isinstance(raw, dict) else {None: raw}
        for year, text in years.items():
            amount = self._amount(text, (*path, key) if year is None else (*path, key, year))
            if amount is None:
                continue
            net = amount - amount * taken // SCALE
            if year is None:
                self.amounts[name] = net
            elif isinstance(year, int) and 2000 <= year <= 2100:
                self.by_year.setdefault(name, {})[year] = net
                if taken:
                    self.spoken_for.setdefault(name, {})[year] = amount - net
            else:
                self.document.add((*path, key), "bad-year.budget", value=year)
        for n, entry in enumerate(self._list(given, "earmarks", path)):
            self._earmark(name, entry, (*path, "earmarks", n))
        self._fits(name, (*path, "earmarks"))

    def _fits(self, source: str, path: YamlPath) -> None:
        """Refuse wishes that no plan can meet: more than all of the money, or more than what is allowed."""
        wished = [earmark for earmark in self.earmarks if earmark.source == source and earmark.at_least]
        shares = sum(earmark.at_least or 0 for earmark in wished)
        if shares > SCALE:
            self.document.add(path, "earmarks-beyond", share=f"{shares / 10:g}")
        for earmark in wished:
            same = [e.at_most for e in self.earmarks if (e.source, e.focus) == (source, earmark.focus)]
            if any(most is not None and most < (earmark.at_least or 0) for most in same):
                self.document.add(path, "earmarks-beyond.most", focus=", ".join(earmark.focus))

    def _spoken(self, entry: Any, path: YamlPath) -> int:
        if not isinstance(entry, dict) or "share" not in entry:
            self.document.add(path, "bad-shape.spoken-for")
            return 0
        self._keys(entry, _SPOKEN, path)
        return self._share(entry["share"], (*path, "share")) or 0

    def _earmark(self, source: str, entry: Any, path: YamlPath) -> None:
        if not isinstance(entry, dict) or not isinstance(entry.get("focus"), list) or not entry["focus"]:
            self.document.add(path, "bad-shape.earmark")
            return
        self._keys(entry, _EARMARK, path)
        known = sorted({focus for work in self.kb.interventions.values() for focus in work.focus})
        for focus in entry["focus"]:
            if focus not in known:
                near = did_you_mean(str(focus), known)
                self.document.add((*path, "focus"), "unknown-focus", name=focus, near=near)
        bounds = {key: self._share(entry[key], (*path, key)) for key in ("at-least", "at-most") if key in entry}
        if len(bounds) != 1:
            self.document.add(path, "bad-earmark")
        focus_classes = tuple(sorted(str(focus) for focus in entry["focus"]))
        reason = str(entry.get("reason") or "")
        self.earmarks.append(Earmark(source, focus_classes, bounds.get("at-least"), bounds.get("at-most"), reason))

    def _amount(self, raw: Any, path: YamlPath) -> int | None:
        if raw is None or isinstance(raw, bool | float):
            self.document.add(path, "bad-amount.no-rupiah", value=repr(raw))
            return None
        try:
            return parse_rupiah(str(raw))
        except UsageError as refused:
            self.document.problems += [replace(one, where=self.document.where(path)) for one in refused.problems]
            return None

    def _share(self, raw: Any, path: YamlPath) -> int | None:
        if isinstance(raw, int | float) and not isinstance(raw, bool) and 0 <= raw <= 1:
            return thousandths(raw)
        self.document.add(path, "bad-share.budget", value=repr(raw))
        return None

    def _flag(self, raw: Any, key: str) -> bool:
        value = raw.get(key, False) if isinstance(raw, dict) else False
        if not isinstance(value, bool):
            self.document.add((key,), "bad-value.flag", key=key, value=repr(value))
        return value is True

    def _list(self, given: dict[Any, Any], key: str, path: YamlPath) -> list[Any]:
        value = given.get(key, [])
        if isinstance(value, list):
            return value
        self.document.add((*path, key), "bad-shape.list", key=key)
        return []

    def _keys(self, given: dict[Any, Any], known: tuple[str, ...], path: YamlPath) -> None:
        for key in given:
            if key not in known:
                self.document.add((*path, key), "unknown-key.budget", key=key, near=did_you_mean(str(key), known))
