"""Two versions of a rulebook compared, as those outside see it."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from hjemmel import __version__
from hjemmel.analysis.comparison.sorts import Sort
from hjemmel.engine.cases import DEFAULT_NAME, Facts, day_of, told_of
from hjemmel.engine.rulebook import Rulebook
from hjemmel.engine.verdicts import Verdict, verdict_of
from hjemmel.facts.vocabulary import Vocabulary

if TYPE_CHECKING:
    from hjemmel.analysis.comparison.comparing import Portfolio
    from hjemmel.analysis.comparison.comparison import Comparison, NormDifference
    from hjemmel.analysis.comparison.services import Services
    from hjemmel.case.statements import Case


@frozen(eq=False)
class NormChange:
    """A norm that differs, or may; `norm` is the id it has now, or had, `before_id` the one it had.

    `sort` is what has become of it. `is_proved` is whether it is known for every case that it
    stands the same. Where it does not, `case` is a case that shows it, ready to be judged, and
    `before` and `after` the verdicts. `causes` are the ids of what is written otherwise.
    """

    norm: str
    before_id: str
    title: str
    sort: Sort
    is_proved: bool
    causes: tuple[str, ...]
    case: dict[str, Any] | None = field(default=None, repr=False)
    before: Verdict | None = field(default=None, repr=False)
    after: Verdict | None = field(default=None, repr=False)


@frozen
class ServiceChange:
    """A case of the portfolio in which a norm gets another verdict, in the words of both."""

    case: str
    title: str
    norm: str
    before: str
    after: str


@frozen(eq=False, repr=False)
class VersionComparison:
    """What differs between two versions of a rulebook.

    `may_turn` is whether any verdict can be another, or that is not excluded; `answer` says it in
    a sentence. `services` is empty where no portfolio was given.
    """

    may_turn: bool
    answer: str
    _found: "Comparison"

    @cached_property
    def norms(self) -> tuple[NormChange, ...]:
        """The norms that differ, or may, in the order of the law."""
        return tuple(map(_norm, self._found.norms))

    @cached_property
    def services(self) -> tuple[ServiceChange, ...]:
        """The verdicts that are others, service by service."""
        return tuple(_services(self._found.services))

    def to_json(self) -> dict[str, Any]:
        """What `ntr sammenlign --format json` writes, as dictionaries."""
        from hjemmel.analysis.render_comparison.document import document

        return document(self._found, __version__)

    def to_markdown(self) -> str:
        """What `ntr sammenlign --format md` writes."""
        from hjemmel.analysis.render_comparison.markdown import markdown
        from hjemmel.analysis.render_comparison.sections import page

        return markdown(page(self._found))

    def to_html(self) -> str:
        """What `ntr sammenlign --format html` writes: a page that stands alone."""
        from hjemmel.analysis.render_comparison.html import html
        from hjemmel.analysis.render_comparison.sections import page

        of = self._found
        prints = tuple(each.program.fingerprint for each in (of.old, of.new))
        return "".join(html(page(of), __version__, prints))

    def __repr__(self) -> str:
        return f"VersionComparison({self.answer!r}, {len(self._found.norms)} norms)"


def compare_versions(
    old: Rulebook,
    new: Rulebook,
    portfolio: Iterable[Facts] | None = None,
    day: date | str | None = None,
) -> VersionComparison:
    """What differs between two versions, and what that means for the cases of a portfolio.

    With a solver installed what is the same is proved; else it is tried, and is not proved. The
    cases are judged by the day given, else by their own. FactsError where a case cannot be read by
    one of the versions, or nobody says which day.
    """
    from hjemmel.analysis.comparison.comparing import comparison
    from hjemmel.analysis.comparison.comparison import Version
    from hjemmel.analysis.render_comparison.gist import answer

    versions = Version(old.name, old.program), Version(new.name, new.program)
    cases = None if portfolio is None else list(portfolio)
    found = comparison(*versions, None if cases is None else _portfolio(old, new, cases, day))
    return VersionComparison(found.may_turn, answer(found), found)


def _portfolio(
    old: Rulebook, new: Rulebook, cases: list[Facts], day: date | str | None
) -> "Portfolio":
    from hjemmel.analysis.comparison.comparing import Portfolio
    from hjemmel.analysis.comparison.services import Reading

    def reading(by: Rulebook) -> Reading:
        vocabulary = Vocabulary.of(by.program.schema)
        told = [told_of(each, vocabulary, f"{DEFAULT_NAME}-{number}")
                for number, each in enumerate(cases, 1)]  # fmt: skip
        unread = sum(len(each.unread) for each in told)
        return Reading(tuple(each.case for each in told), unread=unread)

    def by(case: "Case") -> date:
        return day_of(day, case)

    return Portfolio((reading(old), reading(new)), by)


def _norm(of: "NormDifference") -> NormChange:
    seen = of.witness
    return NormChange(
        of.id,
        of.old.id if of.old else "",
        of.norm.title,
        of.sort,
        of.sort in (Sort.SAME, Sort.ASIDE),
        tuple(each.id for each in of.causes),
        json.loads(seen.case) if seen else None,
        verdict_of(seen.before) if seen else None,
        verdict_of(seen.after) if seen else None,
    )


def _services(of: "Services | None") -> Iterator[ServiceChange]:
    from hjemmel.analysis.comparison.services import Turn

    for each in of.flips if of else ():
        if each.turn is not Turn.GROUNDS:
            yield ServiceChange(each.service, each.title, each.norm, *each.words)
