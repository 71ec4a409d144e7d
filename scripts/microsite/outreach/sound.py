"""A text to sound, by a program of this machine: ``espeak-ng``, or the command somebody names."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tempfile
from pathlib import Path

from microsite.outreach.channel import Voice, remember

_PROGRAM = "espeak-ng"
_WORDS_A_MINUTE = "140"  # its “words” are shorter than syllables; close to 180 syllables
_PATIENCE = 300  # seconds for one bulletin of a quarter of an hour
PLACES = ("{text}", "{sound}")


class NoVoiceError(Exception):
    """The program is not there, or it failed; says which and why."""

    def __init__(self, program: str, reason: str) -> None:
        super().__init__(f"{program}: {reason}")


def built_in_voice() -> Voice | None:
    """Return the voice of espeak-ng, or None when it is not installed."""
    path = shutil.which(_PROGRAM)
    if path is None:
        return None
    return Voice((path, "-v", "vi", "-s", _WORDS_A_MINUTE, "-f", "{text}", "-w", "{sound}"))


def read_aloud(text: bytes, voice: Voice, cache: Path) -> bytes:
    """Return the sound of ``text``; what was read once is kept. Raises NoVoiceError."""
    named = hashlib.sha256(" ".join(voice.command).encode("utf-8") + b"\0" + text)
    return remember(cache, f"{named.hexdigest()}.{voice.suffix}", lambda: _read(text, voice))


def _read(text: bytes, voice: Voice) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        said, sound = Path(folder) / "text.txt", Path(folder) / f"sound.{voice.suffix}"
        said.write_bytes(text)
        command = [
            part.replace(PLACES[0], str(said)).replace(PLACES[1], str(sound))
            for part in voice.command
        ]
        try:
            done = subprocess.run(command, capture_output=True, check=False, timeout=_PATIENCE)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise NoVoiceError(command[0], str(error)) from error
        if done.returncode or not sound.is_file():
            reason = done.stderr.decode("utf-8", "replace").strip()[-300:]
            raise NoVoiceError(command[0], reason or str(done.returncode))
        return sound.read_bytes()
