"""What the workbench cannot do, told to whoever asked it."""


class RefusedError(Exception):
    """Something asked for cannot be done: why, and what to do about it, for people."""

    def __init__(self, message: str, help: str = "", code: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.help = help
        self.code = code
