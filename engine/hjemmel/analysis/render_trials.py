"""What came of pages of cases, for people and for programs."""

from collections.abc import Iterator, Sequence

from hjemmel.analysis.expectations import found_in_words
from hjemmel.analysis.norm_list import Deviation
from hjemmel.analysis.page_results import PageResult, Totals, totals
from hjemmel.analysis.text_difference import Changed, difference
from hjemmel.analysis.trials import Broken
from hjemmel.render import reason_text
from hjemmel.render.lines import Line, Segment, plain

_INDENT = 4
_UNBROKEN = 10_000
HOW_TO_UPDATE = "«ntr test --oppdater» skriver dem på nytt"


def text(results: Sequence[PageResult], width: int) -> list[Line]:
    """Each expectation that does not hold, with the reason; and what is printed otherwise now."""
    lines: list[Line] = []
    for each in results:
        for unheld in each.broken:
            lines += [*([()] if lines else []), *_broken(unheld, width)]
        lines += [line for one in each.deviations for line in _deviating(one)]
    stale = [line for each in results for number in each.stale for line in _stale(each, number)]
    lines += [()] if lines and stale else []
    return lines + stale


def summary(results: Sequence[PageResult]) -> str:
    """«312 av 312 forventninger holder (57 sider)»."""
    sums = totals(results)
    expected = _counted(sums.expected, "forventning", "forventninger")
    told = [f"{sums.held} av {expected} holder ({_counted(sums.pages, 'side', 'sider')})"]
    if sums.stale:
        told.append(f"{_counted(sums.stale, 'tekst', 'tekster')} er ikke slik svaret skrives nå; "
                    f"{HOW_TO_UPDATE}")  # fmt: skip
    if sums.set_aside:
        told.append(f"{_counted(sums.set_aside, 'side', 'sider')} kunne ikke prøves")
    return "\n".join(told)


def document(results: Sequence[PageResult]) -> dict[str, object]:
    """The same as data."""
    sums = totals(results)
    return {
        **_sums(sums),
        "avvik": [_deviation(one) for each in results for one in each.broken],
        "liste": [
            {"side": one.page, "linje": one.line, "norm": one.norm, "galt": one.wrong,
             "skriv": list(one.paste)}
            for each in results for one in each.deviations
        ],
        "tekster": [{"side": each.page.name, "linje": number,
                     "forskjell": [f"{one.sign} {one.text}" for one in stale_text(each, number)]}
                    for each in results for number in each.stale],
        "feil": [
            {"side": one.page, "linje": one.line, "hva": one.reason, "hjelp": one.help}
            for each in results for one in each.faults
        ],
    }  # fmt: skip


def _sums(sums: Totals) -> dict[str, object]:
    return {"sider": sums.pages, "saker": sums.cases, "forventninger": sums.expected,
            "holder": sums.held}  # fmt: skip


def _deviation(found: Broken) -> dict[str, object]:
    return {
        "side": found.page,
        "linje": found.expected.line,
        "sak": found.trial.line,
        "overskrift": found.trial.heading,
        "norm": found.expected.norm,
        "ventet": found.expected.said,
        "fikk": found_in_words(found.verdict),
        "galt": list(found.wrong),
        "begrunnelse": reason(found),
    }


def reason(found: Broken) -> str:
    """The whole reason of the verdict, as text."""
    return plain(reason_text.page(found.verdict, _UNBROKEN))


def _broken(found: Broken, width: int) -> Iterator[Line]:
    yield (
        Segment(f"{found.page}:{found.expected.line}", "heading"),
        Segment(f"  {found.expected.norm}"),
        Segment(f"  ({found.trial.heading})" if found.trial.heading else "", "muted"),
    )
    yield (Segment("  ventet  "), Segment(found.expected.said, "met"))
    yield (Segment("  fikk    "), Segment(found_in_words(found.verdict), "broken"))
    if found.verdict.word == found.expected.word:  # else the two lines say it
        yield (Segment("  galt    "), Segment("; ".join(found.wrong)))
    yield ()
    for line in reason_text.page(found.verdict, max(width - _INDENT, _INDENT)):
        yield (Segment(" " * _INDENT), *line) if line else ()


def _deviating(found: Deviation) -> Iterator[Line]:
    """What differs, and the lines to put in instead."""
    where = Segment(f"{found.page}:{found.line}", "heading")
    yield (where, Segment(f"  {found.norm}: {found.wrong}"))
    for number, each in enumerate(found.paste):
        yield (Segment("  skriv   " if number == 0 else "          "), Segment(each, "met"))


def stale_text(result: PageResult, line: int) -> tuple[Changed, ...]:
    """How the text of a fence differs from what is printed now."""
    written = next(each.text for each in result.page.fences if each.line == line)
    return difference(written, result.stale[line])


def _stale(result: PageResult, line: int) -> Iterator[Line]:
    where = Segment(f"{result.page.name}:{line}", "heading")
    yield (where, Segment("  «tekst» er ikke slik svaret skrives nå"))
    styles = {"-": "broken", "+": "met"}
    for each in stale_text(result, line):
        yield (Segment(f"  {each.sign} {each.text}", styles.get(each.sign, "muted")),)


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
