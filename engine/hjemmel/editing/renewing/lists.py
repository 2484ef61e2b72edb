"""How the entries of a list are spoken of, by the forms that are declared of it."""

from attrs import frozen

from hjemmel.check.names import is_definite
from hjemmel.check.said import entry_of
from hjemmel.check.tables import Tables
from hjemmel.core.schema import FieldDeclaration, RecordDeclaration
from hjemmel.core.types import Listed
from hjemmel.editing.renewing.place import Place
from hjemmel.syntax.tree import Name, Quantity

_SHORTEST = 5
"""So many letters of a longer noun are a noun of themselves."""
_LONGEST_ENDING = 3
ONE = {"en": "én", "et": "ett"}
"""How one is written, by its article."""


@frozen
class KnownList:
    """A list of a part of the case, as a rule has named it."""

    written: str
    record: RecordDeclaration
    field: FieldDeclaration
    entry: RecordDeclaration | None
    is_near: bool
    article: str

    @property
    def path(self) -> str:
        """The list itself: «stedene», or as it was written, «tjenestens steder»."""
        form = self.field.form
        return form if self.is_near and is_definite(form) else self.written

    @property
    def noun(self) -> str:
        """What an entry is called."""
        return self.entry.key.replace("_", " ") if self.entry else ""

    @property
    def is_plural(self) -> bool:
        """Whether the list is called by what its entries are called: «steder» of «sted»."""
        if self.entry is None:
            return False
        words, nouns = self.field.name.casefold().split(), self.noun.casefold().split()
        begun = len(words) >= len(nouns) and all(map(_is_several, nouns, words))
        return begun or self.entry.many == self.field.name

    @property
    def one(self) -> str:
        """«et sted», «et av stedene», «et medlem i referansegruppen»; empty where nothing says."""
        if not self.article:
            return ""
        return f"{self.article} {self._of_one}"

    @property
    def _of_one(self) -> str:
        return f"av {self.path}" if self.is_plural else f"{self.noun} i {self.path}"

    def counted(self, of: Quantity) -> tuple[Quantity, str]:
        """So many, with the gender of one; and of what: empty where no declared form will do."""
        if of.number == 1:
            number = Quantity(of.word, 1, ONE.get(self.article, ""))
            return number, self._of_one if self.article else ""
        return of, self._of_several(of)

    @property
    def each(self) -> tuple[Quantity, str]:
        """«hvert sted», «hvert medlem i gruppen»: what is said of one agrees in number with it."""
        word = {"en": "hver", "et": "hvert"}.get(self.article, "")
        of = self.noun if self.is_plural else f"{self.noun} i {self.path}"
        says_all = self.is_near or not self.is_plural
        is_whole = len(self.field.name.split()) == len(self.noun.split()) or not self.is_plural
        return Quantity(word, 0), of if word and says_all and is_whole else ""

    def had(self, of: Quantity) -> tuple[Quantity, str]:
        """The same after «tjenesten har»."""
        number, _ = self.counted(of)
        if of.number == 1:
            return number, self.noun if self.article else ""
        return number, self.field.name if self.is_plural else (
            self.entry.many if self.entry else ""
        )

    def _of_several(self, of: Quantity) -> str:
        if not self.is_plural:
            return f"{self.entry.many} i {self.path}" if self.entry and self.entry.many else ""
        if of.word in ("ingen", "minst halvparten"):
            return f"av {self.path}"
        if self.is_near:
            return self.field.name
        return self.written if of.word == "alle" else f"av {self.written}"

    def lacking(self, of: Quantity) -> str:
        """Which form to declare, so that so many of them can be spoken of."""
        noun = self.noun
        if not noun:
            return f"listen «{self.field.name}» har ingen oppføring med eget navn"
        if of.number == 1:
            return f"den bestemte formen mangler: «oppføring {noun}, …»"
        definite = self.entry.one if self.entry and self.entry.one else "…"
        return f"flertallsformen mangler: «oppføring {noun}, {definite}, …»"


def _is_several(noun: str, word: str) -> bool:
    """Whether a word is a noun with a short ending: «steder» of «sted», «medlemmer» of
    «nettverksmedlem»."""
    ends = (noun[at:] for at in range(max(len(noun) - _SHORTEST, 0) + 1))
    return any(word.startswith(each) and len(word) - len(each) <= _LONGEST_ENDING for each in ends)


def list_called(place: Place, name: Name, tables: Tables) -> KnownList | None:
    """The list that a name refers to; None for a list within an entry."""
    fact = tables.fact(name)
    record = place.schema.record(fact.subject)
    field = record.field(fact.name) if record else None
    if record is None or field is None or not isinstance(field.type, Listed):
        return None
    entry = entry_of(place.schema, field.type)
    article = place.genders.article(entry.key.replace("_", " ")) if entry and entry.one else ""
    near = record.key == place.subject
    return KnownList(name.words, record, field, entry, near, article)
