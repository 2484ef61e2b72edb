"""A rulebook of three norms and an account of it, all invented."""

from datetime import date

from attrs import evolve

from hjemmel.core.nodes import Fact, Literal
from hjemmel.core.program import Edition, Interpretation, Kind, Norm, Program, Reading, Wording
from hjemmel.core.schema import Schema
from hjemmel.core.types import Date, Truth
from hjemmel.source.citation import Citation, Level
from hjemmel.traceability.ledger import Entry, Expected, Ground, Ledger, SetAside

ALWAYS = Literal(True, Truth())
GOOD = Fact("sak", "god", Truth())


def norm(name: str, *sentences: str, kind: Kind = Kind.DUTY, asked: str = "") -> Norm:
    """A norm of the guide that cites some sentences, one of them perhaps in an open question."""
    cited = Citation(Level.GUIDE, "pkt. 1", "", sentences)
    question = Interpretation("Hva?", name, GOOD, (Reading("a", ALWAYS),), None,
                              (Citation(Level.GUIDE, "pkt. 1", "", (asked,)),), 0)  # fmt: skip
    return Norm(
        id=name, title=name, kind=kind, place="pkt. 1", rulebook="r", subject="sak",
        deciding=Literal(date(2024, 1, 1), Date()),
        editions=(Edition(Wording(None, None, (cited,)), ALWAYS, GOOD),),
        interpretations=(question,) if asked else (),
    )  # fmt: skip


def asking_nothing(of: Norm) -> Norm:
    """The norm with no condition left."""
    (edition,) = of.editions
    return evolve(of, editions=(evolve(edition, requirement=ALWAYS),))


def comparing(of: Norm, *sentences: str) -> Norm:
    """The norm that mentions some sentences besides («jf. …»)."""
    (wording,) = of.wordings
    beside = Citation(Level.GUIDE, "pkt. 2", "", sentences, is_compared=True)
    return of.with_wordings([evolve(wording, citations=(*wording.citations, beside))])


def program(*norms: Norm) -> Program:
    """A rulebook of these norms."""
    return Program("r", "", Schema(), norms, tuple(each.id for each in norms))


def expected(name: str, *sentences: str, mentioned: tuple[str, ...] = ()) -> Expected:
    """A duty of the guide."""
    return Expected(name, sentences, "veileder", Kind.DUTY, presumed=False, mentioned=mentioned)


RULES = program(norm("1/en", "V1#1"), norm("1/to-a", "V1#2"), norm("1/to-b", "V1#3", asked="V1#4"))
LEDGER = Ledger(
    {f"V1#{number}": Entry(f"veileder pkt. 1 nr. {number}", "") for number in range(1, 7)},
    {"V1#5": SetAside(Ground.PURPOSE, "Sier hvorfor."),
     "V1#6": SetAside(Ground.REPETITION, "Sier det samme.", "V1#1")},
    (expected("1/en", "V1#1"), expected("1/to", "V1#2", "V1#3")),
)  # fmt: skip


def aside(sentence: str, why: SetAside) -> Ledger:
    """The account with one more sentence set aside."""
    return evolve(LEDGER, set_aside={**LEDGER.set_aside, sentence: why})


FILES = {
    "setninger.tsv": "id\tkilde\tsted\tdel\tfingeravtrykk\n"
    "V1#1\tveileder\tpkt. 1\t1\t0123456789abcdef\n"
    "F4-1#1\tforskrift\t§ 4-1\tførste ledd\t0123456789abcdef\n"
    "F4-4#1\tforskrift\t§ 4-4\t\t0123456789abcdef\n",
    "utenfor.tsv": "id\tgrunn\tmerknad\nV1#1\tgjentar F4-1#1\tSier det samme.\n",
    "normer.tsv": "id\tsted\tsetninger\tnivå\tslag\n"
    "4-1/en\t§ 4-1\tF4-1#1 V1#1\tforskrift\tfrist (forutsetning)\n",
}
