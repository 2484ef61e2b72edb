"""Cases, their verdicts and reasons, and what the draft does to them."""

from typing import Any, TypedDict

from hjemmel.workbench.shapes.rules import ReadBack

Word = tuple[str, str]
"""The word of a verdict («fraveket», «uavklart: mangler») and its role, which a colour stands for:
met, broken, departed, refused, failed, undecided or muted."""


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
