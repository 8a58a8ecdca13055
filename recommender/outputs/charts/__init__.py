"""Charts as inline SVG: rows -> Vega-Lite specifications -> pictures that fit a page's policy; and a map of its own.

Why Vega-Lite: docs/decisions/0004-charts.md.
"""
