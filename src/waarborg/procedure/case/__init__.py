"""Case files: read into a ``Case``, checked against themselves."""

from waarborg.procedure.case.check import check_case
from waarborg.procedure.case.read import CaseReading, read_case, read_case_file

__all__ = ["CaseReading", "check_case", "read_case", "read_case_file"]
