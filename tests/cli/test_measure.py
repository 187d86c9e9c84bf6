"""``waarborg measure`` as a user runs it."""

import json
import subprocess
import sys
from pathlib import Path

from waarborg.measurement.synthetic import Planted, write_synthetic

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "measurement" / "synthetic.yaml"


def run(*arguments: object) -> "subprocess.CompletedProcess[str]":
    command = [str(Path(sys.executable).with_name("waarborg")), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_measure_gives_the_documented_json_and_a_page_that_loads_nothing(tmp_path: Path) -> None:
    log, page = tmp_path / "log.csv", tmp_path / "report.html"
    write_synthetic(Planted(rows=2_000), log)
    done = run("measure", log, "--mapping", EXAMPLE, "--json", "--html", page)
    data = json.loads(done.stdout)
    assert set(data) == {"rows", "indicators", "refused", "suppressed"}
    keys = ["id", "safeguard", "group", "value", "low", "high", "numerator", "denominator"]
    keys += ["unit", "method", "caveats"]
    assert all(list(one) == keys for one in data["indicators"])
    text = page.read_text(encoding="utf-8")
    names = {f"official {number}" for number in range(40)}
    assert not [name for name in names if name in done.stdout or name in text]
    assert "verzonnen" in text
    assert "http://" not in text.replace("http://www.w3.org/2000/svg", "")


def test_a_bad_mapping_ends_with_code_2_a_sentence_and_no_file(tmp_path: Path) -> None:
    log, mapping, page = tmp_path / "log.csv", tmp_path / "m.yaml", tmp_path / "report.html"
    log.write_text("a\n1\n", encoding="utf-8")
    mapping.write_text("kind: decisions\ncolumns: {received: b}\n", encoding="utf-8")
    done = run("--lang", "en", "measure", log, "--mapping", mapping, "--json", "--html", page)
    assert (done.returncode, done.stdout) == (2, "")
    assert "m.yaml, line 2: the column b is not in the file. The file has: a." in done.stderr
    assert not page.exists()
