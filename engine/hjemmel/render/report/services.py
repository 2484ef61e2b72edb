"""The table of the cases, worst first, and what it can be searched and filtered by."""

import re
from collections.abc import Iterator, Sequence

from hjemmel.render.portfolio import COUNTED, FIRST
from hjemmel.render.report.gathering import Overview, Service
from hjemmel.render.report.groups import NOT_TOLD
from hjemmel.render.report.tables import number
from hjemmel.source.days import day_in_words
from hjemmel.source.shown import html_text as escape
from hjemmel.source.shown import shown

AT_ONCE = 200
"""So many rows are seen at first on a screen; the rest when they are asked for, or on paper."""
_UNFIT = re.compile(r"[^\w.-]+")


def filters(of: Overview) -> Iterator[str]:
    """The fields above the table. The script shows them: without it they would do nothing."""
    yield '<form id="utvalg" hidden="">'
    yield '<p><label for="sok">Søk</label> <input type="search" id="sok" autocomplete="off"></p>'
    for place, each in enumerate(of.groups):
        told = {value for one in of.services for value in one.groups[place]}
        some = any(not one.groups[place] for one in of.services)
        values = [*(value for value in each.order if value in told), *[NOT_TOLD] * some]
        yield from _choice(f"velg-{place}", each.name, values)
    present = [word for word in COUNTED if of.found.totals[word]]
    yield from _choice("har", "har minst én", present)
    yield '<p><button type="reset">Vis alle</button></p>\n</form>'
    yield '<p id="antall" role="status"></p>'


def _choice(anchor: str, name: str, values: Sequence[str]) -> Iterator[str]:
    if values:
        options = "".join(f"<option>{escape(each)}</option>" for each in values)
        yield f'<p><label for="{anchor}">{escape(name)}</label> <select id="{anchor}">'
        yield f'<option value="">alle</option>{options}</select></p>'


def table(of: Overview) -> Iterator[str]:
    """A row for each case, with an anchor of its own."""
    dated = not of.found.is_of_one_day
    names = [
        "sak",
        *(each.name for each in of.groups),
        *(["per"] if dated else []),
        *COUNTED,
        FIRST,
    ]
    heads = "".join(
        f'<th scope="col"{_numeric(each)}>{escape(each)}</th>' for each in map(str, names)
    )
    yield '<div class="wide" role="region" tabindex="0" aria-label="Sakene, tabell">'
    yield f'<table id="tabell" data-at-once="{AT_ONCE}">\n<thead><tr>{heads}</tr></thead>'
    yield "<tbody>"
    anchors = _anchors(of.services)
    for place, (each, anchor) in enumerate(zip(of.services, anchors, strict=True)):
        yield _row(each, anchor, dated, place)
    yield "</tbody>\n</table>\n</div>"
    yield '<p id="flere" hidden=""><button type="button">Vis resten</button></p>'


def _numeric(name: str) -> str:
    return ' class="n"' if name in COUNTED else ""


def _row(of: Service, anchor: str, dated: bool, place: int) -> str:
    line = of.line
    link = f'<a href="#{anchor}">{escape(line.title or line.id)}</a>'
    groups = "".join(f"<td>{escape('; '.join(each) or NOT_TOLD)}</td>" for each in of.groups)
    day = ""
    if dated:
        told = day_in_words(line.day) if line.day else ""
        iso = line.day.isoformat() if line.day else ""
        day = f'<td data-sort="{iso}">{told}</td>'
    counts = "".join(map(number, (line.counts[word] for word in COUNTED)))
    later = ' class="later"' if place >= AT_ONCE else ""
    return (
        f'<tr id="{anchor}"{later}><th scope="row">{link}</th>{groups}{day}{counts}'
        f"<td>{escape(line.first)}</td></tr>"
    )


def _anchors(services: Sequence[Service]) -> Iterator[str]:
    """«sak-NBT-001»: by the name of the case, so that a link is the same in the next report."""
    met: dict[str, int] = {}
    for each in services:
        name = f"sak-{_UNFIT.sub('-', shown(each.line.id)).strip('-')}"
        met[name] = met.get(name, 0) + 1
        yield name if met[name] == 1 else f"{name}--{met[name]}"
