"""What decided, in one line: the steps that came out as the whole did, each thing said once."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from hjemmel.core.nodes import Each, Literal
from hjemmel.core.sought import sought
from hjemmel.core.walk import nodes_of
from hjemmel.explain.finding import Finding, Result
from hjemmel.explain.seen import (
    Coverage,
    Difference,
    Different,
    Empty,
    Known,
    Named,
    Seen,
    Several,
    Stands,
    Tally,
)
from hjemmel.explain.steps import Clause, Counted, Exempt
from hjemmel.provenance.book import Book
from hjemmel.render.missing_words import few
from hjemmel.render.seen_words import (
    first_in_words,
    in_words,
    norm_in_words,
    rest_in_words,
    seen_in_words,
)
from hjemmel.render.step_words import asked_in_words, step_in_words
from hjemmel.source.provisions import provision_in
from hjemmel.words.phrases import short_name, words
from hjemmel.words.values import shown

_MOST = 3
"""A line has room for so many steps with their values; of more than that it gives the names."""
_USUAL = {Result.HOLDS: True, Result.FAILS: False}
"""What a fact is where it came out as it should say: then only its name is given."""
_LACKS = " mangler "
_IS = " = "


class _Said(NamedTuple):
    """What one step tells: a text, or the values of something that several steps may tell of."""

    name: str
    joint: str = ""
    values: tuple[str, ...] = ()


def decided_by(book: Book, finding: Finding) -> str:
    """The values of the decisive steps that came out as the whole did."""
    return "; ".join(_joined(_telling(book, finding, None)))


def _joined(told: Iterable[_Said]) -> Iterator[str]:
    """Each text once; of the same thing, all the values that were told, in one place."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for name, joint, values in told:
        found[name, joint] = _together(found.get((name, joint), ()), values)
    yield from (f"{name}{joint}{_listed(joint, values)}" for (name, joint), values in found.items())


