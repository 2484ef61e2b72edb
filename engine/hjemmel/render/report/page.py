"""The report as a page that stands alone: nothing is fetched, and no script but our own runs.

The page is whole without its script: that sorts, searches and opens a case.
"""

from base64 import b64encode
from collections.abc import Iterator
from datetime import date
from hashlib import sha256

from attrs import frozen

from hjemmel.core.effect import Effect
from hjemmel.render.portfolio import bearers_in_words
from hjemmel.render.report.counts import Breakdown
from hjemmel.render.report.figures import Draw, picture
from hjemmel.render.report.gathering import Overview
from hjemmel.render.report.services import filters, table
from hjemmel.render.report.tables import breakdown_table, gaps, norms, spaced
from hjemmel.source.days import day_in_words
from hjemmel.source.shown import html_text as escape


@frozen
class Made:
    """What the page was made with."""

    engine_version: str
    only: str
    draw: Draw | None
    style: str
    script: str
    packed: str
    """What is told of each case, in the order of the table."""
    extra: str
    """The extra of the package that gives figures, for a page that has none."""


def page(of: Overview, made: Made) -> Iterator[str]:
    """The page in parts."""
    yield from _head(of, made.style, made.script)
    yield from (f"{part}\n" for part in _body(of, made))
    yield f'<script type="module">{made.script}</script>\n</body>\n</html>\n'


def _head(of: Overview, style: str, script: str) -> Iterator[str]:
    yield '<!DOCTYPE html>\n<html lang="nb">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield '<meta name="referrer" content="no-referrer">\n'
    yield f"<title>Porteføljen · {escape(of.program.name)}</title>\n"
    yield f"<style>{style}</style>\n</head>\n<body>\n"


