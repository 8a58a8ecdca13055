"""Choosing and ordering works: the problem, the search, the scoring of a plan, and the calendar are separate."""
