"""What a decision log shows: indicators with counts, intervals and caveats; never a person."""
