"""The second reader: a small linear model that reads beside the rules, and shows the words it goes by.

It weighs pieces of four letters and the marks of the rules; what it may answer and how sure it must be stands
in ``answers.yaml`` and ``statements.yaml``, what it learned in ``learned``, a file a language
(``make train``). Why: ``docs/adr/0017`` and ``0018``.
"""

from waarborg.assessment.second_reader.readers import read, second_reader, silent, statement_reader
from waarborg.assessment.second_reader.reading import Reading, SecondReader
from waarborg.assessment.second_reader.sentences import told

__all__ = ["Reading", "SecondReader", "read", "second_reader", "silent", "statement_reader", "told"]
