"""What is due and late: terms from text, calendars, life cycles, rappel, submission clocks."""
