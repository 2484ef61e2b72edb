"""Going through the clauses of a norm with all that must hold around each part of them."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import assert_never

from attrs import field, frozen

from hjemmel.analysis.contradictions import problems
from hjemmel.analysis.contradictions.claims import Claim, claim, denied, exclude, implies
from hjemmel.core.identity import Same
from hjemmel.core.making import all_of, denial, within
from hjemmel.core.nodes import Apply, Default, Each, Literal, Node, Quantifier, Ref, Standing
from hjemmel.core.operators import OPERATORS, Sense, joint, sense
from hjemmel.core.part import referred
from hjemmel.core.program import Norm, Program
from hjemmel.core.schema import Schema
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.source.span import Span
from hjemmel.words.values import shown

Context = tuple[Claim, ...]
"""All that holds wherever a part of a clause has a say."""

Told = Callable[[Node, Node], Diagnostic]
_MOST_AROUND, _MOST_REFERENCES = 60, 6
"""How much is held against each condition, and how many references are followed from it."""


def contradictions(program: Program) -> tuple[Diagnostic, ...]:
    """What can never hold, always holds or says nothing more in the norms of a program."""
    schema, found = Same(program.schema), list[Diagnostic]()
    for norm in program.norms:
        needed = tuple(Same(program.by_id[each]) for each in _needed(program, norm))
        found += _of_norm(Same(norm), schema, needed)
    return tuple(dict.fromkeys(found))


def _needed(program: Program, norm: Norm) -> tuple[str, ...]:
    """The norms that it refers to, however far away, in an order that is always the same."""
    found: dict[str, None] = {}
    waiting = sorted(referred(norm))
    while waiting:
        each = waiting.pop()
        if each not in found and each in program.by_id:
            found[each] = None
            waiting += sorted(referred(program.by_id[each]))
    return tuple(found)


@frozen(eq=False)
class _Around:
    """What may have a say in what a norm can be: what is declared, and the norms it refers to."""

    schema: Schema
    by_id: Mapping[str, Norm]


@lru_cache(maxsize=8192)
def _of_norm(
    of: Same[Norm], schema: Same[Schema], needed: tuple[Same[Norm], ...]
) -> tuple[Diagnostic, ...]:
    """What is found of a norm, once for as long as nothing that it rests on changes."""
    norm = of.of
    looking = _Looking(_Around(schema.of, {each.of.id: each.of for each in needed}))
    is_shared = len(norm.editions) > 1 and len({id(each.applies) for each in norm.editions}) == 1
    # A scope that all editions share is looked at once, and each period within it.
    common = looking.conjunction(norm.editions[0].applies, ()) if is_shared else ()
    for edition in norm.editions:
        wording = edition.wording
        start = wording.start.first if wording.start else None
        end = wording.end.last if wording.end else None
        dated = looking.conjunction(within(norm.day_of(edition), start, end), common)
        scope = dated if is_shared else looking.conjunction(edition.applies, dated)
        # What breaks a prohibition is written as what holds; it is met when that does not.
        looking.conjunction(edition.requirement, scope)
    return looking.everywhere()


@frozen
class _Looking:
    """What was looked at in one norm, and what was found.

    What stands once in the file may have a say in several wordings, and in one of them next to
    what takes it away; so only what is found each time is told.
    """

    around: _Around
    seen: Counter[Span] = field(factory=Counter)
    found: Counter[tuple[str, Span]] = field(factory=Counter)
    told: dict[tuple[str, Span], Diagnostic] = field(factory=dict)

    def everywhere(self) -> tuple[Diagnostic, ...]:
        """What was found each time that it was looked at."""
        return tuple(
            each for key, each in self.told.items() if self.found[key] >= self.seen[key[1]]
        )

    def conjunction(self, node: Node, around: Context) -> Context:
        """Go through what must hold together; what comes back is all of it, with what is around."""
        if len(around) > _MOST_AROUND:
            return around
        own: list[Claim] = []
        parts, exceptions = _parts(node)
        atoms = [each for each in parts if _is_atom(each)]
        for each in atoms:
            self._atom(each, (*around, *own), own)
        context = (*around, *own)
        for each in exceptions:
            context = (*context, *self._exception(each, context))
        for each in parts:
            if not _is_atom(each):
                self._joined(each, context)
        return context

    def _atom(self, node: Node, context: Context, own: list[Claim]) -> None:
        self.seen[node.origin.span] += 1
        new = claim(node, True, self.around.schema, node)
        meant = list(_expanded(self.around, node))
        other = self._against([new, *meant], context)
        if other is not None:
            self._tell_clash(new, other)
        else:
            self._tell_repeated(new, own)
        own += [new, *meant]
        self._members(new.node)

    def _against(self, new: Sequence[Claim], context: Context) -> Claim | None:
        """What around something rules it out."""
        return next((old for old in context for each in new if exclude(old, each)), None)

    def _tell_clash(self, new: Claim, old: Claim) -> None:
        if old.is_written and new.is_written:
            self._tell(problems.never_together, new, old)
        elif new.is_written or old.is_written:
            written, guard = (new, old) if new.is_written else (old, new)
            self._keep(problems.never_in_force(written.at, _period(guard)))

    def _tell_repeated(self, new: Claim, own: Sequence[Claim]) -> None:
        for old in own:
            if old.at is not new.at and old.is_written and new.is_written and old.is_own:
                if implies(old, new):
                    self._tell(problems.repeated, new, old)
                elif implies(new, old):
                    self._tell(problems.repeated, old, new)

    def _exception(self, node: Node, context: Context) -> Context:
        """An exception where the norm applies; what comes back is what its not holding claims."""
        parts, inner = _parts(node)
        claims = [
            each for part in parts if _is_atom(part)
            for each in (claim(part, True, self.around.schema, part),
                         *_expanded(self.around, part))
        ]  # fmt: skip
        other = self._against(claims, context)
        written = [each for each in claims if each.is_own]
        if other is not None:
            if other.is_written and written:
                self._tell_here(problems.dead_exception, written[0], other)
            return ()
        grounds = [next((old for old in context if implies(old, each)), None) for each in written]
        all_atoms = written and len(written) == len(parts) and not inner
        first = grounds[0] if grounds else None
        if all_atoms and all(grounds) and first is not None and first.is_written:
            self._tell_here(problems.total_exception, written[0], first)
            return ()
        self.conjunction(node, context)
        alone = all_atoms and len(written) == 1
        return (denied(written[0], self.around.schema),) if alone else ()

    def _joined(self, node: Node, context: Context) -> None:
        if not isinstance(node, Apply):
            return
        said = joint(node)
        match said:
            case Sense.ANY | Sense.SOME_NORM:
                self._alternatives(node, context)
            case Sense.NOT:
                self.conjunction(node.arguments[0], context)
            case Sense.READ_AS:
                self._question(node, context)
            case Sense.ALL | Sense.COVERS | Sense.NO_NORM:
                return  # was taken apart before
            case Sense.AGREED:
                return  # readings, which replace each other
            case _:
                assert_never(said)

    def _alternatives(self, node: Apply, context: Context) -> None:
        atoms = [each for each in node.arguments if _is_atom(each)]
        claims = [claim(each, True, self.around.schema, each) for each in atoms]
        for first, second in combinations(claims, 2):
            opposite = denied(first, self.around.schema)
            if first.is_written and second.is_written and implies(opposite, second):
                self._keep(problems.always_one(second.at, first.at))
        for each in node.arguments:
            self.conjunction(each, context)

    def _question(self, node: Apply, context: Context) -> None:
        arises, *_ = node.arguments
        parts, _ = _parts(arises)
        claims = [claim(each, True, self.around.schema, each) for each in parts if _is_atom(each)]
        for each in claims:
            other = self._against([each], context)
            if other is not None and other.is_written and each.is_written:
                self._tell_here(problems.never_arises, each, other)

    def _members(self, node: Node) -> None:
        """What one entry of a list must be: all of it at once."""
        if isinstance(node, Each) and node.quantifier in (Quantifier.SOME, Quantifier.COUNT):
            self.conjunction(all_of((node.where, node.body)), ())
        elif isinstance(node, Apply):
            for each in node.arguments:
                self._members(each)

    def _tell(self, word: Told, first: Claim, second: Claim) -> None:
        self._keep(word(first.at, second.at))

    def _tell_here(self, word: Told, first: Claim, second: Claim) -> None:
        """Told of what is not gone into any further."""
        self.seen[first.at.origin.span] += 1
        self._tell(word, first, second)

    def _keep(self, told: Diagnostic) -> None:
        key = told.code, told.span
        self.found[key] += 1
        self.told.setdefault(key, told)


def _parts(node: Node) -> tuple[list[Node], list[Node]]:
    """What must hold for a node to hold, and the exceptions that must not."""
    match node:
        case Apply(_, arguments) if sense(node) is Sense.NO_NORM:
            return [denial(ref, ref.origin) for ref in arguments], []
        case Apply(_, arguments) if sense(node) in (Sense.ALL, Sense.COVERS):
            found = [_parts(each) for each in arguments]
            return [e for parts, _ in found for e in parts], [e for _, out in found for e in out]
        case Default():
            inside = [_parts(each) for each in (node.condition, node.consequence)]
            outside = [*(e for _, out in inside for e in out), *node.exceptions]
            return [e for parts, _ in inside for e in parts], outside
        case Literal():
            return [], []
        case _:  # must hold as a whole
            return [node], []


def _is_atom(node: Node) -> bool:
    """Whether a node is one condition, or the denial of one."""
    if isinstance(node, Default):
        return False
    if not isinstance(node, Apply):
        return True
    if sense(node) is Sense.NOT:
        return _is_atom(node.arguments[0])
    return not OPERATORS[node.operator].joins


def _expanded(around: _Around, node: Node) -> Iterator[Claim]:
    """What the norm says that a condition asks to apply and be met, as far as it is plain."""
    waiting, followed = [node] if isinstance(node, Ref) else [], 0
    while waiting and followed < _MOST_REFERENCES:
        ref, followed = waiting.pop(0), followed + 1
        for part in filter(_is_atom, _asked(around.by_id[ref.norm], ref.standing)):
            yield claim(part, True, around.schema, node)
            waiting += [part] if isinstance(part, Ref) else []


def _asked(norm: Norm, standing: Standing) -> Iterator[Node]:
    """What must hold for a norm to stand so; what is broken says nothing of its parts."""
    if len(norm.editions) != 1:  # which of them it is meant by is not known here
        return iter(())
    (edition,) = norm.editions
    clauses = edition.clauses if standing is Standing.MET else (edition.applies,)
    return (part for clause in clauses for part in _parts(clause)[0])


def _period(guard: Claim) -> str:
    """The days of a wording, from what asks for it."""
    node = guard.at
    if isinstance(node, Apply) and isinstance(node.arguments[-1], Literal):
        last = node.arguments[-1]
        side = "fra" if 1 in OPERATORS[node.operator].signs else "til og med"
        return f"{side} {shown(last.value, last.type)}"
    return "som er datert"
