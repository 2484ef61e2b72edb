"""The account: what each sentence of the sources became, and what is not accounted for."""

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum

from attrs import frozen

from hjemmel.core.nodes import Default, Node
from hjemmel.core.program import Norm, Program
from hjemmel.core.walk import children_of
from hjemmel.source.citation import UNDECLARED, Citation, highest
from hjemmel.traceability.fingerprints import Comparison, section
from hjemmel.traceability.ledger import Expected, Ground, Ledger, SetAside


class Lack(Enum):
    """What can be wrong with the account; the value is its name in JSON."""

    UNACCOUNTED = "ikke gjort rede for"
    DOUBLED = "gjort rede for to ganger"
    UNKNOWN = "ukjent setning"
    UNDECLARED = "ukjent kilde"
    MISSING = "norm mangler"
    UNSOURCED = "norm uten setning"
    UNCITED = "setning mangler hos normen"
    DIFFERENT = "annet nivå eller slag"
    UNLISTED = "norm som ikke er ført opp"
    CHANGED = "endret setning"
    MOVED = "flyttet setning"
    NEW = "ny setning"
    GONE = "setning som er borte"


@frozen
class Finding:
    """Something to put right: about which sentence or norm, and which norms to look at."""

    lack: Lack
    id: str
    said: str
    norms: tuple[str, ...] = ()


@frozen
class Line:
    """One sentence: the norms that cite it, or why it is set aside."""

    sentence: str
    place: str
    norms: tuple[str, ...]
    set_aside: SetAside | None
    accounted: bool


@frozen
class Account:
    """The sentences in reading order, and everything that is wrong."""

    lines: tuple[Line, ...]
    findings: tuple[Finding, ...]
    expected: int
    norms: int

    @property
    def accounted(self) -> int:
        """How many sentences are cited or set aside."""
        return sum(line.accounted for line in self.lines)

    @property
    def cited(self) -> int:
        """How many sentences a norm cites."""
        return sum(bool(line.norms) for line in self.lines)

    @property
    def present(self) -> int:
        """How many of the norms expected are among the rules, whole or in parts."""
        return self.expected - self.count(Lack.MISSING)

    def count(self, lack: Lack) -> int:
        """How many findings of one kind."""
        return sum(each.lack is lack for each in self.findings)


def account(program: Program, ledger: Ledger) -> Account:
    """Hold a rulebook against what is written down of its sources."""
    citing = _citing(program)
    lines = tuple(_lines(citing, ledger, _names(program)))
    findings = (
        *_sources(program, ledger), *_sentences(lines), *_unknown(citing, ledger),
        *_norms(program, ledger),
    )  # fmt: skip
    return Account(lines, findings, len(ledger.expected), len(program.norms))


def cited(norm: Norm) -> tuple[str, ...]:
    """The sentences that a norm cites in its wordings, its exceptions and its open questions."""
    places = [place for wording in norm.wordings for place in wording.all_citations]
    places += [place for question in norm.interpretations for place in question.citations]
    places += [place for clause in norm.clauses for place in _of_exceptions(clause)]
    return tuple(dict.fromkeys(each for place in places for each in place.sentences))


def _of_exceptions(node: Node) -> Iterator[Citation]:
    """What the exceptions in a clause rest on."""
    if isinstance(node, Default):
        for each in node.exceptions:
            yield from each.origin.citations
    for child in children_of(node):
        yield from _of_exceptions(child)


def changes(found: Account, comparison: Comparison) -> tuple[Finding, ...]:
    """What to look at when the texts are not those that the rules were written from."""
    lines = {line.sentence: line for line in found.lines}
    prints = {each: f"fingeravtrykk {print_}" for each, print_ in comparison.prints.items()}
    changed = (
        Finding(Lack.CHANGED, each, f"{_stands(lines[each])} · {prints[each]}", lines[each].norms)
        for each in comparison.changed
    )
    moved = (
        Finding(Lack.MOVED, before, f"er nå {now}", lines[before].norms)
        for before, now in comparison.moved
    )
    new = (_new(each, prints[each], lines) for each in comparison.new)
    gone = (
        Finding(Lack.GONE, each, _stands(lines[each]), lines[each].norms)
        for each in comparison.gone
    )
    return (*changed, *moved, *new, *gone)


def _sources(program: Program, ledger: Ledger) -> Iterator[Finding]:
    """Sources that sentences are listed of, and no citation can mean."""
    declared = (*(each.level for each in program.sources), *UNDECLARED)
    known = {each.value for each in declared}
    forms = {each.cited: each.value for each in declared if each.cited}
    first: dict[str, str] = {}
    for sentence, entry in ledger.sentences.items():
        first.setdefault(entry.source, sentence)
    for source, sentence in first.items():
        if source and source not in known:
            meant = f", skriv «{forms[source]}»" if source in forms else ""
            said = f"kilden «{source}» er ikke erklært i reglene{meant}"
            yield Finding(Lack.UNDECLARED, sentence, said)


def _citing(program: Program) -> Mapping[str, tuple[str, ...]]:
    """The norms by the sentences that they cite."""
    citing: dict[str, list[str]] = {}
    for norm in (*program.norms, *(each.norm for each in program.presumptions)):
        for each in cited(norm):
            citing.setdefault(each, []).append(norm.id)
    return {sentence: tuple(norms) for sentence, norms in citing.items()}


