"""Lines of a norm that another line keeps from having a say."""

import re
from collections.abc import Iterator, Sequence

from hjemmel.check import problems_structure
from hjemmel.check.problems_declarations import declared_twice
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.syntax import lines as written

_MARK = re.compile(r"[\w.-]+/[\w-]+")


_WITH_LAST_DAY = ("krav", "vilkår")
"""Those of which a condition may have to hold by a last day."""
_EACH_ITS_OWN = "skriv hvert strekpunkt som en norm for seg, der linjen kan stå"
_A_NORM_OF_ITS_OWN = "skriv siste dag i en egen norm: «frist …» med «utført» og «senest»"
_TOGETHER = "bind dem sammen med «og» eller «eller når», eller skriv en norm til"
_NO_LAST_DAY = "bare krav og vilkår kan ha en siste dag for det som skal holde"


def idle_lines(lines: Sequence[written.NormLine], kind: str) -> list[Diagnostic]:
    """What is written for nothing, in the order found."""
    first = next((i for i, e in enumerate(lines) if isinstance(e, written.Edition)), len(lines))
    common, dated = lines[:first], lines[first:]
    return [
        *_marks(common),
        *_measures(common, kind),
        *(each for part in _editions(dated) for each in _measures(part, kind)),
        *(_outdone(common) if any(map(_measures_something, dated)) else ()),
        *_before_wordings(common, dated),
        *_replaced(common, _editions(dated)),
        *_questions(lines),
    ]


def _marks(lines: Sequence[written.NormLine]) -> Iterator[Diagnostic]:
    items = any(isinstance(each, written.Item) for each in lines)
    for each in lines:
        if isinstance(each, written.Mark):
            if not _MARK.fullmatch(each.id):
                yield problems_structure.bad_mark(each.id, each.span)
            elif items:
                because = "hvert strekpunkt er sin egen norm"
                yield problems_structure.idle_line("kjennemerke", because, _EACH_ITS_OWN, each.span)


def _editions(lines: Sequence[written.NormLine]) -> list[list[written.NormLine]]:
    parts: list[list[written.NormLine]] = []
    for each in lines:
        if isinstance(each, written.Edition):
            parts.append([])
        else:
            parts[-1].append(each)
    return parts


def _measures_something(line: written.NormLine) -> bool:
    return isinstance(line, (written.Requirement, written.TableHead, written.Item, written.Latest))


def _measures(lines: Sequence[written.NormLine], kind: str) -> Iterator[Diagnostic]:
    """More than one way to say what it takes. What a presumption cannot have is told elsewhere."""
    if kind in written.JUDGING_NOTHING:
        return
    ways = [each for each in lines if _measures_something(each)]
    if _is_held_by_a_day(lines) and kind in _WITH_LAST_DAY:
        ways = [each for each in ways if not isinstance(each, written.Latest)]
    for each in _first_of_each(ways[1:]):
        both_items = isinstance(ways[0], written.Item) and isinstance(each, written.Item)
        if type(each) is not type(ways[0]) and not both_items:
            day = _is_held_by_a_day(lines) and isinstance(each, written.Latest)
            because = _NO_LAST_DAY if day else "en annen linje sier alt hva som skal til"
            help = _A_NORM_OF_ITS_OWN if day else _TOGETHER
            yield problems_structure.idle_line(_shown(each), because, help, each.span)


def _first_of_each(ways: Sequence[written.NormLine]) -> Iterator[written.NormLine]:
    """The first line of each sort: of several items, one is enough to tell."""
    seen: set[type] = set()
    for each in ways:
        if type(each) not in seen:
            seen.add(type(each))
            yield each


def _is_held_by_a_day(lines: Sequence[written.NormLine]) -> bool:
    """Whether «senest» is the last day of what must hold, and not of an act."""
    found = {type(each) for each in lines}
    return written.Requirement in found and written.Done not in found


def _outdone(lines: Sequence[written.NormLine]) -> Iterator[Diagnostic]:
    for each in lines:
        if _measures_something(each):
            yield problems_structure.before_the_wordings(_shown(each), each.span)


def _before_wordings(
    common: Sequence[written.NormLine], dated: Sequence[written.NormLine]
) -> Iterator[Diagnostic]:
    for each in common:
        if isinstance(each, written.ChosenDay):
            because = "det hører til en grense i et tidsrom, og skal stå under den"
            help = "flytt den ned under «fra», eller opp under kilden som har dagen"
            yield problems_structure.idle_line("valgt", because, help, each.span)
        if dated and isinstance(each, written.Assumed):
            because = "det hører til en ordlyd, og skal stå under «fra»"
            help = "flytt den ned under ordlyden som har dagen"
            yield problems_structure.idle_line("antatt", because, help, each.span)
    for each in dated:
        if isinstance(each, written.Item):
            because = "strekpunkter kan ikke ha hver sin ordlyd"
            yield problems_structure.idle_line(f"– {each.title}", because, _EACH_ITS_OWN, each.span)


_OWN: tuple[tuple[type, str], ...] = (
    (written.Presumed, "forutsatt"),
    (written.Deciding, "regnes etter"),
)
"""What a wording may have of its own in the place of what stands before the first."""


def _replaced(
    common: Sequence[written.NormLine], editions: Sequence[Sequence[written.NormLine]]
) -> Iterator[Diagnostic]:
    """A line for the wordings that have none of their own, where there is no such wording."""
    for kind, word in _OWN:
        line = next((each for each in common if isinstance(each, kind)), None)
        if line and editions and all(any(isinstance(e, kind) for e in part) for part in editions):
            because = "hver ordlyd har sin egen"
            help = f"la «{word}» stå enten foran ordlydene eller under hver av dem"
            yield problems_structure.idle_line(word, because, help, line.span)


def _questions(lines: Sequence[written.NormLine]) -> Iterator[Diagnostic]:
    common: list[object] | None = None
    clauses: list[object] = []
    readings: dict[str, written.ReadingLine] = {}
    for each in lines:
        match each:
            case written.Edition():
                common = clauses if common is None else common
                clauses = [*common]
            case written.Question():
                readings = {}
            case written.OnClause():
                if each.clause in clauses:
                    because = "en annen tolkning gjelder det samme leddet"
                    help = "skriv lesemåtene under ett spørsmål om leddet"
                    yield problems_structure.idle_line("for leddet", because, help, each.span)
                clauses.append(each.clause)
            case written.ReadingLine():
                if each.name in readings:
                    first = readings[each.name].span
                    yield declared_twice("lesemåten", each.name, each.span, first)
                readings.setdefault(each.name, each)
            case _:  # other lines are no part of a question
                pass


def _shown(line: written.NormLine) -> str:
    match line:
        case written.Requirement():
            return f"{line.word} {'at' if line.word == 'betyr' else 'når'}"
        case written.TableHead():
            return f"{line.word} etter tabellen"
        case written.Item():
            return f"– {line.title}"
        case _:  # only a deadline is left
            return "senest"
