"""Who may see and do what: one table, asked by services and by queries alike."""
