"""The types that run through the house: frozen values, no behaviour beyond reading themselves."""
