"""Every norm of a rulebook by its head: what others need to know to refer to it."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from attrs import frozen

from hjemmel.check import problems_declarations, problems_structure
from hjemmel.check.identity import Same
from hjemmel.check.norm_structure import Anatomy, sort_lines
from hjemmel.check.processes import likewise_problems, process_problems
from hjemmel.check.questions import question_problems
from hjemmel.check.wordings import lines_under_wordings, wording_problems
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.source.citation import Level, highest
from hjemmel.source.span import NOWHERE, Span
from hjemmel.syntax import lines as written
from hjemmel.syntax.blocks import (
    LikewiseBlock,
    NormBlock,
    Place,
    ProcessBlock,
    RuleFile,
    Section,
    StepLine,
)
from hjemmel.syntax.lines import Cited

STEP = "steg"
"""The kind of a step, which no word of the author's opens."""


@frozen
class Step:
    """One step of a process: its line and what it takes."""

    process: ProcessBlock
    line: StepLine
    requirement: written.Requirement | None
    before: str | None


@frozen
class Head:
    """A norm to be: its id and title, and the lines that it will be made from."""

    id: str
    title: str
    kind: str
    section: str
    heading: str
    part: str
    rulebook: str
    cited: written.Cited
    span: Span
    anatomy: Anatomy | None = None
    item: written.Item | None = None
    step: Step | None = None

    @property
    def is_presumption(self) -> bool:
        """Whether it is no norm to judge by."""
        return self.kind == written.PRESUMPTION

    @property
    def reference(self) -> str:
        """How another norm refers to it: «§ 4-2 «to helseforetak»»."""
        return reference_to(shown_section(self.section), self.title)

    @property
    def prefix(self) -> str:
        """Its section as a reference has it."""
        return prefix(self.section)

    @property
    def place(self) -> str:
        """Where it stands: «§ 4-2 andre ledd», «pkt. 5.3»."""
        if self.part.startswith(("veileder", "nettside")):
            return f"{self.section} {self.part}" if self.section.startswith("§") else self.part
        return f"{self.section} {self.part}".strip()

    @property
    def level(self) -> Level | None:
        """The highest level that any of its citations has."""
        editions = self.anatomy.editions if self.anatomy else ()
        cited = [each.edition.cited for each in editions if each.edition]
        found = [c for each in (self.cited, *cited) for c in each.citations]
        return highest(tuple(found)) if found else None


def slug(text: str) -> str:
    """A title as the last part of an id: small letters, hyphens between words."""
    return re.sub(r"[^\w]+", "-", text.lower()).strip("-")


def prefix(section: str) -> str:
    """The first part of the ids of a section: «§ 4-2» gives «4-2»."""
    return section.removeprefix("§").strip().lower()


_NO_SECTION, _NO_PLACE = Section("", "", NOWHERE), Place("", NOWHERE)

Read = tuple[tuple[Head, ...], tuple[Diagnostic, ...]]


def heads(file: RuleFile, damaged: Sequence[int]) -> tuple[list[Head], list[Diagnostic]]:
    """The norms of a file in the order written. Those of the same block are the same objects."""
    norms: list[Head] = []
    diagnostics: list[Diagnostic] = []
    section, part = _NO_SECTION, _NO_PLACE
    for block in file.blocks:
        match block:
            case Section():
                section, part = block, _NO_PLACE
            case Place():
                part = block
            case NormBlock() | ProcessBlock():
                place = _Place(Same(section), Same(part), file.name)
                more, problems = _of_block(Same(block), place, block.span.line in damaged)
                norms += more
                diagnostics += problems
            case LikewiseBlock():
                diagnostics += likewise_problems(block)
            case _:  # other blocks are no norms
                pass
    return norms, diagnostics


@frozen
class _Place:
    """Where a block stands: below which headings, and in which rulebook."""

    section: Same[Section]
    part: Same[Place]
    rulebook: str


@lru_cache(maxsize=8192)
def _of_block(of: Same[NormBlock | ProcessBlock], place: _Place, is_damaged: bool) -> Read:
    section, part, block = place.section.of, place.part.of, of.of
    if isinstance(block, ProcessBlock):
        steps = tuple(_of_process(block, section, part, place.rulebook))
        return steps, (*_homeless(block, section), *process_problems(block))
    anatomy = sort_lines(block, (block.span.line,) if is_damaged else ())
    norms = tuple(_of_norm(block, anatomy, section, part, place.rulebook))
    problems = [*anatomy.diagnostics, *lines_under_wordings(block.lines)]
    problems += wording_problems(anatomy)
    if not is_damaged:
        problems += [d for head in norms for d in question_problems(anatomy, head.item)]
    problems += [d for head in norms[:1] for d in _misplaced(head, section, part)]
    problems += [d for head in norms for d in _elsewhere(head, section)]
    return norms, (*problems, *_homeless(block, section))


