"""Problems of numbers that lie apart from those of their like, of prices, years, units and effects."""

PROBLEMS = {
    "unusual-cost": {
        "severity": "warning",
        "what": {
            "id": "Harga yang jauh dari harga kegiatan sejenis.",
            "en": "A price that lies far from those of works of its like.",
        },
        "why": {
            "id": "Nol yang kurang atau lebih mengubah seluruh rencana.",
            "en": "A zero too few or too many changes every plan.",
        },
        "mend": {
            "id": "Perbaiki, atau jelaskan: 'note' pada cost, atau entri di catalog/accepted.yaml.",
            "en": "Mend it, or say why: a 'note' on the cost, or an entry of catalog/accepted.yaml.",
        },
        "example": "cost: {low: 150_000_000_000, …} among wells of 15 to 60 million",
    },
    "unusual-cost.unit": {
        "severity": "warning",
        "id": "harga {value} per {per} adalah {times} kali yang lazim ({usual}) untuk {measure} per {per}; "
        "perbaiki, atau jelaskan dalam catalog/accepted.yaml.",
        "en": "{value} a {per} is {times} times what is usual ({usual}) of a {measure} counted so; mend it, or say why "
        "in catalog/accepted.yaml.",
    },
    "unusual-cost.all": {
        "severity": "warning",
        "id": "seluruh volumenya berharga {value}, {times} kali yang lazim ({usual}) untuk {measure}; periksa harga "
        "per {per} dan volumenya, atau jelaskan dalam catalog/accepted.yaml.",
        "en": "all of it costs {value}, {times} times what is usual ({usual}) of a {measure}; look at the price a "
        "{per} and at the volume, or say why in catalog/accepted.yaml.",
    },
    "unusual-cost.wide": {
        "severity": "warning",
        "id": "ujung atas {times} kali ujung bawah; perbaiki salah satu, atau jelaskan pada 'note' harga itu.",
        "en": "the high end is {times} times the low one; mend one of them, or say why under the cost's 'note'.",
    },
    "unusual-cost.zero": {
        "severity": "warning",
        "id": "tanpa harga: yang dibangun tidak gratis; tulis harganya.",
        "en": "no price: what is built is not free; write what it costs.",
    },
    "unusual-cost.beyond": {
        "severity": "warning",
        "id": "hanya desa yang membayarnya, paling murah {value}, padahal desa lazim paling banyak punya {money} untuk "
        "satu kegiatan; beri 'sizes', 'divisible', atau pelaksana lain.",
        "en": "the village alone pays it, {value} at the least, and a usual village has at most {money} for one work; "
        "give it 'sizes', 'divisible' or another executor.",
    },
    "unstated-price": {
        "severity": "warning",
        "what": {
            "id": "Harga yang tidak disebut satu pun sumbernya.",
            "en": "A price that none of its sources states.",
        },
        "why": {
            "id": "Harga bertanda sumber dipercaya orang: angkanya harus dapat dibaca di sana.",
            "en": "People trust a price that is marked as sourced: its figures must be readable there.",
        },
        "mend": {
            "id": "Samakan dengan sumbernya, kutip sumber yang menyebutnya, atau tulis basis yang benar.",
            "en": "Take the source's figure, cite the source that has it, or write the true basis.",
        },
        "example": 'high: 300_000_000, basis: sourced, sources: [X: "Rp50M to 100M"]',
    },
    "unstated-price.end": {
        "severity": "warning",
        "id": "{amount} tidak disebut sumbernya (yang disebut: {stated}), padahal basisnya {basis}.",
        "en": "{amount} stands in none of its sources (they state {stated}), yet its basis is {basis}.",
    },
    "unstated-price.none": {
        "severity": "warning",
        "id": "tidak satu pun jumlah dari sumbernya ({stated}) ada di antara kedua ujungnya, padahal basisnya {basis}.",
        "en": "no amount of its sources ({stated}) lies between its ends, yet its basis is {basis}.",
    },
    "unsupported-basis": {
        "severity": "warning",
        "what": {
            "id": "Dasar yang tidak didukung sumber yang dikutip.",
            "en": "A basis that no cited source supports.",
        },
        "why": {
            "id": "Pendapat penyusun akan tampak seperti angka orang lain.",
            "en": "The authors' own judgement would pass for somebody else's figure.",
        },
        "mend": {
            "id": "Kutip sumbernya (bagi kajian: pada 'evidence'), atau tulis judgement.",
            "en": "Cite the source (of a study: under 'evidence'), or write judgement.",
        },
        "example": "basis: sourced, sources: [JUDGEMENT]",
    },
    "unsupported-basis.price": {
        "severity": "warning",
        "id": "basisnya {basis}, tetapi yang dikutip hanya pendapat penyusun sendiri; kutip sumber harganya.",
        "en": "its basis is {basis}, but only the authors' own judgement is cited; cite where the price stands.",
    },
    "unsupported-basis.effect": {
        "severity": "warning",
        "id": "pengaruhnya disebut {basis}, tetapi tidak ada sumber orang lain yang dikutip untuk itu.",
        "en": "its effect is called {basis}, but no source of somebody else is cited for it.",
    },
    "unsupported-basis.evidence": {
        "severity": "warning",
        "id": "'{name}' disebut pada 'evidence' tetapi tidak pada 'sources' kegiatan ini; kutip di sana.",
        "en": "'{name}' is named under 'evidence' but not under the work's 'sources'; cite it there.",
    },
    "unusual-running-cost": {
        "severity": "warning",
        "what": {
            "id": "Biaya rutin yang jauh dari kegiatan sejenis.",
            "en": "A running cost that lies far from those of works of its like.",
        },
        "why": {
            "id": "Biaya rutin membatasi apa yang boleh dibangun desa.",
            "en": "Running costs limit what a village may build.",
        },
        "mend": {
            "id": "Tulis bagian dari 0 sampai 1 setahun, atau jelaskan pada 'note'.",
            "en": "Write a share from 0 to 1 a year, or say why under 'note'.",
        },
        "example": "running-cost: {share: 5}",
    },
    "unusual-running-cost.above": {
        "severity": "warning",
        "id": "setahun biaya rutinnya {times} kali harga membangunnya; perbaiki, atau jelaskan dalam "
        "catalog/accepted.yaml.",
        "en": "a year of it costs {times} times what building it costs; mend it, or say why in catalog/accepted.yaml.",
    },
    "unusual-running-cost.beside": {
        "severity": "warning",
        "id": "{value} dari harganya setahun, yang lazim {usual}; perbaiki, atau jelaskan pada 'note' di situ.",
        "en": "{value} of its price a year, {usual} is usual; mend it, or say why under its 'note'.",
    },
    "unusual-duration": {
        "severity": "warning",
        "id": "'{key}' {value}, yang lazim bagi kegiatan sejenis {usual}; perbaiki, atau jelaskan dalam "
        "catalog/accepted.yaml.",
        "en": "'{key}' is {value}, of works of its like {usual} is usual; mend it, or say why in "
        "catalog/accepted.yaml.",
        "what": {
            "id": "Lama pengerjaan atau umur yang jauh dari kegiatan sejenis.",
            "en": "A duration or lifetime that lies far from those of works of its like.",
        },
        "why": {
            "id": "Bulan yang salah menggeser setiap kegiatan sesudahnya.",
            "en": "Wrong months move every work that comes after.",
        },
        "mend": {
            "id": "Periksa satuannya (bulan atau tahun), atau jelaskan.",
            "en": "Look at its unit (months or years), or say why.",
        },
        "example": "months: 60 among works of 3 to 12",
    },
    "unusual-quantity": {
        "severity": "warning",
        "id": "{value} satuan sekaligus, yang lazim {usual}; perbaiki, atau jelaskan dalam catalog/accepted.yaml.",
        "en": "{value} units at once, {usual} is usual; mend it, or say why in catalog/accepted.yaml.",
        "what": {"id": "Volume yang jauh dari kegiatan lain.", "en": "A volume far from those of other works."},
        "why": "number",
        "mend": {"id": "Perbaiki, atau jelaskan.", "en": "Mend it, or say why."},
        "example": "quantity: {number: 300}",
    },
    "unusual-bound": {
        "severity": "warning",
        "id": "'{name}' dibandingkan dengan {value}, padahal batas fakta {type} lain sekitar {usual}; periksa "
        "satuannya.",
        "en": "'{name}' is held against {value}, while bounds of other {type} facts lie around {usual}; look at the "
        "unit.",
        "what": {
            "id": "Batas yang jauh dari batas fakta sejenis.",
            "en": "A bound that lies far from those of facts of the same type.",
        },
        "why": {"id": "Aturan tidak pernah, atau selalu, benar.", "en": "The rule would hold never, or always."},
        "mend": {"id": "Pakai satuan faktanya.", "en": "Write it in the fact's own unit."},
        "example": "{fact: hospital-distance-km, above: 15_000}",
    },
    "unusual-bound.assumed": {
        "severity": "warning",
        "id": "'{name}' dibandingkan dengan {value}, padahal diandaikan {assumed}; periksa satuan dan nolnya.",
        "en": "'{name}' is held against {value}, while it is assumed to be {assumed}; look at units and zeros.",
    },
    "unusual-figure": {
        "severity": "warning",
        "what": {
            "id": "Angka tabel atau program yang jauh dari yang sejenis.",
            "en": "A figure of a table or a programme that lies far from its like.",
        },
        "why": "number",
        "mend": {"id": "Bandingkan dengan sumbernya, atau jelaskan.", "en": "Compare with the source, or say why."},
        "example": "64.01,Paser,9.500",
    },
    "unusual-figure.table": {
        "severity": "warning",
        "id": "{key}: {times} kali yang lazim dalam tabel ini; bandingkan dengan sumbernya.",
        "en": "{key}: {times} times what is usual in this table; compare with the source.",
    },
    "unusual-figure.programme": {
        "severity": "warning",
        "id": "{value} setahun, {times} kali yang lazim ({usual}); perbaiki, atau jelaskan pada 'note'.",
        "en": "{value} a year, {times} times what is usual ({usual}); mend it, or say why under 'note'.",
    },
    "unusual-figure.wide": {
        "severity": "warning",
        "id": "ujung atas {times} kali ujung bawah; perbaiki salah satu, atau jelaskan pada 'note'.",
        "en": "the high end is {times} times the low one; mend one of them, or say why under 'note'.",
    },
    "unusual-figure.budget": {
        "severity": "warning",
        "id": "{value} setahun, padahal dana desa reguler di tabel sekitar {usual}; perbaiki salah satunya.",
        "en": "{value} a year, while the table's regular village fund lies around {usual}; mend one of them.",
    },
    "implausible-year": {
        "severity": "warning",
        "what": {"id": "Tahun yang tidak mungkin.", "en": "A year that cannot be."},
        "why": {
            "id": "Harga dan sumber dinilai menurut tahunnya.",
            "en": "Prices and sources are judged by their year.",
        },
        "mend": {
            "id": 'Tulis empat angka, atau rentang menaik: "2017-2022".',
            "en": 'Write four digits, or a rising span: "2017-2022".',
        },
        "example": "year: 2205",
    },
    "implausible-year.unread": {
        "severity": "warning",
        "id": "'{value}' bukan tahun (dari {earliest} sampai {newest}); tulis empat angka, atau \"2017-2022\".",
        "en": "'{value}' is no year (from {earliest} to {newest}); write four digits, or \"2017-2022\".",
    },
    "implausible-year.order": {
        "severity": "warning",
        "id": "'{value}' tidak menaik; tulis tahun dari {earliest} sampai {newest}, yang lebih tua dulu.",
        "en": "'{value}' runs backwards; write years from {earliest} to {newest}, the older first.",
    },
    "implausible-year.early": {
        "severity": "warning",
        "id": "{value} terlalu awal: yang mungkin dari {earliest} sampai {newest}.",
        "en": "{value} is too early: it can be {earliest} to {newest}.",
    },
    "implausible-year.late": {
        "severity": "warning",
        "id": "{value} sesudah basis pengetahuan ini: yang mungkin dari {earliest} sampai {newest}.",
        "en": "{value} lies after this knowledge base: it can be {earliest} to {newest}.",
    },
    "implausible-year.outside": {
        "severity": "warning",
        "id": "{value} di luar tahun-tahun '{name}'.",
        "en": "{value} lies outside the years of '{name}'.",
    },
    "implausible-year.regulation": {
        "severity": "warning",
        "id": "berlaku sejak {year}, sebelum peraturannya ada ({regulation}).",
        "en": "it holds from {year}, before its regulation was made ({regulation}).",
    },
    "unknown-unit": {
        "severity": "warning",
        "id": "satuan '{name}' tidak ada di catalog/units.yaml.{near} Tambahkan di sana, atau pakai yang ada.",
        "en": "the unit '{name}' is not in catalog/units.yaml.{near} Add it there, or use one that is.",
        "what": {"id": "Satuan harga yang tidak dikenal.", "en": "A unit of a price that is not known."},
        "why": {
            "id": "Formulir mencetaknya apa adanya, dan volumenya tidak dapat diperiksa.",
            "en": "Forms print it as it stands, and nobody can check its volume.",
        },
        "mend": "spell",
        "example": "per: vilage",
    },
    "unit-misfit": {
        "severity": "warning",
        "what": {
            "id": "Volume yang tidak cocok dengan satuan harganya.",
            "en": "A volume that does not fit the unit of its price.",
        },
        "why": {"id": "Harganya dikalikan dengan hal lain.", "en": "Its price is multiplied by something else."},
        "mend": {
            "id": "Pakai fakta yang menghitung satuan itu, atau ganti 'per'.",
            "en": "Take a fact that counts the unit, or change 'per'.",
        },
        "example": "per: household, quantity: {fact: road-gap-km}",
    },
    "unit-misfit.type": {
        "severity": "warning",
        "id": "harga per {per} dikalikan '{fact}' dalam {type}; diperlukan fakta {needed}.",
        "en": "a price a {per} is multiplied by '{fact}' in {type}; it takes a fact in {needed}.",
    },
    "unit-misfit.once": {
        "severity": "warning",
        "id": "'{per}' hanya satu, tetapi volumenya {said}; ganti satuannya atau tulis number: 1.",
        "en": "there is one {per}, but the volume is {said}; change the unit, or write number: 1.",
    },
    "unit-misfit.elsewhere": {
        "severity": "warning",
        "id": "'{fact}' dihitung per {per} di sini dan per {other} di kegiatan lain; satu fakta satu satuan.",
        "en": "'{fact}' is counted by the {per} here and by the {other} elsewhere; a fact counts one unit.",
    },
    "bad-quantity.type": {
        "id": "'{name}' ({type}) bukan jumlah satuan; pakai fakta yang menghitungnya.",
        "en": "'{name}' ({type}) is no number of units; take a fact that counts them.",
    },
    "bad-share.part": {
        "id": "{value} bukan bagian; tulis dari 0 sampai 1.",
        "en": "{value} is no share; write one from 0 to 1.",
    },
    "bad-effect.scale": {
        "id": "pengaruh di luar skala: 'reaches' dan 'share' dari 0 sampai 1, 'adds' dari 0.",
        "en": "an effect off the scale: 'reaches' and 'share' are 0 to 1, 'adds' is from 0.",
    },
    "effect-misfit": {
        "severity": "warning",
        "what": {
            "id": "Pengaruh yang tidak cocok dengan tangga indikatornya.",
            "en": "An effect that does not fit the ladder of its indicator.",
        },
        "why": {
            "id": "Satu kegiatan kecil akan membawa desa ke puncak.",
            "en": "One small work would lift a village to the top.",
        },
        "mend": {
            "id": "Pakai satuan tangganya: 'adds' untuk jumlah, 'share' untuk bagian.",
            "en": "Use the ladder's unit: 'adds' for amounts, 'share' for shares.",
        },
        "example": "doctor: {adds: 20, evidence: official} on a ladder of 0 and 1",
    },
    "effect-misfit.share": {
        "severity": "warning",
        "id": "'{name}' dihitung dalam jumlah utuh; pakai 'adds'.",
        "en": "'{name}' is counted in whole numbers; use 'adds'.",
    },
    "effect-misfit.adds": {
        "severity": "warning",
        "id": "'{name}' diukur dalam bagian; pakai 'share'.",
        "en": "'{name}' is measured in shares; use 'share'.",
    },
    "effect-misfit.beyond": {
        "severity": "warning",
        "id": "menambah {value}, padahal seluruh tangga '{name}' hanya {span}.",
        "en": "it adds {value}, while the whole ladder of '{name}' spans {span}.",
    },
    "unlinked-effect": {
        "severity": "warning",
        "id": "menaikkan '{name}' dari dimensi {dimension}, tetapi tidak ada aturan tentangnya yang memanggil kegiatan "
        "ini.",
        "en": "it raises '{name}' of the dimension {dimension}, but no rule about that calls the work.",
        "what": {
            "id": "Pengaruh pada dimensi lain yang tidak diminta aturan mana pun.",
            "en": "An effect in another dimension that no rule asks for.",
        },
        "why": {"id": "Sering kali nama indikator yang tertukar.", "en": "Often it is another indicator's name."},
        "mend": {
            "id": "Perbaiki nama indikatornya, atau panggil kegiatan ini dari aturannya.",
            "en": "Correct the indicator's name, or call the work from its rule.",
        },
        "example": "a well that improves: {banks: …}",
    },
}
