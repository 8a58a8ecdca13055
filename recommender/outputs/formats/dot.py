"""dot: the prerequisites between works as text for Graphviz."""

from __future__ import annotations

from recommender.outputs.registry import Format, later

FORMAT = Format(graph=later("recommender.outputs.pictures.graph_picture:dot"))
