"""The tables of the report that are not of its cases."""

from collections.abc import Iterator
from itertools import groupby

from hjemmel.core.outcome import Outcome
from hjemmel.render.portfolio import Portfolio
from hjemmel.render.report.counts import ALL, Breakdown
from hjemmel.render.verdict_text import provision
from hjemmel.source.shown import html_text as escape
from hjemmel.words.outcomes import called


def breakdown_table(of: Breakdown) -> Iterator[str]:
    """The counts of a figure."""
    columns = of.shown
    heads = "".join(f'<th scope="col" class="n">{escape(each)}</th>' for each in (*columns, ALL))
    yield f'<div class="wide" role="region" tabindex="0" aria-label="{escape(of.title)}, tabell">'
    yield f"<table>\n<caption>{escape(of.counted)}</caption>"
    yield f'<thead><tr><th scope="col">{escape(of.of)}</th>{heads}</tr></thead>\n<tbody>'
    for row in of.told:
        counts = "".join(map(number, (*(row.counts[each] for each in columns), of.within(row))))
        whole = ' class="sum"' if row is of.sum else ""
        yield f'<tr{whole}><th scope="row">{escape(row.name)}</th>{counts}</tr>'
    yield "</tbody>\n</table>\n</div>"


def norms(found: Portfolio) -> Iterator[str]:
    """Every norm with how it stands in the cases."""
    yield '<section aria-labelledby="normer">\n<h2 id="normer">Hver norm</h2>'
    names = ("ja", "nei", "uavklart", "ikke aktuell", "ingen regel i kraft")
    counts = "".join(f'<th scope="col" class="n">{each}</th>' for each in names)
    yield "<details>\n<summary>Antall saker for hver norm</summary>"
    yield '<div class="wide" role="region" tabindex="0" aria-label="Hver norm, tabell">\n<table>'
    yield f'<thead><tr><th scope="col">hjemmel</th><th scope="col">norm</th>{counts}</tr></thead>'
    for place, group in groupby(found.norms, key=lambda each: provision(each.norm)):
        yield f'<tbody>\n<tr><th colspan="7" scope="rowgroup">{escape(place)}</th></tr>'
        for each in group:
            cells = f"<td>{escape(each.citation)}</td><td>{escape(called(each.norm))}</td>"
            yield f"<tr>{cells}{''.join(number(each.counts[one]) for one in Outcome)}</tr>"
        yield "</tbody>"
    yield "</table>\n</div>\n</details>\n</section>"


def gaps(found: Portfolio) -> Iterator[str]:
    """Each thing that is missing, with how many cases lack it."""
    if not found.gaps:
        return
    yield '<section aria-labelledby="mangler">\n<h2 id="mangler">Det som mangler</h2>'
    yield "<details>\n<summary>Antall saker som mangler hver ting, flest først</summary>"
    yield '<div class="wide" role="region" tabindex="0" aria-label="Det som mangler, tabell">'
    yield "<table>"
    heads = "".join(f'<th scope="col">{each}</th>' for each in ("opplysning", "art", "hos"))
    yield f'<thead><tr>{heads}<th scope="col" class="n">saker</th></tr></thead>\n<tbody>'
    for gap in found.gaps:
        texts = "".join(f"<td>{escape(text)}</td>" for text in (gap.name, gap.kind, gap.holder))
        yield f"<tr>{texts}{number(gap.cases)}</tr>"
    yield "</tbody>\n</table>\n</div>\n</details>\n</section>"


def number(count: int) -> str:
    """A cell with a count; where there is none, a dash is less to read than a nought."""
    return f'<td class="n">{spaced(count) if count else "–"}</td>'


def spaced(count: int) -> str:
    """«255 559», which does not break."""
    return f"{count:,}".replace(",", "\u00a0")
