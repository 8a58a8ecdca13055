"""Readers of village data: an index service's answers, tables, workbooks, folders and archives -> `VillageSet`.

In: paths, and the knowledge base that says what is known. Out: villages; every problem with its code and its place
(docs/data-formats.md). A new source is a new file in `sources/`.
Imports: knowledge, language, model, parsing, request, sheets.
"""
