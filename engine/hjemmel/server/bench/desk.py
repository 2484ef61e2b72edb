"""What the page asks of: the session, and the folder that its files are in. One at a time."""

import json
from collections.abc import Mapping, Sequence
from threading import Condition
from typing import Any, TypedDict

from attrs import define, field

from hjemmel.files.refused import Refused
from hjemmel.rulebooks.kept_files import KeptFiles
from hjemmel.workbench.problem import RefusedError
from hjemmel.workbench.protocol import Session
from hjemmel.workbench.shapes import Failure

_TAKES = ("read_file", "open_package")
_GIVES = ("template", "package")
_NO_FOLDER = Refused(
    "reglene som følger med programmet, kan ikke endres der de ligger",
    "last ned pakken, eller legg reglene i en mappe: «ntr ny MAPPE» lager en",
)


class Saved(TypedDict):
    """The files that were written, and why the others were not."""

    saved: list[str]
    refused: list["Unsaved"]


class Unsaved(TypedDict):
    """A file that was not written, and why."""

    file: str
    message: str
    help: str


class Told(TypedDict):
    """What is otherwise on disk since a number: texts by name, None where a file is gone."""

    number: int
    texts: dict[str, str | None]


@define(eq=False)
class Desk:
    """A session, and the files on disk; `kept` is None where there is no folder to write in."""

    session: Session
    kept: KeptFiles | None
    number: int = 0
    told: dict[str, tuple[int, str | None]] = field(factory=dict)
    turn: Condition = field(factory=Condition)

    def call(self, method: str, arguments: Sequence[Any]) -> str:
        """What a method of the session answers."""
        with self.turn:
            return self.session.call(method, arguments)

    def give(self, method: str, values: Sequence[str], data: bytes) -> str:
        """What a method answers that is handed a file."""
        if method not in _TAKES:
            return self.call(method, ())  # which says that it is not known
        with self.turn:
            found: str = getattr(self.session, method)(*values, data)
            return found

    def take(self, method: str, values: Sequence[str]) -> bytes | str:
        """The file that a method gives; JSON that says why, where there is none."""
        if method not in _GIVES:
            return self.call(method, ())
        with self.turn:
            try:
                found: bytes = getattr(self.session, method)(*values)
            except RefusedError as wrong:
                failure: Failure = {
                    "code": wrong.code, "message": wrong.message, "help": wrong.help,
                }  # fmt: skip
                return json.dumps({"error": failure}, ensure_ascii=False)
            return found

    def save(self, texts: Mapping[str, str | None]) -> Saved:
        """Write files in the folder, each or not at all."""
        saved: list[str] = []
        refused: list[Unsaved] = []
        with self.turn:
            for name, text in texts.items():
                wrong = self.kept.save(name, text) if self.kept else _NO_FOLDER
                if wrong is None:
                    saved.append(name)
                    self._note({name: text})
                else:
                    refused.append({"file": name, "message": wrong.reason, "help": wrong.help})
        return {"saved": saved, "refused": refused}

    def look(self) -> None:
        """See whether anything is otherwise on disk, and tell those who wait."""
        with self.turn:
            if self.kept is not None and (found := self.kept.changes()):
                self._note(found)

    def after(self, number: int, seconds: float) -> Told:
        """What is changed since a number; where nothing is, that is waited for so long."""
        with self.turn:
            self.turn.wait_for(lambda: self.number > number, seconds)
            texts = {name: text for name, (at, text) in self.told.items() if at > number}
            return {"number": self.number, "texts": texts}

    def _note(self, found: Mapping[str, str | None]) -> None:
        self.number += 1
        self.told |= {name: (self.number, text) for name, text in found.items()}
        self.turn.notify_all()
