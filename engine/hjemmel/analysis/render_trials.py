"""What came of pages of cases, for people and for programs."""

from collections.abc import Iterator, Sequence

from hjemmel.analysis.expectations import found_in_words
from hjemmel.analysis.norm_list import Deviation
from hjemmel.analysis.page_results import PageResult, Totals, totals
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
        lines += map(_deviating, each.deviations)
    stale = [f"{each.page.name}:{number}" for each in results for number in each.stale]
    lines += [()] if lines and stale else []
    lines += map(_stale_line, stale)
    return lines


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
            {"side": one.page, "linje": one.line, "norm": one.norm, "galt": one.wrong}
            for each in results for one in each.deviations
        ],
        "tekster": [{"side": each.page.name, "linje": number}
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


def _deviating(found: Deviation) -> Line:
    where = Segment(f"{found.page}:{found.line}", "heading")
    return (where, Segment(f"  {found.norm}: {found.wrong}"))


def _stale_line(where: str) -> Line:
    return (Segment(where, "heading"), Segment("  «tekst» er ikke slik svaret skrives nå"))


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
