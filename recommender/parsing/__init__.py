"""Text of YAML and JSON files -> plain values with the line of every key, checked against a model.

In: bytes or text of a file that people wrote. Out: `ParsedFile`, models, problems with file and line.
Imports: language.
"""
