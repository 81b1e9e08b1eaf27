"""Guided ways of making the next act: content files, and the pure machine that walks them."""
