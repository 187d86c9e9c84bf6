"""One module a page: fetch what the page shows, render it."""
