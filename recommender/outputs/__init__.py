"""The only place that words results: sections once as blocks, then a format a file in `formats/`.

In: documents and what the verbs found. Out: text, pictures, pages, workbooks, in either language.
Imports: knowledge, language, model, pipeline, request, sheets, verbs.
"""
