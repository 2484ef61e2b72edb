"""The lines of a norm sorted by what they are for, and whether they are all there."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from attrs import define, evolve, field, frozen

from hjemmel.check import problems_structure
from hjemmel.check.binding import asking_problems, binding_problems
from hjemmel.check.redundant_lines import idle_lines
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.source.span import Span
from hjemmel.syntax import lines as written
from hjemmel.syntax.blocks import NormBlock

OUTCOME_WORDS = {
    "krav": "oppfylt når",
    "forbud": "brutt når",
    "vilkår": "oppfylt når",
    "adgang": "åpen når",
    "anbefaling": "fulgt når",
    "frist": "oppfylt når",
    "varsel": "varsles når",
    "avgjørelse": "innvilges når",
    "konstatering": "slås fast når",
    "definisjon": "betyr at",
    "steg": "fullført når",
    written.PRESUMPTION: "legges til grunn at",
    written.CONCLUSION: "følger at",
}

_ASKS = (
    written.Requirement, written.TableHead, written.TableRow, written.Done, written.Latest,
    written.Item,
)  # fmt: skip
_ORDER: tuple[tuple[type, ...], ...] = (
    (written.Mark,),
    (written.OwnWords,),
    (written.Presumed,),
    (written.Binds,),
    (written.AskedWith,),
    (written.AppliesTo,),
    (written.Scope,),
    (written.Deciding,),
    (written.Assumed, written.ChosenDay),
    _ASKS,
    (written.ExceptionLine,),
    (written.NotInForce,),
)

_NAMES: dict[type, str] = {
    written.Edition: "fra",
    written.Mark: "kjennemerke",
    written.OwnWords: "med egne ord",
    written.Presumed: "forutsatt",
    written.AskedWith: "søkes med",
    written.AppliesTo: "gjelder for",
    written.Scope: "gjelder når",
    written.Deciding: "regnes etter",
    written.Assumed: "antatt",
    written.ChosenDay: "valgt",
    written.NotInForce: "ikke i kraft",
    written.Requirement: "… når",
    written.TableHead: "… etter tabellen",
    written.TableRow: "rad",
    written.Done: "utført",
    written.Latest: "senest",
    written.Item: "– tittel: …",
    written.ExceptionLine: "med mindre",
    written.OnClause: "for leddet",
    written.Arises: "oppstår når",
    written.ReadingLine: "lesemåte",
    written.Chosen: "valgt",
}

_ONCE = (
    written.Mark, written.Presumed, written.AskedWith, written.AppliesTo, written.Scope,
    written.Deciding, written.Requirement, written.TableHead, written.Done, written.Latest,
)  # fmt: skip

_ONCE_A_QUESTION = (written.OnClause, written.Arises, written.Chosen)

QuestionLine = (
    written.Question
    | written.OnClause
    | written.Arises
    | written.ReadingLine
    | written.Chosen
)  # fmt: skip


@define
class Part:
    """What stands under one dated wording, or under none."""

    edition: written.Edition | None = None
    binds: list[written.Binds] = field(factory=list)
    assumed: list[written.Assumed] = field(factory=list)
    chosen: list[written.ChosenDay] = field(factory=list)
    scope: written.Scope | None = None
    deciding: written.Deciding | None = None
    presumed: str = ""
    requirement: written.Requirement | None = None
    table: written.TableHead | None = None
    rows: list[written.TableRow] = field(factory=list)
    done: written.Done | None = None
    latest: written.Latest | None = None
    items: list[written.Item] = field(factory=list)
    exceptions: list[written.ExceptionLine] = field(factory=list)
    own_words: list[str] = field(factory=list)
    questions: list["Asked"] = field(factory=list)

    @property
    def says_something(self) -> bool:
        """True where it says what it takes to meet the norm."""
        return bool(self.requirement or self.table or self.items or (self.done and self.latest))


@define
class Asked:
    """An open question with its readings."""

    question: written.Question
    clause: written.OnClause | None = None
    arises: written.Arises | None = None
    readings: list[written.ReadingLine] = field(factory=list)
    chosen: written.Chosen | None = None


@frozen
class Anatomy:
    """A norm's lines, sorted. The first part holds what stands outside dated wordings."""

    mark: written.Mark | None
    own_words: str
    asked_with: written.AskedWith | None
    subject: written.AppliesTo | None
    common: Part
    editions: tuple[Part, ...]
    gaps: tuple[written.NotInForce, ...]
    diagnostics: tuple[Diagnostic, ...]


@define
class _Sorting:
    """The sorting under way."""

    mark: written.Mark | None = None
    asked_with: written.AskedWith | None = None
    subject: written.AppliesTo | None = None
    common: Part = field(factory=Part)
    editions: list[Part] = field(factory=list)
    gaps: list[written.NotInForce] = field(factory=list)
    diagnostics: list[Diagnostic] = field(factory=list)

    @property
    def part(self) -> Part:
        return self.editions[-1] if self.editions else self.common


def sort_lines(block: NormBlock, damaged: Sequence[int]) -> Anatomy:
    """Sort a norm's lines. Nothing is said to be missing from a damaged block."""
    sorting = _Sorting()
    for line in block.lines:
        _place(line, sorting, block.kind)
    if len(sorting.editions) == 1:  # what stands under the only wording is all that the norm says
        _gather(sorting.common, sorting.editions[0])
    diagnostics = [*_order(block.lines), *_twice(block.lines), *sorting.diagnostics]
    diagnostics += idle_lines(block.lines, block.kind)
    diagnostics += binding_problems(block.lines, block.kind)
    diagnostics += asking_problems(block.lines, block.kind)
    if block.span.line not in damaged:
        diagnostics += _complete(block, sorting)
    return Anatomy(
        sorting.mark, " ".join(sorting.common.own_words), sorting.asked_with, sorting.subject,
        sorting.common,
        tuple(sorting.editions), tuple(sorting.gaps), tuple(diagnostics),
    )  # fmt: skip


