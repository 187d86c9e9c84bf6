"""Record values in, bytes out: letters, reports, bundles, feeds."""
