"""What can have become of a norm between two versions."""

from enum import Enum


class Sort(Enum):
    """What has become of a norm."""

    CHANGED = "endret virkning"
    ADDED = "ny"
    REMOVED = "borte"
    UNASKED = "kan bli et annet, ikke undersøkt"
    TRIED = "prøvd uten forskjell"
    SAME = "samme virkning"
    ASIDE = "bare annet enn virkningen"
