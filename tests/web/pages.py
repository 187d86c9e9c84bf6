"""The pages of the demo, and how a test reads them."""

from html.parser import HTMLParser

SYSTEM = "/systemen/controle-op-de-uitwonendenbeurs-duo-uitwonendenbeurs/"
DOSSIER = "/dossiers/ek-cxlvii/"
PAGES = (
    "/",
    "/waarborgen/",
    "/waarborgen/?impact=+&body=gemeenteraad",
    "/waarborgen/human_intervention/",
    "/dialoog/",
    "/aanmelden/",
    "/systemen/",
    "/systemen/?impact=high&sort=name",
    "/systemen/?q=zzzz",
    SYSTEM,
    "/dossiers/",
    DOSSIER,
    "/toezeggingen/",
    "/toezeggingen/?op=2023-07-10&status=possibly_overdue",
    "/toezeggingen/rappel/?kamer=EK&ministerie=BZK&op=2023-07-01",
    "/betrokkenheid/",
    "/betrokkenheid/?regime=motion&hours_a_week.ek=80&short_share=7",
    "/betrokkenheid/?regime=status_quo&own=id%3A+onze%0Aname%3A+Onze%0Astatement%3A+Onze.",
    "/betrokkenheid/?regime=status_quo&own=geen+vorm",
    "/betrokkenheid/aannamen/?regime=status_quo&regime=law_bound",
    "/instrumenten/",
    "/instrumenten/?system=controle-op-de-uitwonendenbeurs-duo-uitwonendenbeurs&safeguard=bias_test&body=gemeenteraad",
    "/normen/lezen/",
    "/meldingen/",
    "/meldingen/?line=gemeenteraad",
    "/normen/",
    "/normen/teksten/",
    "/normen/impact/",
    "/publicatie/",
)


class Page(HTMLParser):
    """A page as its words, links, anchors and elements."""

    def __init__(self, html: str) -> None:
        """Read ``html`` whole."""
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.parts: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element."""
        self.elements.append((tag, {key: value or "" for key, value in attrs}))

    def handle_data(self, data: str) -> None:
        """Keep words."""
        self.parts.append(data)

    @property
    def text(self) -> str:
        """All words, blanks made one."""
        return " ".join(" ".join(self.parts).split())

    @property
    def ids(self) -> list[str]:
        """Every anchor, in order."""
        return [found["id"] for _, found in self.elements if "id" in found]

    @property
    def links(self) -> list[str]:
        """Every address a reader can follow."""
        return [found["href"] for tag, found in self.elements if tag == "a" and "href" in found]

    def all(self, tag: str) -> list[dict[str, str]]:
        """The attributes of every element of a kind."""
        return [found for name, found in self.elements if name == tag]
