"""Language: every wording in Indonesian and English, problems and exceptions, numbers and rupiah as people write them.

In: keys, values, a language. Out: sentences. All wording stands in `catalog/`, literal data that any search finds;
`wording` takes sentences from it, `errors` makes problems of them. Imports nothing of this package.
"""
