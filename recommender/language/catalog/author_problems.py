"""Problems that authors leave behind: names twice, words misspelt, files astray, works that cannot answer a rule."""

PROBLEMS = {
    "same-name": {
        "severity": "warning",
        "id": "'{text}' juga nama '{other}'; pembaca tidak dapat membedakan keduanya.",
        "en": "'{text}' is the name of '{other}' too; readers could not tell them apart.",
        "what": {"id": "Satu nama untuk dua hal sejenis.", "en": "One name for two nouns of a kind."},
        "why": {"id": "Rencana mencetak nama, bukan pengenalnya.", "en": "Plans print names, not identifiers."},
        "mend": {
            "id": "Bedakan namanya, atau hapus salah satunya.",
            "en": "Tell them apart by name, or remove one of them.",
        },
        "example": "two rules named Unsafe water",
    },
    "same-name.question": {
        "severity": "warning",
        "id": "'{text}' juga pertanyaan '{other}'; desa akan ditanya dua kali.",
        "en": "'{text}' is the question of '{other}' too; villages would be asked twice.",
    },
    "languages-swapped": {
        "severity": "warning",
        "id": "'{text}': bahasanya tertukar; tulis bahasa Indonesia pada 'id' dan Inggris pada 'en'.",
        "en": "'{text}': the languages are changed over; write Indonesian under 'id' and English under 'en'.",
        "what": {"id": "Bahasa yang tertukar.", "en": "Languages that are changed over."},
        "why": {"id": "Pembaca mendapat bahasa yang salah.", "en": "Readers would get the wrong language."},
        "mend": {"id": "Tukar 'id' dan 'en'.", "en": "Change 'id' and 'en' over."},
        "example": 'id: "The road is closed in the rain"',
    },
    "languages-swapped.one": {
        "severity": "warning",
        "id": "'{text}' pada '{language}' terbaca sebagai bahasa yang lain; terjemahkan.",
        "en": "'{text}' under '{language}' reads as the other language; translate it.",
    },
    "unfinished-text.question": {
        "id": "'{text}' bukan pertanyaan; akhiri dengan tanda tanya.",
        "en": "'{text}' asks nothing; end it with a question mark.",
    },
    "unfinished-text.doubled": {
        "id": "'{word} {word}': kata yang sama dua kali.",
        "en": "'{word} {word}': the same word twice.",
    },
    "unfinished-text.quotes": {
        "id": 'tanda kutip melengkung ikut menjadi teks; pakai tanda kutip lurus (").',
        "en": 'curly quotes become part of the text; use straight ones (").',
    },
    "unfinished-text.note": {
        "id": "catatan berisi '{found}'; selesaikan, atau hapus.",
        "en": "the note says '{found}'; finish it, or drop it.",
    },
    "unknown-placeholder.unfilled": {
        "id": "'{{{name}}}' hanya diisi dalam 'reason'; di sini tercetak apa adanya.",
        "en": "'{{{name}}}' is filled in 'reason' only; here it is printed as it stands.",
    },
    "bad-address": {
        "severity": "warning",
        "id": "'{address}' bukan alamat yang dapat dibuka; tulis lengkap dengan nama situsnya.",
        "en": "'{address}' is no address that can be opened; write it whole, with its host.",
        "what": {"id": "Alamat sumber yang tidak lengkap.", "en": "An address of a source that is not whole."},
        "why": {"id": "Sumbernya tidak dapat diperiksa.", "en": "Nobody could look the source up."},
        "mend": {"id": "Tulis alamat lengkapnya.", "en": "Write the whole address."},
        "example": "document: https:///prices.pdf",
    },
    "unlisted-code": {
        "severity": "warning",
        "id": "kode '{name}' tidak ada dalam catalog/codes.yaml.{near} Perbaiki, atau tambahkan dengan namanya.",
        "en": "the code '{name}' is not in catalog/codes.yaml.{near} Correct it, or add it with its name.",
        "what": {
            "id": "Kode anggaran yang tidak ada dalam daftar.",
            "en": "A budget code that the list does not have.",
        },
        "why": {
            "id": "Formulir tidak dapat menyebut nama kegiatan anggarannya.",
            "en": "Forms could not print the name of the budget line.",
        },
        "mend": "spell",
        "example": 'budget-code: "2.03.77"',
    },
    "unlisted-code.short": {
        "severity": "warning",
        "id": "'{name}' adalah bidang atau subbidang; tulis kode kegiatannya, tiga bagian.",
        "en": "'{name}' is a field or sub-field; write the code of the activity, three parts.",
    },
    "lone-package": {
        "severity": "warning",
        "id": "tidak ada kegiatan lain dalam paket '{name}'.{near} Perbaiki namanya, atau hapus.",
        "en": "no other work is in the package '{name}'.{near} Correct its name, or drop it.",
        "what": {"id": "Paket dengan satu kegiatan.", "en": "A package of one work."},
        "why": {
            "id": "Kegiatan yang seharusnya bersama tidak dihitung bersama.",
            "en": "Works that belong together would not count together.",
        },
        "mend": "spell",
        "example": "package: enterprize-package",
    },
    "said-twice": {
        "severity": "warning",
        "what": {"id": "Nama yang disebut dua kali.", "en": "A name that is said twice."},
        "why": "idle",
        "mend": {"id": "Sebut sekali, di tempat yang dimaksud.", "en": "Say it once, where it is meant."},
        "example": "calls: [well, spring, well]",
    },
    "said-twice.list": {
        "severity": "warning",
        "id": "'{name}' dua kali dalam '{key}'; mungkin yang dimaksud nama lain.",
        "en": "'{name}' stands twice in '{key}'; perhaps another name is meant.",
    },
    "said-twice.keys": {
        "severity": "warning",
        "id": "'{name}' disebut dalam '{one}' dan '{other}'; sisakan satu.",
        "en": "'{name}' stands under '{one}' and under '{other}'; keep one.",
    },
    "said-twice.itself": {
        "severity": "warning",
        "id": "kegiatan ini menyebut dirinya sendiri; mungkin yang dimaksud nama lain.",
        "en": "the work names itself; perhaps another name is meant.",
    },
    "said-twice.alone": {
        "severity": "warning",
        "id": "pilihan dengan satu kegiatan ('{name}'); tulis di 'requires', atau gabungkan dengan kelompok lain.",
        "en": "a choice of one work ('{name}'); write it under 'requires', or put it into another group.",
    },
    "unknown-class-name": {
        "severity": "warning",
        "id": "tidak ada kerangka dengan kelas '{name}'.{near}",
        "en": "no framework has a class '{name}'.{near}",
        "what": {"id": "Kelas yang tidak ada di kerangka mana pun.", "en": "A class that no framework has."},
        "why": "typo",
        "mend": "spell",
        "example": "first-instalment: {mandiry: first-instalment-mandiri}",
    },
    "idle-noun": {
        "severity": "warning",
        "id": "'{name}' tidak dibaca apa pun; pakai, atau hapus.",
        "en": "nothing reads '{name}'; use it, or drop it.",
        "what": {
            "id": "Fakta, parameter, satuan, atau nama yang tidak dipakai.",
            "en": "A fact, parameter, unit or name that nothing uses.",
        },
        "why": "idle",
        "mend": {
            "id": "Pakai dalam syarat atau kegiatan, atau hapus; sering kali yang memakainya salah ketik.",
            "en": "Use it in a condition or a work, or drop it; often whoever uses it misspelt it.",
        },
        "example": "a fact that no condition compares",
    },
    "unread-file": {
        "severity": "warning",
        "id": "tidak dibaca: yang dibaca hanya {suffixes}, tanpa titik di depan namanya.",
        "en": "it is not read: only {suffixes} are, without a dot before the name.",
        "what": {"id": "Berkas yang tidak dibaca.", "en": "A file that is not read."},
        "why": {
            "id": "Isinya tidak berlaku walau tampak ada.",
            "en": "What it says does not hold although it seems to be there.",
        },
        "mend": {
            "id": "Ganti nama atau tempatnya, atau pindahkan keluar.",
            "en": "Rename or move it, or take it away.",
        },
        "example": "rules/living/flooded-wells.yaml.txt",
    },
    "unread-file.folder": {
        "severity": "warning",
        "id": "folder ini tidak dibaca; mungkin yang dimaksud '{meant}'.",
        "en": "this folder is not read; perhaps '{meant}' is meant.",
    },
    "unread-file.beside": {
        "severity": "warning",
        "id": "tidak dibaca: berkas lapisan ada di rules/ atau catalog/.",
        "en": "it is not read: files of an overlay stand in rules/ or catalog/.",
    },
    "wrong-kind": {
        "id": "'{name}' tidak berkunci {kind}; isinya milik {place}.",
        "en": "'{name}' has not the keys of {kind}; what it says belongs into {place}.",
        "what": {"id": "Isi di tempat jenis lain.", "en": "Knowledge in the place of another kind."},
        "why": "unread",
        "mend": {"id": "Pindahkan ke tempat yang disebut.", "en": "Move it to the place that is named."},
        "example": "a rule in catalog/interventions/living/",
    },
    "foreign-folder": {
        "severity": "warning",
        "what": {
            "id": "Aturan atau kegiatan di folder dimensi lain.",
            "en": "A rule or work in the folder of another dimension.",
        },
        "why": {
            "id": "Folder adalah dimensinya: di sanalah ia dihitung dan dicetak.",
            "en": "The folder is its dimension: there it is counted and printed.",
        },
        "mend": {"id": "Pindahkan berkasnya, atau jelaskan.", "en": "Move the file, or say why."},
        "example": "rules/economy/no-doctor.yaml",
    },
    "foreign-folder.rule": {
        "severity": "warning",
        "id": "tentang '{name}' dari dimensi {dimension}, tetapi ada di folder {folder}; pindahkan, atau jelaskan "
        "dalam catalog/accepted.yaml.",
        "en": "about '{name}' of the dimension {dimension}, yet in the folder {folder}; move it, or say why in "
        "catalog/accepted.yaml.",
    },
    "foreign-folder.work": {
        "severity": "warning",
        "id": "menaikkan hanya indikator {dimension} dan tidak dipanggil dari {folder}, foldernya; pindahkan, atau "
        "jelaskan dalam catalog/accepted.yaml.",
        "en": "it raises indicators of {dimension} only and is not called from {folder}, its folder; move it, or say "
        "why in catalog/accepted.yaml.",
    },
    "never-applies": {
        "what": {
            "id": "Kegiatan yang tidak berlaku justru di mana aturan memanggilnya.",
            "en": "A work that does not apply just where a rule calls it.",
        },
        "why": {
            "id": "Aturan menjanjikan yang tidak dapat direncanakan di desa mana pun.",
            "en": "The rule promises what no plan of any village can hold.",
        },
        "mend": {
            "id": "Ubah salah satu syaratnya, atau panggil kegiatan lain.",
            "en": "Change one of the two conditions, or call another work.",
        },
        "example": "{fact: coastal, is: false} calls a work with applies-when: {fact: coastal, is: true}",
    },
    "never-applies.call": {
        "id": "syarat ini salah di setiap desa di mana aturan yang memanggilnya benar: {rules}.",
        "en": "this is false in every village in which a rule holds that calls it: {rules}.",
    },
    "never-applies.needed": {
        "id": "ia bertumpu pada '{name}', yang tidak berlaku dan belum ada di mana aturan memanggilnya: {rules}.",
        "en": "it rests on '{name}', which neither applies nor is there wherever a rule calls it: {rules}.",
    },
    "never-applies.group": {
        "id": "tidak satu pun dari {works} berlaku atau sudah ada di mana aturan memanggilnya: {rules}.",
        "en": "none of {works} applies or is there wherever a rule calls it: {rules}.",
    },
    "already-met": {
        "id": "sudah terpenuhi di setiap desa di mana aturan memanggilnya, jadi tidak pernah direncanakan: {rules}.",
        "en": "it is met in every village in which a rule calls it, so it is never planned: {rules}.",
        "what": {
            "id": "Kegiatan yang sudah terpenuhi di mana aturan memanggilnya.",
            "en": "A work that is met already wherever a rule calls it.",
        },
        "why": {"id": "Aturan tidak pernah mendapat jawaban.", "en": "The rule never gets an answer."},
        "mend": {
            "id": "Periksa arah pembandingnya ('is: true' atau 'false', 'below' atau 'at-least').",
            "en": "Look at which way it compares ('is: true' or 'false', 'below' or 'at-least').",
        },
        "example": "a rule where {fact: has-website, is: false}, met-when: {fact: has-website, is: false}",
    },
    "already-met.prerequisite": {
        "id": "sebagai prasyarat ia dianggap sudah ada justru di mana aturan memanggilnya ({rules}); periksa arah "
        "pembandingnya.",
        "en": "as a prerequisite it counts as there already just where rules call for it ({rules}); look at which way "
        "it compares.",
    },
    "already-met.backwards": {
        "id": "terpenuhi bila '{name}' rendah, padahal kegiatan ini menaikkannya; balik pembandingnya.",
        "en": "it is met where '{name}' is low, while the work raises it; turn the comparison round.",
    },
    "gate": {
        "severity": "warning",
        "id": "meminta '{fact}' sebagai fakta hari ini, padahal {works} membuatnya: rantainya berhenti di sini. "
        "Temukan yang kurang saja dan biarkan kegiatannya bertumpu padanya ('requires'), atau jelaskan dalam "
        "catalog/accepted.yaml.",
        "en": "it asks '{fact}' as a fact of today, while {works} makes it: the chain stops here. Find what is missing "
        "alone and let the work called rest on it ('requires'), or say why in catalog/accepted.yaml.",
        "what": {
            "id": "Gerbang: aturan meminta sebagai fakta apa yang dibuat kegiatan lain.",
            "en": "A gate: a rule asks as a fact what another work makes.",
        },
        "why": {
            "id": "Rantai beberapa tahun tidak pernah direncanakan: setiap mata menunggu yang sebelumnya ada.",
            "en": "A chain of several years is never planned: each link waits for the one before to be there.",
        },
        "mend": {
            "id": "Pindahkan ke 'requires' kegiatan yang dipanggil, atau terima dengan alasan.",
            "en": "Move it to 'requires' of the work that is called, or accept it with a reason.",
        },
        "example": "{fact: has-website, is: true} in a rule that calls an online shop",
    },
    "bad-accepted.code": {
        "id": "'{code}' bukan kode yang disebut check.{near}",
        "en": "'{code}' is no code that check names.{near}",
    },
}
