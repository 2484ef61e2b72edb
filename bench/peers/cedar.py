"""Cedar, through the package `cedarpy` (Rust).

One `forbid` a condition, true when the condition is violated, and one `permit` of everything. A
policy that reads an attribute that is not there is an error in Cedar, and does not decide: just
what an unknown is. So one request gives all 26 results: Deny is violated, and its reasons say
which; Allow with errors is unknown, and the errors say which; Allow without is satisfied. Where
Kleene's logic can settle a condition with one fact missing, the policy asks with `has` and puts the
fact that may settle it first. Two policies a condition, or partial evaluation, take longer.

Cedar cannot count: the number of trusts and of distinct regions is given as an attribute, which
favours it a little. Each service is an entity with its facts as attributes, parsed outside the
timed loop (a context would be parsed in every call); reading policy numbers out of reasons and
error texts is inside it, since nothing is known before that.
"""

import json
from typing import Any

from attrs import frozen
from cedarpy import AuthzResult, Decision, Entities, PolicySet, is_authorized_batch
from workload.common import Service, for_peer, without_missing
from workload.contestant import Contestant

TYPES = '["nasjonal_behandling", "flerregional", "kompetanse"]'
MEMBERS = '["RHF_nord", "RHF_midt", "RHF_vest", "RHF_sorost"]'


def fact(name: str) -> str:
    """An attribute of the service."""
    return f"resource.{name}"


def both(name: str, value: str, violated: str) -> str:
    """`name` is `value` and `violated`: false if either is, however little is known."""
    given = f'{fact(name)} == "{value}"'
    return f"if resource has {name} then {given} && {violated} else {violated} && {given}"


NOT_NATIONAL = f'{fact("type")} != "nasjonal_behandling"'
ERN = (
    f"if resource has ern_member && !{fact('ern_member')} then false"
    f" else if resource has approved && !{fact('approved')} then {fact('ern_member')}"
    f" else if resource has type && {NOT_NATIONAL} then {fact('ern_member')}"
    f" else ({fact('approved')} && {NOT_NATIONAL}) && {fact('ern_member')}"
)
VIOLATED = (
    f"!{TYPES}.contains({fact('type')})",
    both("type", "nasjonal_behandling", f"{fact('hf_count')} != 1"),
    both("type", "flerregional", f"{fact('hf_count')} != 2"),
    both("type", "flerregional", f"{fact('region_count')} != 2"),
    both("type", "kompetanse", fact("patient_treatment")),
    both("func", "opplaring", f"{fact('start_date')} + 50000 < {fact('asof')}"),
    both("func", "kompetanseoppbygging", f"{fact('start_date')} + 100000 < {fact('asof')}"),
    f"{fact('report_date')} > {fact('report_year')} * 10000 + 10315",
    f"!{fact('has_reference_group')}",
    f"!{fact('ref_members')}.containsAll({MEMBERS})",
    f'!{fact("ref_members")}.contains("bruker")',
    *(f"!{fact(f'crit{i}')}" for i in range(1, 4)),
    *(f"!{fact(f'task{i}')}" for i in range(1, 10)),
    ERN,
    f"{fact('application_received')} > {fact('application_year')} * 10000 + 115",
)
FORBID = "forbid(principal, action, resource) when {{ {} }};"
POLICIES = PolicySet.from_str(
    "\n".join([*map(FORBID.format, VIOLATED), "permit(principal, action, resource);"])
)
# Cedar numbers the policies in their order: policy0, policy1, …
NUMBER = {f"policy{i}": i for i in range(len(VIOLATED))}
IN_ERROR = len("error while evaluating policy `")


@frozen
class Requests:
    """Services as parsed entities, and one request about each."""

    entities: Entities
    requests: list[dict[str, Any]]


def entity(service: Service) -> dict[str, Any]:
    """A service as an entity, with the two counts that Cedar cannot make."""
    trusts, regions = service["hf"], service["hf_region"]
    counts = {
        "hf_count": None if trusts is None else len(trusts),
        "region_count": None if regions is None else len(set(regions)),
    }
    return {
        "uid": {"type": "Service", "id": service["id"]},
        "attrs": without_missing(for_peer(service) | counts),
        "parents": [],
    }


def encode(services: list[Service]) -> Requests:
    """All services as one entity store; identifiers as dicts are read faster than as text."""
    entities = Entities.from_json_str(json.dumps([entity(service) for service in services]))
    asker, action = {"type": "Body", "id": "b"}, {"type": "Action", "id": "judge"}
    return Requests(
        entities,
        [
            {
                "principal": asker,
                "action": action,
                "resource": {"type": "Service", "id": service["id"]},
            }
            for service in services
        ],
    )


def results(answer: AuthzResult) -> list[int]:
    """The 26 results that one answer tells."""
    row = [1] * len(VIOLATED)
    diagnostics = answer.diagnostics
    denied = answer.decision is Decision.Deny
    if denied:
        for policy in diagnostics.reasons:
            row[NUMBER[policy]] = 0
    errors = diagnostics.errors
    for error in errors:
        row[NUMBER[error[IN_ERROR : error.index("`", IN_ERROR)]]] = -1
    row.append(0 if denied else -1 if errors else 1)
    return row


def decide(given: Requests) -> list[list[int]]:
    """All 26 results for each service."""
    answers = is_authorized_batch(given.requests, POLICIES, given.entities)
    return [results(answer) for answer in answers]


CONTESTANTS = (Contestant("Cedar", decide, encode),)
