"""What is wrong with joint money that is asked for, or was shared out."""

PROBLEMS = {
    "joint-form": {
        "id": "'{value}' tidak terbaca; tulis SUMBER=JUMLAH setahun, misalnya district-budget=5miliar.",
        "en": "'{value}' cannot be read; write SOURCE=AMOUNT a year, as district-budget=5miliar.",
    },
    "joint-missing": {
        "id": "uang bersama mana? Beri --joint SUMBER=JUMLAH.",
        "en": "which joint money? Give --joint SOURCE=AMOUNT.",
    },
    "joint-source": {
        "id": "'{value}' bukan sumber uang pihak lain, jadi tidak dapat dibagi bersama.{near} Pilih dari: {known}.",
        "en": "'{value}' is no source of others' money, so nobody can share it.{near} Choose from: {known}.",
    },
    "joint-source.village": {
        "id": "'{value}' uang desa sendiri: tidak dibagi antardesa; beri dengan --budget. Uang bersama: {known}.",
        "en": "'{value}' is a village's own money: villages do not share it; give it by --budget. Joint: {known}.",
    },
    "joint-source.both": {
        "id": "'{value}' diberikan dengan --budget juga; uang pihak lain hanya dengan --joint.",
        "en": "'{value}' is given by --budget too; others' money goes by --joint alone.",
    },
    "joint-amount": {
        "id": "'{value}' untuk {source}: tanpa uang tidak ada yang dapat dibagi; beri jumlah di atas 0.",
        "en": "'{value}' for {source}: without money there is nothing to share; give an amount above 0.",
    },
    "joint-target": {
        "id": "--target mencari rencana termurah, --joint rencana terbaik dengan uangnya; pilih salah satu.",
        "en": "--target asks for the cheapest plan, --joint for the best one with its money; give one of them.",
    },
    "joint-no-district": {
        "id": "kabupaten dari {count} desa tidak diketahui dari kodenya ({codes}), jadi tidak dapat direncanakan "
        "bersama. Bila kodenya kode Kemendagri, beri --code-scheme kemendagri; bila kode BPS, beri kode Kemendagri.",
        "en": "the codes of {count} villages do not tell their district ({codes}), so they cannot be planned jointly. "
        "If they are codes of the home ministry, give --code-scheme kemendagri; of BPS codes give the ministry's.",
    },
    "joint-unpaid": {
        "id": "kegiatan bersama di {place} diikuti sebelum dibayar.",
        "en": "the shared work in {place} is joined before it is paid.",
    },
    "joint-overspent": {
        "id": "tahun ke-{year}: rencana memakai {amount} dari uang bersama; hanya ada {most}.",
        "en": "year {year}: the plans take {amount} of the joint money; there is {most}.",
    },
}
