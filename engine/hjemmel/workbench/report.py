"""The change of the rules as one page to hand on: the same that `ntr gjennomgang` writes."""

from hjemmel import __version__
from hjemmel.analysis.comparison.comparing import Portfolio, comparison
from hjemmel.analysis.comparison.comparison import Version as Compared
from hjemmel.analysis.comparison.services import Reading
from hjemmel.analysis.render_comparison.html import html
from hjemmel.analysis.review.review import Mistake, Review, mistakes_of, proposed
from hjemmel.analysis.review.sections import page
from hjemmel.rulebooks.texts import compiled_texts, sources_of
from hjemmel.workbench.bench import Texts, Workbench
from hjemmel.workbench.effort import EFFORT
from hjemmel.workbench.version import Version

_BEFORE, _NOW = "reglene før", "reglene nå"


def report(bench: Workbench) -> str:
    """The page. Where the text has errors, it is of them alone."""
    mistakes = _mistakes(bench)
    if not bench.is_current:
        return _html(Review(_NOW, _BEFORE, mistakes), ())
    before, now = bench.before, bench.now
    portfolio = Portfolio((_reading(bench, before), _reading(bench, now)), bench.day_of)
    found = comparison(
        _as_compared(_BEFORE, before, bench.base_texts), _as_compared(_NOW, now, bench.texts),
        portfolio, EFFORT,
    )  # fmt: skip
    new = proposed(now.judge.book, found, ())
    prints = (before.rulebook.fingerprint, now.rulebook.fingerprint)
    return _html(Review(_NOW, _BEFORE, mistakes, found, (), new), tuple(dict.fromkeys(prints)))


def _html(of: Review, prints: tuple[str, ...]) -> str:
    return "".join(html(page(of), __version__, prints))


def _mistakes(bench: Workbench) -> tuple[Mistake, ...]:
    sources = sources_of(bench.texts)
    found = compiled_texts(sources, bench.asked, bench.listed).diagnostics
    return mistakes_of(found, {each.name: each.raw_lines for each in sources.values()})


def _as_compared(label: str, version: Version, texts: Texts) -> Compared:
    read = {name: source.text for name, source in sources_of(texts).items()}
    return Compared(label, version.program, read)


def _reading(bench: Workbench, by: Version) -> Reading:
    found = [by.reading(each) for each in bench.files]
    cases = tuple(held.case for held in bench.cases(by).values())
    return Reading(cases, sum(e.set_aside for e in found), sum(len(e.unread) for e in found))
