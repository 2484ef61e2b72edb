"""How much of the rules the cases try, for people and for programs."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from hjemmel.analysis.coverage import Condition, NormCoverage
from hjemmel.core.nodes import Node, Ref
from hjemmel.core.outcome import Outcome, Stage
from hjemmel.core.program import Norm
from hjemmel.provenance.book import Book
from hjemmel.render.lines import Line, Segment, wrapped
from hjemmel.render.verdict_text import provision
from hjemmel.words import outcomes
from hjemmel.words.outcomes import requirement_lead
from hjemmel.words.periods import period
from hjemmel.words.phrases import words

_WAYS = {
    (True,): "ingen sak viser at det avgjør alene når det holder",
    (False,): "ingen sak viser at det avgjør alene når det ikke holder",
    (True, False): "ingen sak viser at det avgjør alene, verken når det holder "
    "eller når det ikke holder",
}
_HANGING = 6


def text(book: Book, found: Sequence[NormCoverage], cases: int, width: int) -> list[Line]:
    """Each provision, each norm, and in words what is not shown of it."""
    lines: list[Line] = [(Segment(f"Dekning av {cases} {'sak' if cases == 1 else 'saker'}",
                                  "heading"),)]  # fmt: skip
    for section, group in groupby(found, key=lambda each: provision(each.norm)):
        norms = tuple(group)
        lines += [(), (Segment(section, "heading"), Segment(f"  {shares(norms)}"))]
        for each in norms:
            lines += _norm(book, each, width)
    return [*lines, (), (Segment("I alt", "heading"), Segment(f"  {shares(found)}"))]


def shares(found: Sequence[NormCoverage]) -> str:
    """«utfall 18 av 20 (90 %) · ordlyder 3 av 4 (75 %) · vilkår 30 av 44 (68 %)»."""
    shown, ways = sum(each.shown for each in found), sum(each.ways for each in found)
    possible = sum(len(each.possible) for each in found)
    seen = possible - sum(len(each.unseen) for each in found)
    told = f"utfall {seen} av {possible} ({_percent(seen, possible)} %){_wordings(found)}"
    if not ways:
        return f"{told} · ingen vilkår"
    return f"{told} · vilkår {shown} av {ways} ({_percent(shown, ways)} %)"


def _wordings(found: Sequence[NormCoverage]) -> str:
    """How many wordings some case was judged by, where any norm has more than one."""
    if all(len(each.norm.wordings) == 1 for each in found):
        return ""
    every, reached = _counts(found)
    return f" · ordlyder {reached} av {every} ({_percent(reached, every)} %)"


def _counts(found: Sequence[NormCoverage]) -> tuple[int, int]:
    """How many wordings there are, and how many of them some case was judged by."""
    every = sum(len(each.norm.wordings) for each in found)
    return every, every - sum(len(each.unseen_wordings) for each in found)


def document(book: Book, found: Sequence[NormCoverage], cases: int) -> dict[str, object]:
    """The same as data."""
    return {
        "saker": cases,
        "utfall": sum(len(each.possible) for each in found),
        "utfall_sett": sum(len(each.possible) - len(each.unseen) for each in found),
        "ordlyder": _counts(found)[0],
        "ordlyder_sett": _counts(found)[1],
        "veier": sum(each.ways for each in found),
        "veier_vist": sum(each.shown for each in found),
        "normer": [_data(book, each) for each in found],
    }


def _percent(part: int, whole: int) -> int:
    """Rounded down: 100 is all of it."""
    return 100 * part // whole if whole else 100


def _norm(book: Book, found: NormCoverage, width: int) -> Iterator[Line]:
    yield (Segment("  "), Segment(found.norm.id, "norm"), Segment(f"  {shares([found])}"))
    for told in _unshown(book, found):
        first, *rest = wrapped(told, width - _HANGING)
        yield (Segment("    – "), Segment(first))
        yield from ((Segment(" " * _HANGING), Segment(part)) for part in rest)


def _unshown(book: Book, found: NormCoverage) -> Iterator[str]:
    if found.unseen:
        unseen = ", ".join(outcome_word(found.norm, each) for each in found.unseen)
        yield f"utfall som ikke er sett: {unseen}"
    for wording in found.unseen_wordings:
        yield f"ordlyd som ingen sak er vurdert etter: {period(wording)}"
    for each in found.conditions:
        if each.undecided:
            told = f"{lead(found.norm, each)} «{asked(book, each.node)}»{place(each.node)}"
            yield f"{told}: {_WAYS[each.undecided]}"


def outcome_word(norm: Norm, outcome: Outcome) -> str:
    """The word of an outcome, at the level of the latest wording."""
    return outcomes.outcome_word(norm, norm.wordings[-1], outcome)


def lead(norm: Norm, condition: Condition) -> str:
    """The first words of the line that a condition stands in."""
    if condition.stage is Stage.APPLIES:
        return "gjelder når"
    return requirement_lead(norm.kind)


def asked(book: Book, node: Node) -> str:
    """The condition in words; a norm that is referred to, by its id."""
    if isinstance(node, Ref) and not node.origin.words:
        return f"svaret på {node.norm}"
    return words(book, node, {})


def place(node: Node) -> str:
    """Where a condition stands, in brackets."""
    span = node.origin.span
    return f" ({span.file} linje {span.line})" if span.line else ""


def _data(book: Book, found: NormCoverage) -> dict[str, object]:
    return {
        "norm": found.norm.id,
        "sted": provision(found.norm),
        "utfall": [each.value for each in found.possible],
        "ikke_sett": [each.value for each in found.unseen],
        "ordlyder_ikke_sett": [period(each) for each in found.unseen_wordings],
        "veier": found.ways,
        "veier_vist": found.shown,
        "vilkår": [_condition(book, each) for each in found.conditions],
    }


def _condition(book: Book, found: Condition) -> dict[str, object]:
    span = found.node.origin.span
    return {
        "steg": found.stage.value,
        "hva": asked(book, found.node),
        "fil": span.file,
        "linje": span.line,
        "vist": ["holder" if each else "holder ikke" for each in sorted(found.decided)[::-1]],
    }
