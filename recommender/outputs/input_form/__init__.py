"""The input workbook: what a village is asked to fill in, prefilled with what is known, questions that matter first."""
