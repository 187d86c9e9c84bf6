"""Figures to SVG, with the same figures in a table beside them."""
