"""Commands for who looks after a workbench."""
