"""rules/ and catalog/ files -> `KnowledgeBase`, every problem with file and line."""
