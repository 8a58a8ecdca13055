"""Wording of `--help`: what each command does, one example each, what each option does."""

TERMS = {
    "command": {
        "main": {
            "id": "Dari data indeks desa ke rencana pembangunan yang berurutan, beranggaran, dan beralasan.",
            "en": "From a village's index data to an ordered, budgeted, explained development plan.",
        },
        "plan": {"id": "Susun rencana setiap desa dalam data.", "en": "Plan every village of the data."},
        "findings": {
            "id": "Tunjukkan skor, kebutuhan, dan yang belum dapat ditentukan.",
            "en": "Show scores, needs, and what cannot be determined.",
        },
        "explain": {
            "id": "Jelaskan mengapa suatu kegiatan masuk, di urutan itu, atau tidak masuk.",
            "en": "Explain why a work is in, why there, or why not.",
        },
        "compare": {
            "id": "Bandingkan desa, kecamatan, kabupaten, provinsi, atau status: masalah, langkah, uang, usulan.",
            "en": "Compare villages, subdistricts, districts, provinces or classes: problems, steps, money, proposals.",
        },
        "what-if": {
            "id": "Bandingkan rencana dengan rencana seandainya: nilai, jawaban, uang, tahun, atau aturan lain.",
            "en": "Compare the plan with what if: other values, answers, money, years or rules.",
        },
        "template": {
            "id": "Buat buku kerja isian (Excel) untuk desa.",
            "en": "Make the input workbook (Excel) for villages.",
        },
        "verify": {
            "id": "Periksa ulang dokumen rencana: nilai, temuan, biaya, urutan, uang.",
            "en": "Check plan documents again: values, findings, costs, order, money.",
        },
        "solve": {
            "id": "Cari rencana terbaik untuk berkas masalah sederhana (JSON).",
            "en": "Find the best plan for a bare problem file (JSON).",
        },
        "check": {
            "id": "Periksa basis pengetahuan dan jalankan contoh setiap aturan.",
            "en": "Check the knowledge base and run the examples of each rule.",
        },
        "list": {"id": "Daftar isi basis pengetahuan.", "en": "List what the knowledge base holds."},
        "show": {
            "id": "Tunjukkan satu isi basis pengetahuan: aturan, kegiatan, indikator, fakta.",
            "en": "Show one entry of the knowledge base.",
        },
        "table": {
            "id": "Tabel keputusan satu dimensi sebagai CSV, untuk dibahas dalam rapat.",
            "en": "A dimension's rules as a decision table in CSV, for a meeting.",
        },
        "new": {
            "id": "Tulis kerangka aturan, kegiatan, atau lapisan baru.",
            "en": "Write the scaffold of a new rule, intervention or overlay.",
        },
        "graph": {"id": "Gambar prasyarat antarkegiatan.", "en": "Draw the prerequisites between works."},
        "schema": {"id": "Cetak JSON Schema sebuah dokumen.", "en": "Print the JSON Schema of a document."},
    },
    "command-example": {
        "main": {
            "id": "Contoh: recommender plan examples --village KODE --budget 330jt",
            "en": "Example: recommender plan examples --village CODE --budget 330jt",
        },
        "plan": {
            "id": "DATA: berkas atau folder JSON layanan indeks, CSV, .tar.gz; '-' membaca masukan baku. Contoh: "
            "recommender plan examples --budget 330jt --years 3",
            "en": "DATA: files or folders of index-service JSON, CSV, .tar.gz; '-' reads standard input. Example: "
            "recommender plan examples --budget 330jt --years 3",
        },
        "findings": {
            "id": "Contoh: recommender findings examples --village KODE",
            "en": "Example: recommender findings examples --village CODE",
        },
        "explain": {
            "id": "Argumen terakhir adalah nama kegiatan (lihat: recommender list interventions); tanpa itu seluruh "
            "rencana dijelaskan. Contoh: recommender explain examples --village KODE village-public-wifi",
            "en": "The last argument is the name of an intervention (see: recommender list interventions); without it "
            "the whole plan is explained. Example: recommender explain examples --village CODE village-public-wifi",
        },
        "compare": {
            "id": "DATA-OR-PLANS: data desa (direncanakan dulu) atau dokumen rencana. Contoh: recommender compare "
            "examples --by district --by class",
            "en": "DATA-OR-PLANS: village data (planned first) or plan documents. Example: recommender compare "
            "examples --by district --by class",
        },
        "what-if": {
            "id": "Pilihan biasa membentuk rencana pertama, --set dan --then-… rencana kedua. Contoh: recommender "
            "what-if examples --village KODE --set toilet-access=1 --then-budget 400jt",
            "en": "The usual options shape the first plan, --set and --then-… the second. Example: recommender "
            "what-if examples --village CODE --set toilet-access=1 --then-budget 400jt",
        },
        "template": {
            "id": "Tanpa DATA: formulir kosong untuk satu desa. Dengan DATA: yang sudah diketahui terisi, pertanyaan "
            "yang paling menentukan lebih dulu. Contoh: recommender template -o isian.xlsx",
            "en": "Without DATA: an empty form for one village. With DATA: filled with what is known, the questions "
            "that matter most first. Example: recommender template -o form.xlsx",
        },
        "verify": {
            "id": "PLANS: berkas dari plan --format json atau ndjson; '-' membaca masukan baku. Contoh: recommender "
            "plan examples --format json -o plans.json && recommender verify plans.json",
            "en": "PLANS: files of plan --format json or ndjson; '-' reads standard input. Example: recommender plan "
            "examples --format json -o plans.json && recommender verify plans.json",
        },
        "solve": {
            "id": "PROBLEM: lihat docs/problem-file.md; '-' membaca masukan baku. Contoh: recommender solve "
            "masalah.json",
            "en": "PROBLEM: see docs/problem-file.md; '-' reads standard input. Example: recommender solve "
            "problem.json",
        },
        "check": {
            "id": "PATH: folder dengan rules/ dan catalog/, atau berkas di dalamnya; tanpa itu yang terpasang. "
            "Contoh: recommender check rules/living",
            "en": "PATH: a folder with rules/ and catalog/, or files in it; without one, what is installed. Example: "
            "recommender check rules/living",
        },
        "list": {
            "id": "Contoh: recommender list interventions --format json",
            "en": "Example: recommender list interventions --format json",
        },
        "show": {
            "id": "Contoh: recommender show village-public-wifi",
            "en": "Example: recommender show village-public-wifi",
        },
        "table": {
            "id": "Contoh: recommender table living -o living.csv",
            "en": "Example: recommender table living -o living.csv",
        },
        "new": {
            "id": "Tidak pernah menimpa berkas. Contoh: recommender new rule unsafe-well --dimension living --about "
            "drinking-water --into kutai",
            "en": "Never overwrites a file. Example: recommender new rule unsafe-well --dimension living --about "
            "drinking-water --into kutai",
        },
        "graph": {
            "id": "Contoh: recommender graph --intervention village-public-wifi --format svg -o wifi.svg",
            "en": "Example: recommender graph --intervention village-public-wifi --format svg -o wifi.svg",
        },
        "schema": {"id": "Contoh: recommender schema plan", "en": "Example: recommender schema plan"},
    },
    "option": {
        "by": {
            "id": "Kelompokkan menurut tingkat ini; beberapa tingkat disilangkan.",
            "en": "Group by this level; several are crossed.",
        },
        "filter": {
            "id": "Hanya desa yang cocok: class=tertinggal, district=64.01, rule=…, work=…; nilai dipisah koma.",
            "en": "Only villages that fit: class=tertinggal, district=64.01, rule=…, work=…; values parted by commas.",
        },
        "boundaries": {
            "id": "GeoJSON batas wilayah, untuk peta pada halaman (--format html).",
            "en": "GeoJSON of boundaries, for a map on the page (--format html).",
        },
        "data-year": {
            "id": "Hanya desa yang datanya dari tahun ini.",
            "en": "Only villages whose data are of this year.",
        },
        "against": {
            "id": "Bandingkan dengan rencana di bawah kebijakan ini: berkas YAML, atau dokumen rencana lain.",
            "en": "Compare with the plans under this policy: a YAML file, or another plan document.",
        },
        "scenarios": {
            "id": "Seberapa kokoh rencana dalam skenario berkas YAML ini (biaya, uang, jawaban).",
            "en": "How firm the plans are over the scenarios of this YAML file (costs, money, answers).",
        },
        "last-plan": {
            "id": "Rencana tahun lalu (JSON) beserta keputusannya: yang selesai, naik, hilang.",
            "en": "Last year's plans (JSON) with their decisions: what was done, rose, is gone.",
        },
        "set": {
            "id": "Indikator (nilai terbit), fakta, atau parameter katalog; unknown = tidak diketahui (boleh diulang).",
            "en": "An indicator (published value), a fact, or a parameter of the catalog; unknown takes it away (may "
            "be repeated).",
        },
        "then-budget": {
            "id": "Uang dari sumber ini setahun, atau untuk satu tahun saja; sumber lain tetap (boleh diulang).",
            "en": "Money of this source a year, or in this year alone; other sources stay (may be repeated).",
        },
        "then-budget-file": {"id": "Berkas anggaran untuk rencana kedua.", "en": "Another budget file."},
        "then-years": {"id": "Lamanya rencana kedua.", "en": "Years of the second plan."},
        "then-pin": {"id": "Dalam rencana kedua, kegiatan ini wajib masuk.", "en": "A work that must then be in."},
        "then-ban": {
            "id": "Dalam rencana kedua, kegiatan ini tidak boleh masuk.",
            "en": "A work that must then not be in.",
        },
        "then-allow": {
            "id": "Dalam rencana kedua, kegiatan yang dikeluarkan atau ditolak ini boleh masuk.",
            "en": "A work that was banned or rejected and may then be in.",
        },
        "then-done": {
            "id": "Dalam rencana kedua, kegiatan ini dianggap sudah ada.",
            "en": "A work that counts as already there.",
        },
        "then-own-means": {"id": "Rencana kedua tanpa usulan.", "en": "Then without proposals."},
        "then-with-proposals": {"id": "Rencana kedua dengan usulan.", "en": "Then with proposals."},
        "then-measured-only": {"id": "Rencana kedua tanpa anggapan.", "en": "Then without assumptions."},
        "then-with-assumptions": {"id": "Rencana kedua dengan anggapan.", "en": "Then with assumptions."},
        "then-knowledge": {"id": "Rencana kedua dengan basis pengetahuan ini.", "en": "Then with this knowledge base."},
        "then-overlay": {
            "id": "Rencana kedua dengan lapisan ini di atas pengetahuan (boleh diulang).",
            "en": "Then with this folder laid over the knowledge (may be repeated).",
        },
        "top": {
            "id": "Banyaknya pertanyaan dengan --ask (bawaan 10).",
            "en": "How many questions with --ask (default 10).",
        },
        "framework": {"id": "Indeks yang nilainya diminta.", "en": "The index whose values are asked for."},
        "rows": {"id": "Tabel kosong untuk sekian desa.", "en": "An empty table for so many villages."},
        "solve-method": {
            "id": "exact: dipastikan yang terbaik; fast: cepat, tanpa kepastian.",
            "en": "exact: the best with proof; fast: quick, without proof.",
        },
        "help": {"id": "Tampilkan bantuan ini.", "en": "Show this help."},
        "version": {"id": "Tampilkan versi.", "en": "Show the version."},
        "lang": {"id": "Bahasa: id (bawaan) atau en.", "en": "Language: id (default) or en."},
        "format": {"id": "Bentuk keluaran.", "en": "Form of the output."},
        "output": {
            "id": "Tulis ke berkas ini, utuh atau tidak sama sekali.",
            "en": "Write to this file, whole or not at all.",
        },
        "force": {"id": "Timpa berkas keluaran yang sudah ada.", "en": "Replace an output file that exists."},
        "knowledge": {
            "id": "Folder dengan rules/ dan catalog/ sebagai ganti yang terpasang.",
            "en": "A folder with rules/ and catalog/ instead of the installed one.",
        },
        "village": {
            "id": "Hanya desa ini, menurut kode atau nama (boleh diulang).",
            "en": "Only this village, by code or name (may be repeated).",
        },
        "one-village": {"id": "Desa ini, menurut kode atau nama.", "en": "This village, by code or name."},
        "year": {"id": "Tahun data (bawaan: yang terbaru).", "en": "Year of the data (default: the newest)."},
        "start-year": {
            "id": "Tahun pertama rencana (bawaan: tahun depan).",
            "en": "First year of the plan (default: next calendar year).",
        },
        "years": {"id": "Lamanya rencana dalam tahun.", "en": "Years of the plan."},
        "budget": {
            "id": "Uang setahun, mis. 330jt atau village-allocation=150jt (boleh diulang; tanpa nama sumber: Dana "
            "Desa).",
            "en": "Money of a year, as 330jt or village-allocation=150jt (may be repeated; without a source: the "
            "village fund).",
        },
        "objective": {
            "id": "smart: kebutuhan enam dimensi (bawaan); index: indeks resmi.",
            "en": "smart: needs of the six dimensions (default); index: the official index.",
        },
        "joint": {
            "id": "Uang pihak lain setahun yang dibagi desa-desa satu kabupaten, misalnya district-budget=5miliar "
            "(boleh diulang).",
            "en": "Others' money a year that the villages of a district share, as district-budget=5miliar (may be "
            "repeated).",
        },
        "joint-floor": {
            "id": "Uang bersama yang sedikitnya didapat setiap desa dalam semua tahun.",
            "en": "Joint money that each village gets at least over all years.",
        },
        "joint-more": {
            "id": "Tambahan setahun yang akibatnya diceritakan (bawaan: 1miliar; 0: tidak).",
            "en": "A further amount a year whose effect is told (default: 1miliar; 0: not).",
        },
        "pin": {
            "id": "Kegiatan yang harus masuk, bila perlu dengan alasannya (boleh diulang).",
            "en": "A work that must be in, with the reason if you like (may be repeated).",
        },
        "ban": {
            "id": "Kegiatan yang tidak boleh masuk, bila perlu dengan alasannya (boleh diulang).",
            "en": "A work that must not be in, with the reason if you like (may be repeated).",
        },
        "branches": {
            "id": "Rencana lain menurut jawaban yang belum diketahui: auto hanya untuk satu desa.",
            "en": "Branches of the plan by answers that are open: auto for a single village only.",
        },
        "own-means": {"id": "Tanpa usulan kepada pihak lain.", "en": "Without proposals to others."},
        "measured-only": {
            "id": "Tanpa anggapan: hanya yang terukur.",
            "en": "Without assumptions: only what is measured.",
        },
        "method": {"id": "Cara mencari rencana.", "en": "How the plan is searched."},
        "budget-file": {
            "id": "Berkas YAML: sumber, tahun, alokasi wajib, cadangan (docs/budget-file.md).",
            "en": "YAML file: sources, years, earmarks, reserve (docs/budget-file.md).",
        },
        "existing": {
            "id": "Kegiatan rutin yang tetap berjalan: berkas YAML, atau typical untuk daftar lazim dari katalog.",
            "en": "Programmes that go on anyway: a YAML file, or typical for the catalog's usual list.",
        },
        "money-rules": {
            "id": "Aturan dana desa tahun ini, atau none (bawaan: yang terbaru sampai tahun pertama rencana).",
            "en": "Rules of village money of this year, or none (default: the newest up to the plan's first year).",
        },
        "prices": {
            "id": "level: harga terakhir yang diketahui dan biaya kabupaten (bawaan); nominal: seperti tertulis.",
            "en": "level: the last known price level and the district's costs (default); nominal: as they were read.",
        },
        "reserve-from": {
            "id": "Rencana sebelumnya (JSON) dengan keputusan: selesai, berjalan, ditolak.",
            "en": "The plan before this one (JSON) with decisions: done, under way, rejected.",
        },
        "target": {
            "id": "Rencana termurah yang mencapai status ini, misalnya maju.",
            "en": "The cheapest plan that reaches this class, such as maju.",
        },
        "target-dimension": {
            "id": "Rencana termurah yang mencapai skor dimensi ini, misalnya economy=0.6.",
            "en": "The cheapest plan that reaches this dimension score, such as economy=0.6.",
        },
        "engine": {"id": "Mesin aturan; hasilnya sama.", "en": "Rule engine; equal results."},
        "code-scheme": {"id": "Skema kode tanpa titik.", "en": "Scheme of codes without dots."},
        "ask": {"id": "Hanya pertanyaan yang paling menentukan.", "en": "Only the questions that matter most."},
        "intervention": {
            "id": "Hanya kegiatan ini dan semua prasyaratnya.",
            "en": "Only this work and all its prerequisites.",
        },
        "kind": {
            "id": "Jenis isi, bila namanya dipakai beberapa kali.",
            "en": "Kind of entry, where a name is used more than once.",
        },
        "explain-code": {
            "id": "Jelaskan arti sebuah kode masalah, mengapa penting, dan perbaikannya.",
            "en": "Say what a code of a problem means, why it matters, how to mend it.",
        },
        "suggest": {
            "id": "Tulis contoh batas yang belum ada pada aturan ini, siap ditempel (boleh diulang).",
            "en": "Write the boundary examples that this rule lacks, ready to paste (may be repeated).",
        },
        "missing-examples": {
            "id": "Tulis contoh batas yang belum ada pada setiap aturan.",
            "en": "Write the boundary examples that each rule lacks.",
        },
        "strict": {
            "id": "untuk rilis: peringatan juga dihitung dalam kode keluar",
            "en": "for a release: warnings count in the exit code too",
        },
        "coverage": {
            "id": "Tunjukkan perbandingan mana yang pernah benar, salah, dan belum dapat ditentukan dalam contoh.",
            "en": "Show which comparisons the examples make true, false and undetermined.",
        },
        "overlay": {
            "id": "Folder lapisan di atas basis pengetahuan: harga, ambang, aturan setempat (boleh diulang, "
            "berurutan).",
            "en": "A folder laid over the knowledge: local prices, thresholds, rules (may be repeated, in order).",
        },
        "dimension": {"id": "Hanya dari dimensi ini.", "en": "Only of this dimension."},
        "about": {
            "id": "Hanya aturan tentang indikator ini (atau self, none).",
            "en": "Only rules about this indicator.",
        },
        "calls": {"id": "Hanya aturan yang menyarankan kegiatan ini.", "en": "Only rules that call this intervention."},
        "new-dimension": {
            "id": "Dimensi: folder tempat berkas ditulis (bawaan: dimensi indikator --about).",
            "en": "The dimension, which is the folder of the file (default: that of --about).",
        },
        "new-about": {
            "id": "Indikator yang dinilai; contoh dihitung dari tingkat-tingkatnya.",
            "en": "The indicator judged; the examples are computed from its ladder.",
        },
        "into": {
            "id": "Folder pengetahuan atau lapisan tempat berkas ditulis.",
            "en": "The knowledge folder or overlay to write into.",
        },
    },
}
