"""Case files: read into a ``Case``, checked against themselves."""

from waarborg.procedure.case.check import check_case
from waarborg.procedure.case.read import CaseReading, read_case, read_case_file
from waarborg.procedure.case.write import case_text

__all__ = ["CaseReading", "case_text", "check_case", "read_case", "read_case_file"]
