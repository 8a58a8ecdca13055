"""What is made once for each knowledge base: once, for its own base alone, and gone with it."""

from __future__ import annotations

import gc
import weakref

from support_knowledge import knowledge

from recommender.knowledge import compiled
from recommender.knowledge.compiled import compiles_like, once_per_base
from recommender.model.knowledge import KnowledgeBase
from recommender.pipeline.matching.matcher import compile_rules
from recommender.villages.framework_names import framework_names

CALLS: list[tuple[str, int]] = []


@once_per_base
def numbered(kb: KnowledgeBase, number: int) -> list[int]:
    CALLS.append((kb.sha256, number))
    return [number]


def copy_of(kb: KnowledgeBase, sha256: str) -> KnowledgeBase:
    return kb.model_copy(update={"sha256": sha256})


def test_an_answer_is_made_once_for_each_base_and_arguments(kb):
    other = copy_of(kb, "other")
    CALLS.clear()
    assert numbered(kb, 1) is numbered(kb, 1)
    assert numbered(kb, 2) == [2]
    assert numbered(other, 1) is not numbered(kb, 1)
    assert [(kb.sha256, 1), (kb.sha256, 2), ("other", 1)] == CALLS


def test_bases_that_compile_alike_share_what_is_made_whoever_comes_first(kb):
    base = copy_of(kb, "base")
    one, other = copy_of(base, "one"), copy_of(base, "other")
    compiles_like(one, base)
    compiles_like(other, one)
    assert numbered(other, 3) is numbered(base, 3) is numbered(one, 3)


def test_a_changed_base_outlives_the_one_that_it_compiles_like(kb):
    base = copy_of(kb, "base")
    changed = copy_of(base, "changed")
    compiles_like(changed, base)
    numbered(changed, 4)
    del base
    gc.collect()
    assert numbered(changed, 4) == [4]


def test_what_is_made_goes_with_its_base(tmp_path):
    kept = len(compiled._kept), len(compiled._like)
    base = knowledge(tmp_path)
    changed = copy_of(base, "changed")
    compiles_like(changed, base)
    compile_rules(base, 2024)
    framework_names(base)
    assert len(compiled._kept) == kept[0] + 1
    gone = weakref.ref(base), weakref.ref(changed)
    del base, changed
    gc.collect()
    assert [found() for found in gone] == [None, None]
    assert (len(compiled._kept), len(compiled._like)) == kept
