"""What lies on the bench: the rules as they were and as they are, and the cases."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from attrs import define, field

from hjemmel.case.statements import Case
from hjemmel.core.program import Norm
from hjemmel.engine.diagnostics import Diagnostic
from hjemmel.engine.loading import examine, listed_sentences
from hjemmel.engine.rulebook import Rulebook
from hjemmel.rulebooks.texts import names_with_norms, rulebook_name, sources_of
from hjemmel.source.sentences import Sentences
from hjemmel.workbench.case_files import CaseFile, Held
from hjemmel.workbench.change import Change
from hjemmel.workbench.problem import RefusedError
from hjemmel.workbench.version import Version

Texts = Mapping[str, str]


@define(eq=False)
class Workbench:
    """Rules under change: `base` is what they are held against, `draft` what they are now.

    A version is None until some text has had no errors. `is_current` is whether the draft is of
    the texts as they stand; else it is of the last that had no errors. `fixed` are files that
    others have written, and which stay as they are.
    """

    names: tuple[str, ...]
    base_texts: Texts
    sentences: str | None = None
    fixed: frozenset[str] = frozenset()
    texts: dict[str, str] = field(factory=dict)
    base: Version | None = None
    draft: Version | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    is_current: bool = False
    files: list[CaseFile] = field(factory=list)
    dropped: set[str] = field(factory=set)
    day: date | None = None
    change: Change | None = None

    @classmethod
    def of(
        cls,
        texts: Texts,
        names: Sequence[str] | None = None,
        sentences: str | None = None,
        fixed: Sequence[str] = (),
    ) -> "Workbench":
        """A bench of some texts, which are what changes are held against; nothing is read yet."""
        own = {rulebook_name(name): text for name, text in texts.items()}
        if not own:
            raise RefusedError("ingen regelfiler er oppgitt", "gi teksten til minst én")
        asked = names_with_norms(sources_of(own)) if names is None else names
        wanted = tuple(map(rulebook_name, asked))
        return cls(wanted, own, sentences, frozenset(map(rulebook_name, fixed)), dict(own))

    def take(self, rulebook: Rulebook) -> None:
        """The rules of the texts as they stand at first, read before."""
        self.base = self.draft = Version(rulebook)
        self.is_current = True
        self.change = Change.none(self.base)

    # ---- rules

    def write(self, texts: Mapping[str, str | None]) -> None:
        """Put texts in the place of those that have their names; None takes a file away."""
        for given, text in texts.items():
            name = rulebook_name(given)
            if name in self.fixed and text != self.base_texts.get(name):
                raise RefusedError(f"regelfilen «{name}» kan ikke endres her",
                                   "den følger med, eller ligger utenfor mappen")  # fmt: skip
            if text is None:
                self.texts.pop(name, None)
            else:
                self.texts[name] = text
        self._read()

    def _read(self) -> None:
        found = examine(self.texts, self.asked, self.sentences)
        self.diagnostics = found.diagnostics
        self.is_current = found.rulebook is not None
        if found.rulebook is None:
            return
        if self.base is None:
            self.base = self._base(found.rulebook)
        if (
            self.draft is None
            or found.rulebook.program != self.draft.program
            or self._moved(found.rulebook)
        ):
            self.draft = self._version(found.rulebook)
        self.change = Change.of(self.base, self.draft)

    @property
    def asked(self) -> tuple[str, ...]:
        """The rulebooks asked for that are there, and files with norms that have come to."""
        come = {name: text for name, text in self.texts.items() if name not in self.base_texts}
        new = names_with_norms(sources_of(come)) if come else ()
        return (*(each for each in self.names if each in self.texts), *new)

    def _moved(self, rulebook: Rulebook) -> bool:
        """Whether norms stand on other lines, which is no part of what they say."""
        assert self.draft is not None
        return rulebook.fingerprint != self.draft.rulebook.fingerprint

    def _base(self, rulebook: Rulebook) -> Version:
        """What changes are held against: the first texts, or if they had errors, these."""
        first = examine(self.base_texts, self.names, self.sentences).rulebook
        return Version(first or rulebook)

    def _version(self, rulebook: Rulebook) -> Version:
        assert self.base is not None
        if (
            rulebook.program == self.base.program
            and rulebook.fingerprint == self.base.rulebook.fingerprint
        ):
            return self.base
        return Version.after(rulebook, self.base)

    @property
    def listed(self) -> Sentences | None:
        """The source sentences that citations are checked against."""
        return listed_sentences(self.sentences)

    @property
    def edited(self) -> list[str]:
        """The files that are written otherwise than in the base, come to, or gone."""
        names = dict.fromkeys((*self.base_texts, *self.texts))
        return [each for each in names if self.base_texts.get(each) != self.texts.get(each)]

    @property
    def now(self) -> Version:
        """The draft; refused until some text has had no errors."""
        if self.draft is None:
            raise RefusedError("reglene har feil, og kan ikke brukes ennå",
                               "rett feilene først; de står under «Feil»")  # fmt: skip
        return self.draft

    @property
    def before(self) -> Version:
        """The base; refused until some text has had no errors."""
        self.now  # noqa: B018 - they are there together
        assert self.base is not None
        return self.base

    @property
    def changes(self) -> Change:
        """What is written otherwise in the draft."""
        self.now  # noqa: B018 - they are there together
        assert self.change is not None
        return self.change

    def norm(self, norm: str) -> Norm | None:
        """A norm of the draft; None where only the base has it."""
        found = self.now.norm(norm)
        if found is None and self.before.norm(norm) is None:
            raise RefusedError(f"ingen norm heter «{norm}»", "velg en fra oversikten")
        return found

    def text(self, file: str) -> str:
        """The text of a file as it is written now."""
        if file not in self.texts:
            raise RefusedError(f"ingen regelfil heter «{file}»",
                               f"filene er {', '.join(self.texts)}")  # fmt: skip
        return self.texts[file]

    # ---- cases

    def cases(self, by: Version) -> dict[str, Held]:
        """The cases as a version reads them, by their names, in the order they came."""
        found = by.cases(self.files)
        return {name: held for name, held in found.items()
                if not (held.file.own and name in self.dropped)}  # fmt: skip

    def held(self, name: str, by: Version) -> Held:
        """A case by its name."""
        found = self.cases(by).get(name)
        if found is None:
            raise RefusedError(f"ingen sak heter «{name}»", "velg en fra listen over saker")
        return found

    def put(self, file: CaseFile) -> None:
        """Cases in a file of one's own; those that have names that are there take their place."""
        self.files.append(file)
        self.dropped -= {each.id for each in self.now.reading(file).cases}

    def fresh_name(self) -> str:
        """A name that no case has, for one of one's own."""
        taken = self.cases(self.now)
        numbers = range(1, len(taken) + 2)
        return next(name for each in numbers if (name := f"egen-{each}") not in taken)

    def drop(self, name: str) -> None:
        """Take away a case of one's own."""
        if not self.held(name, self.now).file.own:
            raise RefusedError(f"saken «{name}» hører til porteføljen",
                               "bare egne saker kan tas bort")  # fmt: skip
        self.dropped.add(name)

    def day_of(self, case: Case) -> date:
        """The day that a case is judged by: its own, else that of the bench."""
        found = case.day or self.day
        if found is None:
            raise RefusedError("ingen sier hvilken dag saken vurderes",
                               "velg vurderingsdag øverst på siden")  # fmt: skip
        return found

    def every(self) -> Iterator[tuple[Held, date]]:
        """All cases as the draft reads them, and the day of each."""
        for held in self.cases(self.now).values():
            yield held, self.day_of(held.case)
