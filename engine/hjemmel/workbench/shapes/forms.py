"""A form made from the declarations, and what comes of its answers."""

from typing import Any, TypedDict

from hjemmel.workbench.shapes.cases import Notice, Rejected


class Question(TypedDict):
    """One fact to fill in. `path` is the way to it in a case (`tjeneste.steder.helseregion`).

    `sort` is the kind of answer: truth, assessment, text, date, year, quarter, month, whole,
    fraction, money, months, days, choice (one of `values`), register (mostly one of `values`) or
    rows (entries, each by the questions in `entry`). `many`: the answer is a list of such. `hint`
    says how the answer is written. `norms` is how many norms ask, and `missing` how many wait for
    it in this case, or in one of this kind.
    """

    path: str
    key: str
    name: str
    question: str
    sort: str
    many: bool
    type: str
    hint: str
    values: list[str]
    holder: str
    meaning: str
    guides: list[str]
    provision: str
    norms: int
    missing: int
    entry: list["Question"]


class Part(TypedDict):
    """A part of the case; an `optional` one a case may be without, which `presence` asks."""

    key: str
    title: str
    optional: bool
    presence: str
    provision: str
    questions: list[Question]


class Kinds(TypedDict):
    """The fact that says what kind of case it is, and the kinds there are."""

    path: str
    question: str
    values: list[str]


class Form(TypedDict):
    """A form made from the declarations. `first` are the paths of what is missing, what most norms
    wait for first; `told` is what is answered already."""

    kinds: Kinds | None
    kind: str | None
    case: str | None
    parts: list[Part]
    first: list[str]
    told: dict[str, Any]


class Filled(TypedDict):
    """What came of a form: the case, if it is one, and the answers that are wrong, by field."""

    case: str | None
    wrong: list[Rejected]
    notes: list[Notice]
