"""A comparison -> its workbook: a summary and charts first, a sheet a question, the villages, what columns mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from recommender.language.wording import Key
from recommender.model.frames import Column
from recommender.outputs.pictures.palette import LEFT_OUT_TINT, LINE, OWN, TREND, series
from recommender.outputs.registry import Compared
from recommender.outputs.sections.answer_sentences import answer_sentence
from recommender.outputs.sections.cells import meaning, title
from recommender.outputs.workbook import compared_pages as made
from recommender.outputs.workbook.compared_columns import page_column, short_list, value_of, wide_enough
from recommender.outputs.workbook.pages import Chart, ChartPage, Line, Lines, Page, PageColumn
from recommender.outputs.workbook.writing import millions, write_workbook
from recommender.verbs.comparing.contrast import Contrast

_WIDE = 10  # columns
_CLASS_BARS = 20  # groups that have a bar each; of more the sums are drawn
_PROBLEM_BARS = 8
_ASKED = ("groups_served", "cost", "singly")
_KNOWN = ("villages", "with_class", "of_last_year", "doubtful_villages")
_VILLAGES = ("village_code", "village", "subdistrict", "district", "data_year", "index", "class", "steps")
_VILLAGES_MONEY = ("own_money", "others_money")


def make_comparison(compared: Compared) -> bytes:
    """Return the workbook of a comparison: the same comparison, the same bytes."""
    words = compared.words
    return write_workbook(
        comparison_pages(compared),
        title=made.compared_what(compared),
        date=words.kb.about.date,
        lang=words.lang,
        page_words=words.say("sheet.page", page="{page}", count="{count}"),
    )


def comparison_pages(compared: Compared) -> list[Page | ChartPage]:
    """Return the workbook's pages in their order."""
    answers = {name: list(_answer(compared, name)) for name in compared.found.answers}
    tables = [page for pages in answers.values() for page in pages]
    sheets = {name: pages[0].name for name, pages in answers.items() if pages}
    charts = _charts(compared, {page.name: page for page in tables})
    tables += _details(compared)
    others = [_villages(compared), _dictionary(compared, sheets)]
    return [_summary(compared, sheets), *([charts] if charts.charts else []), *tables, *others]


def _answer(compared: Compared, name: str) -> Iterator[Page]:
    """Yield the sheets of a table; one that has no sheet of its own stands as it is."""
    if name in _PAGES:
        for make in _PAGES[name]:
            yield make(compared)
        if name in _BY_GROUP:
            yield from made.by_group(compared, name, _BY_GROUP[name])
    else:
        frame = compared.found.answers[name]
        # What names villages in a wide table has no room on paper; it stands row by row in the sheets of details.
        codes = [column.name for column in frame.columns if column.kind == "codes"]
        yield made.flat(compared, name, "", skipped=codes if len(frame.columns) > _WIDE else ())


def _details(compared: Compared) -> list[Page]:
    """Return the sheets with a row an observation of a contrast; a comparison has the villages alone."""
    found = compared.found
    return [made.flat(compared, name, "") for name in found.details] if isinstance(found, Contrast) else []


_PAGES: Mapping[str, Sequence[Callable[[Compared], Page]]] = {
    "known": (lambda c: made.flat(c, "known", "compared.sheet.known", sums=_KNOWN),),
    "classes": (
        lambda c: made.crossed(
            c,
            "classes",
            "compared.sheet.classes",
            slug="class_of",
            counted="villages",
            over="compared.villages-by-class",
        ),
    ),
    "dimensions": (lambda c: made.flat(c, "dimensions", "compared.sheet.dimensions"),),
    "peers": (lambda c: made.flat(c, "peers", "compared.sheet.peers"),),
    "problems": (lambda c: made.shares(c, "problems", "compared.sheet.problems", "rule"),),
    "states": (lambda c: made.shares(c, "states", "compared.sheet.states", "rule"),),
    "first": (lambda c: made.shares(c, "first", "compared.sheet.first", "work"),),
    "money": (
        made.money_years,
        lambda c: made.flat(c, "money", "compared.sheet.money", skipped=("existing", "running")),
    ),
    "binding": (lambda c: made.flat(c, "binding", "compared.sheet.binding"),),
    "asked": (
        lambda c: made.flat(c, "asked", "compared.sheet.asked", sums=_ASKED, skipped=("village_codes",)),
        lambda c: _asked_villages(c),  # stands below
    ),
    "unmet": (made.unmet,),
    "transitions": (
        lambda c: made.crossed(
            c,
            "transitions",
            "compared.sheet.transitions",
            slug="class_then",
            counted="expected_villages",
            over="compared.expected-classes",
            before=("framework_of", "class_now", "year"),
        ),
    ),
    "outlook_lines": (lambda c: made.flat(c, "outlook_lines", "compared.sheet.outlook"),),
    "gains": (made.gains,),
}


_BY_GROUP: Mapping[str, Key] = {
    "problems": "compared.sheet.problems-groups",
    "first": "compared.sheet.first-groups",
}


# Sheets beside those of the questions


def _summary(compared: Compared, sheets: Mapping[str, str]) -> Page:
    """Return the first sheet: what is compared, each question with its answer and where the rest stands."""
    found, words = compared.found, compared.words
    columns = (
        PageColumn(words.say("compared.question"), 34),
        PageColumn(words.say("compared.answer"), 84),
        PageColumn(words.say("compared.sheet"), 18),
    )
    lines = [
        Line((words.term("frame", name), answer_sentence(found, name, words) or words.say("compared.nothing"), sheet))
        for name, sheet in sheets.items()
    ]
    return Page(
        name=words.say("compared.sheet.summary"),
        titles=(made.compared_what(compared),),
        head=(),
        columns=columns,
        body=Lines(tuple(lines)),
        empty=words.say("compared.nothing"),
        notes=(*(note.in_language(words.lang) for note in found.notes), made.source(compared)),
        lead=tuple(told.in_language(words.lang) for told in found.told) if isinstance(found, Contrast) else (),
    )


