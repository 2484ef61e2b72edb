"""Ours: the 25 conditions and their conjunction as a program of the core.

The outcome alone comes from the compiled function, as `Rulebook.outcomes` gives it. The whole
reason comes from the evaluator and the explanation, as `ntr vurder --format json` makes it: for
every norm the tree of what was asked, on what authority, what was seen and how it came out, which
steps were decisive, and what is missing.
"""

from collections.abc import Sequence
from itertools import count

from attrs import evolve, frozen
from workload.common import ASOF, CONDITIONS, Service

from hjemmel.case.observation import Observation
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
from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Edition, Kind, Norm, Program, Wording
from hjemmel.core.schema import CASE, ELEMENT, FieldDeclaration, RecordDeclaration, Schema
from hjemmel.core.types import Date, Listed, Months, Text, Truth, Type, Whole, Year
from hjemmel.core.walk import nodes_of
from hjemmel.engine.outcomes import decider
from hjemmel.explain.finding import Finding
from hjemmel.explain.judge import Judge
from hjemmel.explain.missing import Missing
from hjemmel.explain.verdict import Verdict, missing, reason
from hjemmel.source.citation import Citation, Level

SUBJECT = "tjeneste"
CONJUNCTION = "alle"
REGIONS = ("RHF_nord", "RHF_midt", "RHF_vest", "RHF_sorost")
YES = Literal(True, Truth())
TODAY = Fact(CASE, "vurderingsdato", Date())
RESULTS = {Outcome.MET: 1, Outcome.BROKEN: 0}


def _fact(name: str, kind: Type | None = None) -> Fact:
    return Fact(SUBJECT, name, kind or Truth())


def _apply(operator: str, *arguments: Node) -> Apply:
    return Apply(operator, arguments)


def _is(name: str, word: str) -> Node:
    return _apply("er", _fact(name, Text()), Literal(word, Text()))


def _implies(condition: Node, requirement: Node) -> Node:
    """As a requirement, for a norm out of scope would be «ikke aktuell»; here it is met."""
    return _apply("eller", _apply("ikke", condition), requirement)


def _number(quantifier: Quantifier, name: str, body: Node, number: int) -> Node:
    members = Each(quantifier, "hver", _fact(name, Listed(Text())), YES, body)
    return _apply("lik", members, Literal(number, Whole()))


def _has(name: str, word: str) -> Node:
    same = _apply("er", Fact("hver", ELEMENT, Text()), Literal(word, Text()))
    return Each(Quantifier.SOME, "hver", _fact(name, Listed(Text())), YES, same)


def _within_years(name: str, years: int) -> Node:
    months = Literal(12 * years, Months())
    return _apply("senest", TODAY, _apply("måneder_etter_ned", _fact(name, Date()), months))


def _by(name: str, year: Node, month_and_day: int) -> Node:
    last = _apply("dag_i_året", year, Literal(month_and_day, Whole()))
    return _apply("senest", _fact(name, Date()), last)


def _requirements() -> tuple[Node, ...]:
    national, regions = _is("type", "nasjonal_behandling"), _is("type", "flerregional")
    competence = _is("type", "kompetanse")
    kinds = ("nasjonal_behandling", "flerregional", "kompetanse")
    each = Fact("hver", ELEMENT, Text())
    next_year = _apply("år_senere", _fact("report_year", Year()), Literal(1, Whole()))
    return (
        _apply("er_blant", _fact("type", Text()), *(Literal(kind, Text()) for kind in kinds)),
        _implies(national, _number(Quantifier.COUNT, "hf", YES, 1)),
        _implies(regions, _number(Quantifier.COUNT, "hf", YES, 2)),
        _implies(regions, _number(Quantifier.DISTINCT, "hf_region", each, 2)),
        _implies(competence, _apply("ikke", _fact("patient_treatment"))),
        _implies(_is("function", "opplaring"), _within_years("start_date", 5)),
        _implies(_is("function", "kompetanseoppbygging"), _within_years("start_date", 10)),
        _by("report_date", next_year, 315),
        _fact("has_reference_group"),
        _apply("og", *(_has("ref_members", region) for region in REGIONS)),
        _has("ref_members", "bruker"),
        *(_fact(f"crit{number}") for number in range(1, 4)),
        *(_fact(f"task{number}") for number in range(1, 10)),
        _implies(_fact("ern_member"), _apply("og", _fact("approved"), national)),
        _by("application_received", _fact("application_year", Year()), 115),
    )


