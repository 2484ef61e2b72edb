"""Every norm of a rulebook by its head: what others need to know to refer to it."""

import re
from collections.abc import Iterator, Sequence

from attrs import field, frozen

from hjemmel.check import problems_declarations, problems_references, problems_structure
from hjemmel.check.norm_structure import Anatomy, sort_lines
from hjemmel.check.processes import likewise_problems, process_problems
from hjemmel.check.questions import question_problems
from hjemmel.check.wordings import lines_under_wordings, wording_problems
from hjemmel.core.program import Kind
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.diagnostics.suggest import alike, nearest
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
from hjemmel.syntax.tree import NormGroup, NormName

_PLURALS = {"krav": "krav", "forbud": "forbud", "vilkår": "vilkår", "anbefalinger": "anbefaling",
            "frister": "frist", "anbefaling": "anbefaling", "frist": "frist"}  # fmt: skip


_MOST_TOLD = 4
"""As many norms as an author wants to see of a section."""


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
    kind: Kind
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
    def reference(self) -> str:
        """How another norm refers to it: «§ 4-2 «to helseforetak»»."""
        return _reference(_shown(self.section), self.title)

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


def heads(file: RuleFile, damaged: Sequence[int]) -> tuple[list[Head], list[Diagnostic]]:
    """The norms of a file in the order written."""
    found: list[Head] = []
    diagnostics: list[Diagnostic] = []
    section, part = Section("", "", NOWHERE), Place("", NOWHERE)
    for block in file.blocks:
        match block:
            case Section():
                section, part = block, Place("", NOWHERE)
            case Place():
                part = block
            case NormBlock():
                anatomy = sort_lines(block, damaged)
                diagnostics += anatomy.diagnostics
                here = list(_of_norm(block, anatomy, section, part, file.name))
                found += here
                diagnostics += [*lines_under_wordings(block.lines), *wording_problems(anatomy)]
                if block.span.line not in damaged:
                    diagnostics += [d for e in here for d in question_problems(anatomy, e.item)]
                diagnostics += [d for each in here[:1] for d in _misplaced(each, section, part)]
                diagnostics += [d for each in here for d in _elsewhere(each, section)]
                diagnostics += _homeless(block, section)
            case ProcessBlock():
                found += _of_process(block, section, part, file.name)
                diagnostics += [*_homeless(block, section), *process_problems(block)]
            case LikewiseBlock():
                diagnostics += likewise_problems(block)
            case _:  # other blocks are no norms
                pass
    return found, diagnostics


def _homeless(block: NormBlock | ProcessBlock, section: Section) -> list[Diagnostic]:
    return [] if section.number else [problems_structure.no_heading(block.title, block.span)]


def _of_norm(
    block: NormBlock, anatomy: Anatomy, section: Section, part: Place, rulebook: str
) -> Iterator[Head]:
    kind = Kind(block.kind)
    start = prefix(section.number)
    if not anatomy.common.items:
        mark = anatomy.mark.id if anatomy.mark else f"{start}/{slug(block.title)}"
        yield Head(mark, block.title, kind, section.number, section.heading, part.words, rulebook,
                   block.cited, block.span, anatomy)  # fmt: skip
    for item in anatomy.common.items:
        cited = item.cited if item.cited.citations else block.cited
        yield Head(f"{start}/{slug(item.title)}", item.title, kind, section.number,
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
        yield Head(before, line.title, Kind.STEP, section.number, section.heading, part.words,
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


@frozen
class Directory:
    """The norms by id, with what it takes to find one from a rule's words."""

    heads: tuple[Head, ...]
    by_title: dict[tuple[str, str], tuple[str, ...]] = field(init=False, repr=False, eq=False)

    @by_title.default
    def _by_title(self) -> dict[tuple[str, str], tuple[str, ...]]:
        """The ids by section and title."""
        found: dict[tuple[str, str], tuple[str, ...]] = {}
        for each in self.heads:
            key = (prefix(each.section), each.title.casefold())
            found[key] = (*found.get(key, ()), each.id)
        return found

    def find(self, name: NormName) -> tuple[str, ...]:
        """The ids of the norms with a title in a section; more than one is two readings."""
        return self.by_title.get((name.section.lower(), name.title.casefold()), ())

    def unknown(self, name: NormName) -> Diagnostic:
        """The report of a norm that is not there, with what it may have been meant for.

        A norm of the section that is named comes first; one of another section is never put as
        the question «mente du», since the reference would be right and the law wrong.
        """
        here = [each for each in self.heads if prefix(each.section) == name.section.lower()]
        near = nearest(name.title, [each.title for each in here])
        meant = next((each for each in here if (each.title,) == near), None)
        wanted = _reference(_shown(name.section), name.title)
        if meant is not None:
            question = f"mente du {meant.reference}?"
            return problems_references.unknown_norm(wanted, name.span, question, meant.span)
        other = self._elsewhere(name, here)
        told = [self._here(name, here)]
        told += [f"et annet sted står {other.reference}"] if other else []
        span = other.span if other else None
        return problems_references.unknown_norm(wanted, name.span, "; ".join(told), span)

    def _here(self, name: NormName, here: list[Head]) -> str:
        section = _shown(name.section)
        if not here:
            return f"{section} har ingen normer; rett henvisningen"
        close = sorted(here, key=lambda each: (-alike(name.title, each.title), each.span))
        titles = ", ".join(f"«{each.title}»" for each in close[:_MOST_TOLD])
        return f"{section} har {titles}{' …' if len(close) > _MOST_TOLD else ''}"

    def _elsewhere(self, name: NormName, here: list[Head]) -> Head | None:
        """A norm called much the same in another section, first in the same file."""
        others = [each for each in self.heads if each not in here]
        mine = [each for each in others if each.span.file == name.span.file]
        for found in (mine, others):
            near = nearest(name.title, [each.title for each in found])
            if near:
                return next(each for each in found if (each.title,) == near)
        return None

    def group(self, group: NormGroup) -> list[str]:
        """The ids of the norms of a kind, at a level, in a place."""
        kind = _PLURALS.get(group.kind)
        return [
            head.id
            for head in self.heads
            if prefix(head.section) == group.section
            and (kind is None or head.kind.value == kind)
            and head.level is group.level
            and (not group.part or head.part == group.part
                 or head.part.startswith(f"{group.part} "))
        ]  # fmt: skip


def _shown(section: str) -> str:
    """A section as it is referred to, whether it is written with its sign or not."""
    if re.fullmatch(r"\d+-\d+[a-z]?", section):
        return f"§ {section}"
    return section if section.startswith("§") else f"avsnitt {section}"


def _reference(section: str, title: str) -> str:
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
