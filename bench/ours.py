"""Ours: the 25 conditions and their conjunction as a program of the core."""

from collections.abc import Sequence
from typing import Any

from workload.common import ASOF, CONDITIONS, Service
from workload.contestant import Contestant

from hjemmel.backends.compiled import CODES, compile_program
from hjemmel.core.nodes import Apply, Aspect, Each, Fact, Literal, Node, Quantifier, Ref
from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Kind, Norm, Program
from hjemmel.core.schema import CASE, ELEMENT, Schema
from hjemmel.core.types import Date, Listed, Months, Text, Truth, Type, Whole, Year

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


def _norm(name: str, requirement: Node) -> Norm:
    return Norm(
        name, name, Kind.DUTY, "", "bench", SUBJECT, (), TODAY, YES, YES, requirement
    )  # fmt: skip


def program() -> Program:
    """The workload's rules. The one place to change when they are read from a rulebook."""
    pairs = zip(CONDITIONS, _requirements(), strict=True)
    norms = [_norm(name, requirement) for name, requirement in pairs]
    refs = (Ref(name, Aspect.REQUIREMENT) for name in CONDITIONS)
    norms.append(_norm(CONJUNCTION, _apply("og", *refs)))
    return Program("bench", "", Schema(), tuple(norms), tuple(norm.id for norm in norms))


COMPILED = compile_program(program())
TODAYS = {"vurderingsdato": ASOF}
RESULT_OF_CODE = tuple(RESULTS.get(each, -1) for each in CODES).__getitem__


def prepare(services: list[Service]) -> list[dict[str, Any]]:
    """Each service as a view."""
    return [{CASE: TODAYS, SUBJECT: service} for service in services]


def decide_all(services: list[Service]) -> list[Sequence[int]]:
    """All 26 results for each service, with the making of its view."""
    codes = COMPILED.function("codes")
    return [[*map(RESULT_OF_CODE, codes({CASE: TODAYS, SUBJECT: service}))] for service in services]


def codes_all(views: list[dict[str, Any]]) -> list[tuple[int, ...]]:
    """All outcomes for each service, as codes."""
    codes = COMPILED.function("codes")
    return [codes(view) for view in views]


def outcomes_all(views: list[dict[str, Any]]) -> list[dict[str, Outcome]]:
    """All outcomes for each service, by norm."""
    decide = COMPILED.function("outcomes")
    return [decide(view) for view in views]


def explain_all(services: list[Service]) -> list[Any]:
    """All outcomes for each service, with their reasons."""
    raise NotImplementedError("explanations are not measured yet")


def results_of(explanation: Any) -> Sequence[int]:
    """The 26 results read out of one explanation."""
    raise NotImplementedError("explanations are not measured yet")


def _row_of_codes(codes: tuple[int, ...]) -> Sequence[int]:
    return [RESULTS.get(CODES[code], -1) for code in codes]


def _row_of_outcomes(outcomes: dict[str, Outcome]) -> Sequence[int]:
    return [RESULTS.get(outcome, -1) for outcome in outcomes.values()]


CONTESTANTS = (
    Contestant("hjemmel (tall)", codes_all, prepare, _row_of_codes),
    Contestant("hjemmel (utfall)", outcomes_all, prepare, _row_of_outcomes),
)
