"""The heart: the state of a safeguard, the agreement map, proposed questions."""