def _charts(compared: Compared, pages: Mapping[str, Page]) -> ChartPage:
    """Return the charts of classes, problems and money, of what there is."""
    words = compared.words
    charts = []
    classes = pages.get(words.say("compared.sheet.classes"))
    if classes is not None:
        places = [place for place, column in enumerate(classes.columns) if column.summed]
        names = next((n for n, column in enumerate(classes.columns) if column.kind == "text"), 0)
        many = len(classes.body.parts) > _CLASS_BARS or "class" in compared.found.scope.grouping.by
        charts.append(
            Chart(
                words.say("compared.villages-by-class" if many else "compared.chart.classes"),
                classes.name,
                (names, places[0] - 1),
                tuple(places),
                tuple(
                    LEFT_OUT_TINT if classes.columns[place].title == words.say("compare-unknown") else series(number)
                    for number, place in enumerate(places)
                ),
                _CLASS_BARS,
                sums=many,
                shares=not many,
            )
        )
    problems = pages.get(words.say("compared.sheet.problems"))
    if problems is not None:
        place = next(n for n, column in enumerate(problems.columns) if column.kind == "number")
        charts.append(
            Chart(words.say("compared.chart.problems"), problems.name, (0, 0), (place,), (OWN,), _PROBLEM_BARS)
        )
    money = pages.get(words.say("compared.sheet.money-years"))
    if money is not None:
        sources = len(set(compared.found.overall["money"]["source"]))
        charts.append(
            Chart(
                words.say("compared.chart.money"),
                money.name,
                (0, 1 if sources > 1 else 0),
                (4, 5, 6),
                (OWN, TREND, LINE),
                len(money.body.parts),
                upright=True,
                digits=millions(words.lang),
            )
        )
    return ChartPage(
        words.say("compared.sheet.charts"),
        words.say("compared.title.charts"),
        tuple(charts),
        (made.compared_what(compared), made.source(compared)),
    )


def _asked_villages(compared: Compared) -> Page:
    """Return what is asked of whom, a row a village that plans it."""
    found, words = compared.found, compared.words
    frame = found.answers["asked"]
    names = {plan.village.code: plan.village for plan in found.scope.plans}
    told = ("addressee", "work", "year", "shared_group")
    columns = [
        *(page_column(frame.column(name), words) for name in told),
        *(
            PageColumn(words.term("column-title", name), width)
            for name, width in (("subdistrict", 18), ("village", 20))
        ),
        PageColumn(words.term("column-title", "village_code"), 13, "code"),
    ]
    lines = []
    for row in frame.records():
        first = [value_of(row[name], frame.column(name), words) for name in told]
        for code in row["village_codes"]:
            lines.append(Line((*first, names[code].subdistrict, names[code].name, code)))
    return Page(
        name=words.say("compared.sheet.asked-villages"),
        titles=(words.say("compared.title.asked-villages"),),
        head=(),
        columns=tuple(columns),
        body=Lines(tuple(lines)),
        empty=words.say("compared.nothing"),
        notes=(made.source(compared),),
        lead=(made.compared_what(compared),),
        filters=True,
    )


def _villages(compared: Compared) -> Page:
    """Return the villages that are compared, a row each."""
    words, frame = compared.words, compared.found.tidy["villages"]
    names = (*_VILLAGES, *_VILLAGES_MONEY)
    columns = [page_column(frame.column(name), words, summed=name in _VILLAGES_MONEY[:1]) for name in names]
    lines = [Line(tuple(value_of(row[name], frame.column(name), words) for name in names)) for row in frame.records()]
    return Page(
        name=words.say("compared.sheet.villages"),
        titles=(words.say("compared.title.villages"),),
        head=(),
        columns=wide_enough(columns),
        body=Lines(tuple(lines), total=words.say("compared.sum-all")),
        empty=words.say("compared.nothing"),
        notes=(made.source(compared),),
        lead=(made.compared_what(compared),),
        filters=True,
    )


def _dictionary(compared: Compared, sheets: Mapping[str, str]) -> Page:
    """Return what each column of the sheets means, in the order in which a reader meets it, and where it stands."""
    found, words = compared.found, compared.words
    stands: dict[str, list[str]] = {}
    columns: dict[str, Column] = {}
    frames = [(sheets[name], found.answers[name]) for name in sheets]
    for sheet, frame in [*frames, (words.say("compared.sheet.villages"), found.tidy["villages"])]:
        for column in frame.columns:
            columns.setdefault(column.name, column)
            stands.setdefault(column.name, []).append(sheet)
    lines = [
        Line((title(column, words), meaning(column, words), name, short_list(stands[name], words)))
        for name, column in columns.items()
    ]
    return Page(
        name=words.say("compared.sheet.columns"),
        titles=(words.say("compared.title.columns"),),
        head=(),
        columns=(
            PageColumn(words.say("compared.column"), 26),
            PageColumn(words.say("compared.meaning"), 60),
            PageColumn(words.say("compared.column-name"), 22),
            PageColumn(words.say("compared.stands-on"), 32),
        ),
        body=Lines(tuple(lines)),
        empty=words.say("compared.nothing"),
        notes=(made.source(compared),),
        filters=True,
    )
