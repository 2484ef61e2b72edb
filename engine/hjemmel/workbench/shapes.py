"""What the workbench answers, as JSON: every object that leaves it has its shape here.

Rule files go by the name that «bygger på» knows them by («forskrift_kap4», without «.ntr»). Lines
and columns count from 1, and columns count characters as a person does; a range ends one past its
last character. Days are in ISO form. What stands between «» is in Norwegian, for people.
"""

from typing import Any, Literal, TypedDict

Range = tuple[int, int, int, int]
"""First line, first column, last line, column after the last. (0, 0, 0, 0) is of no place."""
Word = tuple[str, str]
"""The word of a verdict («fraveket», «uavklart: mangler») and its role, which a colour stands for:
met, broken, departed, refused, failed, undecided or muted."""


class Failure(TypedDict):
    """What is answered in the place of an answer: what is wrong, and what to do about it."""

    code: str
    message: str
    help: str


class Answered(TypedDict, total=False):
    """What `Session.call` gives, always as one of these two: `answer`, or `error`."""

    answer: Any
    error: Failure


# --- rules -----------------------------------------------------------------------------------


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


# --- cases -----------------------------------------------------------------------------------


class Rejected(TypedDict):
    """Something of a file that is not read: a fact, a case or the whole file. `field` is the way
    to the fact in the case, where it is one: `tjeneste.steder[1].helseregion`."""

    place: str
    field: str
    reason: str
    help: str
    code: str


class Notice(TypedDict):
    """Something worth knowing about what was read."""

    place: str
    text: str


class Uploaded(TypedDict):
    """What a file gave: the ids of its cases, what was set aside, what was not read of the cases,
    and what is worth knowing."""

    file: str
    cases: list[str]
    rejected: list[Rejected]
    unread: list[Rejected]
    notes: list[Notice]


class Counts(TypedDict):
    """How many norms have each word."""

    brutt: int
    fraveket: int
    ikke_oppfylt: int
    uavklart: int
    nektet: int
    oppfylt: int


class CaseLine(TypedDict):
    """A case in a line. `first` is what is gravest in it, else what most norms wait for."""

    id: str
    title: str
    own: bool
    kind: str
    day: str
    counts: Counts
    first: str


class Portfolio(TypedDict):
    """All cases, those of one's own last, in the order they came; and what was not read."""

    cases: list[CaseLine]
    rejected: list[Rejected]
    day: str | None


class VerdictLine(TypedDict):
    """One norm in a case. `quiet`: the case does not raise it. `before` is the word that it had
    by the base, where that is another."""

    norm: str
    title: str
    kind: str
    provision: str
    cited: str
    word: str
    role: str
    quiet: bool
    gist: str
    before: Word | None


class CasePage(TypedDict):
    """A case with its verdicts, in the order of the law; `told` is the case as JSON would have it,
    which a form can be filled from."""

    id: str
    title: str
    own: bool
    head: list[str]
    day: str
    told: dict[str, Any]
    verdicts: list[VerdictLine]


class Step(TypedDict):
    """One step of a reason; `result` is «holder», «svikter» or «uavklart»."""

    what: str
    citation: str
    value: str
    result: str
    decisive: bool
    because: list["Step"]
    notes: list[str]
    source: str


class Missing(TypedDict):
    """What an undecided verdict lacks; `text` says all of it."""

    about: str
    kind: str
    name: str
    holder: str
    cell: str
    text: str


class Side(TypedDict):
    """One version's verdict of a norm in a case, with the whole reason.

    `cited` are citations in full, `binds` whom it binds, `rests_on` what the sources do not say
    outright, and `own_words` what the author says of the norm.
    """

    word: str
    role: str
    gist: str
    level: str
    cited: list[str]
    sentences: list[str]
    own_words: str
    binds: list[str]
    rests_on: list[str]
    reason: list[Step]
    missing: list[Missing]


class Way(TypedDict):
    """A verdict that can be reached, and the smallest ways to it: each is steps that all must be
    taken, in words. `is_all`: there are no other ways as small."""

    word: str
    role: str
    cited: str
    ways: list[list[str]]
    is_all: bool


class Grounds(TypedDict):
    """What an answer rests on, in words, and whether that is a proof."""

    proved: bool
    grounds: str


class Settling(TypedDict):
    """«Hva skal til»: what would settle an open verdict, or turn one that fails.

    `sort` is «avgjøre», «snu» or «ingenting» (it is neither open nor failing: then `text` says so).
    `needed` are facts that settle it whatever they turn out to be; None where none are known.
    `open_still` is what is open whatever is told. `grounds` says what the answer rests on, and
    `proved` whether that is a proof.
    """

    sort: str
    text: str
    ways: list[Way]
    needed: list[str] | None
    open_still: list[str]
    proved: bool
    grounds: str


class Reason(TypedDict):
    """The whole reason of a norm in a case, by the draft and, where it can be another, the base."""

    case: str
    case_title: str
    norm: str
    title: str
    kind: str
    provision: str
    file: str
    line: int
    before: Side | None
    after: Side | None


class Turned(TypedDict):
    """A case in which a norm has another word; None where that version has no such norm."""

    case: str
    title: str
    norm: str
    before: Word | None
    after: Word | None


class Passed(TypedDict):
    """A place that stands as before; `read` is what stands there, read back."""

    norm: str
    place: str
    file: str
    line: int
    read: str


class Elsewhere(TypedDict):
    """«Andre steder»: something is changed in the norms `by`, and stands as before in others. `why`
    is the sentence that says so."""

    why: str
    by: list[str]
    places: list[Passed]


class Compared(TypedDict):
    """What the draft does to the cases.

    `affected` are the norms that can stand otherwise, `direct` those that are written otherwise or
    are new, and `gone` those that are no more. `raised` is how many cases raise each affected norm
    in either version, and `why` in how many it has the same word for another reason. `current` is
    false where the text has errors and this is of the last that had none.
    """

    current: bool
    rows: list[Turned]
    affected: list[str]
    direct: list[str]
    gone: list[str]
    cases: int
    raised: dict[str, int]
    why: dict[str, int]
    read: dict[str, ReadBack]
    elsewhere: list[Elsewhere]


class Witness(TypedDict):
    """A case that shows what the draft does with a norm, read in as a case of one's own.

    Where `found` is false there is none, or none was found: `text` says which, and `basis` whether
    that is «prøvd» or «bevist» (empty where nothing was looked for). `told` is the case in words:
    what, and what is said of it.
    """

    norm: str
    found: bool
    basis: str
    text: str
    case: str | None
    told: list[tuple[str, str]]
    before: Word | None
    after: Word | None


# --- forms -----------------------------------------------------------------------------------


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


# --- the whole -------------------------------------------------------------------------------


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
