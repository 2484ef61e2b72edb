"""The norms of a rulebook held against those that were found in the sources."""

from collections.abc import Iterator, Mapping, Sequence

from hjemmel.core.program import Kind, Norm, Program, is_presumed
from hjemmel.source.citation import highest
from hjemmel.traceability.citing import compared_with, mentioned, modelled, unasked
from hjemmel.traceability.finding import Finding, Lack
from hjemmel.traceability.ledger import ALWAYS, Days, Expected

Parts = Mapping[str, Sequence[Norm]]
"""The norms of the rules that make up each norm expected, by its id."""


def parts_of(program: Program, expected: Sequence[Expected]) -> Parts:
    """For every norm expected, itself or what it was split into (`id-x`) among the rules.

    Ids share beginnings, so a norm belongs to the longest id that it begins with. What the sources
    take as given may stand as a presumption.
    """
    parts: dict[str, list[Norm]] = {each.id: [] for each in expected}
    for norm in (*program.norms, *program.beside):
        whole = norm.id
        while whole and whole not in parts:
            whole = whole.rpartition("-")[0]
        if whole:
            parts[whole].append(norm)
    return parts


def awaited(
    expected: Sequence[Expected], parts: Parts, days: Days = ALWAYS
) -> Mapping[str, tuple[str, ...]]:
    """The norms that do not cite what they are to cite, or are not written, by the sentences."""
    waiting: dict[str, list[str]] = {}
    for each in expected:
        has = {
            s for norm in parts[each.id] for s in (*modelled(norm, days), *mentioned(norm, days))
        }
        for sentence in each.sentences:
            if sentence not in has:
                waiting.setdefault(sentence, []).append(each.id)
    return {sentence: tuple(norms) for sentence, norms in waiting.items()}


def of_norms(
    program: Program, expected: Sequence[Expected], parts: Parts, days: Days = ALWAYS
) -> Iterator[Finding]:
    """Norms that are missing, that say something else of their sentences, or are not listed."""
    judged = set(program.by_id)
    for each in expected:
        found = parts[each.id]
        if found:
            yield from _claims(each, found, days)
            own = (norm for norm in found if norm.id in judged and not _is_word_of(each, norm))
            yield from (finding for norm in own for finding in _different(norm, each))
        else:
            yield Finding(Lack.MISSING, each.id, f"etter {' '.join(each.sentences)}")
    listed = {norm.id for found in parts.values() for norm in found}
    for norm in program.norms:
        if not (modelled(norm) or mentioned(norm)):
            yield Finding(Lack.UNSOURCED, norm.id, norm.title)
        if norm.id not in listed:
            yield Finding(Lack.UNLISTED, norm.id, norm.title)


def _claims(expected: Expected, parts: Sequence[Norm], days: Days) -> Iterator[Finding]:
    """Sentences that the norm is to model and does not, and that it models and is not to."""
    does = {sentence for norm in parts for sentence in modelled(norm, days)}
    says = does.union(sentence for norm in parts for sentence in mentioned(norm, days))
    nothing = {sentence for norm in parts for sentence in unasked(norm, days)} - does
    beside = {sentence for norm in parts for sentence in compared_with(norm, days)} - does
    lacking = [
        f"{sentence} (bare nevnt)" if sentence in beside else sentence
        for sentence in expected.sentences
        if sentence not in says or (sentence in expected.modelled and sentence in beside)
    ]
    if lacking:
        yield Finding(Lack.UNCITED, expected.id, " ".join(lacking))
    if nothing:
        said = " ".join(each for each in expected.sentences if each in nothing)
        yield Finding(Lack.UNASKED, expected.id, said or " ".join(sorted(nothing)))
    more = [sentence for sentence in expected.mentioned if sentence in does]
    if more:
        yield Finding(Lack.OVERSTATED, expected.id, " ".join(more))


def _different(norm: Norm, expected: Expected) -> Iterator[Finding]:
    """A norm that is another kind of norm than what was found in the sources."""
    level = highest(tuple(each for wording in norm.wordings for each in wording.citations))
    is_ = _described(level.value, norm.kind.value, is_presumed(norm.wordings, level))
    was = _described(expected.level, expected.kind.value, expected.presumed)
    if is_ != was:
        said = f"er {is_} i reglene, men {was} i normer.tsv"
        yield Finding(Lack.DIFFERENT, norm.id, said)


def _is_word_of(expected: Expected, norm: Norm) -> bool:
    """Whether a part is a word that the norm is written with, and no norm of the sources."""
    return norm.kind is Kind.DEFINITION and norm.id != expected.id


def _described(level: str, kind: str, presumed: bool) -> str:
    return f"{kind} ({level}{', forutsatt' if presumed else ''})"
