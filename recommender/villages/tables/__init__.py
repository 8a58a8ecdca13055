"""Tables with a row for each village and year, whatever file they came from: rows of cells -> records of villages.

In: a `VillageTable`, found in a text or a sheet; forms become one, too. Out: `FileContents`. What the columns mean is
settled in `columns`, what the cells hold in `rows`.
"""
