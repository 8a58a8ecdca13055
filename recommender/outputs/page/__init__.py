"""A plan as one HTML page that needs nothing else, and the index page of many plans (docs/page.md)."""
