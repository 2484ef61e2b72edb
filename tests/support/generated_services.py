"""Services as they would be told, drawn from the real ones: what each says can be read again."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from random import Random
from typing import Any

from hjemmel.analysis.boundaries.facts import written
from hjemmel.case.observation import PartialList, View
from hjemmel.case.statements import Case
from hjemmel.core.program import Program
from hjemmel.core.schema import CASE
from hjemmel.facts.faults import Origin, RawCase
from hjemmel.facts.schema import decode
from hjemmel.facts.vocabulary import Vocabulary
from support.real_cases import golden_observations
from support.varied_services import Services

ANY_DAY = date(2023, 6, 1)


def generated(program: Program, seed: int) -> Iterator[Case]:
    """One after another, none with a day of evaluation of its own."""
    real = [each.view for each in golden_observations()]
    services = Services(program, real, [ANY_DAY], Random(seed))
    vocabulary, number = Vocabulary.of(program.schema), 0
    while True:
        (view,) = services.views(1)
        raw = json.loads(written(_told(view, program), program.schema))
        del raw["vurderingsdato"]
        read = decode(RawCase({**raw, "sak": f"T-{number}"}, Origin("")), vocabulary)
        if read.case is not None and not read.faults:
            yield read.case
            number += 1


def _told(view: View, program: Program) -> dict[str, Any]:
    """What can be told in plain words: neither spans, nor one of several, nor what is presumed."""
    told: dict[str, Any] = {CASE: view[CASE]}
    for declared in program.schema.records:
        record = view.get(declared.key)
        if record is not None and not declared.entry:
            keys = {each.key for each in declared.fields}
            told[declared.key] = _plain({e: record[e] for e in keys if e in record})
    return told


def _plain(record: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: [_plain(one) if isinstance(one, dict) else one for one in each]
        if type(each) is list else each
        for key, each in record.items()
        if not isinstance(each, (tuple, frozenset, PartialList))
    }  # fmt: skip
