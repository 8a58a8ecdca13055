"""What the tests of pages share: hostile names, a plan and a knowledge base full of one, a reader of HTML."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

import report_samples as samples
from test_reports_plan import HOSTILE

from recommender.model.knowledge import KnowledgeBase
from recommender.model.nouns import Text
from recommender.model.plan import PlanDocument

PWN = "window.pwned=1"
HOSTILE_MARKUP = [
    *HOSTILE,
    f"</title><script>{PWN}</script>",
    f"</style><img src=x onerror={PWN}>",
    f"</svg><svg onload={PWN}>",
    f"<svg/onload={PWN}>",
    f"' onmouseover='{PWN}' autofocus onfocus='{PWN}",
    f"javascript:{PWN}",
    "<base href=//example.invalid><meta http-equiv=refresh content='0;url=//example.invalid'>",
    "<link rel=stylesheet href=//example.invalid/x.css>",
    "../../../etc/passwd",
    "..\\..\\index",
    "]]><x/><!--",
    "{% for x in ().__class__.__base__.__subclasses__() %}{{ x }}{% endfor %}",
    "&lt;b&gt; &amp; &#x3c;script&#x3e;",
    "$x$ #eval",
    "\uffff\ufffe\u2067x",
    "",
]


def hostile_document(name: str) -> PlanDocument:
    """Return a document whose every text from outside is the name."""
    both = {"id": name, "en": name}
    plan = samples.plan(
        village={
            "code": name or "1",
            "code_scheme": "unknown",
            **dict.fromkeys(("name", "subdistrict", "district", "province"), name),
        }
    )
    for step in plan["steps"]:
        step["name"] = both
    plan["steps"][0]["cost"]["by_source"] = {name: plan["steps"][0]["cost"]["total"]}
    plan["deferred"][0] |= {"name": both, "detail": {"missing": [name], name or "key": name}}
    plan["findings"][0]["text"] = both
    plan["findings"][0]["evidence"][0] |= {"value": name, "score": None}
    plan["assumptions"][0] |= {"reason": both, "value": name}
    plan["questions"][2]["name"] = name or "bad-road"
    plan["readiness"][1]["name"] = both
    plan["data"] |= {
        "source": name,
        "problems": [{"code": "x", "where": name, "message": name, "message_id": name}],
    }
    plan["earmarks"] = [
        {"source": name, "year": 2027, "focus": [name], "at_least": 5, "at_most": None, "planned": 0, "short": 5}
    ]
    plan["met"] = [name]
    plan["carried"] = {
        "from": 2026,
        "done": [name],
        "under_way": [],
        "rejected": [{"intervention": name, "reason": name}],
        "again": [],
        "dropped": [],
        "instalments": {},
        "running": 0,
    }
    earmark = {"source": name, "focus": [name], "at_least": 5, "at_most": None, "reason": name}
    return samples.document(plan, earmarks=[earmark], pins=[name])


def hostile_knowledge(kb: KnowledgeBase, name: str) -> KnowledgeBase:
    """Return the knowledge base with the name on everything that bears one."""
    text = Text(id=name or "x", en=name or "x")

    def renamed(nouns: dict[str, Any]) -> dict[str, Any]:
        return {key: noun.model_copy(update={"name": text}) for key, noun in nouns.items()}

    idm = kb.frameworks["idm"]
    classes = tuple(one.model_copy(update={"name": text}) for one in idm.classes)
    return kb.model_copy(
        update={
            "interventions": renamed(kb.interventions),
            "indicators": renamed(kb.indicators),
            "dimensions": renamed(kb.dimensions),
            "rules": renamed(kb.rules),
            "facts": {key: fact.model_copy(update={"name": text, "question": text}) for key, fact in kb.facts.items()},
            "funding": {key: source.model_copy(update={"label": name}) for key, source in kb.funding.items()},
            "frameworks": {"idm": idm.model_copy(update={"label": name, "classes": classes})},
        }
    )


VOID = {"meta", "br", "hr", "img", "link", "input", "base", "col"}


class Page(HTMLParser):
    """A page as read: elements with their attributes, text in order, headings, and whether tags are closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.headings: list[tuple[int, str]] = []
        self.open: list[str] = []
        self.misnested: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {key: value or "" for key, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)
        if tag in ("h1", "h2", "h3", "h4"):
            self.headings.append((int(tag[1]), ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {key: value or "" for key, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.misnested.append(tag)

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.text += data
        if self.open and self.open[-1] in ("h1", "h2", "h3", "h4"):
            level, text = self.headings[-1]
            self.headings[-1] = (level, text + data)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]
