"""What pages read: one module a page, a fixed number of queries each."""
