"""The nouns: what is known, what is measured, what is planned. Frozen; no behaviour beyond reading themselves.

In: plain values. Out: the classes that all rooms above hand to each other.
Imports: language.
"""
