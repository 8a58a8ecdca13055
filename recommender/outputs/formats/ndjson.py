"""ndjson: a plan document of one village on each line, written as soon as the village is planned."""

from __future__ import annotations

from collections.abc import Iterator

from recommender.outputs.registry import Format, Plans


def _plans(plans: Plans) -> Iterator[str]:
    from recommender.pipeline.documents import document, to_json

    for result in plans.results:
        yield to_json(document([result], plans.kb, plans.options), indent=None)


FORMAT = Format(plans=_plans)
