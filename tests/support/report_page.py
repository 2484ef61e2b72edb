"""A report read as a browser would: its tags, its rows, and what it may run."""

from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

VOID = {"meta", "br", "input"}


class Read(HTMLParser):
    """What stands in a page: tags, links, and the texts of scripts, styles, rows and figures."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.policy = ""
        self.inside: dict[str, list[tuple[dict[str, str], str]]] = {"script": [], "style": []}
        self.rows: list[tuple[str, list[str]]] = []
        self.labels: list[str] = []
        self._cell: list[str] | None = None
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag not in VOID:
            self.open.append(tag)
        self.attributes |= set(told)
        if "id" in told:
            self.ids.append(told["id"])
        if "href" in told:
            self.links.append(told["href"])
        if told.get("http-equiv") == "Content-Security-Policy":
            self.policy = told["content"]
        if tag in self.inside:
            self.inside[tag].append((told, ""))
        if tag == "svg":
            self.labels.append(told.get("aria-label", ""))
        if tag == "tr":
            self.rows.append((told.get("id", ""), []))
        if tag in ("td", "th"):
            self._cell = []

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if tag in ("td", "th"):
            self.rows[-1][1].append("".join(self._cell or ()))
            self._cell = None

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in self.inside:
            told, text = self.inside[self.open[-1]].pop()
            self.inside[self.open[-1]].append((told, text + data))
        if self._cell is not None:
            self._cell.append(data)

    def text_of(self, tag: str, **attributes: str) -> str:
        """The text of the one element of this tag with these attributes."""
        (found,) = (text for told, text in self.inside[tag] if attributes.items() <= told.items())
        return found

    @property
    def cases(self) -> list[tuple[str, list[str]]]:
        """The rows of the cases, by their anchors."""
        return [each for each in self.rows if each[0].startswith("sak-")]

    def allows(self, kind: str, text: str) -> bool:
        """Whether the policy lets this text run or count as style."""
        digest = b64encode(sha256(text.encode()).digest()).decode("ascii")
        return f"{kind}-src 'sha256-{digest}'" in self.policy
