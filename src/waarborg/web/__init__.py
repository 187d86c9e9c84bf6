"""Pages and API: views of a few lines over the workbench."""
