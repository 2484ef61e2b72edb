"""Who is let in: those who know the secret, from the page's own address, and nobody else."""

from collections.abc import Mapping
from hmac import compare_digest

from attrs import field, frozen

LOOPBACK = "127.0.0.1"
_HOSTS = (LOOPBACK, "localhost")
_OWN = ("same-origin", "none")


@frozen
class Refusal:
    """Why a request is refused: the status, and what is said."""

    status: int
    reason: str


_NOBODY = Refusal(404, "ikke funnet")
"""Who does not know the secret is not told that there is anything here."""
_ELSEWHERE = Refusal(403, "forespørselen kommer fra en annen side")
_OTHER_HOST = Refusal(421, "forespørselen er til en annen vert")


@frozen
class Gate:
    """The secret of the address, and the port that is listened on."""

    secret: str = field(repr=False)
    port: int

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://{LOOPBACK}:{self.port}/{self.secret}/"

    def room(self, method: str, path: str, headers: Mapping[str, str]) -> str | Refusal:
        """What is asked for, without the secret; or why it is refused.

        The host is checked first: a name that somebody has made to mean this machine is no name of
        ours. What changes or tells anything must come from the page itself.
        """
        if headers.get("Host", "") not in self._hosts:
            return _OTHER_HOST
        _, secret, *rest = f"{path}/".split("/", 2)
        if not compare_digest(secret.encode(), self.secret.encode()):
            return _NOBODY
        if headers.get("Sec-Fetch-Site", "none") not in _OWN and method != "GET":
            return _ELSEWHERE
        origin = headers.get("Origin")
        if method != "GET" and origin not in self._origins:
            return _ELSEWHERE
        if origin is not None and origin not in self._origins:
            return _ELSEWHERE
        return rest[0].rstrip("/")

    @property
    def _hosts(self) -> frozenset[str]:
        return frozenset(f"{each}:{self.port}" for each in _HOSTS)

    @property
    def _origins(self) -> frozenset[str]:
        return frozenset(f"http://{each}" for each in self._hosts)
