"""What is asked, as data: YAML catalogues of norms, safeguards, impact and procedure, with typed loaders."""
