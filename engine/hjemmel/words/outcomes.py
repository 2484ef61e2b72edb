"""The word for an outcome: the same truth has the word of its kind and level."""

from typing import assert_never

from hjemmel.core.effect import Effect, effect_of
from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Kind, Norm, Wording, is_presumed
from hjemmel.source.citation import Level

NO_RULE = "ingen regel i kraft"
UNREAD = "ikke lest"
"""What it is called where an edition of that day was not read: whether there was a rule, nobody
has looked up."""
_WORDS: dict[Kind, tuple[str, str]] = {
    Kind.DUTY: ("oppfylt", "brutt"),
    Kind.PROHIBITION: ("oppfylt", "brutt"),
    Kind.DEADLINE: ("oppfylt", "brutt"),
    Kind.CONDITION: ("oppfylt", "ikke oppfylt"),
    Kind.PERMISSION: ("åpen", "nektet"),
    Kind.DECISION: ("innvilges", "avslås"),
    Kind.ADVICE: ("fulgt", "ikke fulgt"),
    Kind.NOTICE: ("varsles", "varsles ikke"),
    Kind.STATEMENT: ("gjelder", "gjelder ikke"),
    Kind.DEFINITION: ("gjelder", "gjelder ikke"),
    Kind.STEP: ("fullført", "ikke fullført"),
}
NOT_OPEN = "ikke åpen"
"""A closed access that nobody has asked for: who has not asked, is not refused."""
_LEADS: dict[Kind, str] = {
    Kind.PERMISSION: "åpen når",
    Kind.DECISION: "innvilges når",
    Kind.ADVICE: "fulgt når",
    Kind.NOTICE: "varsles når",
    Kind.STATEMENT: "slås fast når",
    Kind.DEFINITION: "betyr at",
    Kind.STEP: "fullført når",
}


LEADS = tuple(dict.fromkeys(("oppfylt når", "brutt når", *_LEADS.values())))
"""All the words that lead in what a norm asks for, or forbids."""


def word(kind: Kind, level: Level, outcome: Outcome, presumed: bool) -> str:
    """The word for the outcome of a norm of this kind, resting on a source of this level.

    A departure from a guide or a web page is never called a breach: only what binds can be
    «brutt». `presumed` is a duty that the source only presumes.
    """
    effect = effect_of(kind, level, outcome)
    if effect not in (Effect.BREACH, Effect.DEPARTURE):
        return _plain(kind, outcome)
    return presumed_word(level.failure) if presumed and not level.binds else level.failure


def presumed_word(failure: str) -> str:
    """The word where a source that does not bind only presumes the norm."""
    return f"{failure} (forutsetning)"


def standing_word(norm: Norm, outcome: Outcome, effect: Effect) -> str:
    """The word for how a norm stands, where it is known what that amounts to."""
    if norm.kind is Kind.PERMISSION and outcome is Outcome.BROKEN and effect is Effect.NONE:
        return NOT_OPEN
    levels = sorted({each.level for each in norm.wordings}, key=lambda level: level.rank)
    fitting = [each for each in levels if each.binds is (effect is not Effect.DEPARTURE)]
    level = [*fitting, *levels][0]
    return word(norm.kind, level, outcome, is_presumed(norm.wordings, level))


def outcome_word(norm: Norm, wording: Wording, outcome: Outcome) -> str:
    """The word that a norm has by this wording, where there is no case: nobody is refused what
    cannot be asked for."""
    if norm.kind is Kind.PERMISSION and outcome is Outcome.BROKEN and not norm.asked_with:
        return NOT_OPEN
    return word(norm.kind, wording.level, outcome, wording.presumed)


def _plain(kind: Kind, outcome: Outcome) -> str:
    match outcome:
        case Outcome.MET:
            return _WORDS[kind][0]
        case Outcome.BROKEN:
            return _WORDS[kind][1]
        case Outcome.NO_RULE:
            return NO_RULE
        case Outcome.UNDECIDED | Outcome.NOT_APPLICABLE:
            return str(outcome.value)
        case _:
            assert_never(outcome)


_FORMER = {Outcome.MET: "oppfylt", Outcome.BROKEN: "brutt", Outcome.NO_RULE: NO_RULE}


def former_word(outcome: Outcome) -> str:
    """The outcome as «utfall» has it in JSON and tables: kept for one version of the schema."""
    return _FORMER.get(outcome, str(outcome.value))


def requirement_lead(kind: Kind) -> str:
    """The words that lead in what a norm asks for: «oppfylt når», «betyr at»."""
    return _LEADS.get(kind, "oppfylt når")


_DEFINITE: dict[Kind, str] = {
    Kind.DUTY: "kravet",
    Kind.PROHIBITION: "forbudet",
    Kind.CONDITION: "vilkåret",
    Kind.PERMISSION: "adgangen",
    Kind.ADVICE: "anbefalingen",
    Kind.DEADLINE: "fristen",
    Kind.NOTICE: "varselet",
    Kind.DECISION: "avgjørelsen",
    Kind.STATEMENT: "konstateringen",
    Kind.DEFINITION: "definisjonen",
    Kind.STEP: "steget",
}


def definite(kind: Kind) -> str:
    """What a norm of this kind is called when it is known which: «kravet», «fristen»."""
    return _DEFINITE[kind]


def breach_lead(kind: Kind, level: Level) -> str:
    """The words that lead in what a prohibition forbids: «brutt når», «fraveket når»."""
    return f"{word(kind, level, Outcome.BROKEN, presumed=False)} når"


_JOINING = ("av", "etter", "for", "i", "mot", "om", "på", "til", "ved")


def called(norm: Norm) -> str:
    """The norm as it reads in a list: «to helseregioner», «frist for årsrapporten»."""
    joins = norm.title.split(" ", 1)[0] in _JOINING
    return f"{norm.kind.value} {norm.title}" if joins else norm.title
