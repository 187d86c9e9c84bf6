"""Pages for people: views of a few lines, Jinja2 templates, CSS; every page works without JavaScript."""
