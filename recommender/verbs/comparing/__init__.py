"""Many plans side by side: groups of villages, tables that answer an analyst's questions in order, tidy tables."""
