"""One case or a portfolio as a page that stands alone: no scripts, nothing fetched."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, groupby

from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Program
from hjemmel.explain.finding import Result
from hjemmel.explain.verdict import Verdict, full_word, missing
from hjemmel.render.binding_words import binding
from hjemmel.render.html_style import STYLE
from hjemmel.render.marks import in_full
from hjemmel.render.missing_words import lacking
from hjemmel.render.portfolio import (
    COUNTED,
    FIRST,
    CaseVerdicts,
    Portfolio,
    bearers_in_words,
    category,
    tally_of,
)
from hjemmel.render.summary import gist
from hjemmel.render.told import Told, told_reason
from hjemmel.render.verdict_text import provision, role_of
from hjemmel.source.days import day_in_words
from hjemmel.source.shown import html_text as escape
from hjemmel.words.outcomes import called

_SIGNS = {Result.HOLDS: "✓", Result.FAILS: "✗", Result.UNDECIDED: "?"}
_CLASSES = {Result.HOLDS: "met", Result.FAILS: "broken", Result.UNDECIDED: "undecided"}
_QUIET = (Outcome.MET, Outcome.NOT_APPLICABLE, Outcome.NO_RULE)


def page(
    program: Program, day: date, engine_version: str, cases: Iterable[CaseVerdicts], only: str
) -> Iterator[str]:
    """The page in parts, of all verdicts or `only` some.

    With more than one case it begins with an overview that links to each. The overview comes first
    and is known last, so each case is held as it will be written.
    """
    coming = iter(cases)
    first, second = next(coming), next(coming, None)
    about = f"Vurdert etter {program.name}"
    if second is None:
        title, body = first.title or first.id, _case(first, 0, 1)
        about += f", per {day_in_words(day)}."
    else:
        title, body = "Porteføljen", _many(program, chain((first, second), coming))
        about += "; dagen står ved hver sak."
    yield from _head(title, program.name, f"{about} Her er {only}." if only else about)
    yield from (f"{part}\n" for part in body)
    yield "</main>\n<footer>\n"
    yield f"<p>Regelverkets fingeravtrykk: <code>{escape(program.fingerprint)}</code>.\n"
    yield f"Motor {escape(engine_version)}.</p>\n</footer>\n</body>\n</html>\n"


def _head(title: str, rulebook: str, about: str) -> Iterator[str]:
    parts = [
        '<!DOCTYPE html>\n<html lang="nb">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)} · {escape(rulebook)}</title>",
        f"<style>\n{STYLE}</style>\n</head>\n<body>",
        f"<header>\n<h1>{escape(title)}</h1>",
        f"<p>{escape(about)}</p>\n</header>\n<main>",
    ]
    yield from (f"{part}\n" for part in parts)


def _many(program: Program, cases: Iterable[CaseVerdicts]) -> Iterator[str]:
    """Cases with verdicts to show; of a rulebook without norms, all of them."""
    tally = tally_of(program.norms, sys.maxsize)
    written: list[str] = []
    shown = (each for each in cases if each.verdicts or not program.norms)
    for number, each in enumerate(shown):
        tally.add(each)
        written.append("\n".join(_case(each, number, 2)))
    yield from _overview(tally.whole())
    yield from written


# --- the overview ----------------------------------------------------------------------------


def _overview(found: Portfolio) -> Iterator[str]:
    yield f"<p>{_of_days(found)}</p>"
    yield '<section aria-labelledby="saker">\n<h2 id="saker">Alle saker</h2>\n<div class="wide">'
    yield f"<table>\n<thead>{_heads('sak', *COUNTED, FIRST)}</thead>\n<tbody>"
    for number, case in enumerate(found.cases):
        link = f'<a href="#sak-{number}">{escape(case.title or case.id)}</a>'
        counts = "".join(_number(case.counts[word]) for word in COUNTED)
        yield f'<tr><th scope="row">{link}</th>{counts}<td>{escape(case.first)}</td></tr>'
    yield "</tbody>\n</table>\n</div>\n</section>"
    yield from _bound(found)
    yield from _norms(found)
    yield from _gaps(found)


def _of_days(found: Portfolio) -> str:
    if not found.is_of_one_day:
        return "Sakene er vurdert per ulike dager."
    return " ".join(f"Alle sakene er vurdert per {day_in_words(day)}." for day in found.days)


def _bound(found: Portfolio) -> Iterator[str]:
    if found.bound:
        items = "".join(f"<li>{escape(bearers_in_words(each))}</li>" for each in found.bound)
        yield '<section aria-labelledby="plikt">\n<h2 id="plikt">Etter hvem plikten ligger på</h2>'
        yield f"<ul>{items}</ul>\n</section>"


def _norms(found: Portfolio) -> Iterator[str]:
    yield '<section aria-labelledby="normer">\n<h2 id="normer">Etter bestemmelse</h2>'
    heads = ("ja", "nei", "uavklart", "ikke aktuell", "ingen regel i kraft")
    yield f'<div class="wide">\n<table>\n<thead>{_heads("hjemmel", "norm", *heads)}</thead>'
    for place, group in groupby(found.norms, key=lambda each: provision(each.norm)):
        yield f'<tbody>\n<tr><th colspan="7" scope="rowgroup">{escape(place)}</th></tr>'
        for each in group:
            counts = "".join(_number(each.counts[outcome]) for outcome in Outcome)
            cells = f"<td>{escape(each.citation)}</td><td>{escape(called(each.norm))}</td>"
            yield f"<tr>{cells}{counts}</tr>"
        yield "</tbody>"
    yield "</table>\n</div>\n</section>"


def _gaps(found: Portfolio) -> Iterator[str]:
    if not found.gaps:
        return
    yield '<section aria-labelledby="mangler">\n<h2 id="mangler">Det som oftest mangler</h2>'
    yield f"<table>\n<thead>{_heads('opplysning', 'art', 'hos', 'saker')}</thead>\n<tbody>"
    for gap in found.gaps:
        texts = "".join(f"<td>{escape(text)}</td>" for text in (gap.name, gap.kind, gap.holder))
        yield f"<tr>{texts}{_number(gap.cases)}</tr>"
    yield "</tbody>\n</table>\n</section>"


def _heads(*names: str) -> str:
    return "<tr>" + "".join(f'<th scope="col">{escape(name)}</th>' for name in names) + "</tr>"


def _number(count: int) -> str:
    return f'<td class="number">{count or "–"}</td>'


# --- one case --------------------------------------------------------------------------------


def _case(case: CaseVerdicts, number: int, count: int) -> Iterator[str]:
    yield f'<section id="sak-{number}">'
    if count > 1:
        yield f"<h2>{escape(case.title or case.id)}</h2>"
    day = f", vurdert per {day_in_words(case.day)}" if case.day else ""
    yield f'<p class="muted">Sak {escape(case.id)}{day}</p>'
    yield f"<p>{_counted(case)}</p>"
    for place, group in groupby(case.verdicts, key=lambda each: provision(each.norm)):
        yield f"<h3>{escape(place)}</h3>"
        for verdict in group:
            yield from _verdict(verdict, count)
    yield "</section>"


def _counted(case: CaseVerdicts) -> str:
    """«1 fraveket · 20 uavklart · 8 oppfylt»: gravest first."""
    counts = Counter(map(category, case.verdicts))
    words = dict.fromkeys((*COUNTED, *counts))
    return " · ".join(f"{counts[word]} {word}" for word in words if counts[word])


def _verdict(verdict: Verdict, count: int) -> Iterator[str]:
    """A verdict; the tree of its reason is left out of a portfolio where nothing is amiss."""
    lacks, norm = missing(verdict), verdict.norm
    word = f'<strong class="{role_of(verdict)}">{escape(full_word(verdict, lacks))}</strong>'
    yield f'<article class="verdict {role_of(verdict)}">'
    kind = f" <small>{norm.kind.value}</small>" if called(norm) == norm.title else ""
    yield f"<h4>{escape(called(norm))}{kind} {word}</h4>"
    if verdict.own_words:
        yield f"<p>{escape(verdict.own_words)}</p>"
    for told in in_full(verdict) if lacks else (gist(verdict),):
        yield f"<p>{escape(told)}</p>"
    cited = "; ".join((*map(str, verdict.citations), *binding(verdict)))
    yield f'<p class="muted">{escape(cited)}</p>'
    if lacks:
        items = "".join(f"<li>{escape(lacking(lack))}</li>" for lack in lacks)
        yield f"<p>Dette mangler:</p>\n<ul>{items}</ul>"
    if count == 1 or verdict.outcome not in _QUIET:
        yield "<details>\n<summary>Begrunnelse</summary>"
        yield _tree(told_reason(verdict))
        yield "</details>"
    yield "</article>"


def _tree(findings: Sequence[Told]) -> str:
    return f'<ul class="reason">{"".join(map(_finding, findings))}</ul>'


def _finding(finding: Told) -> str:
    sign = f'<span class="{_CLASSES[finding.result]}" aria-hidden="true">'
    sign += f"{_SIGNS[finding.result]}</span>"
    spoken = f'<span class="spoken">{finding.result.value}: </span>'
    what = escape(finding.what)
    text = f"<b>{what}</b>" if finding.decisive else what
    value = f": {escape(finding.value)}" if finding.value else ""
    below = _tree(finding.because) if finding.because else ""
    return f"<li>{sign} {spoken}{text}{value}{_asides(finding)}{below}</li>"


def _asides(finding: Told) -> str:
    texts = [finding.citation, f"kilde: {finding.source}" if finding.source else "", *finding.notes]
    return "".join(f'<br><small class="muted">{escape(text)}</small>' for text in texts if text)
