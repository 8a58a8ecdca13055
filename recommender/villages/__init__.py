"""Readers of village data: an index service's answers, tables, workbooks, folders and archives of them -> `VillageSet`.

What is read is described in docs/data-formats.md. Every problem has one of these stable codes (wording.py has the
sentences). Errors: something was refused or counts as missing. Warnings: it was mended, assumed or only named.

files
    not-found, unreadable, no-files, empty-file, file-too-large, bad-archive, unsupported-file, binary-file (errors);
    not-utf8, nul-bytes (warnings)
workbooks
    bad-workbook, no-workbook, workbook-too-large, workbook-too-heavy, encrypted-workbook, old-workbook,
    binary-workbook, open-document, web-page, no-known-sheet, error-cell, formula-without-value, merged-values,
    unknown-money, bad-money, bad-money-year, money-twice (errors); renamed-text, macros, unread-sheets, hidden-sheet,
    hidden-cells, ignored-rows (warnings)
answers of an index service
    bad-json, service-error, wrong-shape, bad-row, no-known-rows, conflicting-rows, missing-rows (errors);
    unknown-rows, missing-total, bad-total, impossible-total, unknown-class, text-numbers (warnings)
years
    bad-year (error); assumed-year, year-conflict, year-after-framework (warnings)
village codes
    no-code, bad-code, lost-digit, code-as-number (errors); mended-codes, unknown-scheme, same-digits (warnings)
tables
    no-rows, no-code-column, no-known-columns, duplicate-column, ambiguous-column, ambiguous-framework,
    mixed-frameworks, column-mismatch, bad-quotes,
    long-row, short-row, no-values (errors); unknown-columns, stray-quotes (warnings)
values and facts
    bad-value, out-of-scale, off-ladder, bad-fact, fact-out-of-range, ambiguous-number, bad-checked (errors)
the same village more than once
    conflicting-values, conflicting-facts (errors); conflicting-index, name-differs (warnings)
"""
