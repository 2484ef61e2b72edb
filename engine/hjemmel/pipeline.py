"""From rule files to a program, one line a phase."""

from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve

from hjemmel.analysis.contradictions.looking import contradictions
from hjemmel.analysis.elsewhere.left_behind import left_behind
from hjemmel.check import problems_declarations
from hjemmel.check.rulebook import check_rulebook
from hjemmel.core.program import Program
from hjemmel.diagnostics.checked import Checked
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.diagnostics.suggest import nearest
from hjemmel.lowering.rulebook import lower_rulebook
from hjemmel.source.fingerprint import fingerprint_of
from hjemmel.source.sentences import Sentences
from hjemmel.source.source import Source
from hjemmel.source.span import NOWHERE, Span
from hjemmel.syntax.blocks import Place, RulebookHead, Section, Uses
from hjemmel.syntax.foreign_words import HEADING
from hjemmel.syntax.parse import Parsed, parse
from hjemmel.syntax.problems_signs import HIDING

_TWINS = "NTR230"
_OF_PLACE = ("NTR164", "NTR165", "NTR302")

Library = Mapping[str, Source]
"""The rule files at hand, by name without suffix."""


def compile_rules(
    names: tuple[str, ...], library: Library, grammar: str, sentences: Sentences | None
) -> Checked[Program]:
    """The rulebooks `names` and all they build on, as one program."""
    read, diagnostics = _read(names, library, grammar)
    files = list(read.values())
    fingerprint = fingerprint_of([library[each] for each in read])
    checked = check_rulebook(files, sentences)
    program = lower_rulebook(", ".join(names), fingerprint, checked.value)
    whole = checked.ok and not any(each.is_error for each in diagnostics)
    sense = (*contradictions(program), *left_behind(program)) if whole else ()
    asked = {library[each].name for each in names if each in library}
    found = [
        each for each in (*diagnostics, *checked.diagnostics, *sense)
        if each.is_error or each.span.file in asked  # others' files are others' to tidy
    ]  # fmt: skip
    return Checked(program, tuple(_placed(each, files) for each in _seen(found)))


def _seen(found: list[Diagnostic]) -> list[Diagnostic]:
    """Without what follows from something else that is told.

    Of a line with hidden signs nothing more is told, since its columns would be beside; and where
    two files are one rulebook, all that both declare would be declared twice.
    """
    twins = [each for each in found if each.code == _TWINS]
    if twins:
        return [each for each in found if each.code in HIDING or each in twins]
    lines = {(e.span.file, e.span.line) for e in found if e.code in HIDING}
    told = [e for e in found if e.code in HIDING or (e.span.file, e.span.line) not in lines]
    lost = {(e.span.file, e.span.line) for e in told if e.help == HEADING}
    return [each for each in told if not _is_misplaced(each, lost)]


def _is_misplaced(found: Diagnostic, headings: set[tuple[str, int]]) -> bool:
    """Whether a norm seems to stand at the wrong place below a heading that could not be read."""
    where = found.span
    above = any(file == where.file and line < where.line for file, line in headings)
    return above and found.code in _OF_PLACE


def _placed(diagnostic: Diagnostic, files: list[Parsed]) -> Diagnostic:
    """The diagnostic with its place in the law, found from the headings above it."""
    if diagnostic.place:
        return diagnostic
    section, part = "", ""
    for file in files:
        for block in file.file.blocks:
            above = block.span.file == diagnostic.span.file and (
                block.span.line <= diagnostic.span.line
            )
            if above and isinstance(block, Section):
                section, part = block.number, ""
            elif above and isinstance(block, Place):
                part = block.words
    return evolve(diagnostic, place=f"{section} {part}".strip())


def gather(
    names: tuple[str, ...], library: Library, grammar: str
) -> tuple[list[Parsed], list[Diagnostic]]:
    """The files of rulebooks, each after those that it builds on."""
    found, diagnostics = _read(names, library, grammar)
    return list(found.values()), diagnostics


def _read(
    names: tuple[str, ...], library: Library, grammar: str
) -> tuple[dict[str, Parsed], list[Diagnostic]]:
    """The files by the names that the library has them under."""
    found: dict[str, Parsed] = {}
    diagnostics: list[Diagnostic] = []

    def visit(name: str, path: tuple[str, ...], span: Span) -> None:
        if name in path:
            chain = " → ".join((*path[path.index(name) :], name))
            diagnostics.append(problems_declarations.circular_files(chain, span))
        elif name not in library:
            near = "".join(nearest(name, library))
            diagnostics.append(problems_declarations.missing_file(name, span, near))
        elif name not in found:
            read = parse(library[name], grammar)
            diagnostics.extend(read.diagnostics)
            for block in read.value.file.blocks:
                if isinstance(block, Uses):
                    visit(block.file, (*path, name), block.span)
            found[name] = read.value

    for name in names:
        visit(name, (), NOWHERE)
    return found, [*diagnostics, *_of_one_name(found.values())]


def _of_one_name(files: Iterable[Parsed]) -> Iterator[Diagnostic]:
    """Files that call themselves the same rulebook."""
    first: dict[str, Span] = {}
    for block in (each for file in files for each in file.file.blocks):
        if isinstance(block, RulebookHead):
            before = first.setdefault(block.title.casefold(), block.span)
            if before.file != block.span.file:
                yield problems_declarations.rulebooks_of_one_name(block.title, block.span, before)
