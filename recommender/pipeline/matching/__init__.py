"""Findings from rules: one meaning (`recommender.knowledge.conditions`), several engines that agree with it by test."""
