"""The words that a rulebook declares."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from attrs import define, field, frozen

from hjemmel.check import problems_declarations, problems_structure
from hjemmel.check.aliases import alias_problems, spelled
from hjemmel.check.ambiguity import ambiguous_sentences
from hjemmel.check.bodies import body_problems
from hjemmel.check.calendars import calendar_of
from hjemmel.check.dated import odd_source_choices
from hjemmel.check.known import with_known
from hjemmel.check.names import Names, names_of
from hjemmel.check.periods import Lasting, check_periods
from hjemmel.check.roles import role_of, role_problems
from hjemmel.check.sources import Sources, sources_of
from hjemmel.check.types import BUILT_IN
from hjemmel.check.validity import validity_of, validity_problems
from hjemmel.core.identity import Same
from hjemmel.core.schema import (
    ASSESSMENTS,
    CASE,
    Enumeration,
    FieldDeclaration,
    RecordDeclaration,
    Register,
    RegisterEntry,
    Role,
    Schema,
)
from hjemmel.core.types import Assessed, Enumerated, Listed, Registered, Row, Scalar, Text, Type
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.diagnostics.suggest import nearest
from hjemmel.source.look_alikes import skeleton
from hjemmel.source.span import Span
from hjemmel.syntax.blocks import (
    AssessmentBlock,
    Block,
    CalendarBlock,
    FactType,
    NormBlock,
    ProcessBlock,
    RecordBlock,
    RegisterBlock,
    RoleBlock,
    RuleFile,
    Section,
    SourceHead,
    Term,
)
from hjemmel.syntax.tree import Name

RESERVED = (CASE, "tittel", "vurderingsdato", ASSESSMENTS)
"""What every case has besides its groups of facts."""


def key_of(name: str) -> str:
    """The key in a case of something with this name."""
    return name.replace(" ", "_")


@frozen
class Symbols:
    """The declared words: the schema of a case, and the sources."""

    schema: Schema
    sources: Sources
    default_subject: str
    names: Names
    untyped: frozenset[tuple[str, str]] = frozenset()
    """Facts whose type is unknown, which is reported where they are declared."""


@define
class _Declaring:
    """Declarations being gathered."""

    diagnostics: list[Diagnostic] = field(factory=list)
    first: dict[tuple[str, str], Span] = field(factory=dict)
    drawn: dict[tuple[str, str], tuple[str, Span]] = field(factory=dict)
    untyped: set[tuple[str, str]] = field(factory=set)

    def once(self, what: str, name: str, span: Span) -> None:
        key = (what, key_of(name).casefold())
        if key in self.first:
            self.diagnostics.append(
                problems_declarations.declared_twice(what, name, span, self.first[key])
            )
        else:
            self.first[key] = span
            self.unlike(what, name, span)

    def form(self, what: str, form: Name, name: str) -> None:
        """Another form of a name, where there is one: it must be another, and no one else's."""
        if not form.words:
            return
        if key_of(form.words).casefold() == key_of(name).casefold():
            self.diagnostics.append(problems_declarations.no_other_form(form.words, form.span))
        else:
            self.once(what, form.words, form.span)

    def unlike(self, what: str, name: str, span: Span) -> None:
        """Report a name that a reader would take for another; those of one entry may be alike."""
        drawn = (what, skeleton(key_of(name)))
        other, first = self.drawn.setdefault(drawn, (name, span))
        if key_of(other).casefold() != key_of(name).casefold() and first != span:
            self.diagnostics.append(problems_declarations.look_alikes(name, other, span, first))


Declaring = (
    CalendarBlock | Term | RegisterBlock | RecordBlock | RoleBlock | AssessmentBlock | SourceHead
)


def declare(files: Iterable[RuleFile]) -> tuple[Symbols, list[Diagnostic]]:
    """Gather what the files declare, in order. The symbols of the same blocks are one object."""
    blocks = [block for file in files for block in file.blocks]
    declaring = tuple(Same(each) for each in blocks if isinstance(each, Declaring))
    symbols, problems, of_sources = _declared(declaring)
    return symbols, [*problems, *_norm_names(blocks), *of_sources]


