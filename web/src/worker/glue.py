"""What stands between the worker and the bench: JSON and bytes in, JSON and bytes out."""

import json

from hjemmel.workbench.problem import RefusedError
from hjemmel.workbench.protocol import Session

bench = {}


def start(given):
    """A bench of what the page holds; what it begins with."""
    bench["session"] = session = Session.start(json.loads(given))
    return json.dumps({"answer": session.started}, ensure_ascii=False)


def call(method, values):
    """What a method answers."""
    return bench["session"].call(method, json.loads(values))


def give(method, values, data):
    """What a method answers that is handed a file."""
    return getattr(bench["session"], method)(*json.loads(values), data.to_bytes())


def take(method, values):
    """The file that a method gives, or JSON that says why there is none."""
    try:
        return getattr(bench["session"], method)(*json.loads(values))
    except RefusedError as wrong:
        told = {"code": wrong.code, "message": wrong.message, "help": wrong.help}
        return json.dumps({"error": told}, ensure_ascii=False)
