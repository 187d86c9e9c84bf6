"""Open data of the Chambers, read from files into the values of a case file.

``read`` reads one file: OData JSON of the Tweede Kamer, SRU records of the official publications, key-data
tables of the Eerste Kamer (HTML or JSON). ``merge`` lays several over each other by number, ``case_of`` makes
a case of them; ``take`` takes them from their web address.
"""

from waarborg.procedure.opendata.fetching import Taken, take
from waarborg.procedure.opendata.gathering import case_of
from waarborg.procedure.opendata.merging import merge
from waarborg.procedure.opendata.opening import read
from waarborg.procedure.opendata.reading import OpenData

__all__ = ["OpenData", "Taken", "case_of", "merge", "read", "take"]
