"""rules/ and catalog/ files -> `KnowledgeBase`, every problem with file and line."""

from recommender.knowledge.files import is_identifier
from recommender.knowledge.loader import Reading, Where, load_knowledge, read_folders, read_knowledge
from recommender.knowledge.places import checkout_folder, knowledge_folder

__all__ = [
    "Reading",
    "Where",
    "checkout_folder",
    "is_identifier",
    "knowledge_folder",
    "load_knowledge",
    "read_folders",
    "read_knowledge",
]
