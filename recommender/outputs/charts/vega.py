"""Vega-Lite specification -> SVG text: the one door to vl-convert, which the extra `charts` brings.

The version of Vega-Lite and the letters by which widths are measured (both inside the package) are fixed, so that the
same specification gives the same bytes on any machine. Specifications hold their data: nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from recommender.language.errors import MissingExtraError, problem

VERSION = "5.17"
_LETTERS = "Liberation Sans"
_LOCALES = {
    "id": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["Rp", ""], "percent": " %"},
    "en": {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["Rp", ""], "percent": " %"},
}


def vega_svg(spec: Mapping[str, Any], lang: str) -> str:
    """Return the picture as Vega writes it.

    Raises
    ------
    MissingExtraError
        If vl-convert-python is not installed.
    """
    try:
        import vl_convert
    except ModuleNotFoundError:
        raise MissingExtraError([problem("", "no-extra", package="vl-convert-python", extra="charts")]) from None
    whole = {**spec, "config": {"font": _LETTERS, **spec.get("config", {})}}
    drawn: str = vl_convert.vegalite_to_svg(
        whole,
        vl_version=VERSION,
        allowed_base_urls=[],
        format_locale=_LOCALES["en" if lang == "en" else "id"],
    )
    return drawn
