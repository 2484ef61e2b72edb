"""A file beside the rules that goes through them when somebody opens it."""

import os
import shlex
import sys
from pathlib import Path

from hjemmel.cli.exit_codes import stop
from hjemmel.cli.output import write_file
from hjemmel.cli.telling import say

_ASKED = "-m hjemmel gjennomgang --apne"


def write_shortcut(folder: Path) -> None:
    """Write the file for the kind of machine we are on, and tell where it is."""
    if not folder.is_dir():
        stop(f"{folder} er ingen mappe", "si hvilken mappe reglene ligger i")
    name, content = shortcut(sys.platform, sys.executable, folder.resolve())
    to = folder / name
    write_file(content.encode(), to)
    to.chmod(to.stat().st_mode | 0o111)
    say(f"{to} går gjennom reglene i mappen når du dobbeltklikker på den.")


def shortcut(platform: str, python: str, folder: Path) -> tuple[str, str]:
    """What the file is called, and what it says, on a kind of machine."""
    lines: tuple[str, ...]
    match platform:
        case "win32":
            lines = ("@echo off", 'cd /d "%~dp0"', f'"{python}" {_ASKED}',
                     "if errorlevel 2 pause", "")  # fmt: skip
            return "Gjennomgang.bat", "\r\n".join(lines)
        case "darwin":
            lines = ("#!/bin/sh", 'cd "$(dirname "$0")"', f"{shlex.quote(python)} {_ASKED}", "")
            return "Gjennomgang.command", "\n".join(lines)
        case _:  # Linux and its kin
            lines = (
                "[Desktop Entry]", "Type=Application", "Name=Gjennomgang av reglene",
                f"Path={os.fspath(folder)}", f'Exec="{python}" {_ASKED}', "Terminal=true", "",
            )  # fmt: skip
            return "Gjennomgang.desktop", "\n".join(lines)
