"""The report of a measured log: one page, its figures drawn and in tables, in Dutch or English."""
