"""svg: the prerequisites between works as a picture that any browser shows."""

from __future__ import annotations

from recommender.outputs.registry import Format, Later

FORMAT = Format(graphs=Later("recommender.outputs.pictures.graph_svg:svg"))
