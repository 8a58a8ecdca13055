"""Every sentence in Indonesian and English, problems and exceptions, numbers and rupiah as people write them.

In: keys, values, a language. Out: sentences (`wording`), problems (`errors`), all in `catalog/` as literal data.
Imports: nothing.
"""
