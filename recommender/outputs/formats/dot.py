"""dot: the prerequisites between works as text for Graphviz."""

from __future__ import annotations

from recommender.outputs.registry import Format, Later

FORMAT = Format(graphs=Later("recommender.outputs.pictures.graph_picture:dot"))
