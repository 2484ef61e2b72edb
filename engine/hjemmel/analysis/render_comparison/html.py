"""A comparison as a page that stands alone: no scripts, nothing fetched, fit to hand on."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import assert_never

from hjemmel.analysis.comparison.texts import Part as Of
from hjemmel.analysis.comparison.texts import Piece
from hjemmel.analysis.render_comparison.blocks import (
    Block,
    Excerpt,
    Facts,
    Fold,
    Lines,
    Marked,
    Page,
    Part,
    Points,
    Rows,
    Say,
    Section,
    Sides,
)
from hjemmel.analysis.render_comparison.style import STYLE
from hjemmel.explain.verdict import Verdict, full_word, missing
from hjemmel.render.case_html import tree
from hjemmel.render.told import told_reason
from hjemmel.render.verdict_text import role_of
from hjemmel.source.shown import html_text as escape

_SAID = {"-": "Borte: ", "+": "Nytt: ", "~": "Endret: "}


def html(of: Page, engine_version: str, fingerprints: tuple[str, ...]) -> Iterator[str]:
    """The page in parts."""
    yield from (f"{each}\n" for each in _head(of))
    for section in of.sections:
        yield from (f"{each}\n" for each in _section(section))
    told = " og ".join(f"<code>{escape(each)}</code>" for each in fingerprints)
    yield f"</main>\n<footer>\n<p>Regelverkets fingeravtrykk: {told}. Motor "
    yield f"{escape(engine_version)}.</p>\n</footer>\n</body>\n</html>\n"


def _head(of: Page) -> Iterator[str]:
    hashed = b64encode(sha256(STYLE.encode()).digest()).decode("ascii")
    policy = f"default-src 'none'; style-src 'sha256-{hashed}'; base-uri 'none'; form-action 'none'"
    yield '<!DOCTYPE html>\n<html lang="nb">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f"<title>{escape(of.title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>"
    yield '<a class="skip" href="#kort">Til det viktigste</a>'
    yield f"<header>\n<h1>{escape(of.title)}</h1>\n<dl>"
    for each in of.about:
        name, _, value = each.partition(": ")
        yield f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>"
    yield '</dl>\n<nav aria-label="Deler av siden"><ul>'
    yield from (
        f'<li><a href="#{each.anchor}">{escape(each.title)}</a></li>' for each in of.sections
    )
    yield "</ul></nav>\n</header>\n<main>"


def _section(of: Section) -> Iterator[str]:
    yield f'<section id="{of.anchor}" aria-labelledby="h-{of.anchor}">'
    yield f'<h2 id="h-{of.anchor}">{escape(of.title)}</h2>'
    yield from _blocks(of.blocks)
    yield "</section>"


def _blocks(of: Iterable[Block]) -> Iterator[str]:
    for each in of:
        yield from _block(each)


def _block(of: Block) -> Iterator[str]:
    match of:
        case Say(told, role):
            yield f'<p class="{role}">{escape(told)}</p>' if role else f"<p>{escape(told)}</p>"
        case Points(texts):
            yield f"<ul>{''.join(f'<li>{escape(each)}</li>' for each in texts)}</ul>"
        case Facts(told, case):
            pairs = (f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in told)
            yield f'<dl class="case">{"".join(pairs)}</dl>'
            yield f"<details><summary>Saken som JSON</summary><pre>{escape(case)}</pre></details>"
        case Sides(labels, before, after):
            sides = zip(labels, (before, after), strict=True)
            yield f'<div class="sides">{"".join(_side(*each) for each in sides)}</div>'
        case Lines(lines):
            yield f'<ul class="diff">{"".join(map(_marked, lines))}</ul>'
        case Excerpt():
            yield _excerpt(of)
        case Rows():
            yield from _table(of)
        case Fold(title, blocks, role):
            is_open = "" if role == "derived" else " open"
            yield f"<details{is_open}><summary>{escape(title)}</summary>"
            yield from _blocks(blocks)
            yield "</details>"
        case Part(title, blocks, role):
            yield f'<article class="{role}">' if role else "<article>"
            yield f"<h3>{escape(title)}</h3>"
            yield from _blocks(blocks)
            yield "</article>"
        case _:
            assert_never(of)


def _side(label: str, of: Verdict) -> str:
    word = f'<strong class="{role_of(of)}">{escape(full_word(of, missing(of)))}</strong>'
    return f'<div class="side"><p>{escape(label)}: {word}</p>{tree(told_reason(of))}</div>'


def _excerpt(of: Excerpt) -> str:
    marked = f"<mark>{escape(of.marked)}</mark>" if of.marked else "<mark> </mark>"
    label = f" <em>{escape(of.label)}</em>" if of.label else ""
    return f"<pre>{escape(of.before)}{marked}{escape(of.after)}{label}</pre>"


def _marked(of: Marked) -> str:
    kind = {"-": "out", "+": "in", "~": "is"}[of.sign]
    text = "".join(map(_piece, of.pieces)) if of.sign == "~" else _bare(of.pieces)
    return f'<li class="{kind}"><span class="spoken">{_SAID[of.sign]}</span>{text}</li>'


def _bare(pieces: Iterable[Piece]) -> str:
    return escape("".join(text for _, text in pieces))


def _piece(of: Piece) -> str:
    part, text = of
    match part:
        case Of.OUT:
            return f"<del>{escape(text)}</del>"
        case Of.IN:
            return f"<ins>{escape(text)}</ins>"
        case Of.SAME:
            return escape(text)
        case _:
            assert_never(part)


def _table(of: Rows) -> Iterator[str]:
    heads = "".join(f'<th scope="col">{escape(each)}</th>' for each in of.head)
    yield f'<div class="wide"><table>\n<thead><tr>{heads}</tr></thead>\n<tbody>'
    for row in of.rows:
        pairs = zip(of.head, row, strict=True)
        cells = (f'<td data-head="{escape(name)}">{escape(cell)}</td>' for name, cell in pairs)
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</tbody>\n</table></div>"
