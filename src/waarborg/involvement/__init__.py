"""Ways of involving the bodies, simulated and compared; never recommended."""
