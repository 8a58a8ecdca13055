"""mermaid: the prerequisites between works as text that draws a flowchart in many editors and wikis."""

from __future__ import annotations

from recommender.outputs.registry import Format, Later

FORMAT = Format(graphs=Later("recommender.outputs.pictures.graph_picture:mermaid"))
