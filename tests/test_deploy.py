"""`microsite deploy` on loopback: releases and a link, ssh, rclone; what is refused and kept."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from changes import apply_changes
from deploying import Readers, edition, run_command, sshd
from microsite.cli import main
from microsite.commands.progress import Progress
from microsite.deploy.manifest import Item, Release, before, compare, read, with_carried, write
from microsite.deploy.refusals import Refused
from microsite.deploy.remote import RemoteFolder
from microsite.deploy.shell import Shell
from microsite.paths import ProjectPaths
from microsite.wording.catalog import load_words
from servers import free_port, needs, nginx, running

KINDS = ("local", "ssh")
OLD, NEW = "assets/00000001/css/home.css", "assets/00000002/css/home.css"


@dataclass
class Place:
    """A project with a target, and where its releases lie."""

    root: Path
    folder: Path
    editions: tuple[Path, ...]

    def deploy(self, number: int, *more: str) -> int:
        """Deploy an edition."""
        site = str(self.editions[number])
        return main(
            ["--root", str(self.root), "deploy", "noi", "--site", site, "--lang", "en", *more]
        )

    def back(self) -> int:
        """Roll back."""
        return main(["--root", str(self.root), "deploy", "noi", "--rollback", "--lang", "en"])

    def shows(self) -> str:
        """Return the edition that readers get."""
        text = (self.folder / "current" / "index.html").read_text(encoding="utf-8")
        return text.rpartition("edition ")[2].split()[0]

    def files(self) -> set[str]:
        """Return what lies in the current release."""
        top = (self.folder / "current").resolve()
        return {path.relative_to(top).as_posix() for path in top.rglob("*") if path.is_file()}

    def releases(self) -> list[str]:
        """Return the names of the releases that are kept."""
        return sorted(one.name for one in (self.folder / "releases").iterdir() if one.is_dir())


@pytest.fixture(name="editions", scope="session")
def fixture_editions(
    built: ProjectPaths, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, ...]:
    """The tiny site in ten editions."""
    folder = tmp_path_factory.mktemp("editions")
    return tuple(edition(built.site, folder, number) for number in range(10))


@pytest.fixture(name="open_folder")
def fixture_open_folder() -> Iterator[Path]:
    """A folder that a server without rights may read."""
    folder = Path(subprocess.check_output(["mktemp", "-d"], text=True).strip())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def settle(tiny: ProjectPaths, target: str) -> None:
    """Write the only target of a project."""
    apply_changes(tiny.root, {"data/deploy.yml": {"write": f"targets:\n- id: noi\n{target}"}})


@pytest.fixture(name="make_place")
def fixture_make_place(
    tiny: ProjectPaths,
    editions: tuple[Path, ...],
    open_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Callable[[str], Place]]:
    """Make a place of a kind; an ssh server runs as long as the test."""
    needs("rsync", "flock")
    servers: list[object] = []

    def make(kind: str) -> Place:
        folder = open_folder / "www"
        host = "  host: cong\n" if kind == "ssh" else ""
        settle(tiny, f"  kind: {kind}\n{host}  folder: {folder}\n  keep: 3\n")
        if kind == "ssh":
            (open_folder / "ssh").mkdir()
            context = sshd(open_folder / "ssh")
            monkeypatch.setenv("RSYNC_RSH", context.__enter__())
            servers.append(context)
        return Place(tiny.root, folder, editions)

    yield make
    for one in servers:
        one.__exit__(None, None, None)  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", KINDS)
def test_a_release_is_whole_and_switched_at_once(
    kind: str, make_place: Callable[[str], Place], capsys: pytest.CaptureFixture[str]
) -> None:
    """Deploy, deploy, roll back twice: the link leads to whole releases; the assets of the one
    before are carried along, forward and back; unchanged files are the same file.
    """
    place = make_place(kind)
    assert place.deploy(1) == 0
    assert place.shows() == "1"
    mark = place.folder / "current" / "assets"
    assert place.deploy(2) == 0
    assert place.shows() == "2"
    assert {OLD, NEW} <= place.files()
    assert place.back() == 0
    assert place.shows() == "1"
    assert {OLD, NEW} <= place.files()
    assert "Back to the content" in capsys.readouterr().out
    assert place.back() == 2
    assert "no release before" in capsys.readouterr().err
    assert place.shows() == "1"
    assert (mark / "00000001" / "css" / "home.css").stat().st_nlink == 3


@pytest.mark.parametrize("kind", KINDS)
def test_old_releases_go(kind: str, make_place: Callable[[str], Place]) -> None:
    """`keep` releases stay, and the assets of the last `keep` are carried along."""
    place = make_place(kind)
    for number in range(1, 6):
        assert place.deploy(number) == 0
    assert len(place.releases()) == 3
    kept = {path.name for path in (place.folder / "current" / "assets").iterdir()}
    assert {f"0000000{number}" for number in (2, 3, 4, 5)} <= kept
    assert "00000001" not in kept
    manifests = {path.stem for path in (place.folder / "releases").glob("*.json")}
    assert manifests == set(place.releases())


@pytest.mark.parametrize("kind", KINDS)
def test_dry_run_only_tells(
    kind: str, make_place: Callable[[str], Place], capsys: pytest.CaptureFixture[str]
) -> None:
    """`--dry-run` says what would change, and writes nothing."""
    place = make_place(kind)
    assert place.deploy(1, "--dry-run") == 0
    assert not place.folder.exists()
    place.deploy(1)
    before_it = {path: path.stat().st_mtime_ns for path in place.folder.rglob("*")}
    capsys.readouterr()
    assert place.deploy(2, "--dry-run") == 0
    said = capsys.readouterr().out
    assert NEW.rpartition("/")[0] in said or "assets/00000002/" in said
    assert "carried along" in said
    assert {path: path.stat().st_mtime_ns for path in place.folder.rglob("*")} == before_it


@pytest.mark.parametrize("kind", KINDS)
def test_two_at_once_are_one(
    kind: str, make_place: Callable[[str], Place], capsys: pytest.CaptureFixture[str]
) -> None:
    """While somebody deploys, another is told who; the lock goes with its holder."""
    place = make_place(kind)
    place.deploy(1)
    shell = Shell(str(place.folder), "cong" if kind == "ssh" else "")
    with shell.locked("ban-khac"):
        assert place.deploy(2) == 2
        assert "ban-khac" in capsys.readouterr().err
        assert place.shows() == "1"
        assert place.deploy(2, "--break-lock") == 0
    assert place.deploy(3) == 0


@pytest.mark.parametrize("kind", KINDS)
def test_what_did_not_arrive_is_not_shown(
    kind: str, make_place: Callable[[str], Place], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bytes that change on the way, or strange files, stop before the switch."""
    place = make_place(kind)
    place.deploy(1)
    send = Shell.send

    def spoil(shell: Shell, *arguments: object) -> None:
        send(shell, *arguments)  # type: ignore[arg-type]
        one = place.folder / "releases" / ".next" / "en" / "index.html"
        one.unlink()  # it may be one file with that of another release
        one.write_text("spoilt", encoding="utf-8")

    with monkeypatch.context() as patch:
        patch.setattr(Shell, "send", spoil)
        assert place.deploy(2) == 2
    assert place.shows() == "1"
    assert place.deploy(2) == 0
    assert place.shows() == "2"


