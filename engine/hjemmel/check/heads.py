"""Every norm of a rulebook by its head: what others need to know to refer to it."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from attrs import frozen

from hjemmel.check import problems_declarations, problems_structure
from hjemmel.check.norm_structure import Anatomy, sort_lines
from hjemmel.check.processes import likewise_problems, process_problems
from hjemmel.check.questions import question_problems
from hjemmel.check.sources import Sources
from hjemmel.check.titles import title_problems
from hjemmel.check.wordings import lines_under_wordings, wording_problems
from hjemmel.core.identity import Same
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.source.parts import meet, path_of
from hjemmel.source.provisions import id_of, referred_to, sign_of
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
from hjemmel.syntax.tree import Cite

STEP = "steg"
"""The kind of a step, which no word of the author's opens."""


@frozen
class Step:
    """One step of a process: its line and what it takes."""

    process: ProcessBlock
    line: StepLine
    requirement: written.Requirement | None
    before: str | None
    binds: tuple[written.Binds, ...] = ()


@frozen
class Head:
    """A norm to be: its id and title, and the lines that it will be made from."""

    id: str
    title: str
    kind: str
    section: str
    heading: str
    part: Cite
    rulebook: str
    cited: written.Cited
    span: Span
    anatomy: Anatomy | None = None
    item: written.Item | None = None
    step: Step | None = None

    @property
    def is_presumption(self) -> bool:
        """Whether it says what is taken as given."""
        return self.kind == written.PRESUMPTION

    @property
    def is_conclusion(self) -> bool:
        """Whether it says what follows from what is told."""
        return self.kind == written.CONCLUSION

    @property
    def judges(self) -> bool:
        """Whether it is a norm to judge by."""
        return self.kind not in written.JUDGING_NOTHING

    @property
    def reference(self) -> str:
        """How another norm refers to it: «§ 4-2 «to helseforetak»»."""
        return f"{referred_to(self.section)} «{self.title}»"

    @property
    def place(self) -> str:
        """Where it stands: «§ 4-2 andre ledd», «veileder pkt. 5.3»."""
        if self.part.source and not sign_of(self.section):
            return str(self.part)
        return f"{self.section} {self.part}".strip()

    @property
    def cited_in_wordings(self) -> tuple[Cited, ...]:
        """What its first line cites, and what each of its wordings does."""
        editions = self.anatomy.editions if self.anatomy else ()
        return (self.cited, *(each.edition.cited for each in editions if each.edition))

    @property
    def all_cited(self) -> tuple[Cite, ...]:
        """Every citation that it rests on in some wording."""
        return tuple(each for cited in self.cited_in_wordings for each in cited.citations)


def slug(text: str) -> str:
    """A title as the last part of an id: small letters, hyphens between words."""
    return re.sub(r"[^\w]+", "-", text.lower()).strip("-")


_NO_SECTION, _NO_PLACE = Section("", "", NOWHERE), Place(Cite("", ""), NOWHERE)

Read = tuple[tuple[Head, ...], tuple[Diagnostic, ...]]


def heads(
    file: RuleFile, damaged: Sequence[int], sources: Sources
) -> tuple[list[Head], list[Diagnostic]]:
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
                place = _Place(Same(section), Same(part), file.name, sources)
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
    """Where a block stands: below which headings, in which rulebook, with which sources."""

    section: Same[Section]
    part: Same[Place]
    rulebook: str
    sources: Sources


@lru_cache(maxsize=8192)
def _of_block(of: Same[NormBlock | ProcessBlock], place: _Place, is_damaged: bool) -> Read:
    section, part, block = place.section.of, place.part.of, of.of
    if isinstance(block, ProcessBlock):
        steps = tuple(_of_process(block, section, part.at, place.rulebook))
        return steps, (*_homeless(block, section), *process_problems(block))
    anatomy = sort_lines(block, (block.span.line,) if is_damaged else ())
    norms = tuple(_of_norm(block, anatomy, section, part.at, place.rulebook))
    problems = [*anatomy.diagnostics, *lines_under_wordings(block.lines)]
    problems += [*wording_problems(anatomy), *title_problems(block)]
    if not is_damaged:
        problems += [d for head in norms for d in question_problems(anatomy, head.item)]
    problems += [d for head in norms[:1] for d in _misplaced(head, place)]
    problems += [d for head in norms for d in _elsewhere(head, place)]
    return norms, (*problems, *_homeless(block, section))


