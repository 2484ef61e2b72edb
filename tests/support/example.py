"""A small rulebook built by hand, with one norm for each thing a reason must tell."""

from collections.abc import Mapping
from datetime import date
from itertools import count
from typing import Any

from attrs import evolve

from hjemmel.case.observation import Observation, observe
from hjemmel.case.statements import Assessment, Case, Content, Entries, Record, Statement
from hjemmel.core.nodes import (
    Apply,
    Default,
    Each,
    Fact,
    Literal,
    Node,
    Origin,
    Quantifier,
    Ref,
    Standing,
)
from hjemmel.core.program import Edition, Interpretation, Kind, Norm, Program, Reading, Wording
from hjemmel.core.schema import (
    Enumeration,
    FieldDeclaration,
    RecordDeclaration,
    Role,
    Schema,
    Tenure,
)
from hjemmel.core.types import (
    Assessed,
    Date,
    Enumerated,
    Listed,
    Months,
    Row,
    Scalar,
    Text,
    Truth,
    Type,
    Whole,
)
from hjemmel.explain.verdict import Verdict
from hjemmel.source.citation import Citation, Level
from hjemmel.source.span import Span
from support.evaluation import assess, evaluate

DAY = date(2024, 5, 1)
REGIONS = ("Helse Nord", "Helse Midt-Norge", "Helse Vest", "Helse Sør-Øst")
_NUMBERS = count()


def origin(words: str = "", *cited: Citation) -> Origin:
    """The next number, on a line of its own."""
    number = next(_NUMBERS)
    return Origin(number, Span("prøve.ntr", number + 1, 1, 2), words, cited)


def lit(value: Any, kind: Scalar = Truth()) -> Literal:  # noqa: B008
    return Literal(value, kind, origin())


def fact(subject: str, name: str, kind: Type) -> Fact:
    return Fact(subject, name, kind, origin())


def op(name: str, *arguments: Node, words: str = "") -> Apply:
    return Apply(name, arguments, origin(words))


def places(quantifier: Quantifier, body: Node, where: Node | None = None) -> Each:
    steder = fact("tjeneste", "steder", Listed(Row("sted")))
    return Each(quantifier, "sted", steder, where or lit(True), body, origin())


TODAY = ("sak", "vurderingsdato", Date())
NATIONAL, MULTI = "nasjonal behandlingstjeneste", "flerregional behandlingstjeneste"
F42 = Citation(Level.REGULATION, "§ 4-2", "første ledd")
V2 = Citation(Level.GUIDE, "pkt. 2", "nr. 4")
N2 = Citation(Level.PAGE, "pkt. 2", "nr. 4")
F41 = Citation(Level.REGULATION, "§ 4-1", "første ledd")
F41B = Citation(Level.REGULATION, "§ 4-1", "andre ledd")
V41 = Citation(Level.GUIDE, "pkt. 4.1", "nr. 1 til 3")
F43 = Citation(Level.REGULATION, "§ 4-3", "første strekpunkt")


def is_type(value: str) -> Apply:
    return op("er", fact("tjeneste", "type", Enumerated("slag")), lit(value, Enumerated("slag")))


def assessed(name: str) -> Fact:
    return fact("tjeneste", name, Assessed("myndigheten"))


def norm(key: str, title: str, kind: Kind, requirement: Node, **more: Any) -> Norm:
    """A norm that is always in force and applies, unless more is said."""
    cited = more.pop("cited", (F42,))
    settings: dict[str, Any] = {
        "place": str(cited[0]).removeprefix("forskrift "),
        "rulebook": "prøve",
        "subject": "tjeneste",
        "deciding": fact(*TODAY),
    }
    applies = more.pop("applies", None) or lit(True)
    presumed = more.pop("presumption", False)
    wording = Wording(date(2011, 1, 1), None, cited, presumed=presumed)
    settings["editions"] = (Edition(wording, applies, requirement),)
    return Norm(key, title, kind, **{**settings, **more})


def distinct(name: str) -> Each:
    return places(Quantifier.DISTINCT, fact("sted", name, Text()))


def one_trust() -> Norm:
    asked = op("lik", distinct("helseforetak"), lit(1, Whole()))
    return norm("4-2/ett-helseforetak", "ett helseforetak", Kind.DUTY, asked,
                applies=is_type(NATIONAL))  # fmt: skip


def two_regions() -> Norm:
    asked = op("lik", distinct("helseregion"), lit(2, Whole()))
    return norm("4-2/to-helseregioner", "to helseregioner", Kind.DUTY, asked, cited=(V2, N2),
                place="§ 4-2 andre ledd", applies=is_type(MULTI))  # fmt: skip


def gain() -> Norm:
    return norm(
        "4-3/helsegevinst", "helsegevinst", Kind.CONDITION, assessed("gevinst"), cited=(F43,)
    )


def recipient() -> Norm:
    sent = fact("søknad", "dato", Date())
    to = fact("søknad", "mottaker", Text())

    def asked(name: str) -> Node:
        return op("er", evolve(to, origin=origin()), lit(name, Text()))

    first = Wording(date(2011, 1, 1), date(2021, 12, 31), (F41,))
    second = Wording(date(2022, 1, 1), date(2023, 12, 31), (V41,), "kildene sier det ikke",
                     assumed_start=True, assumed_end=True)  # fmt: skip
    editions = (
        Edition(first, lit(True), asked("departementet")),
        Edition(second, lit(True), asked("Helsedirektoratet")),
    )
    return norm(
        "4-1/rett-mottaker", "rett mottaker", Kind.DUTY, lit(True), cited=(F41,),
        subject="søknad", deciding=sent, editions=editions,
    )  # fmt: skip


