"""What a template asks: each fact as a question in plain words."""

from hjemmel.core.schema import FieldDeclaration, RecordDeclaration
from hjemmel.core.types import Assessed, Date, Listed, Truth
from hjemmel.facts import told_forms
from hjemmel.facts.annotated_values import BY, DAY, GROUNDS
from hjemmel.facts.template_basis import Predicate

PARTS = {
    BY: ("Hvem vurderte det?", f"{told_forms.HOLDER}{{owner}}."),
    DAY: ("Hvilken dag ble det vurdert?", told_forms.DAY_ASSESSED),
    GROUNDS: ("På hvilket grunnlag?", told_forms.GROUNDS),
}
"""What is asked of an assessment besides the result, and how it is answered."""

_DAYS = ("dato", "dag")
"""A name that itself says that it is a day is not asked for as «hvilken dag»."""


def question(record: RecordDeclaration, declared: FieldDeclaration, predicate: Predicate) -> str:
    """«Har tjenesten felles kvalitetskrav?», «Hva er tjenestens type?»."""
    match declared.type:
        case Assessed(owner):
            return f"Har {owner} vurdert det slik at {declared.name}?"
        case _ if _is_bare(record):
            return f"{capital(declared.name)}?"
        case Truth():
            verb, _, rest = predicate(declared.name).partition(" ")
            return f"{' '.join(filter(None, (capital(verb), record.definite, rest)))}?"
        case Date() if not declared.name.endswith(_DAYS) and not declared.name.startswith("dag "):
            return f"Hvilken dag er {record.genitive} {declared.name}?"
        case Listed() if any(word.endswith(("er", "ere")) for word in declared.name.split()):
            return f"Hvilke er {record.genitive} {declared.name}?"
        case _:
            return f"Hva er {record.genitive} {declared.name}?"


def presence_question(record: RecordDeclaration) -> str:
    """Whether a case has an optional record: «Finnes det en søknad?», «… et nettverk?»."""
    name = record.key.replace("_", " ")
    if record.definite.endswith("et"):
        return f"Finnes det et {name}?"
    return f"Finnes det en {name}?" if record.definite.endswith("en") else f"Finnes {name}?"


def title(key: str) -> str:
    """The key of a record as a title: «Årlig vurdering»."""
    return capital(key.replace("_", " "))


def capital(text: str) -> str:
    """With a capital first."""
    return text[:1].upper() + text[1:]


def _is_bare(record: RecordDeclaration) -> bool:
    """Whether a record has no form of its own to be spoken of by."""
    return record.definite in ("", record.key.replace("_", " "))