def _homeless(block: NormBlock | ProcessBlock, section: Section) -> list[Diagnostic]:
    return [] if section.number else [problems_structure.no_heading(block.title, block.span)]


def _of_norm(
    block: NormBlock, anatomy: Anatomy, section: Section, part: Place, rulebook: str
) -> Iterator[Head]:
    start = prefix(section.number)
    if not anatomy.common.items:
        mark = anatomy.mark.id if anatomy.mark else f"{start}/{slug(block.title)}"
        yield Head(mark, block.title, block.kind, section.number, section.heading, part.words,
                   rulebook, block.cited, block.span, anatomy)  # fmt: skip
    for item in anatomy.common.items:
        cited = item.cited if item.cited.citations else block.cited
        yield Head(f"{start}/{slug(item.title)}", item.title, block.kind, section.number,
                   section.heading, part.words, rulebook, cited, item.span, anatomy,
                   item)  # fmt: skip


def _of_process(
    block: ProcessBlock, section: Section, part: Place, rulebook: str
) -> Iterator[Head]:
    mark = next((each.id for each in block.lines if isinstance(each, written.Mark)), None)
    start = f"{mark}-" if mark else f"{prefix(section.number)}/steg-"
    before: str | None = None
    for index, line in enumerate(block.lines):
        if not isinstance(line, StepLine):
            continue
        rest = block.lines[index + 1 :]
        end = next((i for i, each in enumerate(rest) if isinstance(each, StepLine)), len(rest))
        requirement = next((e for e in rest[:end] if isinstance(e, written.Requirement)), None)
        step = Step(block, line, requirement, before)
        before = f"{start}{line.letter}"
        cited = line.cited if line.cited.citations else block.cited
        yield Head(before, line.title, STEP, section.number, section.heading, part.words,
                   rulebook, cited, line.span, step=step)  # fmt: skip


def _misplaced(head: Head, section: Section, part: Place) -> list[Diagnostic]:
    """A norm that cites another part of the provision than the one it stands under.

    In its first line, or in one of its wordings: what another wording cites does not make it right.
    """
    editions = head.anatomy.editions if head.anatomy else ()
    cited = [head.cited, *(each.edition.cited for each in editions if each.edition)]
    wrong = next((each for each in cited if _is_of_another(each, section, part)), None)
    if wrong is None:
        return []
    shown = ", ".join(map(str, wrong.citations))
    return [problems_structure.wrong_place(head.title, part.words, shown, head.span, part.span)]


def _is_of_another(cited: Cited, section: Section, part: Place) -> bool:
    """Whether all that is cited of the provision is of another part of it."""
    if part.words.startswith(("veileder", "nettside")):
        level, _, provision = part.words.partition(" ")
        mine = [c.provision for c in cited.citations if c.level.value == level]
        return bool(mine) and provision not in mine
    mine = [c.part for c in cited.citations if c.provision == section.number]
    return bool(part.words and mine) and not any(_inside(each, part.words) for each in mine)


def _elsewhere(head: Head, section: Section) -> Iterator[Diagnostic]:
    """A norm of the regulation that cites only other sections than the one it stands under."""
    editions = head.anatomy.editions if head.anatomy else ()
    cited = [head.cited, *(each.edition.cited for each in editions if each.edition)]
    law = [
        (citation, span)
        for each in cited
        for citation, span in zip(each.citations, each.spans, strict=True)
        if citation.level is Level.REGULATION
    ]
    named = {citation.provision for citation, _ in law}
    if law and section.number.startswith("§") and section.number not in named:
        citation, span = law[0]
        yield problems_structure.another_section(
            head.title, section.number, str(citation), head.id, span, section.span
        )


def _inside(cited: str, place: str) -> bool:
    return cited == place or cited.startswith(f"{place} ") or place.startswith(f"{cited} ") or (
        not cited
    )  # fmt: skip


def shown_section(section: str) -> str:
    """A section as it is referred to, whether it is written with its sign or not."""
    if re.fullmatch(r"\d+-\d+[a-z]?", section):
        return f"§ {section}"
    return section if section.startswith("§") else f"avsnitt {section}"


def reference_to(section: str, title: str) -> str:
    """A norm as another refers to it."""
    return f"{section} «{title}»"


def declared_twice(found: list[Head]) -> list[Diagnostic]:
    """Norms with the same id."""
    first: dict[str, Head] = {}
    diagnostics = []
    for head in found:
        if head.id in first:
            before = first[head.id].span
            diagnostics.append(
                problems_declarations.declared_twice("normen", head.id, head.span, before)
            )
        first.setdefault(head.id, head)
    return diagnostics
