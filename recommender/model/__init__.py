"""The nouns: what is known, what is measured, what is planned. Frozen; no behaviour beyond reading themselves."""
