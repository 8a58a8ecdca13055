"""The plan of one village as a workbook of the forms that an office hands in (docs/workbook.md).

`rkpdes`, `money`, `standing` and `open_points` decide what stands on which page, in nouns of `pages`; only `writing`
knows the file format; `maker` puts them together.
"""
