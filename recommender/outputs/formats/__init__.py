"""The formats of results, a file each: its name is what `--format` takes, `FORMAT` in it says what the format writes.

The folder is the register (`outputs.registry` reads it): a new format is a new file here, and nothing else.
"""
