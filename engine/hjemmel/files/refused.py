"""Why a file was neither read nor written."""

import errno

from attrs import frozen


@frozen
class Refused:
    """The reason, and what to do about it, for whoever named the file."""

    reason: str
    help: str


def refusal(of: OSError | ValueError) -> Refused:
    """What the operating system means, in words. ValueError: a name that no file can have."""
    known = _KNOWN.get(of.errno or 0) if isinstance(of, OSError) else None
    return known or Refused("filen kan ikke åpnes", "sjekk navnet, og at du har tilgang")


_NO_ROOM = Refused("det er ikke plass", "frigjør plass på disken, eller velg en annen mappe")
_NO_ACCESS = Refused("du har ikke tilgang", "velg en annen fil, eller be om tilgang")
_KNOWN = {
    errno.ENOSPC: _NO_ROOM,
    errno.EDQUOT: _NO_ROOM,
    errno.EFBIG: Refused("filen blir for stor", "velg en annen mappe, eller del opp sakene"),
    errno.EACCES: _NO_ACCESS,
    errno.EPERM: _NO_ACCESS,
    errno.EROFS: Refused("mappen kan bare leses", "velg en annen mappe"),
    errno.ENOENT: Refused("mappen finnes ikke", "lag mappen først, eller velg en annen"),
    errno.ENOTDIR: Refused("mappen finnes ikke", "lag mappen først, eller velg en annen"),
    errno.EISDIR: Refused("dette er en mappe", "skriv navnet på en fil i mappen"),
    errno.ENAMETOOLONG: Refused("navnet er for langt", "velg et kortere navn"),
    errno.ELOOP: Refused("lenken viser til seg selv", "velg en annen fil"),
    errno.EPIPE: Refused("ingen leser det som skrives", "sjekk programmet i den andre enden"),
    errno.EBADF: Refused("utgangen er lukket", "skriv til en fil eller et annet program"),
    errno.EBUSY: Refused("filen er i bruk", "lukk den, eller velg en annen mappe"),
    errno.EIO: Refused("disken svarer ikke som den skal", "velg en annen mappe"),
}