def established() -> Norm:
    act, approved = fact("tjeneste", "opprettet", Date()), fact("tjeneste", "godkjent", Date())
    last = op("måneder_etter_ned", approved, lit(12, Months()))
    return norm("4-1/opprettet", "opprettet innen ett år", Kind.DEADLINE,
                op("innen_frist", act, last, fact(*TODAY)), cited=(V41,))  # fmt: skip


def covering() -> Norm:
    def some(region: str) -> Node:
        body = op("er", fact("sted", "helseregion", Text()), lit(region, Text()))
        return places(Quantifier.SOME, body)

    return norm(
        "4-4/alle-regioner", "alle regioner", Kind.DUTY, op("omfatter", *map(some, REGIONS))
    )


def broken(key: str, words: str = "") -> Node:
    return Ref(key, Standing.BROKEN, origin(words))


def winding_up() -> Norm:
    group = broken("4-2/ett-helseforetak", "minst ett krav i § 4-2 er brutt")
    asked = op("eller", group, assessed("behovet_borte"))
    return norm("4-1/avvikling", "avvikling", Kind.PERMISSION, asked, cited=(F41B,),
                asked_with="søknad")  # fmt: skip


def open_question() -> Norm:
    readings = (lit(False), lit(True))
    clause = op("tolket", is_type(MULTI), op("samstemt", *readings), is_type(NATIONAL))
    asked = Interpretation(
        "Regnes en flerregional tjeneste som nasjonal?", "ern/søker", is_type(MULTI),
        (Reading("snever", readings[0]), Reading("vid", readings[1])), None, (V2,),
        clause.origin.id,
    )  # fmt: skip
    return norm("ern/søker", "fullverdig søker", Kind.PERMISSION, clause, cited=(V2,),
                interpretations=(asked,))  # fmt: skip


def excepted() -> Norm:
    guard = Default(
        (), fact("tjeneste", "hemmelig", Truth()), lit(True), origin("hemmelig tjeneste")
    )
    applies = Default((guard,), lit(True), lit(True), origin())
    every = places(Quantifier.ALL, fact("sted", "åpent", Truth()))
    return norm("4-5/åpenhet", "åpenhet", Kind.DUTY, every, applies=applies, presumption=True,
                cited=(V2,), own_words="Alle steder er åpne.")  # fmt: skip


def _field(key: str, kind: Type, name: str = "", holder: str = "") -> FieldDeclaration:
    return FieldDeclaration(key, name or key.replace("_", " "), kind, holder)


SCHEMA = Schema(
    records=(
        RecordDeclaration(
            "tjeneste", "tjenesten", "tjenestens",
            (
                _field("type", Enumerated("slag")),
                _field("steder", Listed(Row("sted")), holder="helseforetaket"),
                _field("gevinst", Assessed("myndigheten"), "det er helsegevinst"),
                _field("behovet_borte", Assessed("myndigheten"), "behovet er borte"),
                _field("godkjent", Date(), "godkjenningsdato"),
                _field("opprettet", Date(), "opprettelsesdato", "helseforetaket"),
                _field("hemmelig", Truth(), "er hemmelig"),
            ),
        ),
        RecordDeclaration(
            "søknad", "søknaden", "søknadens",
            (_field("dato", Date()), _field("mottaker", Text())), optional=True,
        ),
        RecordDeclaration(
            "sted", "stedet", "stedets",
            (
                _field("helseforetak", Text()),
                _field("helseregion", Text(), holder="helseforetaket"),
                _field("åpent", Truth(), "er åpent"),
            ),
            entry=True,
        ),
    ),
    enumerations=(Enumeration("slag", (NATIONAL, MULTI)),),
    roles=(Role("myndigheten", (Tenure(None, None, "departementet"),)),),
)  # fmt: skip

_MAKERS = (one_trust, two_regions, gain, recipient, established, winding_up, covering,
           open_question, excepted)  # fmt: skip
_NORMS = tuple(make() for make in _MAKERS)
PROGRAM = Program("prøve", "ab" * 32, SCHEMA, _NORMS, tuple(each.id for each in _NORMS))


def said(**facts: Content) -> Record:
    """A record in which one source says each thing."""
    return {key: (Statement(value),) for key, value in facts.items()}


def sites(*pairs: tuple[str | None, str | None], complete: bool = True) -> Entries:
    """A list of places: trust and region; None is not told."""
    members = []
    for trust, region in pairs:
        told = {"helseforetak": trust, "helseregion": region}
        members.append(said(**{key: value for key, value in told.items() if value}))
    return Entries(tuple(members), complete)


TWO_SITES = sites(("Ahus", "Helse Sør-Øst"), ("OUS", "Helse Sør-Øst"))
FULL = said(
    type=MULTI, steder=TWO_SITES, gevinst=Assessment(True, grounds="vedtak"),
    behovet_borte=Assessment(False, grounds="vedtak"), godkjent=date(2022, 1, 31),
    opprettet=date(2022, 12, 1), hemmelig=True,
)  # fmt: skip


def service(**changes: Content | None) -> Mapping[str, Record]:
    """A full service with some facts changed, or taken away by None."""
    told = {**FULL, **said(**{key: value for key, value in changes.items() if value is not None})}
    return {
        "tjeneste": {key: each for key, each in told.items() if changes.get(key, 1) is not None}
    }


def observation(records: Mapping[str, Record], day: date = DAY) -> Observation:
    return observe(Case("S-1", day, records, "Eksempeltjenesten"), SCHEMA, day)


def judged(records: Mapping[str, Record], day: date = DAY) -> dict[str, Verdict]:
    """The verdicts of a case by norm."""
    seen = observation(records, day)
    found = assess(PROGRAM, seen, evaluate(PROGRAM, seen.view), day)
    return {each.norm.id: each for each in found}
