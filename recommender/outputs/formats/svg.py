"""svg: the prerequisites between works as a picture that any browser shows."""

from __future__ import annotations

from recommender.outputs.registry import Format, later

FORMAT = Format(graph=later("recommender.outputs.pictures.graph_svg:svg"))
