"""What stands above and below the table of every page: the village, and what the page was made from."""

from __future__ import annotations

from recommender.model.plan import Plan
from recommender.outputs.words import Words
from recommender.pipeline.documents import program_version

_SHOWN = 12  # characters of a hash


def head(plan: Plan, words: Words) -> tuple[tuple[str, str], ...]:
    """Return the village, and where it lies, as two rows of two."""
    village = plan.village
    name = (village.name or words.say("nameless")).upper()
    return (
        (words.say("head.village", name=name, code=village.code), words.say("head.district", name=village.district)),
        (
            words.say("head.subdistrict", name=village.subdistrict),
            words.say("head.province", name=village.province),
        ),
    )


def made_by(plan: Plan, words: Words) -> str:
    """Return the program, knowledge and data that a page comes from."""
    framework = words.kb.frameworks.get(plan.data.framework or "")
    label = framework.label if framework else plan.data.framework
    data = words.say("note.data", framework=label, year=plan.data.year) if label else words.say("note.no-data")
    return words.say(
        "note.made-by",
        version=program_version(),
        knowledge=words.kb.about.version,
        sha256=words.kb.sha256[:_SHOWN],
        data=data,
    )