_NUMBERS = count()


def _numbered(node: Node) -> Node:
    """The node and all below it with numbers of their own, as nodes read from a file have."""
    origin = Origin(next(_NUMBERS))
    match node:
        case Apply():
            return evolve(node, origin=origin, arguments=tuple(map(_numbered, node.arguments)))
        case Each():
            inner = {name: _numbered(getattr(node, name)) for name in ("domain", "where", "body")}
            return evolve(node, origin=origin, **inner)
        case Literal() | Fact() | Ref():
            return evolve(node, origin=origin)
        case Default():
            raise NotImplementedError("the workload has no exceptions")


def _norm(name: str, requirement: Node) -> Norm:
    wording = Wording(None, None, (Citation(Level.REGULATION, "§ 1", name),))
    edition = Edition(wording, _numbered(YES), _numbered(requirement))
    return Norm(name, name, Kind.DUTY, "§ 1", "bench", SUBJECT, _numbered(TODAY), (edition,))


def _schema(norms: Sequence[Norm]) -> Schema:
    """The facts that the norms ask for."""
    asked = (node for norm in norms for node in nodes_of(norm.editions[0].requirement))
    kinds = {each.name: each.type for each in asked
             if isinstance(each, Fact) and each.subject == SUBJECT}  # fmt: skip
    fields = (FieldDeclaration(name, name.replace("_", " "), kind) for name, kind in kinds.items())
    return Schema((RecordDeclaration(SUBJECT, "tjenesten", "tjenestens", tuple(fields)),))


def program() -> Program:
    """The workload's rules. The one place to change when they are read from a rulebook."""
    pairs = zip(CONDITIONS, _requirements(), strict=True)
    norms = [_norm(name, requirement) for name, requirement in pairs]
    refs = (Ref(name, Standing.MET) for name in CONDITIONS)
    norms.append(_norm(CONJUNCTION, _apply("og", *refs)))
    return Program("bench", "", _schema(norms), tuple(norms), tuple(norm.id for norm in norms))


PROGRAM = program()
JUDGE = Judge.of(PROGRAM)
DECIDER = decider(PROGRAM, PROGRAM.by_id)
TODAYS = {"vurderingsdato": ASOF}


def decide_all(services: list[Service]) -> list[dict[str, Outcome]]:
    """All outcomes for each service by norm, with the making of its view."""
    decide = DECIDER.decide
    return [decide({CASE: TODAYS, SUBJECT: service}) for service in services]


def results_of_outcomes(outcomes: dict[str, Outcome]) -> Sequence[int]:
    """The 26 results read out of the outcomes of one service."""
    return [RESULTS.get(each, -1) for each in outcomes.values()]


@frozen
class Explained:
    """One norm in one case: how it stands, why, and what is missing."""

    verdict: Verdict
    why: tuple[Finding, ...]
    lacks: tuple[Missing, ...]


def explain(service: Service) -> list[Explained]:
    """Every norm of one service with its whole reason."""
    view = {CASE: TODAYS, SUBJECT: service}
    found = JUDGE.verdicts(JUDGE.seeing(Observation(view, {}, {}), ASOF))
    return [Explained(each, reason(each), missing(each)) for each in found]


def explain_all(services: list[Service]) -> list[list[Explained]]:
    """All outcomes for each service, with their reasons."""
    return list(map(explain, services))


def results_of(explanation: list[Explained]) -> Sequence[int]:
    """The 26 results read out of one explanation."""
    return [RESULTS.get(each.verdict.outcome, -1) for each in explanation]
