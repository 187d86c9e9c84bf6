"""What an entry says: impact level and safeguard statements, each with its rule and the quoted words."""
