"""Names as text: bare where that can be read back, else in «…».

A word that the grammar would take for a keyword cannot stand bare. Which words those are depends
on where the name begins; the answer here is the same everywhere, so that a name is written one way
throughout a rulebook. That no keyword is forgotten is tested against the grammar.
"""

import re

from hjemmel.source.parts import ORDINALS
from hjemmel.syntax.tree import Name

_WORD = r"[^\W\d_][\w-]*"
_WORDS = re.compile(rf"{_WORD}( {_WORD})*")

_ANYWHERE = re.compile(
    r"(?:^| )(?:er|ikke|og|eller|enten|blant|der|har vurdert at|har avvist at|det finnes"
    r"|gjelder at|saken har|antall ulike|antallet av|omfatter hver|omfatter alt i"
    r"|har ingenting utenom|(?:dekker )?(?:hvert år|hvert kvartal|hver måned) fra"
    r"|dekker (?:hvert år|hvert kvartal|hver måned)|til og med"
    r")(?![\w-])"
    r"|(?:^| )(?:minst|høyst|nøyaktig|mer enn|færre enn)"
    r" (?:én|ett|en|et|ei|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv)(?![\w-])"
    r"|(?:^| )(?:senest|tidligst|etter|før)"
    r" (?:den dagen|den (?:seneste|tidligste) av|(?:første|siste) virkedag|vurderingsdagen"
    r"|samme dato)"
)
_FIRST = re.compile(
    r"(?:"
    # what a value or an expression may begin with
    r"(?i:avsnitt)|kapittel [IVXL]+|samme dato|den (?:(?:seneste|tidligste) av|dagen)"
    r"|kalenderåret for"
    r"|året (?:etter|før)"
    r"|(?:alle|minst ett|ingen) (?:krav|forbud|vilkår|anbefalinger|frister|normer) i"
    r"|(?:kvartalet|måneden) (?:etter|før|for)|utgangen av"
    r"|første virkedag (?:fra|etter)|siste virkedag (?:før|til og med)|en fridag"
    r"|(?:en|én|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv) virkedag(?:er)?"
    r"|for (?:alle|ingen|minst|høyst|nøyaktig)|liste av|tidsrom i (?:måneder|dager)"
    # what a relation or a quantity may go on with
    r"|minst|høyst|nøyaktig|inntil|mer enn|mindre enn|senest|tidligst|før|etter|det samme som"
    r"|oppgitt"
    r"|alle|ingen|intet|hver|hvert|færre enn"
    # what may follow a comma, «og» or «eller»
    r"|i flertall|oppgis av|gjøres av|gjelder fra|avløst av|tross|også skrevet|rundet (?:ned|opp)"
    r"|når|dersom|hvis|at|som|ellers vurderingsdagen"
    # a length of time in letters
    r"|(?:én|ett|en|et|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv)"
    r" (?:år|måneder|måned|uker|uke|dager|dag)"
    r")(?![\w-])"
)
_PROVISION = re.compile(
    rf"(?:^| )(?:kapittel|vedlegg) [IVXL]+$|^(?:[a-zæøå]|annet|{'|'.join(ORDINALS)})(?![\w-])"
)
"""What would be read as a provision, or as one more part of the one before."""

_IN_GROUP = re.compile(
    r"(?:^| )som(?![\w-])"
    r"|^(?:år|måneder|måned|uker|uke|dager|dag|virkedag|virkedager|kroner)(?![\w-])"
)
"""«som», and the units that make a number a length of time or a sum."""
_LAST = re.compile(r"(?:^| )(?:saken|omfatter|dekker)$")
"""What makes a phrase of what follows: «saken har …», «omfatter hver måned fra …»."""


def name(of: Name) -> str:
    """A name, in «…» where it could not be read back without."""
    return words(of.words)


def words(text: str) -> str:
    """The same for a name that the tree holds as plain text."""
    return text if _is_bare(text) else f"«{text}»"


def source_words(text: str) -> str:
    """What a source is called, before its provision."""
    return f"«{text}»" if _PROVISION.search(text) else words(text)


def group(of: Name) -> str:
    """A name that says of whom a sentence is: there «som» goes on to what is said of them."""
    return f"«{of.words}»" if _IN_GROUP.search(of.words) else name(of)


def name_after_and(of: Name) -> str:
    """A name that follows «og»: one that begins with «med» could end up as «til og med»."""
    return f"«{of.words}»" if re.match(r"med(?![\w-])", of.words) else name(of)


def _is_bare(text: str) -> bool:
    read_back = _WORDS.fullmatch(text) is not None
    return read_back and not (_ANYWHERE.search(text) or _FIRST.match(text) or _LAST.search(text))
