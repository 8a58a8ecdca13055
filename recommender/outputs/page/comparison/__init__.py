"""A comparison as one page: each question with what is seen, a picture, every row, and what must be said beside it."""
