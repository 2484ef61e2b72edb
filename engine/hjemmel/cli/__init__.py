"""The command `ntr`: talks to people. Commands are imported when they are called."""

import gc
import sys
from functools import partial
from importlib import import_module
from typing import Any, NoReturn

import click

from hjemmel import __version__
from hjemmel.cli.ending import ended, reader_gone
from hjemmel.cli.norwegian import speak_norwegian
from hjemmel.cli.options import OPTIONS

_COMMANDS = {
    "vurder": "vurderer en eller flere saker",
    "forklar": "gir hele begrunnelsen for en norm, eller forklarer en feilkode",
    "kontroller": "kontrollerer regelfiler",
    "formater": "skriver regelfiler på den ene faste måten",
    "dekning": "gjør rede for hver setning i kildene og hver norm",
    "test": "prøver reglene mot saker med kjent svar, og viser hvor mye de dekker",
    "skjema": "viser hvilke opplysninger et regelverk spør etter",
}


class _Commands(click.Group):
    """The commands by name; the module of each is named after it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names, in the order of the help text."""
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now."""
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"hjemmel.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with the names to choose among where there is no such command."""
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as unknown:
            raise click.NoSuchCommand(args[0], possibilities=_COMMANDS, ctx=ctx) from unknown

    def invoke(self, ctx: click.Context) -> Any:
        """As click does, but a reader that has gone is no finding (click ends with 1)."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            reader_gone()

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list in the help text, without importing the commands."""
        del ctx
        with formatter.section("Kommandoer"):
            formatter.write_dl(list(_COMMANDS.items()))

    def __call__(self, *args: Any, **kwargs: Any) -> NoReturn:
        """As a process: nothing is garbage before a rulebook is loaded, nor at the end."""
        gc.disable()
        try:
            self.main(*args, **kwargs)
        finally:
            gc.freeze()

    def main(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Norwegian in UTF-8 whatever the terminal says, and always an exit code of ours."""
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        speak_norwegian()
        kwargs["standalone_mode"] = False
        ended(partial(super().main, *args, **kwargs))


@click.command(
    cls=_Commands,
    options_metavar=OPTIONS,
    subcommand_metavar="KOMMANDO …",
    context_settings={"help_option_names": ["--hjelp", "-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "--versjon", message="ntr %(version)s", help="viser utgaven")
def main() -> None:
    """Regelverk som kan leses opp, kjøres og bevises."""