def _policy(style: str, script: str) -> str:
    """Nothing but this style and this script: also what a fact might smuggle in, does not run."""
    return "; ".join((
        "default-src 'none'", f"style-src {_hash(style)}", f"script-src {_hash(script)}",
        "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ))  # fmt: skip


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode('ascii')}'"


def _body(of: Overview, made: Made) -> Iterator[str]:
    yield '<a class="skip" href="#saker">Til sakene</a>'
    yield "<header>\n<h1>Porteføljen</h1>"
    yield f"<p>{_about(of, made)}</p>"
    yield '<nav aria-label="Deler av siden"><ul>'
    for anchor, name in _parts(of):
        yield f'<li><a href="#{anchor}">{name}</a></li>'
    yield "</ul></nav>\n</header>\n<main>"
    yield from _at_a_glance(of)
    yield from _cases(of)
    yield from _figures(of, made)
    yield from norms(of.found)
    yield from gaps(of.found)
    yield f'</main>\n<script type="text/plain" id="pakket">{made.packed}</script>'
    yield f"<footer>\n<p>Regelverkets fingeravtrykk: <code>{escape(of.program.fingerprint)}</code>."
    yield f"Motor {escape(made.engine_version)}.</p>\n</footer>"


def _parts(of: Overview) -> Iterator[tuple[str, str]]:
    yield "kort", "Kort sagt"
    yield "saker", "Sakene"
    if of.breakdowns:
        yield "fordelt", "Tallene fordelt"
    yield "normer", "Hver norm"
    if of.found.gaps:
        yield "mangler", "Det som mangler"


def _about(of: Overview, made: Made) -> str:
    only = f" Her er {escape(made.only)}." if made.only else ""
    return f"Vurdert etter {escape(of.program.name)}. {_of_days(of.days)}{only}"


def _of_days(days: tuple[date, ...]) -> str:
    if len(days) > 1:
        return "Sakene er vurdert per ulike dager."
    return " ".join(f"Alle sakene er vurdert per {day_in_words(day)}." for day in days)


# --- what counts -----------------------------------------------------------------------------


def _at_a_glance(of: Overview) -> Iterator[str]:
    yield '<section aria-labelledby="kort">\n<h2 id="kort">Kort sagt</h2>\n<dl class="glance">'
    for role, name, count, note in _told(of):
        below = f"<dd>{escape(note)}</dd>" if note else ""
        yield f'<div class="{role}"><dt>{escape(name)}</dt>'
        yield f'<dd class="big">{spaced(count)}</dd>{below}</div>'
    yield "</dl>"
    if of.found.bound:
        items = "".join(f"<li>{escape(bearers_in_words(each))}</li>" for each in of.found.bound)
        yield f"<h3>Etter hvem plikten ligger på</h3>\n<ul>{items}</ul>"
    yield "</section>"


def _told(of: Overview) -> Iterator[tuple[str, str, int, str]]:
    totals = of.found.totals
    yield "", "saker", of.found.count, f"{spaced(of.answered)} svar på normer som er aktuelle"
    yield (
        "broken",
        "brudd på forskriften" if _one_binds(of) else Effect.BREACH.value,
        totals["brutt"],
        _in_cases(of, "brutt"),
    )
    levels = _levels(of, "fraveket")
    yield "departed", "fravik", totals["fraveket"], levels or _in_cases(of, "fraveket")
    if totals["ikke oppfylt"]:
        yield "broken", "vilkår ikke oppfylt", totals["ikke oppfylt"], _in_cases(of, "ikke oppfylt")
    if totals["nektet"]:
        yield "refused", "nektet", totals["nektet"], _in_cases(of, "nektet")
    yield "undecided", "uavklart", totals["uavklart"], _in_cases(of, "uavklart")
    yield "", "forutsatt", of.presumed, "hviler på noe ingen har fortalt"


def _one_binds(of: Overview) -> bool:
    """Whether a breach can only be of the regulation."""
    levels = {each.level for norm in of.program.norms for each in norm.wordings}
    return {each.value for each in levels if each.binds} == {"forskrift"}


def _in_cases(of: Overview, word: str) -> str:
    cases = sum(1 for each in of.services if each.line.counts[word])
    return f"i {spaced(cases)} {'sak' if cases == 1 else 'saker'}" if cases else ""


def _levels(of: Overview, word: str) -> str:
    """«veileder 2, nettside 1»."""
    by_level = (each for each in of.breakdowns if each.id == "niva")
    rows = (row for each in by_level for row in each.rows if row.counts[word])
    return ", ".join(f"{row.name} {spaced(row.counts[word])}" for row in rows)


# --- cases and figures -----------------------------------------------------------------------


def _cases(of: Overview) -> Iterator[str]:
    yield '<section aria-labelledby="saker">\n<h2 id="saker" tabindex="-1">Sakene</h2>'
    yield "<p>De mest alvorlige står først. Åpne en sak for å se hvert svar og hvorfor.</p>"
    yield "<noscript><p>Uten skript kan sakene verken åpnes eller sorteres. Én sak for seg får du "
    yield "med <code>ntr vurder SAK --format html</code>.</p></noscript>"
    yield from filters(of)
    yield from table(of)
    yield "</section>"


def _figures(of: Overview, made: Made) -> Iterator[str]:
    if not of.breakdowns:
        return
    yield '<section aria-labelledby="fordelt">\n<h2 id="fordelt">Tallene fordelt</h2>'
    if made.draw is None:
        yield '<p class="told">Figurene er ikke tegnet. '
        yield f"Tillegget <code>{made.extra}</code> tegner dem: "
        yield f'<code>pip install "hjemmel[{made.extra}]"</code>. Tallene er de samme.</p>'
    for each in of.breakdowns:
        yield f'<section class="broken-down" aria-labelledby="{each.id}">'
        yield f'<h3 id="{each.id}">{escape(each.title)}</h3>'
        if each.note:
            yield f'<p class="muted">{escape(each.note)}</p>'
        yield '<div class="beside">'
        yield from _figure(each, made.draw)
        yield from breakdown_table(each)
        yield "</div>\n</section>"
    yield "</section>"


def _figure(of: Breakdown, draw: Draw | None) -> Iterator[str]:
    if draw is not None:
        label = f'role="group" tabindex="0" aria-label="{escape(of.title)}, figur"'
        yield f'<figure class="wide" {label}>{picture(of, draw)}</figure>'