@lru_cache(maxsize=32)
def _declared(
    declaring: tuple[Same[Declaring], ...],
) -> tuple[Symbols, tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """The symbols, with what is wrong with the declarations, and with the sources."""
    gathering, blocks = _Declaring(), [each.of for each in declaring]
    schema = _schema(blocks, gathering)
    gathering.diagnostics += ambiguous_sentences(schema)
    problems = tuple(gathering.diagnostics)
    heads = [each for each in blocks if isinstance(each, SourceHead)]
    for head in heads:
        for name in filter(None, (head.name, head.definite)):
            gathering.once("kilden", name, head.span)
        gathering.diagnostics += _days(head)
    sources, wrong = sources_of(heads)
    gathering.diagnostics += wrong
    subject = next((each.key for each in schema.records if not each.entry), "")
    symbols = Symbols(schema, sources, subject, names_of(schema), frozenset(gathering.untyped))
    return symbols, problems, tuple(gathering.diagnostics[len(problems) :])


def _days(head: SourceHead) -> list[Diagnostic]:
    """What is wrong with the first day of a source, and with those of its editions."""
    editions = [Lasting(each.start, each.end, each.span) for each in head.editions]
    first = [Lasting(head.start, None, head.span)] if head.start else []
    choices = odd_source_choices(head)
    return [*check_periods(first), *check_periods(editions), *choices]


def _schema(blocks: list[Declaring], gathering: _Declaring) -> Schema:
    terms = [each for each in blocks if isinstance(each, Term)]
    registers = [each for each in blocks if isinstance(each, RegisterBlock)]
    records = [each for each in blocks if isinstance(each, RecordBlock)]
    for term in terms:
        _check_term(term, gathering)
    for register in registers:
        _check_register(register, gathering)
    for block in blocks:
        if isinstance(block, (Term, RegisterBlock, RecordBlock)):
            gathering.diagnostics += alias_problems(block)
        if isinstance(block, (Term, RegisterBlock)):
            gathering.diagnostics += validity_problems(block)
    gathering.diagnostics += body_problems(blocks)
    types = _types(terms, registers, records)
    assessments = _assessments(blocks, gathering)
    schema = Schema(
        tuple(_record(each, types, gathering) for each in records) + assessments,
        tuple(
            _enumeration(each) for each in terms
        ),
        tuple(_register(each) for each in registers),
        tuple(_role(each, gathering) for each in blocks if isinstance(each, RoleBlock)),
        calendar_of([each for each in blocks if isinstance(each, CalendarBlock)],
                    gathering.diagnostics),
    )  # fmt: skip
    return with_known(schema, registers, gathering.diagnostics)


def _check_term(term: Term, gathering: _Declaring) -> None:
    gathering.once("begrepet", term.name.words, term.name.span)
    if not term.values:
        gathering.diagnostics.append(
            problems_structure.missing_line("begrep", "verdi", term.name.span)
        )
    what = f"verdien av {term.name.words}"
    for value in term.values:
        gathering.once(what, value.name.words, value.name.span)
        gathering.form(what, value.definite, value.name.words)


def _enumeration(term: Term) -> Enumeration:
    values = tuple(each.name.words for each in term.values)
    definites = tuple(each.definite.words for each in term.values)
    lasting = any(each.valid for each in term.values)
    validities = tuple(validity_of(each.valid) for each in term.values) if lasting else ()
    return Enumeration(term.name.words, values, term.open_because, term.span,
                       definites if any(definites) else (), validities)  # fmt: skip


def _check_register(register: RegisterBlock, gathering: _Declaring) -> None:
    gathering.once("registeret", register.name.words, register.name.span)
    for entry in register.entries:
        for name, span in spelled(entry):
            gathering.once(f"skrivemåten i {register.name.words}", name, span)


def _norm_names(blocks: Sequence[Block]) -> list[Diagnostic]:
    """The titles of norms, which are told apart under each heading."""
    gathering, section = _Declaring(), ""
    for block in blocks:
        if isinstance(block, Section):
            section = block.number
        elif isinstance(block, NormBlock | ProcessBlock):
            gathering.unlike(f"norm under {section}", block.title, block.span)
    return gathering.diagnostics


def _types(
    terms: list[Term], registers: list[RegisterBlock], records: list[RecordBlock]
) -> dict[str, Scalar | Row]:
    found: dict[str, Scalar | Row] = dict(BUILT_IN)
    found |= {each.name.words: Enumerated(each.name.words) for each in terms}
    found |= {each.name.words: Registered(each.name.words) for each in registers}
    found |= {each.name.words: Row(key_of(each.name.words)) for each in records if each.entry}
    return found


def _register(block: RegisterBlock) -> Register:
    entries = tuple(
        RegisterEntry(each.name, each.aliases, validity_of(each.valid)) for each in block.entries
    )
    return Register(block.name.words, entries, block.span)


def _role(block: RoleBlock, gathering: _Declaring) -> Role:
    gathering.once("rollen", block.name.words, block.name.span)
    gathering.diagnostics += role_problems(block)
    return role_of(block)


def _assessments(blocks: Sequence[object], gathering: _Declaring) -> tuple[RecordDeclaration, ...]:
    """All assessments as one record of the case."""
    found = [each for each in blocks if isinstance(each, AssessmentBlock)]
    for each in found:
        gathering.once("vurderingen", each.matter.words, each.matter.span)
    if not found:
        return ()
    fields = tuple(
        FieldDeclaration(key_of(each.matter.words), each.matter.words, Assessed(each.owner.words),
                         each.owner.words, "", each.guides, each.span)
        for each in found
    )  # fmt: skip
    return (RecordDeclaration(ASSESSMENTS, ASSESSMENTS, ASSESSMENTS, fields),)


def _record(
    block: RecordBlock, types: dict[str, Scalar | Row], gathering: _Declaring
) -> RecordDeclaration:
    gathering.once("gruppen", block.name.words, block.name.span)
    if key_of(block.name.words).casefold() in RESERVED and not block.entry:
        gathering.diagnostics.append(
            problems_declarations.reserved(block.name.words, block.name.span)
        )
    fields = []
    for fact in block.facts:
        what, name = f"opplysningen i {block.name.words}", fact.name.words
        gathering.once(what, name, fact.name.span)
        gathering.form(what, fact.form, name)
        kind = _fact_type(fact.type, types, gathering)
        if kind is None:
            gathering.untyped.add((key_of(block.name.words), key_of(name)))
            kind = Text()
        fields.append(FieldDeclaration(key_of(name), name, kind, fact.holder.words, fact.meaning,
                                       (), fact.name.span, fact.plural,
                                       fact.form.words))  # fmt: skip
    key, name = key_of(block.name.words), block.name.words
    if block.entry:
        gathering.form("oppføringen", Name(block.definite, block.name.span), name)
        return RecordDeclaration(key, name, name, tuple(fields), bool(block.optional), True,
                                 block.span, block.definite, block.plural)  # fmt: skip
    return RecordDeclaration(key, block.definite, block.genitive, tuple(fields),
                             bool(block.optional), False, block.span)  # fmt: skip


def _fact_type(
    written: FactType, types: dict[str, Scalar | Row], gathering: _Declaring
) -> Type | None:
    kind = types.get(written.name)
    if kind is None or (isinstance(kind, Row) and not written.listed):
        suggestion = nearest(written.name, types)
        gathering.diagnostics.append(
            problems_declarations.unknown_type(written.name, written.span, "".join(suggestion))
        )
        return None
    if written.listed:
        return Listed(kind)
    assert not isinstance(kind, Row)
    return kind
