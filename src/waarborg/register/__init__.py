"""What systems exist: registers of any known format read into entries, with findings on their quality."""
