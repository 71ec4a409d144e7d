"""A bundle is taken only when every byte of it is what the publisher packed."""

from __future__ import annotations

import base64
import json
import stat
import warnings
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import minisign
import pytest

from kioskbox import ed25519
from kioskbox.bundle import open_bundle, verify_bundle
from kioskbox.manifest import is_safe, write_manifest, write_sums
from kioskbox.refusals import CODES, Refused
from kioskbox.signature import PublicKey, read_key
from microsite.publish.bundle import seal, zip_files

CONTENTS = {
    "index.html": b"<!doctype html>" + b"<p>Lai Ch\xc3\xa2u</p>" * 400,
    "assets/css/page.css": b"p { color: red }" * 200,
    "en/index.html": b"<!doctype html>",
}
VERSION, TOP = "20240101-2", "pack-20240101-2"
KEYS = minisign.KeyPair.generate()
OTHERS = minisign.KeyPair.generate()


def sign(message: bytes, comment: str, keys: minisign.KeyPair = KEYS) -> bytes:
    """Sign as a publisher does."""
    return bytes(keys.secret_key.sign(message, trusted_comment=comment))


def key(keys: minisign.KeyPair = KEYS) -> PublicKey:
    """Return the public key as a kiosk reads it."""
    return read_key(bytes(keys.public_key).decode())


def made(**changes: bytes | None) -> dict[str, bytes]:
    """Return a signed bundle with files replaced, added, or (None) left out, after signing."""
    sealed: dict[str, bytes | None] = {**seal(CONTENTS, VERSION, "Lai Châu", sign), **changes}
    return {path: raw for path, raw in sealed.items() if raw is not None}


def refusal(raw: bytes, folder: Path, trusted: PublicKey | None = None) -> str:
    """Return the code with which the zip ``raw`` is refused."""
    path = folder / "bundle.zip"
    path.write_bytes(raw)
    with pytest.raises(Refused) as refused, open_bundle(path) as source:
        verify_bundle(source, trusted)
    assert refused.value.say("vi") != refused.value.say("en")
    return refused.value.code


def test_whole_bundle_is_taken_as_zip_and_as_folder(tmp_path: Path) -> None:
    """What was packed and signed is taken, from the zip and from its unpacked folder."""
    path = tmp_path / "bundle.zip"
    path.write_bytes(zip_files(made(), TOP))
    with open_bundle(path) as source:
        assert verify_bundle(source, key()).version == VERSION
    with zipfile.ZipFile(path) as archive:
        archive.extractall(tmp_path)
    with open_bundle(tmp_path / TOP) as source:
        assert dict(verify_bundle(source, key()).files).keys() == CONTENTS.keys()


def test_equal_contents_give_equal_bytes() -> None:
    """Packing twice, in another order, gives the same zip."""
    sealed = seal(CONTENTS, VERSION, "x")
    assert zip_files(sealed, TOP) == zip_files(dict(reversed(sealed.items())), TOP)


def _with_manifest(change: Callable[[dict[str, object]], None]) -> bytes:
    """Return a zip whose manifest was changed and signed again, sums too."""
    data = json.loads(write_manifest(VERSION, "x", CONTENTS))
    change(data)
    raw = json.dumps(data).encode()
    return zip_files(made(**{"manifest.json": raw, "SHA256SUMS": None}), TOP)


def _entry(name: str, raw: bytes = b"x", attributes: int = 0o100644 << 16) -> bytes:
    """Return a whole bundle with one more entry of any name, as a hostile program may write it."""
    packed = BytesIO(zip_files(made(), TOP))
    with zipfile.ZipFile(packed, "a") as archive:
        info = zipfile.ZipInfo("x")
        info.filename = info.orig_filename = name
        info.external_attr = attributes
        with warnings.catch_warnings(action="ignore"):  # a name twice is what is wanted
            archive.writestr(info, raw)
    return packed.getvalue()


def _flip(raw: bytes, place: int) -> bytes:
    return raw[:place] + bytes([raw[place] ^ 0x55]) + raw[place + 1 :]


def _set(data: dict[str, object], **values: object) -> None:
    data.update(values)


def _first(data: dict[str, object], **values: object) -> None:
    data["files"][0].update(values)  # type: ignore[index]  # JSON


def _encrypted() -> bytes:
    raw = bytearray(zip_files(made(), TOP))
    place = raw.index(b"PK\x01\x02")
    raw[place + 8] |= 1
    return bytes(raw)


