"""Sources of village data, one a module: each has a `SOURCE` (see `villages/data_source.py`) that says how it is read.

A table of another form (a survey, a Parquet file) becomes a `VillageTable` and goes through `villages/tables/rows.py`.
"""
