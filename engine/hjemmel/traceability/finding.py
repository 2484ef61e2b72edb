"""What can be wrong with an account of the sources."""

from enum import Enum

from attrs import frozen


class Lack(Enum):
    """What can be wrong with the account; the value is its name in JSON."""

    UNACCOUNTED = "ikke gjort rede for"
    AWAITED = "venter på en norm"
    DOUBLED = "gjort rede for to ganger"
    UNKNOWN = "ukjent setning"
    UNDECLARED = "ukjent kilde"
    MISSING = "norm mangler"
    UNSOURCED = "norm uten setning"
    UNCITED = "setning mangler hos normen"
    UNASKED = "norm uten vilkår"
    OVERSTATED = "bare nevnt i normer.tsv"
    DIFFERENT = "annet nivå eller slag"
    UNLISTED = "norm som ikke er ført opp"
    CHANGED = "endret setning"
    MOVED = "flyttet setning"
    NEW = "ny setning"
    GONE = "setning som er borte"


@frozen
class Finding:
    """Something to put right: about which sentence or norm, and which norms to look at."""

    lack: Lack
    id: str
    said: str
    norms: tuple[str, ...] = ()