def _homeless(block: NormBlock | ProcessBlock, section: Section) -> list[Diagnostic]:
    return [] if section.number else [problems_structure.no_heading(block.title, block.span)]


def _of_norm(
    block: NormBlock, anatomy: Anatomy, section: Section, part: Cite, rulebook: str
) -> Iterator[Head]:
    start = id_of(section.number)
    if not anatomy.common.items:
        mark = anatomy.mark.id if anatomy.mark else f"{start}/{slug(block.title)}"
        yield Head(mark, block.title, block.kind, section.number, section.heading, part,
                   rulebook, block.cited, block.span, anatomy)  # fmt: skip
    for item in anatomy.common.items:
        cited = item.cited if item.cited.citations else block.cited
        yield Head(f"{start}/{slug(item.title)}", item.title, block.kind, section.number,
                   section.heading, part, rulebook, cited, item.span, anatomy,
                   item)  # fmt: skip


def _of_process(block: ProcessBlock, section: Section, part: Cite, rulebook: str) -> Iterator[Head]:
    mark = next((each.id for each in block.lines if isinstance(each, written.Mark)), None)
    start = f"{mark}-" if mark else f"{id_of(section.number)}/steg-"
    before: str | None = None
    for index, line in enumerate(block.lines):
        if not isinstance(line, StepLine):
            continue
        rest = block.lines[index + 1 :]
        end = next((i for i, each in enumerate(rest) if isinstance(each, StepLine)), len(rest))
        requirement = next((e for e in rest[:end] if isinstance(e, written.Requirement)), None)
        binds = tuple(each for each in rest[:end] if isinstance(each, written.Binds))
        step = Step(block, line, requirement, before, binds)
        before = f"{start}{line.letter}"
        cited = line.cited if line.cited.citations else block.cited
        yield Head(before, line.title, STEP, section.number, section.heading, part,
                   rulebook, cited, line.span, step=step)  # fmt: skip


def _misplaced(head: Head, place: _Place) -> list[Diagnostic]:
    """A norm that cites another part of the provision than the one it stands under.

    In its first line, or in one of its wordings: what another wording cites does not make it right.
    """
    wrong = next((each for each in head.cited_in_wordings if _is_of_another(each, place)), None)
    if wrong is None:
        return []
    shown, part = ", ".join(map(str, wrong.citations)), place.part.of
    return [problems_structure.wrong_place(head.title, part.words, shown, head.span, part.span)]


def _is_of_another(cited: Cited, place: _Place) -> bool:
    """Whether all that is cited of the provision is of another part of it."""
    part = place.part.of.at
    if part.source:
        level = place.sources.level(part.source)
        if level is None:
            return False  # which is told of the heading itself
        mine = [c for c in cited.citations if place.sources.level(c.source) == level]
        mine_here = [c for c in mine if c.provision == part.provision]
        return bool(mine) and not any(_fits(c, part) for c in mine_here)
    mine = [c for c in cited.citations if c.provision == place.section.of.number]
    return bool(part.part and mine) and not any(_fits(c, part) for c in mine)


def _fits(cite: Cite, place: Cite) -> bool:
    """Whether one part holds the other, or some of it."""
    return meet(path_of(cite.part), path_of(place.part))


def _elsewhere(head: Head, place: _Place) -> Iterator[Diagnostic]:
    """A norm of the law that cites only other provisions than the one it stands under."""
    section, sign = place.section.of, sign_of(place.section.of.number)
    law = [
        (cite, span)
        for each in head.cited_in_wordings
        for cite, span in zip(each.citations, each.spans, strict=True)
        if sign_of(cite.provision) == sign
    ]
    named = {cite.provision for cite, _ in law}
    if law and sign in _LAW and not place.part.of.at.source and section.number not in named:
        cite, span = law[0]
        yield problems_structure.another_section(
            head.title, section.number, str(cite), head.id, span, section.span
        )


_LAW = ("§", "artikkel")
"""What the provisions of a law are called, when norms stand below them one by one."""


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
