"""The sheets of the workbook: what is written in each, and in which order they stand."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from attrs import define, field

from hjemmel.cli.workbook import A3, Cell, Paged, Workbook
from hjemmel.cli.workbook_shapes import colour_of
from hjemmel.cli.workbook_summary import summary
from hjemmel.core.program import Program
from hjemmel.explain.verdict import Verdict, full_word, missing
from hjemmel.render.binding_words import duty_bearers
from hjemmel.render.portfolio import COUNTED, FIRST, GRAVE, CaseVerdicts, Gap
from hjemmel.render.report.counts import NOBODY, REFUSED, UNDECIDED, answer_of
from hjemmel.render.report.gathering import Gathering, Overview, is_shown
from hjemmel.render.report.groups import NOT_TOLD
from hjemmel.render.rows import HEADER, breach, rows
from hjemmel.render.summary import gist
from hjemmel.render.verdict_text import provision
from hjemmel.words.outcomes import called

NAMES = ("sammendrag", "saker", "matrise", "begrunnelser", "mangler", "verdikter")
"""In the order in which they stand. The last has all rows, as CSV has them."""
_TOLD = (*GRAVE, REFUSED, UNDECIDED)
"""What calls for something: of these there is a row with the reason."""
_WIDE = {"tittel": 40, "per": 11, "normtittel": 30, "hjemmel": 30, "mangler": 50, "forutsatt": 50}
_REASONS = {
    "sak": 13, "tittel": 28, "per": 11, "bestemmelse": 14, "norm": 26, "slag": 11, "niva": 9,
    "ord": 16, "virkning": 11, "brudd": 7, "hjemmel": 24, "begrunnelse": 70, "plikt": 20,
}  # fmt: skip
_WRAPPED = ("tittel", "bestemmelse", "norm", "ord", "hjemmel", "begrunnelse", "plikt")
_NORMS_ON_A_PAGE = 60
_UNASKED = ("–", "ikke spurt")
"""Of a norm that is not asked in a case a dash is enough."""
_MISSING = {"hos": 34, "art": 12, "opplysning": 70, "saker": 9}


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
    verdicts: Paged = field(init=False)
    matrix: list[dict[str, tuple[str, str]]] = field(factory=list)
    asked: dict[str, None] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        self.gathering = Gathering(self.program)
        self.made = {name: self.workbook.book.add_worksheet(name) for name in NAMES}
        self.reasons = self._paged("begrunnelser", [[*_REASONS]], [*_REASONS.values()], still=2)
        widths = [_WIDE.get(name, 14) for name in HEADER]
        self.verdicts = self._paged("verdikter", [HEADER], widths)

    def add(self, case: CaseVerdicts, day: date) -> None:
        """One case more."""
        for row in rows(case, day):
            self.verdicts.write([*row[:2], day, *row[3:]])
        if not is_shown(case, self.program):
            return
        self.gathering.add(case)
        self.matrix.append(
            {
                each.norm.id: (each.word, colour_of(each))
                for each in case.verdicts
                if answer_of(each)
            }
        )
        for each in case.verdicts:
            answer = answer_of(each)
            if answer:
                self.asked[each.norm.id] = None
            if answer in _TOLD:
                self._reason(case, day, each)

    def content(self) -> bytes:
        """The whole file."""
        found = self.gathering.whole()
        summary(self.workbook, self.made["sammendrag"], found, self.version, self.only)
        self._cases(found)
        self._matrix(found)
        self._missing(found.found.gaps)
        self.reasons.end()
        self.verdicts.end()
        return self.workbook.content()

    def _paged(
        self, name: str, heads: Sequence[Sequence[str]], widths: Sequence[int], **how: int
    ) -> Paged:
        return Paged(self.workbook.book, self.workbook.shape, self.made[name], heads, widths, **how)

    def _reason(self, case: CaseVerdicts, day: date, of: Verdict) -> None:
        norm = of.norm
        cells = (
            case.id, case.title, day, provision(norm), called(norm), norm.kind.value,
            of.level.value, full_word(of, missing(of)), of.effect.value, breach(of),
            "; ".join(map(str, of.citations)), gist(of), "; ".join(duty_bearers(of)),
        )  # fmt: skip
        looks = {[*_REASONS].index(each): self.workbook.shape.wrapped for each in _WRAPPED}
        looks[[*_REASONS].index("ord")] = self.workbook.shape.answer(of)
        self.reasons.write(cells, looks)

    def _cases(self, found: Overview) -> None:
        """A row for each case, worst first."""
        groups = [each.name for each in found.groups]
        heads = ("sak", "tittel", *groups, "per", *COUNTED, FIRST)
        widths = (13, 44, *(26 for _ in groups), 11, *(9 for _ in COUNTED), 56)
        sheet = self._paged("saker", [heads], widths, still=2)
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
        widths = (13, 44, *(5 for _ in norms))
        wide = -(-len(norms) // _NORMS_ON_A_PAGE) or 1
        sheet = self._paged("matrise", heads, widths, still=2, paper=A3, turned_from=2, wide=wide)
        answers = self.workbook.shape.answers
        for each in found.services:
            stands = self.matrix[each.number]
            told = [stands.get(norm.id, _UNASKED) for norm in norms]
            cells: list[Cell] = [each.line.id, each.line.title, *(word for word, _ in told)]
            sheet.write(cells, {at: answers[look] for at, (_, look) in enumerate(told, 2)})
        sheet.end()

    def _missing(self, gaps: Sequence[Gap]) -> None:
        """What is missing, by who has it; what most cases lack first."""
        sheet = self._paged("mangler", [[*_MISSING]], [*_MISSING.values()])
        wrapped = {2: self.workbook.shape.wrapped}
        for gap in sorted(gaps, key=lambda each: (not each.holder, each.holder, -each.cases)):
            sheet.write((gap.holder or NOBODY, gap.kind, gap.name, gap.cases), wrapped)
        sheet.end()
