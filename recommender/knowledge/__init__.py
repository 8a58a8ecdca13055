"""rules/ and catalog/ files -> `KnowledgeBase`, every problem with file and line."""

from recommender.knowledge.loader import Reading, Where, load_knowledge, read_folders, read_knowledge
from recommender.knowledge.places import knowledge_folder

__all__ = ["Reading", "Where", "knowledge_folder", "load_knowledge", "read_folders", "read_knowledge"]
