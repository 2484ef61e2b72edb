"""Editions of an invented regulation in every form that a source comes in."""

import html
import re
import textwrap
from io import BytesIO
from zipfile import ZipFile

OLD = """\
Forskrift om parkering i Nordvik

§ 3. Beboerkort

Beboerkort kan gis når
a) søkeren er folkeregistrert i sonen, og
b) søkeren disponerer kjøretøyet, som må være en personbil eller en varebil med en tillatt \
totalvekt på høyst 3 500 kilo.

Bokstav b gjelder ikke når parkeringsmyndigheten har vurdert at søkeren har et særlig behov.

§ 4. Antall kort

En husstand kan ha ett kort. Har husstanden delt bosted, kan den ha to.

§ 5. Betaling

For ett år betales minst
a) 600 kroner for et elektrisk kjøretøy, og
b) 1 200 kroner for andre kjøretøy.

§ 12. Vedtak

Er vilkårene i § 3 oppfylt, og har husstanden ikke for mange kort etter § 4, skal søknaden \
innvilges.

Søknaden avgjøres innen tre uker etter at den ble sendt.

Vedtaket skal begrunnes. Ellers gjelder forvaltningsloven.

§ 12 a. Klage

Hvem som kan klage, følger av forvaltningsloven.

En klage skal
a) være skriftlig, og
b) sendes innen tre uker etter at vedtaket kom fram.
"""


def edited(*pairs: str) -> str:
    """The old edition with some words otherwise: old, new, old, new …"""
    text = OLD
    for old, new in zip(pairs[::2], pairs[1::2], strict=True):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


NEW = edited(
    "a) søkeren er folkeregistrert i sonen, og\nb) søkeren disponerer",
    "a) søkeren er folkeregistrert i sonen,\nb) søkeren har gyldig førerkort, og\n"
    "c) søkeren disponerer",
    "den ha to.", "den ha tre.",
    "1 200 kroner", "1 500 kroner",
    "innen tre uker etter at den", "innen fire uker etter at den",
    " Ellers gjelder forvaltningsloven.", "",
    "kom fram.", "kom frem til klageren.",
)  # fmt: skip
"""An item put in, three numbers, a sentence gone, and some words more."""


def as_pdf_text(text: str) -> bytes:
    """As taken out of a PDF: narrow lines, words divided, heads, feet and page numbers."""
    lines = [part for line in text.splitlines() for part in textwrap.wrap(line, 60) or [""]]
    lines = _divided(lines)
    pages = [lines[at : at + 14] for at in range(0, len(lines), 14)]
    made = [
        "\n".join(["Nordvik kommune    Forskrifter", "", *page, "", f"Side {n} av {len(pages)}"])
        for n, page in enumerate(pages, 1)
    ]
    return "\n\f".join(made).encode()


def as_pdf(text: str) -> bytes:
    """The same pages in a PDF: each line set at its place, as on paper."""
    pages = [page.splitlines() for page in as_pdf_text(text).decode().split("\f")]
    streams = [_set(lines) for lines in pages]
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        font.encode(),
    ]
    for at, stream in enumerate(streams):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * at} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    return _pdf_of(objects)


def _set(lines: list[str]) -> bytes:
    made = [b"BT /F1 10 Tf 14 TL 60 780 Td"]
    for line in lines:
        escaped = re.sub(r"([\\()])", r"\\\1", line).encode("cp1252")
        made.append(b"(%s) Tj T*" % escaped if line else b"T*")
    return b"\n".join([*made, b"ET"])


def _pdf_of(objects: list[bytes]) -> bytes:
    made, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, len(made))
    return made + b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (count, table, trailer)


def _divided(lines: list[str]) -> list[str]:
    """The lines, some with a long word at their end divided between them and the next."""
    made = list(lines)
    for at in range(len(made) - 1):
        line = made[at]
        word = line.rpartition(" ")[2]
        if made[at + 1] and re.fullmatch("[a-zæøå]{12,}", word):
            made[at] = f"{line[:-5]}-"
            made[at + 1] = f"{word[-5:]} {made[at + 1]}"
    return made


def as_html(text: str) -> bytes:
    """As a page of laws: headings, lists with letters, a menu, a script and a foot."""
    body = []
    items: list[str] = []
    for line in [*filter(None, text.splitlines()), ""]:
        item = re.fullmatch(r"[a-z]\) (.*)", line)
        if item:
            items.append(f"<li>{html.escape(item[1])}</li>")
            continue
        if items:
            body.append(f'<ol type="a">{"".join(items)}</ol>')
            items = []
        if line.startswith("§"):
            body.append(f"<h3><span>{line.replace('§ ', '§&nbsp;', 1)}</span></h3>")
        elif line:
            body.append(f"<p>{html.escape(line)}<sup></sup></p>")
    return (
        "<!doctype html><html><head><title>Lov</title><script>var a = '<p>';</script></head><body>"
        "<nav><ul><li>§ 99. Meny</li></ul></nav><main>" + "\n".join(body) + "</main>"
        "<footer><p>Ansvarlig: kommunen.</p></footer></body></html>"
    ).encode()


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def as_docx(text: str) -> bytes:
    """As a Word document: headings by style, lists by numbering, a word marked as deleted."""
    made = []
    for line in filter(None, text.splitlines()):
        item = re.fullmatch(r"[a-z]\) (.*)", line)
        shape, told = "", item[1] if item else line
        if line.startswith("§"):
            shape = '<w:pPr><w:pStyle w:val="Overskrift2"/></w:pPr>'
        elif item:
            number = len([each for each in made if "numPr" not in each])
            shape = ('<w:pPr><w:numPr><w:ilvl w:val="0"/>'
                     f'<w:numId w:val="{number}"/></w:numPr></w:pPr>')  # fmt: skip
        half = len(told) // 2
        runs = "".join(f'<w:r><w:t xml:space="preserve">{html.escape(each)}</w:t></w:r>'
                       for each in (told[:half], told[half:]))  # fmt: skip
        gone = "<w:del><w:r><w:delText>slettet</w:delText></w:r></w:del>"
        made.append(f"<w:p>{shape}{runs}{gone}</w:p>")
    numbers = range(len(made))
    levels = '<w:lvl w:ilvl="0"><w:numFmt w:val="lowerLetter"/></w:lvl>'
    numbering = f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>' + "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="1"/></w:num>' for n in numbers
    )
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        body = f'<w:document xmlns:w="{_W}"><w:body>{"".join(made)}</w:body></w:document>'
        archive.writestr("word/document.xml", body)
        archive.writestr(
            "word/numbering.xml", f'<w:numbering xmlns:w="{_W}">{numbering}</w:numbering>'
        )
    return content.getvalue()
