"""Signatures in the format of minisign (https://jedisct1.github.io/minisign/), read and verified."""

from __future__ import annotations

import base64
import binascii
import hashlib
from dataclasses import dataclass

from kioskbox import ed25519
from kioskbox.refusals import Refused

_COMMENT, _TRUSTED = "untrusted comment:", "trusted comment: "
_PLAIN, _HASHED = b"Ed", b"ED"  # the message itself is signed, or its BLAKE2b-512


@dataclass(frozen=True)
class PublicKey:
    """Who may sign: the key and the eight bytes that name it."""

    name: bytes
    key: bytes

    @property
    def shown(self) -> str:
        """The name as minisign prints it."""
        return self.name[::-1].hex().upper()


def read_key(text: str) -> PublicKey:
    """Read a public key file, or its one line of base64. Raises Refused ("bad-key")."""
    lines = [line for line in text.splitlines() if line and not line.startswith(_COMMENT)]
    raw = _decode(lines[0]) if lines else b""
    if len(raw) != 42 or raw[:2] != _PLAIN:
        raise Refused("bad-key")
    return PublicKey(raw[2:10], raw[10:])


def verify(message: bytes, signature: str, key: PublicKey) -> str:
    """Return the trusted comment. Raises Refused ("bad-signature", "other-key")."""
    lines = signature.splitlines()
    if len(lines) < 4 or not lines[0].startswith(_COMMENT) or not lines[2].startswith(_TRUSTED):
        raise Refused("bad-signature")
    raw, whole = _decode(lines[1]), _decode(lines[3])
    if len(raw) != 74 or len(whole) != 64 or raw[:2] not in (_PLAIN, _HASHED):
        raise Refused("bad-signature")
    if raw[2:10] != key.name:
        raise Refused("other-key", key=raw[9:1:-1].hex().upper(), expected=key.shown)
    signed = hashlib.blake2b(message).digest() if raw[:2] == _HASHED else message
    comment = lines[2][len(_TRUSTED) :]
    if not ed25519.verify(key.key, signed, raw[10:]):
        raise Refused("bad-signature")
    if not ed25519.verify(key.key, raw[10:] + comment.encode(), whole):
        raise Refused("bad-signature")
    return comment


def _decode(line: str) -> bytes:
    try:
        return base64.b64decode(line, validate=True)
    except (binascii.Error, ValueError):
        return b""
