"""Findings from rules: one meaning (`recommender.conditions`), several engines that agree with it by test."""

from recommender.matching.matcher import Matcher, available_engines, compile_rules

__all__ = ["Matcher", "available_engines", "compile_rules"]