def _gather(common: Part, only: Part) -> None:
    """Say of the whole norm what stands under its only wording."""
    common.exceptions += only.exceptions
    common.deciding = only.deciding or common.deciding
    common.presumed = only.presumed or common.presumed
    only.exceptions, only.deciding, only.presumed = [], None, ""


def _place(line: written.NormLine, sorting: _Sorting, kind: str) -> None:  # noqa: C901, PLR0912 - a line each
    part = sorting.part
    match line:
        case written.Mark():
            sorting.mark = line
        case written.OwnWords():
            part.own_words.append(line.text)
        case written.Presumed():
            part.presumed = line.text
        case written.Remark():
            pass  # a note to the reader of the rules, without effect
        case written.Binds():
            part.binds.append(line)
        case written.AskedWith():
            sorting.asked_with = line
        case written.AppliesTo():
            sorting.subject = line
        case written.Deciding():
            part.deciding = line
        case written.Edition():
            sorting.editions.append(Part(line))
        case written.Assumed():
            part.assumed.append(line)
        case written.ChosenDay():
            part.chosen.append(line)
        case written.NotInForce():
            sorting.gaps.append(line)
        case written.Scope():
            part.scope = line
        case written.Requirement() | written.TableHead():
            _outcome(line, part, sorting, kind)
        case written.TableRow():
            part.rows.append(line)
        case written.Done():
            part.done = line
        case written.Latest():
            part.latest = line
        case written.Item():
            part.items.append(line)
        case written.ExceptionLine():
            part.exceptions.append(line)
        case _:  # what is left belongs to an open question
            _place_question(line, sorting)


def _outcome(
    line: written.Requirement | written.TableHead, part: Part, sorting: _Sorting, kind: str
) -> None:
    right = OUTCOME_WORDS[kind]
    if right.split()[:-1] != line.word.split():
        word = line.lead if isinstance(line, written.Requirement) else f"{line.word} når"
        span = evolve(line.span, end=line.span.column + len(word))
        sorting.diagnostics.append(problems_structure.wrong_outcome_word(kind, word, right, span))
    if isinstance(line, written.TableHead):
        part.table = line
    else:
        part.requirement = line


def _place_question(line: QuestionLine, sorting: _Sorting) -> None:
    questions = sorting.part.questions
    if isinstance(line, written.Question):
        questions.append(Asked(line))
        return
    if not questions:
        name = _NAMES[type(line)]
        if not any(each.code == "NTR162" for each in sorting.diagnostics):  # the rest follows
            sorting.diagnostics.append(problems_structure.stray_line(name, "tolkning", line.span))
        return
    asked = questions[-1]
    match line:
        case written.OnClause():
            asked.clause = line
        case written.Arises():
            asked.arises = line
        case written.ReadingLine():
            asked.readings.append(line)
        case written.Chosen():
            asked.chosen = line
        case _:
            assert_never(line)


def _name(line: written.NormLine) -> str:
    """A line by its line word."""
    match line:
        case written.Requirement() | written.Binds():
            return line.lead
        case written.TableHead():
            return f"{line.word} etter tabellen"
        case _:  # the others have one word each
            return _NAMES[type(line)]


def _rank(line: written.NormLine) -> int | None:
    return next((i for i, kinds in enumerate(_ORDER) if isinstance(line, kinds)), None)


def _order(lines: tuple[written.NormLine, ...]) -> list[Diagnostic]:
    """Lines that stand below one they should stand above."""
    found: list[Diagnostic] = []
    highest, before = -1, ""
    for line in lines:
        if isinstance(line, written.Edition):
            highest = -1
            continue
        rank = _rank(line)
        if rank is None:
            continue
        if rank < highest:
            found.append(problems_structure.line_order(_name(line), before, line.span))
        else:
            highest, before = rank, _name(line)
    return found


def _twice(lines: tuple[written.NormLine, ...]) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    seen: dict[type, Span] = {}
    for line in lines:
        if isinstance(line, written.Edition):
            seen = {}
        elif isinstance(line, written.Question):
            seen = {kind: span for kind, span in seen.items() if kind not in _ONCE_A_QUESTION}
        elif isinstance(line, (*_ONCE, *_ONCE_A_QUESTION)):
            if type(line) in seen:
                found.append(
                    problems_structure.line_twice(_name(line), line.span, seen[type(line)])
                )
            seen[type(line)] = line.span
    return found


def _complete(block: NormBlock, sorting: _Sorting) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    wanted = "utført" if block.kind == "frist" else OUTCOME_WORDS[block.kind]
    for part in sorting.editions or [sorting.common]:
        if not part.says_something and not sorting.common.says_something:
            span = part.edition.span if part.edition else block.span
            line = "senest" if part.done else wanted
            found.append(problems_structure.missing_line(block.kind, line, span))
    for part in (sorting.common, *sorting.editions):
        if part.table and not part.rows:
            found.append(problems_structure.missing_line(block.kind, "rad", part.table.span))
        if part.rows and not part.table:
            found.append(
                problems_structure.stray_line("rad", "… etter tabellen", part.rows[0].span)
            )
        found += [each for asked in part.questions for each in _complete_question(asked)]
    return found


def _complete_question(asked: Asked) -> Iterator[Diagnostic]:
    needs = ((asked.clause, "for leddet"), (asked.arises, "oppstår når"),
             (len(asked.readings) > 1, "lesemåte"), (asked.chosen, "valgt"))  # fmt: skip
    for needed, name in needs:
        if not needed:
            yield problems_structure.missing_line("tolkning", name, asked.question.span)
