"""What a key of a file needs, where its value is of another kind or out of its bounds."""

MESSAGES = {
    "needed.number": {"id": "perlu angka, bukan {value}", "en": "needs a number, not {value}"},
    "needed.three-decimals": {"id": "{value} lebih dari tiga desimal", "en": "{value} has more than three decimals"},
    "needed.whole-number": {"id": "perlu bilangan bulat", "en": "a whole number is needed"},
    "needed.whole-number-as": {
        "id": "perlu bilangan bulat, seperti {meant}",
        "en": "a whole number is needed, as {meant}",
    },
    "needed.whole-number-no-point": {
        "id": "perlu bilangan bulat, dan titik tidak memisahkan ribuan: {meant} atau {thousands}",
        "en": "a whole number is needed, and a point parts no thousands: {meant} or {thousands}",
    },
    "needed.true-or-false": {"id": "perlu true atau false", "en": "true or false is needed"},
    "needed.text": {"id": "perlu teks", "en": "a text is needed"},
    "needed.list": {"id": "perlu daftar", "en": "a list is needed"},
    "needed.mapping": {"id": "perlu pasangan kunci dan nilai", "en": "a mapping of keys to values is needed"},
    "needed.one-of": {"id": "perlu salah satu: {expected}", "en": "one of these is needed: {expected}"},
    "needed.above": {"id": "perlu lebih dari {gt}", "en": "more than {gt} is needed"},
    "needed.at-least": {"id": "perlu sedikitnya {ge}", "en": "at least {ge} is needed"},
    "needed.letters": {"id": "perlu sedikitnya {min_length} huruf", "en": "at least {min_length} letters are needed"},
    "needed.entries": {"id": "perlu sedikitnya {min_length} isi", "en": "at least {min_length} entries are needed"},
    "needed.date": {"id": "perlu tanggal, TTTT-BB-HH", "en": "a date is needed, YYYY-MM-DD"},
    "needed.a-number": {"id": "perlu angka", "en": "a number is needed"},
    "needed.at-most": {"id": "perlu paling banyak {le}", "en": "at most {le} is needed"},
}