def test_connection_that_fails_is_told(
    tiny: ProjectPaths, editions: tuple[Path, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """A host that does not answer is one line, with what ssh said."""
    needs("ssh")
    settle(tiny, "  kind: ssh\n  host: khong-co.invalid\n  folder: /tmp/x\n")
    place = Place(tiny.root, Path("/tmp/x"), editions)
    assert place.deploy(1) == 2
    said = capsys.readouterr().err
    assert "khong-co.invalid" in said
    assert "Traceback" not in said


DAMAGES: dict[str, tuple[Callable[[Path], object], str]] = {
    "dead link": (
        lambda site: (site / "vuon" / "index.html").unlink(),
        "dead link",
    ),
    "draft": (
        lambda site: (site / "assets" / "00000001" / "css").rename(site / "assets" / "css"),
        "not built for readers",
    ),
    "nothing": (lambda site: (site / "index.html").unlink(), "no built site"),
    "name": (lambda site: (site / "tệp.txt").write_text(""), "cannot be sent"),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_unsound_site_stays_at_home(
    name: str,
    make_place: Callable[[str], Place],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A tree that does not verify is refused before anything is written."""
    place = make_place("local")
    site = tmp_path / "site"
    shutil.copytree(place.editions[1], site)
    damage, said = DAMAGES[name]
    damage(site)
    assert (
        main(["--root", str(place.root), "deploy", "noi", "--site", str(site), "--lang", "en"]) > 0
    )
    assert said in capsys.readouterr().err
    assert not place.folder.exists()


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("vi", ("chỉ có một bản", "Chưa đổi gì", "đưa lại bản trước")),
        ("en", ("none before it", "Nothing was changed", "the former version again")),
    ],
)
def test_going_back_without_a_shell_is_another_deployment(
    tiny: ProjectPaths,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    lang: str,
    words: tuple[str, ...],
) -> None:
    """Where rclone alone leads there is no former release: the answer says so at once, asks nobody,
    and names the command that deploys the former version again; so does the help.
    """
    settle(tiny, "  kind: rclone\n  remote: khong-co:ky-niem\n")
    monkeypatch.setenv("PATH", "")
    assert main(["--root", str(tiny.root), "deploy", "noi", "--rollback", "--lang", lang]) == 2
    said = capsys.readouterr().err
    assert all(one in said for one in words)
    assert "microsite deploy noi --site " in said
    assert "dua-len-mang.md" in said
    assert load_words(lang)("deploy.safe_rclone") not in said  # it would ask for another try
    with pytest.raises(SystemExit):
        main(["deploy", "--help"])
    shown = " ".join(capsys.readouterr().out.split())
    assert "nơi nhận rclone không có bản trước" in shown
    assert "rclone targets keep none: deploy that version with --site" in shown


def test_unknown_target_is_named(tiny: ProjectPaths, capsys: pytest.CaptureFixture[str]) -> None:
    """Who mistypes is told what there is."""
    settle(tiny, "  kind: local\n  folder: dist/www\n")
    assert main(["--root", str(tiny.root), "deploy", "nơi"]) == 2
    assert "noi" in capsys.readouterr().err


STAGES = ("Send files", "Carry files", "Check every byte", "Switch to", "Take old")


def test_killed_deployment_breaks_nothing(
    make_place: Callable[[str], Place], open_folder: Path
) -> None:
    """Killed at each stage while people read: nobody gets a broken page, a missing asset or two
    versions at once, and the next deployment goes through. `make test-deploy` does it on ssh too.
    """
    place = make_place("local")
    place.deploy(0)
    serving = open_folder / "nginx"
    serving.mkdir()
    with nginx(place.folder / "current", serving) as host:
        readers = Readers(host.address, ("index.html", "en/index.html", "vuon/"))
        with readers.reading():
            for number, stage in enumerate(STAGES, 1):
                site = str(place.editions[number])
                run_command(place.root, "deploy", "noi", "--site", site, kill_at=stage)
            assert place.deploy(6) == 0
            assert place.back() == 0
    assert readers.problems[:5] == []
    assert sum(readers.seen.values()) > 20
    assert len(readers.seen) > 1


@pytest.mark.parametrize("kind", KINDS)
def test_half_a_list_is_no_release(
    kind: str, make_place: Callable[[str], Place], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A deployment that dies while it hands over the list of files switches nothing, and the next
    one finds a place that it can read.
    """
    place = make_place(kind)
    assert place.deploy(1) == 0
    run = Shell.run

    def cut(shell: Shell, script: str, said: str = "", *, step: bool = False) -> str:
        return run(shell, script, said[: len(said) // 2] if "mv -T" in script else said, step=step)

    with monkeypatch.context() as patch:
        patch.setattr(Shell, "run", cut)
        assert place.deploy(2) == 2
    assert place.shows() == "1"
    assert place.deploy(3) == 0
    assert place.shows() == "3"
    assert len(place.releases()) == len(list((place.folder / "releases").glob("*.json"))) == 2


# the rclone of Debian serves no FTP
FTP_SERVER = """
from pyftpdlib.authorizers import DummyAuthorizer
from pyftpdlib.handlers import FTPHandler
from pyftpdlib.servers import ThreadedFTPServer
known = DummyAuthorizer()
known.add_user("thu", "mat-khau", {folder!r}, perm="elradfmwMT")
class Handler(FTPHandler):
    authorizer = known
    def respond(self, said, **more):  # the number that other servers say, and rclone waits for
        super().respond(said.replace("501 No such", "550 No such"), **more)
ThreadedFTPServer(("127.0.0.1", {port}), Handler).serve_forever()
"""


# each kind takes minutes, so `make test` has one; `make test-deploy` asks for the others
REMOTES = os.environ.get("MICROSITE_REMOTES", "s3").split()


@pytest.fixture(name="remote", params=REMOTES)
def fixture_remote(
    request: pytest.FixtureRequest, open_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """A server of each kind on loopback, known to rclone as `cong`; yields its folder."""
    needs("rclone")
    port, folder = free_port(), open_folder / "portal"
    (folder / "ky-niem").mkdir(parents=True)
    (folder / "ky-niem" / "cua-nguoi-khac.txt").write_text("x", encoding="utf-8")
    conf = open_folder / "rclone.conf"
    secret = subprocess.check_output(["rclone", "obscure", "mat-khau"], text=True).strip()
    account = f"user = thu\npass = {secret}\n"
    place = f"host = 127.0.0.1\nport = {port}\n"
    if request.param == "webdav":
        place = f"url = http://127.0.0.1:{port}\nvendor = other\n"
    conf.write_text(f"[cong]\ntype = {request.param}\n{account}{place}", encoding="utf-8")
    monkeypatch.setenv("RCLONE_CONFIG", str(conf))
    monkeypatch.delenv("AWS_CA_BUNDLE", raising=False)  # rclone takes it for its own
    address = f"127.0.0.1:{port}"
    command = ["rclone", "serve", request.param, str(folder), "--addr", address]
    command += ["--user", "thu", "--pass", "mat-khau"]
    if request.param == "ftp":
        script = FTP_SERVER.format(folder=str(folder), port=port)
        command = [sys.executable, "-c", script]
    if request.param == "s3":
        conf.write_text(
            "[cong]\ntype = s3\nprovider = Other\naccess_key_id = thu\nsecret_access_key = thu\n"
            f"endpoint = http://{address}\nforce_path_style = true\nregion = us-east-1\n",
            encoding="utf-8",
        )
        command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    with running(command, port, open_folder / "serve.txt"):
        if request.param == "s3":
            subprocess.run(["rclone", "mkdir", "cong:ky-niem"], check=True)
            subprocess.run(
                ["rclone", "rcat", "cong:ky-niem/cua-nguoi-khac.txt"], input=b"x", check=True
            )
        yield folder


def listed() -> dict[str, int]:
    """Return what lies there, by rclone's own word."""
    said = subprocess.check_output(["rclone", "lsjson", "-R", "--files-only", "cong:ky-niem"])
    return {one["Path"]: one["Size"] for one in json.loads(said)}


def test_place_without_a_shell(
    remote: Path,
    tiny: ProjectPaths,
    editions: tuple[Path, ...],
    capsys: pytest.CaptureFixture[str],
) -> None:
    """By SFTP, FTP, WebDAV and S3: what was built arrives, old assets stay for a while, then go;
    other people's files stay, a second run sends nothing, and there is no lock left.
    """
    settle(tiny, "  kind: rclone\n  remote: cong:ky-niem\n  keep: 2\n")
    place = Place(tiny.root, remote, editions)
    assert place.deploy(1, "--dry-run") == 0
    assert set(listed()) == {"cua-nguoi-khac.txt"}
    assert place.deploy(1) == 0
    tree = editions[1]
    built = {
        path.relative_to(tree).as_posix(): path.stat().st_size
        for path in tree.rglob("*")
        if path.is_file()
    }
    assert listed().items() >= built.items()
    assert set(listed()) - set(built) == {"cua-nguoi-khac.txt", "microsite-state.json"}
    for number in (2, 3, 4):
        assert place.deploy(number) == 0
    names = set(listed())
    assert {NEW, "cua-nguoi-khac.txt", "index.html"} <= names
    assert OLD not in names
    page = subprocess.check_output(["rclone", "cat", "cong:ky-niem/en/index.html"], text=True)
    assert "edition 4" in page
    capsys.readouterr()
    assert place.deploy(4) == 0
    assert "Changed files: 0" in capsys.readouterr().out
    assert place.back() == 2
    assert "none before it" in capsys.readouterr().err


def test_stopped_transfer_goes_on(
    remote: Path, tiny: ProjectPaths, editions: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was there when the connection broke is not sent again; pages come after all assets."""
    settle(tiny, "  kind: rclone\n  remote: cong:ky-niem\n")
    place = Place(tiny.root, remote, editions)
    monkeypatch.setattr("microsite.deploy.remote._BATCH", 10)
    send, sent = RemoteFolder._send, list[str]()

    def break_off(folder: RemoteFolder, site: Path, batch: tuple[str, ...]) -> None:
        if len(sent) >= 30:
            raise Refused("tool", name="rclone", detail="broken pipe")
        send(folder, site, batch)
        sent.extend(batch)

    with monkeypatch.context() as patch:
        patch.setattr(RemoteFolder, "_send", break_off)
        assert place.deploy(1) == 2
    first = list(sent)
    assert all(path.startswith("assets/") for path in first)
    sent.clear()

    def note(folder: RemoteFolder, site: Path, batch: tuple[str, ...]) -> None:
        send(folder, site, batch)
        sent.extend(batch)

    monkeypatch.setattr(RemoteFolder, "_send", note)
    assert place.deploy(1) == 0
    assert set(first).isdisjoint(sent)
    turns = [0 if one.startswith("assets/") else 2 if ".html" in one else 1 for one in sent]
    assert turns == sorted(turns)


def test_lock_without_a_shell(
    remote: Path, tiny: ProjectPaths, editions: tuple[Path, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """A lock file keeps others out for an hour; after that it was left behind."""
    settle(tiny, "  kind: rclone\n  remote: cong:ky-niem\n")
    place = Place(tiny.root, remote, editions)
    lock = "cong:ky-niem/microsite-lock.json"

    def write_lock(since: float) -> None:
        said = json.dumps({"release": "ban-khac", "since": since})
        subprocess.run(["rclone", "rcat", lock], input=said.encode(), check=True)

    write_lock(time.time() - 60)
    assert place.deploy(1) == 2
    assert "ban-khac" in capsys.readouterr().err
    assert place.deploy(1, "--break-lock") == 0
    write_lock(time.time() - 4000)
    assert place.deploy(2) == 0
    assert "microsite-lock.json" not in listed()


def item(age: int = 0, sha256: str = "a") -> Item:
    """Make a file."""
    return Item(1, sha256, age)


def test_assets_are_carried_for_a_while() -> None:
    """Only assets that no address change can break, only `keep` times; what is built wins."""
    asset, photo = "assets/0123abcd/a.css", "assets/photos/x-480-aaaabbbb.avif"
    former = Release("1", "1", {asset: item(1), f"{asset}.br": item(2), photo: item(), "a": item()})
    files = with_carried({"b": item(), photo: item(0, "b")}, former, keep=2)
    assert files == {"b": item(), photo: item(0, "b"), asset: item(2)}
    changes = compare(files, former)
    assert (changes.added, changes.changed) == (("b",), (photo,))
    assert (changes.removed, changes.carried) == (("a", f"{asset}.br"), (asset,))


def test_going_back_goes_further_back() -> None:
    """A rollback brings what came before the content that is there, not what was there last."""
    first, second, third = (Release(name, name, {"a": item(0, name)}) for name in ("1", "2", "3"))
    again = Release("4", "2", second.files)
    assert before(third, (first, second, third)) == second
    assert before(again, (first, second, third, again)) == first
    with pytest.raises(Refused):
        before(first, (first, second))


def test_manifest_reads_back() -> None:
    """What is written is read; anything else is refused, with no traceback."""
    release = Release("2", "1", {"a": item(), "b": item(3)})
    assert read(write(release)) == release
    for text in ("", "{}", "[]", '{"format":1,"id":"1","origin":"1","files":[1]}', "<html>"):
        with pytest.raises(Refused, match="bad_manifest"):
            read(text)
    with pytest.raises(Refused, match="new_format"):
        read('{"format":2}')


class Terminal(io.StringIO):
    """Something to print on that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def test_bar_is_for_terminals_only() -> None:
    """A terminal sees a bar that fills; a log has one line for each part, and nothing redrawn."""
    screen, log = Terminal(), io.StringIO()
    for out in (screen, log):
        progress = Progress(load_words("en"), "deploy", out)
        for done in (0, 50, 100):
            progress("send", done, 100)
        progress("switch")
        progress.end()
    assert " 50 %" in screen.getvalue()
    assert "100 %\n· Switch" in screen.getvalue()
    assert log.getvalue() == "· Send files …\n· Switch to the new release …\n"
