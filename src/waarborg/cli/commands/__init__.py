"""One module per command; its click command is called ``command``."""
