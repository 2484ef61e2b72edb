"""Cases from the answers of a form."""

import json
from collections.abc import Mapping
from typing import Any

from hjemmel.facts.schema import CASE_ID, DAY, TITLE
from hjemmel.workbench import shapes
from hjemmel.workbench.bench import Workbench
from hjemmel.workbench.case_files import CaseFile
from hjemmel.workbench.uploads import uploaded

Answers = Mapping[str, Any]


def case_file(name: str, answers: Answers) -> CaseFile:
    """A case of answers as a file on the bench; what is not answered is not told."""
    head = {CASE_ID: name, TITLE: answers.get(TITLE), DAY: answers.get(DAY)}
    parts = {key: _told(each) for key, each in answers.items() if key not in head}
    told = {key: each for key, each in {**head, **parts}.items() if each not in (None, "")}
    return CaseFile(f"{name}.json", json.dumps(told, ensure_ascii=False).encode())


def _told(answer: Any) -> Any:
    """An answer without what is left blank in it."""
    match answer:
        case dict():
            kept = {key: _told(each) for key, each in answer.items()}
            return {key: each for key, each in kept.items() if each not in (None, "")}
        case list():
            return [each for each in map(_told, answer) if each not in (None, "", {})]
        case _:  # one value
            return answer


def fill(bench: Workbench, name: str, answers: Answers) -> shapes.Filled:
    """A case from answers, put on the bench; nothing is put there of what is no case."""
    file = case_file(name.strip() or bench.fresh_name(), answers)
    found = uploaded(file, bench.now)
    if found["cases"]:
        bench.put(file)
    return {
        "case": found["cases"][0] if found["cases"] else None,
        "wrong": [*found["rejected"], *found["unread"]],
        "notes": found["notes"],
    }
