"""Every problem of the catalog by its key; loaded when the first problem is made."""

from __future__ import annotations

from typing import Any

from recommender.language.catalog import (
    author_problems,
    boundary_problems,
    budget_problems,
    comparing_problems,
    contrast_problems,
    data_file_problems,
    data_problems,
    document_problems,
    joint_problems,
    knowledge_file_problems,
    likeness_problems,
    measure_problems,
    noun_problems,
    option_problems,
    overlay_problems,
    problem_file_problems,
    reference_problems,
    rule_problems,
    score_problems,
    threshold_problems,
    verify_problems,
    work_problems,
)
from recommender.language.wording import Key

_FILES = (
    joint_problems,
    option_problems,
    budget_problems,
    problem_file_problems,
    document_problems,
    data_file_problems,
    data_problems,
    score_problems,
    verify_problems,
    comparing_problems,
    boundary_problems,
    contrast_problems,
    knowledge_file_problems,
    overlay_problems,
    reference_problems,
    noun_problems,
    measure_problems,
    rule_problems,
    work_problems,
    likeness_problems,
    threshold_problems,
    author_problems,
)
PROBLEMS: dict[Key, dict[str, Any]] = {key: entry for file in _FILES for key, entry in file.PROBLEMS.items()}
