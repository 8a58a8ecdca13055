"""The knowledge base verified by machine: what is wrong, unfinished, contradictory or missing in its files."""

from recommender.checking.checker import Checked, check_knowledge

__all__ = ["Checked", "check_knowledge"]
