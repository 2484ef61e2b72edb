"""The one file, with other rules and cases in it than those that it was built with."""

import json
import re
from base64 import b64encode
from typing import Any

from hjemmel.store import storage
from hjemmel.workbench.protocol import Session

_PART = r'(<script type="application/json" id="part-{name}">)(.*?)(</script>)'


class NoPageError(Exception):
    """What was given is no page of the workbench."""


def filled(page: str, given: dict[str, Any]) -> str:
    """The page with what is given in the place of what it has; compiled, where it has no errors.

    `given` is what `Session.start` takes. Nothing that is put in can end the element it stands in.
    """
    session = Session.start(given)
    held = {**given, "names": session.started["names"]}
    if session.bench.base is not None:
        held["program"] = b64encode(storage.dump(session.bench.base.program)).decode()
    return _put(_put(page, "given", held), "analysis", session.started["analysis"])


def _put(page: str, name: str, told: object) -> str:
    text = json.dumps(told, ensure_ascii=False).replace("<", "\\u003c")
    made, count = re.subn(_PART.format(name=name), lambda found: found[1] + text + found[3], page,
                          count=1, flags=re.DOTALL)  # fmt: skip
    if not count:
        raise NoPageError
    return made