def _names(program: Program) -> Mapping[str, str]:
    """What each source is called in a citation, by its name: «veilederen»."""
    return {each.level.value: each.level.name for each in program.sources}


def _lines(
    citing: Mapping[str, tuple[str, ...]], ledger: Ledger, names: Mapping[str, str]
) -> Iterator[Line]:
    for sentence, entry in ledger.sentences.items():
        norms, aside = citing.get(sentence, ()), ledger.set_aside.get(sentence)
        accounted = bool(norms) or (aside is not None and _founded(aside, citing, ledger))
        source = names.get(entry.source, entry.source)
        place = f"{source}{entry.place.removeprefix(entry.source)}"
        yield Line(sentence, place, norms, aside, accounted)


def _founded(aside: SetAside, citing: Iterable[str], ledger: Ledger) -> bool:
    """A repetition is a reason only where the sentence repeated has one that is none."""
    if aside.ground is not Ground.REPETITION:
        return True
    first = ledger.set_aside.get(aside.repeats)
    return aside.repeats in citing or (
        first is not None and first.ground is not Ground.REPETITION
    )  # fmt: skip


def _sentences(lines: tuple[Line, ...]) -> Iterator[Finding]:
    for line in lines:
        if line.norms and line.set_aside:
            said = f"satt til side som {line.set_aside}, men sitert"
            yield Finding(Lack.DOUBLED, line.sentence, said, line.norms)
        elif not line.accounted:
            said = line.place
            if line.set_aside:
                said += f": {line.set_aside}, som det ikke er gjort rede for"
            yield Finding(Lack.UNACCOUNTED, line.sentence, said)


def _unknown(citing: Mapping[str, tuple[str, ...]], ledger: Ledger) -> Iterator[Finding]:
    """Ids that stand somewhere, but are no sentence's."""
    asides = ledger.set_aside.items()
    places = [(each, "sitert i reglene", norms) for each, norms in citing.items()]
    places += [(each, "satt til side i utenfor.tsv", ()) for each, _ in asides]
    places += [(aside.repeats, f"gjentatt av {each}", ()) for each, aside in asides
               if aside.repeats]  # fmt: skip
    places += [(each, "ført opp i normer.tsv", (norm.id,))
               for norm in ledger.expected for each in norm.sentences]  # fmt: skip
    for sentence, said, norms in places:
        if sentence not in ledger.sentences:
            yield Finding(Lack.UNKNOWN, sentence, said, norms)


def _norms(program: Program, ledger: Ledger) -> Iterator[Finding]:
    parts = _parts(program, ledger.expected)
    for expected in ledger.expected:
        found = parts[expected.id]
        if not found:
            yield Finding(Lack.MISSING, expected.id, f"etter {' '.join(expected.sentences)}")
            continue
        lacking = set(expected.sentences).difference(*map(cited, found))
        if lacking:
            said = " ".join(each for each in expected.sentences if each in lacking)
            yield Finding(Lack.UNCITED, expected.id, said)
        for norm in found:
            yield from _different(norm, expected)
    listed = {norm.id for found in parts.values() for norm in found}
    for norm in program.norms:
        if not cited(norm):
            yield Finding(Lack.UNSOURCED, norm.id, norm.title)
        if norm.id not in listed:
            yield Finding(Lack.UNLISTED, norm.id, norm.title)


def _parts(program: Program, expected: tuple[Expected, ...]) -> Mapping[str, list[Norm]]:
    """For every norm expected, itself or what it was split into (`id-x`) among the rules.

    Ids share beginnings, so a norm belongs to the longest id that it begins with.
    """
    parts: dict[str, list[Norm]] = {each.id: [] for each in expected}
    for norm in program.norms:
        whole = norm.id
        while whole and whole not in parts:
            whole = whole.rpartition("-")[0]
        if whole:
            parts[whole].append(norm)
    return parts


def _different(norm: Norm, expected: Expected) -> Iterator[Finding]:
    """A norm that is another kind of norm than what was found in the sources."""
    level = highest(tuple(each for wording in norm.wordings for each in wording.citations))
    is_ = _described(level.value, norm.kind.value, norm.presumption)
    was = _described(expected.level, expected.kind.value, expected.presumed)
    if is_ != was:
        said = f"er {is_} i reglene, men {was} i normer.tsv"
        yield Finding(Lack.DIFFERENT, norm.id, said)


def _described(level: str, kind: str, presumed: bool) -> str:
    return f"{kind} ({level}{', forutsatt' if presumed else ''})"


def _stands(line: Line) -> str:
    return line.place if line.set_aside is None else f"satt til side som {line.set_aside}"


def _new(sentence: str, said: str, lines: Mapping[str, Line]) -> Finding:
    """A new sentence, with the norms of those that stood on both sides of its place."""
    here = [each for each in lines if section(each) == section(sentence)]
    beside = [
        *[each for each in here if _number(each) < _number(sentence)][-1:],
        *[each for each in here if _number(each) >= _number(sentence)][:1],
    ]
    norms = dict.fromkeys(norm for each in beside for norm in lines[each].norms)
    place = [f"ved det som var {' og '.join(beside)}"] if beside else []
    return Finding(Lack.NEW, sentence, " · ".join([*place, said]), tuple(norms))


def _number(sentence: str) -> int:
    return int(sentence.partition("#")[2])
