"""Open data of the Chambers, read from files into the values of a case file.

``read`` reads one file: OData JSON of the Tweede Kamer, SRU records of the official publications, key-data
tables of the Eerste Kamer (HTML or JSON). ``merge`` lays several over each other by number.
"""

from waarborg.procedure.opendata.merging import case_of, merge
from waarborg.procedure.opendata.opening import read
from waarborg.procedure.opendata.reading import OpenData

__all__ = ["OpenData", "case_of", "merge", "read"]
