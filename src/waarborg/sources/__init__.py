"""Opening files and fetching, with limits and guards, once; the meaning of what is read lies above."""
