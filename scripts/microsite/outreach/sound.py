"""A text to sound, by programs of this machine: espeak-ng, or the command somebody names."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from microsite.outreach.channel import Voice, remember

_PROGRAM = "espeak-ng"
_WORDS_A_MINUTE = "140"  # its “words” are shorter than syllables; close to 180 syllables
_PATIENCE = 300  # seconds for one bulletin of a quarter of an hour
PLACES = ("{text}", "{sound}")

# programs that make MP3, and how to ask each for one channel and a fifth of the bytes, with the
# same bytes every time
_ENCODERS = {
    "lame": (
        *("--quiet", "-m", "m", "-b", "48", "--noreplaygain", "--id3v2-only", "--id3v2-utf16"),
        *("--tt", "{title}", "--tc", "{note}", "{wave}", "{sound}"),
    ),
    "ffmpeg": (
        *("-v", "error", "-y", "-i", "{wave}", "-ac", "1", "-b:a", "48k", "-map_metadata", "-1"),
        *("-fflags", "+bitexact", "-flags:a", "+bitexact", "-metadata", "title={title}"),
        *("-metadata", "comment={note}", "{sound}"),
    ),
}


class NoVoiceError(Exception):
    """The program is not there, or it failed; says which and why."""

    def __init__(self, program: str, reason: str) -> None:
        super().__init__(f"{program}: {reason}")


def built_in_voice() -> Voice | None:
    """Return the voice of espeak-ng, or None when it is not installed.

    It writes MP3 where lame or ffmpeg is installed too, and WAV otherwise.
    """
    path = shutil.which(_PROGRAM)
    if path is None:
        return None
    command = (path, "-v", "vi", "-s", _WORDS_A_MINUTE, "-f", "{text}", "-w", "{sound}")
    for name, arguments in _ENCODERS.items():
        encoder = shutil.which(name)
        if encoder is not None:
            return Voice(command, "mp3", (encoder, *arguments))
    return Voice(command)


def read_aloud(text: bytes, voice: Voice, cache: Path, *, title: str, note: str) -> bytes:
    """Return the sound of ``text``; what was read once is kept. Raises NoVoiceError."""
    said = (*voice.command, *voice.encoder, *((title, note) if voice.encoder else ()))
    named = hashlib.sha256("\0".join(said).encode("utf-8") + b"\0" + text)
    key = f"{named.hexdigest()}.{voice.suffix}"
    return remember(cache, key, lambda: _read(text, voice, {"{title}": title, "{note}": note}))


def _read(text: bytes, voice: Voice, told: Mapping[str, str]) -> bytes:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        said, sound = folder / "text.txt", folder / f"sound.{voice.suffix}"
        said.write_bytes(text)
        if not voice.encoder:
            _run(voice.command, {"{text}": str(said), "{sound}": str(sound)}, sound)
            return sound.read_bytes()
        wave = folder / "wave.wav"
        _run(voice.command, {"{text}": str(said), "{sound}": str(wave)}, wave)
        _run(voice.encoder, {"{wave}": str(wave), "{sound}": str(sound), **told}, sound)
        return sound.read_bytes()


def _run(command: tuple[str, ...], places: Mapping[str, str], made: Path) -> None:
    """Run ``command`` with its places filled; ``made`` must be there afterwards."""
    filled = list(command)
    for place, value in places.items():
        filled = [part.replace(place, value) for part in filled]
    try:
        done = subprocess.run(filled, capture_output=True, check=False, timeout=_PATIENCE)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NoVoiceError(filled[0], str(error)) from error
    if done.returncode or not made.is_file():
        reason = done.stderr.decode("utf-8", "replace").strip()[-300:]
        raise NoVoiceError(filled[0], reason or str(done.returncode))
