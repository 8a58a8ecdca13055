"""What a key of a file needs, where its value is of another kind or out of its bounds."""

MESSAGES = {
    "needed.whole-number": {"id": "perlu bilangan bulat", "en": "a whole number is needed"},
    "needed.true-or-false": {"id": "perlu true atau false", "en": "true or false is needed"},
    "needed.text": {"id": "perlu teks", "en": "a text is needed"},
    "needed.list": {"id": "perlu daftar", "en": "a list is needed"},
    "needed.mapping": {"id": "perlu pasangan kunci dan nilai", "en": "a mapping of keys to values is needed"},
    "needed.one-of": {"id": "perlu salah satu: {expected}", "en": "one of these is needed: {expected}"},
    "needed.above": {"id": "perlu lebih dari {gt}", "en": "more than {gt} is needed"},
    "needed.at-least": {"id": "perlu sedikitnya {ge}", "en": "at least {ge} is needed"},
    "needed.at-most": {"id": "perlu paling banyak {le}", "en": "at most {le} is needed"},
}
