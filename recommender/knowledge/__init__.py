"""rules/ and catalog/ files -> `KnowledgeBase`, every problem with file and line."""

from recommender.knowledge.loader import load_knowledge, read_knowledge
from recommender.knowledge.places import knowledge_folder

__all__ = ["knowledge_folder", "load_knowledge", "read_knowledge"]
