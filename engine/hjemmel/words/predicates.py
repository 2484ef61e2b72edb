"""Facts as parts of sentences: «tjenesten er godkjent», «tjenestens type»."""

from hjemmel.core.schema import FieldDeclaration, RecordDeclaration

_VERBS = {
    "har", "får", "når", "rår", "slår", "slås", "bør", "bor", "kan", "skal", "vil", "må",
    "ble",
}  # fmt: skip
_VERB_ENDINGS = ("er", "es", "tar", "drar", "går", "står", "gir", "blir", "gjør")
_ADJECTIVES = {"felles", "sikker", "usikker"}


def claim(record: RecordDeclaration, name: str) -> str:
    """A yes/no fact said of its record; a name without a verb of its own is something it is."""
    return f"{record.definite} {predicate(name)}"


def predicate(name: str) -> str:
    """«har referansegruppe» as it stands, «godkjent» as «er godkjent»."""
    first = name.split(" ", 1)[0]
    has_verb = first in _VERBS or (first.endswith(_VERB_ENDINGS) and first not in _ADJECTIVES)
    return name if has_verb else f"er {name}"


def verb_form(form: str) -> str:
    """A form that says something by itself, with a verb first: «ble sendt»; else nothing.

    One word that ends as verbs do may be a noun («søker»), but not one that ends in «-erer».
    """
    is_said = (" " in form and predicate(form) == form) or form.endswith("erer")
    return form if is_said else ""


def property_of(record: RecordDeclaration, field: FieldDeclaration) -> str:
    """«tjenestens type»; just «helseregion» for entries that have no form for it."""
    bare = record.genitive == record.key.replace("_", " ")
    return field.name if bare else f"{record.genitive} {field.name}"
