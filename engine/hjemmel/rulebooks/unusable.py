"""Why a rulebook cannot be used, when it is not for what its rules say."""


class UnusableError(Exception):
    """What was asked for is not there, or cannot be read; and what to do about it.

    `code` is that of the page in the documentation which explains it.
    """

    def __init__(self, code: str, reason: str, help: str = "") -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason
        self.help = help


NOT_FOUND, NOT_READ = "NTR202", "NTR501"
"""The rule file is not there; a file is there, and cannot be read."""
