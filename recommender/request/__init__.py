"""What the user decides: options, money, what last year's plan left; checked, and completed from the catalog.

In: options, budget files, bare problem files, last year's document, policies, scenarios. Out: `Request`, `Policy`.
Imports: language, model, knowledge, parsing.
"""
