"""Keys in minisign's format: made once by the publisher, asked for at each bundle."""

from __future__ import annotations

from pathlib import Path

import minisign

from microsite.publish.bundle import Sign


class KeyFileError(Exception):
    """A key file that cannot be read, or a password that does not open it."""


def make_keys(secret: Path, public: Path, password: str) -> None:
    """Write a new pair of keys; an empty password leaves the secret one open.

    Raises FileExistsError: a key that kiosks trust must never be overwritten.
    """
    pair = minisign.KeyPair.generate()
    if password:
        pair.secret_key.encrypt(password)
    for path, key in ((secret, pair.secret_key), (public, pair.public_key)):
        with path.open("xb") as file:
            if path == secret:
                path.chmod(0o600)
            file.write(bytes(key))


def signer(secret: Path, password: str) -> Sign:
    """Return what signs with the key in ``secret``. Raises KeyFileError."""
    try:
        key = minisign.SecretKey.from_file(secret)
        if key.is_encrypted():
            key.decrypt(password)
    except (OSError, minisign.Error) as error:
        raise KeyFileError(str(error)) from error
    return lambda message, comment: bytes(key.sign(message, trusted_comment=comment))
