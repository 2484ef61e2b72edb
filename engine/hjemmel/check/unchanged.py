"""A norm that has been checked is not checked again until something that it rests on changes."""

from collections.abc import Iterator
from functools import lru_cache
from weakref import ref

import attrs
from attrs import field, frozen

from hjemmel.check.checking import Surroundings
from hjemmel.check.heads import Head
from hjemmel.check.norms import CheckedNorm, check_norm
from hjemmel.check.runs import without_article
from hjemmel.check.symbols import Symbols
from hjemmel.core.identity import Same
from hjemmel.source.sentences import Sentences
from hjemmel.syntax.tree import Name, NormGroup, NormName

_MOST = 8192
"""So many norms are remembered; those asked for last are kept."""


@frozen
class _Basis:
    """What a norm without faults rests on: its lines, what is declared, the sources, and the norms
    that its words mean.

    `around` holds all of it, and more: what could not be read, and the norms that no word means.
    It is at hand only while the norm is checked, and is not kept with what is remembered.
    """

    head: Same[Head]
    symbols: Same[Symbols]
    sentences: Same[Sentences | None]
    meant: tuple[tuple[str, ...], ...]
    around: ref[Surroundings] = field(eq=False)


def check_if_changed(around: Surroundings, head: Head) -> CheckedNorm:
    """What there is to find of a norm; the same object as before if it was found before."""
    meant = tuple(_meant(around, name, head) for name in _names_of_norms(Same(head)))
    symbols, sentences = Same(around.symbols), Same(around.sentences)
    checked = _checked(_Basis(Same(head), symbols, sentences, meant, ref(around)))
    if checked.is_complete and not checked.diagnostics:
        return checked
    return check_norm(around, head)  # what is said of a fault depends on all that is around


def _meant(around: Surroundings, name: NormName | NormGroup | Name, head: Head) -> tuple[str, ...]:
    """The norms that a name means; «en nasjonal tjeneste» and «i drift» may be what is defined."""
    if isinstance(name, Name):
        defined = around.directory.definitions(without_article(name.words))
        return tuple(f"{each.id} {around.subject_of(each)}" for each in defined)
    return around.directory.meant(name, head.id)


@lru_cache(_MOST)
def _checked(basis: _Basis) -> CheckedNorm:
    around = basis.around()
    assert around is not None  # whoever asks holds it
    return check_norm(around, basis.head.of)


@lru_cache(_MOST)
def _names_of_norms(of: Same[Head]) -> tuple[NormName | NormGroup | Name, ...]:
    """The other norms that the lines of a norm name, or of those that share its block."""
    head = of.of
    parts = (head.anatomy.common, *head.anatomy.editions) if head.anatomy else ()
    process = head.step.process.lines if head.step else ()
    return tuple(_norms_in((*parts, *process)))


def _norms_in(node: object) -> Iterator[NormName | NormGroup | Name]:
    if isinstance(node, (NormName, NormGroup, Name)):
        yield node
    elif isinstance(node, (tuple, list)):
        for part in node:
            yield from _norms_in(part)
    elif attrs.has(kind := type(node)):
        for each in attrs.fields(kind):
            if each.eq:  # places and words are no part of a node
                yield from _norms_in(getattr(node, each.name))
