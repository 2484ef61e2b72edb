"""The rules of the bench: what is found of them, their outline, norms and names."""

from typing import Literal, TypedDict

Range = tuple[int, int, int, int]
"""First line, first column, last line, column after the last. (0, 0, 0, 0) is of no place."""


class Edit(TypedDict):
    """Put a text in the place of a range."""

    range: Range
    text: str


class Fix(TypedDict):
    """A way to mend something, which `fix(file, edits)` does."""

    title: str
    file: str
    edits: list[Edit]


class Note(TypedDict):
    """Another place that has to do with it."""

    file: str
    range: Range
    message: str


class Diagnostic(TypedDict):
    """One thing found of a rule file.

    `label` is about the words at the range, `place` where in the law it is («§ 4-2»), and `page`
    the page of the documentation on the code.
    """

    file: str
    code: str
    severity: Literal["error", "warning"]
    message: str
    label: str
    help: str
    place: str
    range: Range
    notes: list[Note]
    fixes: list[Fix]
    page: str


class Symbol(TypedDict):
    """One entry of a file's outline; `kind` is in Norwegian («norm», «paragraf», «begrep»)."""

    kind: str
    name: str
    detail: str
    line: int
    last_line: int
    range: Range
    children: list["Symbol"]


class Norm(TypedDict):
    """A norm as the list of them has it.

    `place` is where it stands («§ 4-2 første ledd»), `provision` the provision («§ 4-2»), `cited`
    what it rests on, and `sentences` the ids of the source sentences of that.
    """

    id: str
    title: str
    kind: str
    place: str
    provision: str
    file: str
    line: int
    cited: list[str]
    sentences: list[str]


class Analysis(TypedDict):
    """The rules as they are written now.

    Where they have errors `ok` is false, and `norms`, `changed`, `new` and `gone`, as all that is
    asked of verdicts, are of the last text that had none. `changed` are norms that ask something
    else or rest on something else than in the base; `moved` is whether a fact, term, register or
    role is declared otherwise.
    """

    ok: bool
    diagnostics: list[Diagnostic]
    changed: list[str]
    new: list[str]
    gone: list[str]
    redeclared: list[str]
    edited: list[str]
    outline: dict[str, list[Symbol]]
    norms: list[Norm]


class Entry(TypedDict):
    """A name that a rule can use, as it is written there.

    `sort` is what it is (opplysning, vurdering, verdi, rolle, del av saken), `values` what it can
    be where only some values will do, and `provision` which provisions ask for it.
    """

    name: str
    sort: str
    type: str
    holder: str
    meaning: str
    values: list[str]
    file: str
    line: int
    provision: str


class Completion(TypedDict):
    """A text that may take the place of a range, which ends at the cursor."""

    text: str
    kind: str
    detail: str
    range: Range


class Hover(TypedDict):
    """What the words in a range mean, and where they are declared."""

    range: Range
    about: str
    name: str
    type: str
    holder: str
    meaning: str
    citations: list[str]
    declared: "Place | None"
    page: str
    text: str


class Place(TypedDict):
    """A range of a file."""

    file: str
    range: Range


class ReadBack(TypedDict):
    """A norm read back, in sentences; `before` is empty where the base has it not."""

    norm: str
    title: str
    before: list[str]
    after: list[str]
