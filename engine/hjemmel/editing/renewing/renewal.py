"""A rule file in the newer forms: what the command writes, and what it says of the rest.

Every clause is tried by itself; then the whole is compiled anew, and a norm that does not ask
exactly what it asked before is put back as it was.
"""

from collections.abc import Iterator, Mapping

from attrs import frozen

from hjemmel.check.checking import Surroundings
from hjemmel.check.directory import Directory
from hjemmel.check.heads import Head
from hjemmel.check.names import record_named
from hjemmel.check.rulebook import CheckedRulebook, check_rulebook
from hjemmel.core.program import Norm, Program
from hjemmel.diagnostics.checked import Checked
from hjemmel.editing.renewing.blocks import renewed_block
from hjemmel.editing.renewing.left import Left
from hjemmel.editing.renewing.place import Place
from hjemmel.lowering.rulebook import lower_rulebook
from hjemmel.lowering.same import asked
from hjemmel.pipeline import Library, gather
from hjemmel.source.source import Source
from hjemmel.syntax import lines as written
from hjemmel.syntax.blocks import Block, NormBlock, ProcessBlock, RuleFile
from hjemmel.syntax.parse import parse
from hjemmel.syntax.show import show

_NOT_WHOLE = "normen ville ikke betydd det samme"


@frozen
class Renewal:
    """The text to write, and the lines that stay as they were though there is a newer form."""

    text: str
    left: tuple[Left, ...]


def renewal(name: str, library: Library, grammar: str) -> Checked[Renewal]:
    """The file `name` of a library in the newer forms; the faults where its rulebook has any."""
    was = _compiled(name, library, grammar)
    source = library[name]
    if not was.ok:
        return Checked(Renewal(source.text, ()), was.diagnostics)
    file = parse(source, grammar).value.file
    found = [_renewed(each, was.value.checked, grammar) for each in file.blocks]
    while True:
        text = show(RuleFile(file.name, tuple(block for block, _ in found)))
        written_anew = _With(library, name, Source(source.name, text))
        now = _compiled(name, written_anew, grammar)
        lost = _lost(was.value.program, now.value.program)
        changed = [at for at, each in enumerate(file.blocks) if found[at][0] != each]
        wrong = [at for at in changed if _has_any(file.blocks[at], lost)]
        if not changed or not (wrong or lost or not now.ok):
            break
        wrong = wrong or changed  # what is wrong is seen in none of them
        for at in wrong:
            found[at] = file.blocks[at], _put_back(file.blocks[at])
    left = tuple(each for _, kept in found for each in kept)
    return Checked(Renewal(text, left), ())


@frozen(eq=False)
class _Compiled:
    """A rulebook as it is checked, and as it is lowered."""

    checked: CheckedRulebook
    program: Program


def _compiled(name: str, library: Library, grammar: str) -> Checked[_Compiled]:
    files, found = gather((name,), library, grammar)
    checked = check_rulebook(files, None)
    program = lower_rulebook(name, "", checked.value)
    diagnostics = (*found, *checked.diagnostics)
    wrong = tuple(each for each in diagnostics if each.is_error)
    return Checked(_Compiled(checked.value, program), wrong)


@frozen(eq=False)
class _With(Mapping[str, Source]):
    """A library with another text in the place of one of its own."""

    library: Library
    name: str
    text: Source

    def __getitem__(self, name: str) -> Source:
        return self.text if name == self.name else self.library[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.library)

    def __len__(self) -> int:
        return len(self.library)


# ---- each norm


def _renewed(of: Block, checked: CheckedRulebook, grammar: str) -> tuple[Block, tuple[Left, ...]]:
    if not isinstance(of, (NormBlock, ProcessBlock)):
        return of, ()
    return renewed_block(of, lambda: _place(of, checked, grammar))


def _place(of: NormBlock | ProcessBlock, checked: CheckedRulebook, grammar: str) -> Place:
    heads = tuple(each.head for each in checked.norms)
    judging = tuple(each for each in heads if each.judges)
    around = Surroundings(checked.symbols, Directory(judging, checked.symbols.sources), None)
    about = next((each for each in of.lines if isinstance(each, written.AppliesTo)), None)
    record = record_named(checked.symbols.schema, about.record.words) if about else None
    subject = record.key if record else checked.symbols.default_subject
    mine = next(iter(_heads_in(of, heads)), None)
    return Place(around, mine.id if mine else "", subject, grammar)


def _heads_in(of: NormBlock | ProcessBlock, heads: tuple[Head, ...]) -> list[Head]:
    places = {(each.span.file, each.span.line) for each in (of, *of.lines)}
    return [each for each in heads if (each.span.file, each.span.line) in places]


# ---- all of them


def _lost(was: Program, now: Program) -> frozenset[int]:
    """The lines, as they were, of the norms that do not ask what they asked."""
    after = {each.id: each for each in _norms(now)}
    changed = (each for each in _norms(was) if not _is_same(each, after.get(each.id)))
    return frozenset(each.span.line for each in changed)


def _norms(of: Program) -> tuple[Norm, ...]:
    """All norms, what follows, and what is presumed."""
    return (*of.norms, *of.beside)


def _is_same(one: Norm, other: Norm | None) -> bool:
    return other is not None and asked(one) == asked(other)


def _has_any(of: Block, lost: frozenset[int]) -> bool:
    """Whether a norm stands on any of the lines."""
    own = of.lines if isinstance(of, (NormBlock, ProcessBlock)) else ()
    return bool(lost & {each.span.line for each in (of, *own)})


def _put_back(of: Block) -> tuple[Left, ...]:
    title = of.title if isinstance(of, (NormBlock, ProcessBlock)) else ""
    return (Left(of.span.line, title, _NOT_WHOLE),)
