"""Results -> the plan document, and its JSON: fixed key order, sorted lists, no NaN, same input same bytes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from recommender.model import shown
from recommender.model.joint_money import JointPlan
from recommender.model.knowledge import KnowledgeBase
from recommender.model.plan import SCHEMA_VERSION, KnowledgeInfo, OverlayInfo, Plan, PlanDocument, ProgramInfo
from recommender.model.village import Village
from recommender.pipeline.matching.matcher import available_engines
from recommender.request.options import Options
from recommender.request.request import Request, make_request

NAME = "recommender"
# Characters that could act on a terminal or turn a line round are written as escapes: for a program the same text.
_HARMFUL = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Result:
    """A plan with the village, the options and the knowledge that it was made from; `joint` is its district's money."""

    village: Village
    plan: Plan
    request: Request
    kb: KnowledgeBase
    joint: JointPlan | None = None

    def __repr__(self) -> str:
        name = f"{self.plan.village.code} {self.plan.village.name}".strip()
        return shown.short("Result", name, self.plan.status, f"{len(self.plan.steps)} steps")

    def _repr_html_(self) -> str:
        """Return the plan as a small table, for a notebook."""
        return self.plan._repr_html_()

    @property
    def document(self) -> PlanDocument:
        """The plan as a document of its own."""
        return document([self], self.kb, self.request.options)

    def to_json(self) -> str:
        """Return the plan as a document in JSON."""
        return to_json(self.document)


def program_version() -> str:
    """Return the installed version, or `0` where the package runs without being installed."""
    try:
        return version(NAME)
    except PackageNotFoundError:
        return "0"


def document(results: Iterable[Result], kb: KnowledgeBase, options: Options) -> PlanDocument:
    """Return one document of all plans, sorted by village code."""
    engine = available_engines()[0] if options.engine == "auto" else options.engine
    ordered = sorted(results, key=lambda result: result.village.key)
    request = ordered[0].request if ordered else make_request(options, kb)
    return PlanDocument(
        schema_version=SCHEMA_VERSION,
        engine=ProgramInfo(name=NAME, version=program_version()),
        knowledge=_knowledge(kb),
        options=request.stated(engine),
        plans=[result.plan for result in ordered],
        joint=[
            joint for _, joint in sorted({r.joint.district: r.joint for r in ordered if r.joint is not None}.items())
        ],
    )


def _knowledge(kb: KnowledgeBase) -> KnowledgeInfo:
    overlays = [OverlayInfo(name=one.name, sha256=one.sha256, changed=one.changed) for one in kb.overlays]
    return KnowledgeInfo(version=kb.about.version, sha256=kb.sha256, overlays=overlays)


def to_json(plan_document: PlanDocument, indent: int | None = 1) -> str:
    """Return the document as JSON that ends in a newline, on one line where `indent` is None."""
    text = plan_document.model_dump_json(by_alias=True, indent=indent)
    return harmless(text) + "\n"


def harmless(json_text: str) -> str:
    """Return the JSON text with characters that could act on a terminal escaped."""
    # Outside of strings JSON holds none of these characters, so each stands where an escape is allowed.
    return _HARMFUL.sub(lambda match: f"\\u{ord(match[0]):04x}", json_text)


def read_document(text: str) -> PlanDocument:
    """Return the document of a JSON text.

    Raises
    ------
    ValueError
        If it is no JSON, or no plan document of a schema version that this program reads (pydantic's error).
    """
    return PlanDocument.model_validate(json.loads(text))
