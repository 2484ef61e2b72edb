"""One case as a page that stands alone: no scripts, nothing fetched."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from hjemmel.core.program import Program
from hjemmel.explain.finding import Result
from hjemmel.explain.verdict import Verdict, full_word, missing
from hjemmel.render.binding_words import binding
from hjemmel.render.html_style import STYLE
from hjemmel.render.marks import in_full
from hjemmel.render.missing_words import lacking
from hjemmel.render.portfolio import COUNTED, CaseVerdicts, category
from hjemmel.render.summary import gist
from hjemmel.render.told import Told, told_reason
from hjemmel.render.verdict_text import provision, role_of
from hjemmel.source.days import day_in_words
from hjemmel.source.shown import html_text as escape
from hjemmel.words.outcomes import called

_SIGNS = {Result.HOLDS: "✓", Result.FAILS: "✗", Result.UNDECIDED: "?"}
_CLASSES = {Result.HOLDS: "met", Result.FAILS: "broken", Result.UNDECIDED: "undecided"}


def page(
    program: Program, day: date, engine_version: str, case: CaseVerdicts, only: str
) -> Iterator[str]:
    """The page in parts, of all verdicts or `only` some."""
    about = f"Vurdert etter {program.name}, per {day_in_words(day)}."
    about = f"{about} Her er {only}." if only else about
    yield from _head(case.title or case.id, program.name, about)
    yield from (f"{part}\n" for part in _case(case))
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


def _case(case: CaseVerdicts) -> Iterator[str]:
    yield "<section>"
    day = f", vurdert per {day_in_words(case.day)}" if case.day else ""
    yield f'<p class="muted">Sak {escape(case.id)}{day}</p>'
    yield f"<p>{_counted(case)}</p>"
    for place, group in groupby(case.verdicts, key=lambda each: provision(each.norm)):
        yield f"<h3>{escape(place)}</h3>"
        for verdict in group:
            yield from _verdict(verdict)
    yield "</section>"


def _counted(case: CaseVerdicts) -> str:
    """«1 fraveket · 20 uavklart · 8 oppfylt»: gravest first."""
    counts = Counter(map(category, case.verdicts))
    words = dict.fromkeys((*COUNTED, *counts))
    return " · ".join(f"{counts[word]} {word}" for word in words if counts[word])


def _verdict(verdict: Verdict) -> Iterator[str]:
    """A verdict with the tree of its reason."""
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
    yield "<details>\n<summary>Begrunnelse</summary>"
    yield tree(told_reason(verdict))
    yield "</details>"
    yield "</article>"


def tree(findings: Sequence[Told]) -> str:
    """The steps of a reason, each with those it rests on below it."""
    return f'<ul class="reason">{"".join(map(_finding, findings))}</ul>'


def _finding(finding: Told) -> str:
    sign = f'<span class="{_CLASSES[finding.result]}" aria-hidden="true">'
    sign += f"{_SIGNS[finding.result]}</span>"
    spoken = f'<span class="spoken">{finding.result.value}: </span>'
    what = escape(finding.what)
    text = f"<b>{what}</b>" if finding.decisive else what
    value = f": {escape(finding.value)}" if finding.value else ""
    below = tree(finding.because) if finding.because else ""
    return f"<li>{sign} {spoken}{text}{value}{_asides(finding)}{below}</li>"


def _asides(finding: Told) -> str:
    texts = [finding.citation, f"kilde: {finding.source}" if finding.source else "", *finding.notes]
    return "".join(f'<br><small class="muted">{escape(text)}</small>' for text in texts if text)
