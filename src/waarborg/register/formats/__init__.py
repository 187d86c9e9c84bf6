"""The forms in which registers are published: one module a form, found by what a file holds."""
