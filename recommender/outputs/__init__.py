"""The only place that words results: plans, findings, explanations and knowledge as table, JSON, CSV, Markdown, graph.

A report is built once as blocks (`blocks`), in a language; `terminal` and `markdown` print the same blocks.
"""
