"""Graphs as pictures: what stands where, and the SVG, mermaid or dot text that draws it."""
