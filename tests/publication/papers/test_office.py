"""An office program opens the DOCX and gives its text back."""

import shutil
import subprocess
from pathlib import Path

import pytest

from waarborg.publication.papers import note_paper, write_docx

from .papers import NOTE, demo_case, needs_forms, squeezed

OFFICE = shutil.which("soffice")


@needs_forms
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not on this machine")
def test_libreoffice_gives_every_text_of_the_note_back(tmp_path: Path) -> None:
    paper = note_paper(demo_case(), NOTE)
    write_docx(paper, tmp_path / "nota.docx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    told = ("--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path))
    subprocess.run(
        [str(OFFICE), profile, *told, str(tmp_path / "nota.docx")],
        check=True,
        capture_output=True,
        timeout=120,
    )
    whole = squeezed((tmp_path / "nota.txt").read_text("utf-8-sig"))
    assert all(squeezed(text) in whole for text in paper.texts())
