"""What `show` says of an entry of the knowledge base: a rule, a work, an indicator, a fact, a number, a source."""

MESSAGES = {
    # All kinds
    "list-cost": {"id": "{low}–{high} per {unit}", "en": "{low}–{high} per {unit}"},
    "shown.status.draft": {
        "id": "Konsep: diperiksa, tetapi belum dipakai dalam rencana.",
        "en": "A draft: checked, but not used in plans yet.",
    },
    "shown.status.retired": {"id": "Dipensiunkan: tidak dipakai lagi.", "en": "Retired: no longer used."},
    "shown.sources": {"id": "Sumber", "en": "Sources"},
    "shown.says": {"id": "di sana: {text}", "en": "there: {text}"},
    "shown.note": {"id": "Catatan penyusun (Inggris): {text}", "en": "Note of the authors: {text}"},
    "shown.dimension": {"id": "Dimensi: {name}.", "en": "Dimension: {name}."},
    "shown.parameter": {"id": "{value} ({name})", "en": "{value} ({name})"},
    "shown.levels-part": {"id": "{framework}: {levels}", "en": "{framework}: {levels}"},
    "shown.level": {"id": "{value} = {meaning}", "en": "{value} = {meaning}"},
    "shown.unverified": {
        "id": "tingkat {levels} (artinya belum terbaca dari penerbit)",
        "en": "level {levels} (what it means was not read from the publisher yet)",
    },
    "shown.no-level": {"id": "tidak ada tingkat", "en": "no level"},
    # A rule
    "shown.holds-when": {"id": "Berlaku bila", "en": "Holds where"},
    "shown.all": {"id": "semua ini benar:", "en": "all of this is true:"},
    "shown.any": {"id": "paling sedikit satu dari ini benar:", "en": "at least one of these is true:"},
    "shown.not-all": {"id": "tidak semua ini benar:", "en": "not all of this is true:"},
    "shown.not-any": {"id": "tidak satu pun dari ini benar:", "en": "none of these is true:"},
    "shown.not": {"id": "tidak: {condition}", "en": "not: {condition}"},
    "shown.levels": {"id": "artinya: {levels}", "en": "that is: {levels}"},
    "shown.about": {
        "id": "Yang kurang: {name} ({need}, tingkat mendesak {urgency} dari 3).",
        "en": "What is missing: {name} ({need}, urgency {urgency} of 3).",
    },
    "shown.about-self": {
        "id": "Yang kurang: hal yang disebut temuan ini, di luar indeks ({need}, tingkat mendesak {urgency} dari 3).",
        "en": "What is missing: what the finding says, no indicator measures it ({need}, urgency {urgency} of 3).",
    },
    "shown.about-none": {
        "id": "Ini keadaan desa: tidak menyarankan kegiatan, hanya dibaca aturan lain.",
        "en": "This is a state of the village: it calls for no work and is read by other rules.",
    },
    "shown.about-none-problem": {
        "id": "Ini masalah desa yang tidak menyarankan kegiatan sendiri; aturan lain membacanya.",
        "en": "This is a problem of the village that calls for no work itself; other rules read it.",
    },
    "shown.target": {
        "id": "Sasaran: tingkat terendah dengan skor {value} atau lebih.",
        "en": "Target: the lowest level with a score of {value} or more.",
    },
    "shown.calls": {"id": "Kegiatan yang disarankan", "en": "Works that it calls for"},
    "shown.closes": {"id": "memenuhi {share} dari kebutuhan", "en": "closes {share} of the need"},
    "shown.reason": {
        "id": "Kalimat dalam rencana (‹…› diisi data desa)",
        "en": "The sentence in a plan (‹…› is filled from the village's data)",
    },
    "shown.examples": {"id": "Contoh yang selalu diuji", "en": "Examples that are always tested"},
    "shown.example": {"id": "{given} → {outcome}", "en": "{given} → {outcome}"},
    "shown.nothing-given": {"id": "tidak ada yang diketahui", "en": "nothing is known"},
    "shown.equals": {"id": "{name}: {value}", "en": "{name}: {value}"},
    # A work
    "shown.improves": {"id": "Yang diperbaiki", "en": "What it improves"},
    "shown.reaches": {"id": "naik sampai skor {value}", "en": "rises to score {value}"},
    "shown.adds": {"id": "bertambah {value}", "en": "gains {value}"},
    "shown.range": {"id": "antara {low} dan {high}", "en": "between {low} and {high}"},
    "shown.believed": {
        "id": "Dasar pengaruhnya: {evidence}; dasar besarnya: {size}",
        "en": "That it acts: {evidence}; how far: {size}",
    },
    "shown.improves-nothing": {
        "id": "Tidak menaikkan indikator secara langsung; gunanya menjawab temuan atau menjadi prasyarat.",
        "en": "It raises no indicator by itself; it answers a finding or is a prerequisite.",
    },
    "shown.cost": {
        "id": "Biaya per {unit}: {low} sampai {high}, harga tahun {year} ({basis}).",
        "en": "Cost of one {unit}: {low} to {high}, prices of {year} ({basis}).",
    },
    "shown.cost-yearly": {
        "id": "Biaya per {unit} setahun: {low} sampai {high}, harga tahun {year} ({basis}).",
        "en": "Cost of one {unit} a year: {low} to {high}, prices of {year} ({basis}).",
    },
    "shown.expected": {"id": "Dihitung dengan {amount}.", "en": "Counted with {amount}."},
    "shown.volume": {"id": "Volume: {amount} {unit}.", "en": "Volume: {amount} × {unit}."},
    "shown.volume-fact": {"id": "Volume menurut data desa: {name}.", "en": "Volume from the village's data: {name}."},
    "shown.volume-share": {
        "id": "Volume menurut data desa: {share} dari {name}.",
        "en": "Volume from the village's data: {share} of {name}.",
    },
    "shown.upkeep": {
        "id": "Biaya rutin sesudah selesai: {amount} setahun, dibayar {payer} ({basis}).",
        "en": "Running cost once it is there: {amount} a year, paid by {payer} ({basis}).",
    },
    "shown.upkeep-share": {"id": "{share} dari biayanya", "en": "{share} of its cost"},
    "shown.upkeep-unit": {"id": "{amount} per {unit}", "en": "{amount} a {unit}"},
    "shown.no-upkeep": {"id": "Tanpa biaya rutin tersendiri.", "en": "No running cost of its own."},
    "shown.time": {
        "id": "Lama pengerjaan {months} bulan; bertahan {years} tahun.",
        "en": "Takes {months} months; lasts {years} years.",
    },
    "shown.delivered": {"id": "Diberikan selama {years} tahun.", "en": "Delivered for {years} years."},
    "shown.lead": {
        "id": "Perlu {months} bulan sebelum dapat dimulai.",
        "en": "It takes {months} months before it can start.",
    },
    "shown.package": {
        "id": "Dihitung bersama sebagai satu paket dengan: {names}.",
        "en": "Counted together, as one package, with: {names}.",
    },
    "shown.phases": {"id": "Boleh dibangun bertahap.", "en": "May be built in phases."},
    "shown.rounds": {
        "id": "Boleh diulang sekali setahun sampai kebutuhannya terpenuhi.",
        "en": "May be repeated, a round a year, until the need is met.",
    },
    "shown.sizes": {"id": "Boleh juga sebagian: {shares}.", "en": "May be smaller: {shares}."},
    "shown.builders": {
        "id": "Yang membangun dan membayar, menurut urutan: {names}.",
        "en": "Who builds and pays, in this order: {names}.",
    },
    "shown.asked": {"id": "Bila diusulkan: kepada {name}.", "en": "As a proposal it goes to: {name}."},
    "shown.budget-code": {"id": "Kode APBDes: {code} {name}.", "en": "Budget code: {code} {name}."},
    "shown.focuses": {"id": "Fokus penggunaan Dana Desa: {names}.", "en": "Focus of the village fund: {names}."},
    "shown.beneficiaries": {"id": "Penerima manfaat: {text}.", "en": "Who benefits: {text}."},
    "shown.requires": {"id": "Harus ada lebih dulu", "en": "Must be there before"},
    "shown.one-of": {"id": "salah satu: {names}", "en": "one of: {names}"},
    "shown.better-after": {"id": "Lebih baik sesudah: {names}.", "en": "Better after: {names}."},
    "shown.never-with": {"id": "Tidak boleh bersama: {names}.", "en": "Never together with: {names}."},
    "shown.applies-when": {"id": "Hanya untuk desa bila", "en": "Only for villages where"},
    "shown.met-when": {
        "id": "Sudah terpenuhi, jadi tidak direncanakan, bila",
        "en": "Met already, so not planned, where",
    },
    "shown.met-for": {"id": "untuk {name}: {condition}", "en": "for {name}: {condition}"},
    "shown.as-prerequisite": {
        "id": "sebagai prasyarat kegiatan lain: {condition}",
        "en": "as prerequisite of another work: {condition}",
    },
    # An indicator
    "shown.actionable": {"id": "Dapat diubah desa: {answer}.", "en": "Can be changed: {answer}."},
    "shown.measured-by": {
        "id": "Diukur sebagai {code} {label} dalam {framework}",
        "en": "Measured as {code} {label} in {framework}",
    },
    "shown.level-score": {"id": "{value} (skor {score}): {meaning}", "en": "{value} (score {score}): {meaning}"},
    "shown.doubtful-when": {"id": "Nilainya diragukan bila", "en": "Its value is doubted where"},
    # A fact
    "shown.asked-as": {"id": "Pertanyaan: {question}", "en": "Question: {question}"},
    "shown.answered-by": {"id": "Jawaban: {unit}.", "en": "Answer: {unit}."},
    "shown.hard": {
        "id": "Selalu ditanyakan: tidak pernah dianggap begitu saja.",
        "en": "Always asked, never assumed.",
    },
    "shown.derived": {"id": "Terbaca dari {indicator}", "en": "Read from {indicator}"},
    "shown.derived-before": {
        "id": "Terbaca dari {indicator} tahun sebelumnya",
        "en": "Read from {indicator} of the year before",
    },
    "shown.assumed": {
        "id": "Selama belum diketahui dianggap: {value} ({reason}).",
        "en": "Until it is known it is taken to be: {value} ({reason}).",
    },
    "shown.assumed-share": {
        "id": "Anggapan itu berlaku di {share} desa yang dihitung.",
        "en": "That holds in {share} of the villages that were counted.",
    },
    "shown.open": {
        "id": "Selama belum diketahui: aturan yang membacanya belum dapat ditentukan, dan rencana menanyakannya.",
        "en": "Until it is known: rules that read it stay open, and the plan asks for it.",
    },
    # A parameter, a source of money
    "shown.value-from": {"id": "{value} sejak {date}", "en": "{value} from {date}"},
    "shown.values": {"id": "Nilai", "en": "Value"},
    "shown.form-label": {"id": "Tercetak dalam formulir: {label}.", "en": "Printed in the form as: {label}."},
    "shown.owner": {"id": "Uang milik: {name}.", "en": "Whose money: {name}."},
    "shown.default-source": {
        "id": "Menerima jumlah yang diberikan tanpa nama sumber.",
        "en": "Takes an amount that is given without a source.",
    },
}
