"""The knowledge base verified by machine: what is wrong, unfinished, contradictory or missing in its files."""