WHOLE = zip_files(made(), TOP)
PLAIN = zip_files({path: raw for path, raw in made().items() if not path.endswith("minisig")}, TOP)
WRONG = made()["manifest.json.minisig"].replace(b"\ntrusted comment: ", b"\ntrusted comment: x")
DAMAGED: dict[str, tuple[bytes, str, PublicKey | None]] = {
    "an empty file": (b"", "broken-zip", None),
    "a text file": (b"not a zip" * 99, "broken-zip", None),
    "half of a zip": (WHOLE[: len(WHOLE) // 2], "broken-zip", None),
    "a zip without its last bytes": (WHOLE[:-30], "broken-zip", None),
    "a bit turned in packed bytes": (_flip(WHOLE, 120), "broken-zip", None),
    "a file altered": (zip_files(made(**{"en/index.html": b"<!doctype htmm>"}), TOP), "altered", None),
    "a file cut short": (zip_files(made(**{"index.html": b"<p>"}), TOP), "wrong-size", None),
    "a file missing": (zip_files(made(**{"en/index.html": None}), TOP), "missing", None),
    "a file too many": (zip_files(made(**{"more.html": b"x"}), TOP), "extra", None),
    "no manifest": (zip_files(made(**{"manifest.json": None}), TOP), "no-manifest", None),
    "a manifest that is no JSON": (zip_files(made(**{"manifest.json": b"{"}), TOP), "bad-manifest", None),
    "a manifest that is a list": (zip_files(made(**{"manifest.json": b"[]"}), TOP), "bad-manifest", None),
    "a later format": (_with_manifest(lambda data: _set(data, format=2)), "new-format", None),
    "a version that is none": (_with_manifest(lambda data: _set(data, version="9")), "bad-manifest", None),
    "no files": (_with_manifest(lambda data: _set(data, files=[])), "bad-manifest", None),
    "a size below nothing": (_with_manifest(lambda data: _first(data, size=-1)), "bad-manifest", None),
    "a hash that is none": (_with_manifest(lambda data: _first(data, sha256="x")), "bad-manifest", None),
    "a path upward in the manifest": (_with_manifest(lambda data: _first(data, path="../x")), "unsafe-path", None),
    "more bytes than a disk has": (_with_manifest(lambda data: _first(data, size=10**12)), "too-large", None),
    "a path upward": (_entry(f"{TOP}/../../x"), "unsafe-path", None),
    "a path from the root": (_entry("/etc/x"), "unsafe-path", None),
    "a path of Windows": (_entry(f"{TOP}\\..\\x"), "unsafe-path", None),
    "a name Windows keeps for itself": (_entry(f"{TOP}/con.html"), "unsafe-path", None),
    "a second folder": (_entry("other/x"), "unsafe-path", None),
    "a link": (_entry(f"{TOP}/x", b"/etc/passwd", stat.S_IFLNK << 16), "link", None),
    "a file twice": (_entry(f"{TOP}/index.html"), "twice", None),
    "an encrypted file": (_encrypted(), "encrypted", None),
    "sums that differ": (zip_files(made(SHA256SUMS=b"x"), TOP), "altered", None),
    "no signature": (PLAIN, "unsigned", key()),
    "the signature of somebody else": (WHOLE, "other-key", key(OTHERS)),
    "a comment altered after signing": (zip_files(made(**{"manifest.json.minisig": WRONG}), TOP), "bad-signature", key()),
    "a signature that is none": (zip_files(made(**{"manifest.json.minisig": b"x"}), TOP), "bad-signature", key()),
    "a manifest changed and not signed": (_with_manifest(lambda data: _set(data, name="y")), "bad-signature", key()),
}  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGED)
def test_damaged_bundle_is_refused(damage: str, tmp_path: Path) -> None:
    """Each kind of damage has its own reason, said in both languages."""
    raw, expected, trusted = DAMAGED[damage]
    assert refusal(raw, tmp_path, trusted) == expected


def test_links_in_a_folder_are_refused(tmp_path: Path) -> None:
    """A folder on a stick is read with the same suspicion."""
    for path, raw in made().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(raw)
    (tmp_path / "en/index.html").unlink()
    (tmp_path / "en/index.html").symlink_to("/etc/passwd")
    with pytest.raises(Refused, match="link"), open_bundle(tmp_path):
        pass


def test_sums_serve_machines_without_python(tmp_path: Path) -> None:
    """`SHA256SUMS` names every file and the manifest, in the form that `sha256sum -c` reads."""
    sealed = seal(CONTENTS, VERSION, "x")
    named = {line.split("  ")[1] for line in sealed["SHA256SUMS"].decode().splitlines()}
    assert named == {*CONTENTS, "manifest.json"}
    assert write_sums(sealed["manifest.json"]) == sealed["SHA256SUMS"]


@pytest.mark.parametrize("message", [b"", b"x", b"x" * 5000])
def test_our_verification_agrees_with_the_library(message: bytes) -> None:
    """The stand-alone verifier takes what the library signs, and no other message or bit."""
    raw = KEYS.secret_key.sign(message, prehash=False)
    signature = bytes(raw).splitlines()[1]
    made_with = base64.b64decode(signature)[10:]
    assert ed25519.verify(key().key, message, made_with)
    assert not ed25519.verify(key().key, message + b"y", made_with)
    for place in range(0, 64, 7):
        assert not ed25519.verify(key().key, message, _flip(made_with, place))
    assert not ed25519.verify(key(OTHERS).key, message, made_with)


def test_first_vector_of_the_standard() -> None:
    """RFC 8032, 7.1, TEST 2; and a scalar beyond the order of the group is refused."""
    public = bytes.fromhex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
    signature = bytes.fromhex(
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    )
    assert ed25519.verify(public, b"\x72", signature)
    scalar = (
        int.from_bytes(signature[32:], "little") + 2**252 + 27742317777372353535851937790883648493
    )
    assert not ed25519.verify(public, b"\x72", signature[:32] + scalar.to_bytes(32, "little"))


@pytest.mark.parametrize(
    ("path", "safe"),
    [
        ("index.html", True),
        ("assets/css/page.css", True),
        (".nojekyll", True),
        ("a/../b", False),
        ("./a", False),
        ("a//b", False),
        ("/a", False),
        ("a/", False),
        ("a b", False),
        ("a:b", False),
        ("aux.css", False),
        ("a./b", False),
        ("x" * 181, False),
    ],
)
def test_safe_paths(path: str, *, safe: bool) -> None:
    """A path of a bundle stays in its folder and can be written on Linux and Windows."""
    assert is_safe(path) is safe


def test_every_reason_has_words() -> None:
    """Reasons are said in both languages, each with its own words."""
    assert len(CODES) >= 20
