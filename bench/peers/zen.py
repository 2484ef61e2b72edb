"""zen-engine (Rust), measured in three ways.

- *uttrykk*: one compiled expression returns all 26 results. The fastest the package can do, but
  an expression evaluator only: no named outputs, no graph, no trace.
- *graf*: the rules engine itself, a decision graph with one named output a condition, loaded and
  compiled once and asked by key. (`ZenDecision.evaluate` compiles at each call and takes ten times
  as long; `evaluate_batch` spreads over the cores and takes no less processor time.)
- *graf med spor*: the same with its trace, the nearest zen-engine has to a reason.

A missing fact is null, and a result is -1, 0 or 1 by ternaries, the common case first. `and` of a
null is an error, so every test asks for null first. The case is given as JSON text, written outside
the timed loop. Expression results are decimal numbers, equal to the whole ones.
"""

import json
from typing import Any

import zen
from workload.common import CONDITIONS as NAMES
from workload.common import Service, for_peer
from workload.contestant import Contestant

TYPES = "['nasjonal_behandling', 'flerregional', 'kompetanse']"
REGIONS = "['nord', 'midt', 'vest', 'sorost']"
MEMBERS = ("RHF_nord", "RHF_midt", "RHF_vest", "RHF_sorost")


def known(fact: str) -> str:
    """A truth that may be missing."""
    return f"{fact} == true ? 1 : {fact} == false ? 0 : -1"


def when_given(facts: tuple[str, ...], test: str) -> str:
    """A test that needs all of these facts."""
    missing = " or ".join(f"{fact} == null" for fact in facts)
    return f"{missing} ? -1 : {test} ? 1 : 0"


def implies(fact: str, value: str, other: str, test: str) -> str:
    """If `fact` is `value`, then `test`, which reads `other`."""
    return (
        f"{fact} == '{value}' ? ({other} == null ? -1 : {test} ? 1 : 0)"
        f" : {fact} != null ? 1 : {other} != null and {test} ? 1 : -1"
    )


NATIONAL = "type == 'nasjonal_behandling'"
ERN = (
    f"ern_member == false or (approved == true and {NATIONAL}) ? 1 : ern_member == null ? -1"
    f" : approved == false or (type != null and not ({NATIONAL})) ? 0 : -1"
)
CONDITIONS = (
    when_given(("type",), f"type in {TYPES}"),
    implies("type", "nasjonal_behandling", "hf", "len(hf) == 1"),
    implies("type", "flerregional", "hf", "len(hf) == 2"),
    implies("type", "flerregional", "hf_region", f"count({REGIONS}, # in hf_region) == 2"),
    implies("type", "kompetanse", "patient_treatment", "not patient_treatment"),
    implies("func", "opplaring", "start_date", "asof <= start_date + 50000"),
    implies("func", "kompetanseoppbygging", "start_date", "asof <= start_date + 100000"),
    when_given(("report_date", "report_year"), "report_date <= report_year * 10000 + 10315"),
    known("has_reference_group"),
    when_given(("ref_members",), " and ".join(f"'{member}' in ref_members" for member in MEMBERS)),
    when_given(("ref_members",), "'bruker' in ref_members"),
    *(known(f"crit{i}") for i in range(1, 4)),
    *(known(f"task{i}") for i in range(1, 10)),
    ERN,
    when_given(
        ("application_received", "application_year"),
        "application_received <= application_year * 10000 + 115",
    ),
)
EXPRESSION = zen.compile_expression(
    f"r = [{', '.join(CONDITIONS)}]; merge([r, [0 in r ? 0 : -1 in r ? -1 : 1]])"
)


def any_of(result: int) -> str:
    """Some condition has this result; `$` holds the outputs so far."""
    return " or ".join(f"$.{name} == {result}" for name in NAMES)


OUTPUTS = {
    **dict(zip(NAMES, CONDITIONS, strict=True)),
    "verdict": f"{any_of(0)} ? 0 : {any_of(-1)} ? -1 : 1",
}


def node(kind: str, **content: Any) -> dict[str, Any]:
    """A node of the graph, named by its kind."""
    return {"id": kind, "name": kind, "type": kind, "position": {"x": 0, "y": 0}, **content}


def edge(source: str, target: str) -> dict[str, str]:
    """An edge of the graph."""
    return {"id": source + target, "type": "edge", "sourceId": source, "targetId": target}


def graph() -> dict[str, Any]:
    """Input, one node with an expression a result, output."""
    expressions = [{"id": key, "key": key, "value": value} for key, value in OUTPUTS.items()]
    return {
        "nodes": [
            node("inputNode"),
            node("expressionNode", content={"expressions": expressions}),
            node("outputNode"),
        ],
        "edges": [edge("inputNode", "expressionNode"), edge("expressionNode", "outputNode")],
    }


ENGINE = zen.ZenEngine({"loader": {"type": "static", "content": {"workload": graph()}}})


def encode(services: list[Service]) -> list[str]:
    """Each service as JSON text."""
    return [json.dumps(for_peer(service)) for service in services]


def by_expression(cases: list[str]) -> list[Any]:
    """All 26 results for each service, as numbers."""
    return [EXPRESSION.evaluate(case) for case in cases]


def by_graph(cases: list[str]) -> list[Any]:
    """All 26 results for each service, by name."""
    return [ENGINE.evaluate("workload", case) for case in cases]


def by_graph_with_trace(cases: list[str]) -> list[Any]:
    """All 26 results for each service, by name, and the trace of each."""
    return [ENGINE.evaluate("workload", case, {"trace": True}) for case in cases]


def row(answer: dict[str, Any]) -> list[int]:
    """The results of one answer from the graph."""
    return [answer["result"][name] for name in OUTPUTS]


CONTESTANTS = (
    Contestant("zen-engine, uttrykk", by_expression, encode),
    Contestant("zen-engine, graf", by_graph, encode, row),
    Contestant("zen-engine, graf med spor", by_graph_with_trace, encode, row),
)
