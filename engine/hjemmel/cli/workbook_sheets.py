"""The sheets of the workbook: what is written in each, and in which order they stand."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from attrs import define, field

from hjemmel.cli.workbook import A3, LONGEST_CELL, Cell, Paged, TooLongError, Workbook
from hjemmel.cli.workbook_room import Listed
from hjemmel.cli.workbook_shapes import colour_of
from hjemmel.cli.workbook_summary import Left, summary
from hjemmel.core.program import Program
from hjemmel.explain.verdict import Verdict, full_word, missing, told_of
from hjemmel.render.binding_words import duty_bearers
from hjemmel.render.portfolio import COUNTED, FIRST, GRAVE, CaseVerdicts, Gap
from hjemmel.render.report.counts import NOBODY, REFUSED, UNDECIDED, answer_of
from hjemmel.render.report.gathering import Gathering, Overview, is_shown
from hjemmel.render.report.groups import NOT_TOLD
from hjemmel.render.rows import HEADER, breach, rows
from hjemmel.render.summary import gist
from hjemmel.render.verdict_text import provision
from hjemmel.words.outcomes import called

NAMES = ("sammendrag", "saker", "matrise", "begrunnelser", "uavklart", "mangler")
"""In the order in which they stand. After them come all rows, as CSV has them, if there is room."""
ROWS = "verdikter"
_FAILED = (*GRAVE, REFUSED)
"""What calls for something: of these, and of what is undecided, there is a row with the reason."""
_WIDE = {"tittel": 40, "per": 11, "normtittel": 30, "hjemmel": 30, "mangler": 50, "forutsatt": 50}
_REASONS = {
    "sak": 13, "tittel": 28, "per": 11, "bestemmelse": 14, "norm": 26, "slag": 11, "niva": 9,
    "ord": 20, "virkning": 11, "brudd": 7, "hjemmel": 24, "begrunnelse": 70, "plikt": 20,
}  # fmt: skip
_WRAPPED = ("tittel", "bestemmelse", "norm", "ord", "hjemmel", "begrunnelse", "plikt")
_NORMS_ON_A_PAGE = 40
_UNASKED = ("–", "ikke spurt")
"""Of a norm that is not asked in a case a dash is enough."""
_WAITING = {"bestemmelse": 14, "norm": 40, "slag": 14, "niva": 11, "ord": 24, "begrunnelse": 80,
            "saker": 9}  # fmt: skip
_MISSING = {"hos": 34, "art": 12, "opplysning": 70, "saker": 9}
_CASES = ("saker",)
_Reason = tuple[str, ...]
"""The cells that tell of a verdict, from the provision on."""


@define(eq=False)
class Sheets:
    """All of them. `matrix` keeps how each norm asked in a case stands there, and its colour."""

    program: Program
    version: str
    only: str
    workbook: Workbook = field(factory=Workbook)
    gathering: Gathering = field(init=False)
    made: dict[str, Any] = field(init=False)
    reasons: Paged = field(init=False)
    undecided: Listed = field(factory=Listed)
    waiting: Counter[_Reason] = field(factory=Counter)
    verdicts: Listed = field(factory=Listed)
    matrix: list[dict[str, tuple[str, str]]] = field(factory=list)
    asked: dict[str, None] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        self.gathering = Gathering(self.program)
        self.made = {name: self.workbook.book.add_worksheet(name) for name in NAMES}
        self.reasons = self._paged("begrunnelser", [[*_REASONS]], [*_REASONS.values()], still=2)

    def add(self, case: CaseVerdicts, day: date) -> None:
        """One case more."""
        self.verdicts.add(len(case.verdicts), lambda: _dated(case, day))
        if not is_shown(case, self.program):
            return
        self.gathering.add(case)
        self.matrix.append({})
        for each in case.verdicts:
            if answer := answer_of(each):
                self.asked[each.norm.id] = None
                self.matrix[-1][each.norm.id] = (each.word, colour_of(each))
                self._reason(case, day, each, answer)

    def content(self) -> bytes:
        """The whole file."""
        found, left = self.gathering.whole(), self.left
        summary(self.workbook, self.made["sammendrag"], found, (self.version, self.only), left)
        self._cases(found)
        self._matrix(found)
        for about, cells in self.undecided.rows:
            self.reasons.write([*about, *cells], self._looks("uavklart"))
        self.reasons.end()
        self._waiting()
        self._missing(found.found.gaps)
        if self.verdicts.is_whole:
            self._verdicts()
        return self.workbook.content()

    @property
    def left(self) -> Left:
        """What there is no room for."""
        return Left(self.undecided.left, self.verdicts.left)

    def _paged(
        self, name: str, heads: Sequence[Sequence[str]], widths: Sequence[int], **how: Any
    ) -> Paged:
        return Paged(self.workbook.book, self.workbook.shape, self.made[name], heads, widths, **how)

    def _reason(self, case: CaseVerdicts, day: date, of: Verdict, answer: str) -> None:
        """What fails is written at once, before what is undecided, which may be left out."""
        about = (case.id, case.title, day)
        if answer in _FAILED:
            self.reasons.write([*about, *_told(of)], self._looks(colour_of(of)))
        elif answer == UNDECIDED:
            told = _told(of)
            if max(map(len, told)) > LONGEST_CELL:  # said while it is known which case it is
                raise TooLongError(case.id, "begrunnelse")
            self.waiting[told] += 1
            self.undecided.add(1, lambda: [(about, told)])

    def _looks(self, colour: str) -> dict[int, Any]:
        looks = {[*_REASONS].index(each): self.workbook.shape.wrapped for each in _WRAPPED}
        return looks | {[*_REASONS].index("ord"): self.workbook.shape.answers[colour]}

    def _waiting(self) -> None:
        """Why norms are undecided, each reason once: by the order of the law, then how common."""
        sheet = self._paged("uavklart", [[*_WAITING]], [*_WAITING.values()], counts=_CASES)
        looks = {[*_WAITING].index(each): self.workbook.shape.wrapped for each in _WRAPPED
                 if each in _WAITING}  # fmt: skip
        at = [[*_REASONS].index(each) - 3 for each in _WAITING if each in _REASONS]
        order = {(provision(each), called(each)): place
                 for place, each in enumerate(self.program.norms)}  # fmt: skip
        for cells, count in sorted(
            self.waiting.items(), key=lambda each: (order[each[0][0], each[0][1]], -each[1])
        ):
            sheet.write([*(cells[each] for each in at), count], looks)
        sheet.end()

    def _verdicts(self) -> None:
        """All rows, last."""
        self.made[ROWS] = self.workbook.book.add_worksheet(ROWS)
        sheet = self._paged(ROWS, [HEADER], [_WIDE.get(name, 14) for name in HEADER])
        for each in self.verdicts.rows:
            sheet.write(each)
        sheet.end()

    def _cases(self, found: Overview) -> None:
        """A row for each case, worst first."""
        groups = [each.name for each in found.groups]
        heads = ("sak", "tittel", *groups, "per", *COUNTED, FIRST)
        widths = (13, 44, *(30 for _ in groups), 11, *(9 for _ in COUNTED), 56)
        sheet = self._paged("saker", [heads], widths, still=2, counts=COUNTED)
        wrapped = (1, *range(2, 2 + len(groups)), len(heads) - 1)
        looks = dict.fromkeys(wrapped, self.workbook.shape.wrapped)
        for each in found.services:
            line = each.line
            told = ("; ".join(values) or NOT_TOLD for values in each.groups)
            counts = (line.counts[word] for word in COUNTED)
            sheet.write([line.id, line.title, *told, line.day or "", *counts, line.first], looks)
        sheet.end()

    def _matrix(self, found: Overview) -> None:
        """Cases by norms, in the order of the law: those that are asked in any case."""
        norms = [each for each in self.program.norms if each.id in self.asked]
        heads = (["", "", *map(provision, norms)], ["sak", "tittel", *map(called, norms)])
        widths = (13, 44, *(8 for _ in norms))
        wide = -(-len(norms) // _NORMS_ON_A_PAGE) or 1
        sheet = self._paged("matrise", heads, widths, still=2, paper=A3, turned_from=2, wide=wide)
        answers = self.workbook.shape.answers
        for each in found.services:
            stands = self.matrix[each.number]
            told = [stands.get(norm.id, _UNASKED) for norm in norms]
            cells: list[Cell] = [each.line.id, each.line.title, *(word for word, _ in told)]
            looks = {at: answers[look] for at, (_, look) in enumerate(told, 2)}
            sheet.write(cells, {1: self.workbook.shape.wrapped} | looks)
        sheet.end()

    def _missing(self, gaps: Sequence[Gap]) -> None:
        """What is missing, by who has it; what most cases lack first."""
        sheet = self._paged("mangler", [[*_MISSING]], [*_MISSING.values()], counts=_CASES)
        wrapped = {2: self.workbook.shape.wrapped}
        for gap in sorted(gaps, key=lambda each: (not each.holder, each.holder, -each.cases)):
            sheet.write((gap.holder or NOBODY, gap.kind, gap.name, gap.cases), wrapped)
        sheet.end()


def _dated(case: CaseVerdicts, day: date) -> list[list[Cell]]:
    """The rows of a case, with a day that is one."""
    return [[*row[:2], day, *row[3:]] for row in rows(case, day)]


def _told(of: Verdict) -> _Reason:
    """The cells of its reason, after those that say of which case."""
    return told_of(of, "ark", partial(_cells, of))


def _cells(of: Verdict) -> _Reason:
    norm = of.norm
    return (
        provision(norm), called(norm), norm.kind.value, of.level.value,
        full_word(of, missing(of)), of.effect.value, breach(of),
        "; ".join(map(str, of.citations)), gist(of), "; ".join(duty_bearers(of)),
    )  # fmt: skip
