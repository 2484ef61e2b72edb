"""What every answer is wrapped in, and what is of the whole bench."""

from typing import Any, TypedDict

from hjemmel.workbench.shapes.cases import Uploaded
from hjemmel.workbench.shapes.rules import Analysis, Norm


class Failure(TypedDict):
    """What is answered in the place of an answer: what is wrong, and what to do about it."""

    code: str
    message: str
    help: str


class Answered(TypedDict, total=False):
    """What `Session.call` gives, always as one of these two: `answer`, or `error`."""

    answer: Any
    error: Failure


class Texts(TypedDict):
    """The rule files: as they were (`base`) and as they are (`now`), by name."""

    base: dict[str, str]
    now: dict[str, str]
    fixed: list[str]


class Text(TypedDict):
    """A rule file as it would be."""

    file: str
    text: str


class Opened(TypedDict):
    """What a package gave. `texts` are the files that it changes (None: taken away), `base` whether
    it was made from the same rules as lie here, and `text` what is worth knowing of that."""

    texts: dict[str, str | None]
    cases: list[str]
    base: bool
    day: str | None
    text: str
    analysis: Analysis


class Started(TypedDict):
    """What a bench begins with. `analysis` is None where a stored program came along: then nothing
    is parsed before `analyse` is asked. `fixed` are files that are not to be changed."""

    version: str
    names: list[str]
    fixed: list[str]
    fingerprint: str
    norms: list[Norm]
    analysis: Analysis | None
    portfolio: Uploaded
    day: str | None
