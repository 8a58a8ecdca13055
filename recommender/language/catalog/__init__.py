"""All that a user may read, Indonesian before English: modules that hold one literal dictionary and nothing else.

A module is one of three kinds, told by the name of its dictionary (why Python files: docs/decisions/0001-wording.md):

- `MESSAGES`: key -> `{"id": …, "en": …}`, said with `say(lang, "key", …)`.
- `TERMS`: group -> value -> `{"id": …, "en": …}`: what the values that the code works with are called, said with
  `term(lang, "group", value)`.
- `PROBLEMS`: key -> `{"id": …, "en": …}`, made with `problem(where, "key", …)`. The key is the problem's code, or the
  code, a dot and which of its sentences. `severity` stands where it is not `error`; `what`, `why`, `mend` and `example`
  are what `check --explain` tells of a code (`why` and `mend` may name a term of the group `meaning`).
"""
