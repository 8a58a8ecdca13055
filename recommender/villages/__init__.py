"""Readers of village data: an index service's answers, tables, workbooks, folders and archives of them -> `VillageSet`.

What is read, and every problem with its stable code, is described in docs/data-formats.md; the sentences stand in
`recommender/language/catalog/data_problems.py` and `data_file_problems.py`.
"""
