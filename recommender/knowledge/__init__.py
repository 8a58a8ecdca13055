"""rules/ and catalog/ -> the knowledge base; what a condition means, what values it can meet, the graph of works.

In: folders of YAML. Out: `KnowledgeBase` and every problem with file and line; what is made once for each base.
Imports: language, model, parsing.
"""