def _together(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    """The longer where it has all of the other's; else both, each once."""
    for most, least in ((first, second), (second, first)):
        if set(least) <= set(most) and len(least) <= len(most):
            return most
    return tuple(dict.fromkeys((*first, *second)))


def _listed(joint: str, values: Sequence[str]) -> str:
    return ", ".join(values) if joint == _LACKS else few(values)


def _telling(book: Book, finding: Finding, usual: bool | None) -> Iterator[_Said]:
    """What a step tells by itself, or what is told of the steps it joins."""
    if lacked := _lacked(book, finding):
        yield lacked
        return
    below = [each for each in finding.because if _tells(each, finding.result)]
    of = _count_of(finding.seen)
    if not below or (finding.seen is not None and of is None):
        yield _told(book, finding, usual)
    elif of is not None and len(below) > _MOST:
        yield from _many(book, below, finding.result, of)
    else:
        for each in below:
            if _is_exception(each):
                yield _Said(_with_value(book, each, usual))
            else:
                yield from _telling(book, each, usual)


def _lacked(book: Book, finding: Finding) -> _Said | None:
    """The value written in the rule that some entry of a list was to have, and none has."""
    if finding.result is not Result.FAILS or not isinstance(finding.step.asked, Clause):
        return None
    node, names = finding.step.asked.node, finding.step.asked.names
    wanted = sought(node) if isinstance(node, Each) else None
    if wanted is None or not isinstance(wanted.value, Literal) or not isinstance(node, Each):
        return None
    name = short_name(book, node.domain, names)
    return _Said(name, _LACKS, (shown(wanted.value.value, wanted.value.type),))


def _count_of(seen: Seen | None) -> int | None:
    """Of how many parts it was counted how many hold; None where it was not, or not of all.

    So it is told of lists, too, of which there is no difference to tell.
    """
    if isinstance(seen, Difference) and not (seen.lacking.count or seen.unsure.count):
        return _count_of(seen.tally)
    return seen.of if isinstance(seen, Tally) and seen.complete and not seen.rest else None


def _tells(part: Finding, whole: Result) -> bool:
    """Whether a part came out as the whole did; an exception that holds makes the whole fail."""
    if _is_exception(part):
        return part.decisive and part.result is Result.HOLDS and whole is Result.FAILS
    return part.decisive and part.result is whole


def _is_exception(finding: Finding) -> bool:
    return isinstance(finding.step.role, Exempt)


def _many(book: Book, parts: Sequence[Finding], result: Result, count: int) -> Iterator[_Said]:
    """Many parts: what they tell of one thing together, or each by its name and how many."""
    told = [said for each in parts for said in _telling(book, each, None)]
    if all(each.values for each in told) and len({each[:2] for each in told}) == 1:
        yield from told
        return
    short = [said for each in parts for said in _telling(book, each, _USUAL.get(result))]
    # Names alone say enough only where each came out as it should say.
    bare = all(first != second for first, second in zip(told, short, strict=False))
    texts = [*dict.fromkeys(_joined(short if bare else told))]
    yield _Said(f"{_so_many(len(parts), count, result)}: {few(_without_start(texts))}")


def _so_many(parts: int, count: int, result: Result) -> str:
    """«4 av 7 holder ikke», «ingen av 4 holder»."""
    if parts == count and result is Result.FAILS:
        return f"ingen av {count} {Result.HOLDS.value}"
    return f"{parts} av {count} {result.value}"


def _without_start(texts: Sequence[str]) -> list[str]:
    """The texts, with the word that all begin with said once."""
    first, *others = texts
    start = first.split(" ", 1)[0] + " "
    if all(each.startswith(start) for each in others):
        others = [each.removeprefix(start) for each in others]
    return [first, *others]


def _told(book: Book, finding: Finding, usual: bool | None) -> _Said:
    match finding.seen:
        case Named(name=_, seen=Known()) as seen:
            name, value = in_words(book, seen).split(_IS, 1)
            return _Said(name, _IS, (value,))
        case Different(name=name) as seen if name is not None:
            return _of_list(book, short_name(book, name.fact, name.names), seen)
        case Several(parts=(Different(name=name), *_, Coverage(lacking=lacking))) if (
            name is not None and lacking
        ):
            values = tuple(in_words(book, each) for each in lacking)
            return _Said(short_name(book, name.fact, name.names), _LACKS, values)
        case Difference(lacking=lacking) as seen if lacking.count:
            other = words(book, seen.other.node, seen.other.names)
            return _Said(f"ikke blant {other}: {first_in_words(book, lacking)}")
        case Empty():
            return _of_none(book, finding, usual)
        case Stands() as stands:
            return _Said(provision_in(stands.norm.place), " ", (norm_in_words(stands),))
        case seen if seen is not None and _names_itself(seen):
            return _Said(in_words(book, seen))
        case _:
            return _Said(_with_value(book, finding, usual))


def _of_list(book: Book, name: str, seen: Different) -> _Said:
    values = [in_words(book, each) for each in seen.values]
    return _Said(name, _IS, (*(values or ("ingen",)), *rest_in_words(seen)))


def _of_none(book: Book, finding: Finding, usual: bool | None) -> _Said:
    """«kopimottakere = ingen»: a list without entries, whatever was asked of them."""
    asked = finding.step.asked
    if isinstance(asked, Clause):
        lists = (each.domain for each in nodes_of(asked.node) if isinstance(each, Each))
        domain = next(lists, None)
        if domain is not None:
            return _Said(short_name(book, domain, asked.names), _IS, ("ingen",))
    return _Said(_with_value(book, finding, usual))


def _with_value(book: Book, finding: Finding, usual: bool | None) -> str:
    """What was asked and what was seen, if that is not what one would think."""
    what, seen = step_in_words(book, finding), finding.seen
    if isinstance(finding.step.role, Counted):
        what = f"{what}: {asked_in_words(book, finding.step.asked)}"
    if seen is None or (isinstance(seen, Known) and seen.value is usual):
        return what
    return f"{what}: {seen_in_words(book, finding)}"


def _names_itself(seen: Seen) -> bool:
    """Whether it says what it is that was seen."""
    match seen:
        case Several(parts=parts):
            return any(map(_names_itself, parts))
        case Different(name=name):
            return name is not None
        case Coverage(lacking=lacking):
            return bool(lacking)
        case _:
            return isinstance(seen, Named)
