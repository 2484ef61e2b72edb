"""The account: what each sentence of the sources became, and what is not accounted for."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from hjemmel.core.program import Program
from hjemmel.source.citation import UNDECLARED
from hjemmel.traceability.citing import Citing, citing
from hjemmel.traceability.expected_norms import awaited, of_norms, parts_of
from hjemmel.traceability.finding import Finding, Lack
from hjemmel.traceability.fingerprints import Comparison, section
from hjemmel.traceability.ledger import Ground, Ledger, SetAside


@frozen
class Line:
    """One sentence: the norms that model it, those that only mention it, or why it is set aside.

    It is `awaited` by the norms that are to model it and are not written.
    """

    sentence: str
    place: str
    modelled: tuple[str, ...]
    mentioned: tuple[str, ...]
    set_aside: SetAside | None
    accounted: bool
    awaited: tuple[str, ...] = ()

    @property
    def norms(self) -> tuple[str, ...]:
        """All norms that cite it, those that model it first."""
        return tuple(dict.fromkeys((*self.modelled, *self.mentioned)))


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
    def modelled(self) -> int:
        """How many sentences a norm models."""
        return sum(bool(line.modelled) for line in self.lines)

    @property
    def mentioned(self) -> int:
        """How many sentences norms mention, and none models."""
        return self.cited - self.modelled

    @property
    def set_aside(self) -> int:
        """How many sentences no norm cites, with a reason."""
        return self.accounted - self.cited

    @property
    def present(self) -> int:
        """How many of the norms expected are among the rules, whole or in parts."""
        return self.expected - self.count(Lack.MISSING)

    def count(self, lack: Lack) -> int:
        """How many findings of one kind."""
        return sum(each.lack is lack for each in self.findings)


def account(program: Program, ledger: Ledger) -> Account:
    """Hold a rulebook against what is written down of its sources."""
    cited, parts = citing(program, ledger.days), parts_of(program, ledger.expected)
    lines = tuple(
        _lines(cited, ledger, names_of(program), awaited(ledger.expected, parts, ledger.days))
    )
    findings = (
        *_sources(program, ledger), *_sentences(lines), *_unknown(cited, ledger),
        *of_norms(program, ledger.expected, parts, ledger.days),
    )  # fmt: skip
    wholes = sum(not each.is_part for each in ledger.expected)
    return Account(lines, findings, wholes, len(program.norms))


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


def names_of(program: Program) -> Mapping[str, str]:
    """What each source is called in a citation, by its name: «veilederen»."""
    return {each.level.value: each.level.name for each in program.sources}


def _lines(
    cited: Citing, ledger: Ledger, names: Mapping[str, str], waiting: Mapping[str, tuple[str, ...]]
) -> Iterator[Line]:
    for sentence, entry in ledger.sentences.items():
        aside = ledger.set_aside.get(sentence)
        accounted = sentence in cited or (aside is not None and _founded(aside, cited, ledger))
        source = names.get(entry.source, entry.source)
        place = f"{source}{entry.place.removeprefix(entry.source)}"
        mentioned = cited.mentioned.get(sentence, ())
        yield Line(sentence, place, cited.modelled.get(sentence, ()), mentioned, aside, accounted,
                   () if accounted else waiting.get(sentence, ()))  # fmt: skip


def _founded(aside: SetAside, cited: Citing, ledger: Ledger) -> bool:
    """A repetition is a reason only where the sentence repeated has one that is none."""
    if aside.ground is not Ground.REPETITION:
        return True
    first = ledger.set_aside.get(aside.repeats)
    return aside.repeats in cited or (
        first is not None and first.ground is not Ground.REPETITION
    )  # fmt: skip


def _sentences(lines: tuple[Line, ...]) -> Iterator[Finding]:
    for line in lines:
        if line.modelled and line.set_aside:
            said = f"satt til side som {line.set_aside}, men modellert"
            yield Finding(Lack.DOUBLED, line.sentence, said, line.modelled)
        elif line.awaited:
            said = f"{line.place} · venter på {', '.join(line.awaited)}"
            yield Finding(Lack.AWAITED, line.sentence, said)
        elif not line.accounted:
            said = line.place
            if line.set_aside:
                said += f": {line.set_aside}, som det ikke er gjort rede for"
            yield Finding(Lack.UNACCOUNTED, line.sentence, said)


def _unknown(cited: Citing, ledger: Ledger) -> Iterator[Finding]:
    """Ids that stand somewhere, but are no sentence's."""
    asides = ledger.set_aside.items()
    places = [(each, "sitert i reglene", cited.of(each)) for each in cited.sentences()]
    places += [(each, "satt til side i utenfor.tsv", ()) for each, _ in asides]
    places += [(aside.repeats, f"gjentatt av {each}", ()) for each, aside in asides
               if aside.repeats]  # fmt: skip
    places += [(each, "ført opp i normer.tsv", (norm.id,))
               for norm in ledger.expected for each in norm.sentences]  # fmt: skip
    for sentence, said, norms in places:
        if sentence not in ledger.sentences:
            yield Finding(Lack.UNKNOWN, sentence, said, norms)


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
