"""SRU records of the official publications: each a paper with its dossier, number, kind and day."""

from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

from attrs import define, field

from waarborg.procedure.opendata.reading import OpenData, day
from waarborg.values.case import CasePaper, Moment
from waarborg.values.finding import UnusableInput, Where


def read_sru(content: bytes, file: Path) -> OpenData:
    """Read the records of one answer; prefixes of namespaces play no part.

    Raises:
        UnusableInput: ``opendata_xml_malformed`` with the line; ``opendata_doctype`` where the file declares
            entities, a known way to blow up a reader.
    """
    papers = tuple(_paper(fields, file) for fields in _records(content, file))
    return OpenData(format="sru", papers=papers)


def _paper(fields: dict[str, str], file: Path) -> CasePaper:
    identifier = fields.get("identifier", "?")
    return CasePaper(
        id=identifier,
        letter=fields.get("ondernummer"),
        kind=fields.get("subrubriek", "unknown").lower().replace(" ", "_"),
        title=fields.get("documenttitel") or fields.get("title"),
        when=Moment(on=day(fields.get("issued") or fields.get("date"))),
        author=fields.get("creator"),
        sources=tuple(source for source in (fields.get("preferredUrl"), file.name) if source),
        other={"dossier": fields.get("dossiernummer"), "session": fields.get("vergaderjaar")},
    )


@define
class _Reader:
    """Keeps the fields of the record that is open; the first value of a field counts."""

    file: Path
    done: list[dict[str, str]] = field(factory=list)
    fields: dict[str, str] | None = None
    words: list[str] = field(factory=list)

    def start(self, name: str, _: dict[str, str]) -> None:
        self.words = []
        if _local(name) == "recordData":
            self.fields = {}

    def said(self, words: str) -> None:
        self.words.append(words)

    def end(self, name: str) -> None:
        value = "".join(self.words).strip()
        if self.fields is not None and value:
            self.fields.setdefault(_local(name), value)
        if _local(name) == "recordData" and self.fields is not None:
            self.done.append(self.fields)
            self.fields = None
        self.words = []

    def doctype(self, *_: object) -> None:
        raise UnusableInput("opendata_doctype", Where(file=str(self.file)))


def _records(content: bytes, file: Path) -> Iterator[dict[str, str]]:
    reader, parser = _Reader(file), expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = reader.said
    parser.StartDoctypeDeclHandler = reader.doctype
    try:
        parser.Parse(content, True)  # noqa: FBT003  expat's signature
    except expat.ExpatError as error:
        raise UnusableInput("opendata_xml_malformed", Where(file=str(file), line=error.lineno)) from None
    yield from reader.done


def _local(name: str) -> str:
    return name.rsplit(":", 1)[-1]
