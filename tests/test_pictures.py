"""Photographs become light, upright pictures that tell nothing but what is to be seen."""

from __future__ import annotations

import io
import math
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from microsite.engine import build_site
from microsite.kept import KeptFiles
from microsite.paths import ProjectPaths
from microsite.pictures import (
    Flaw,
    Header,
    Rendition,
    day_taken,
    make_pictures,
    read_header,
)
from microsite.pictures.encode import DecodeError, encode
from microsite.pictures.plan import KINDS, MOST_BYTES, key_of, widths_for
from microsite.pipeline import build
from microsite.preparing import prepare
from microsite.problems import ContentError
from photographs import CORNERS, SECRET, as_taken, corners, exif, noisy, opened, written
from test_components import PAGE, add_media

GREY = 128


def jpeg(**options: object) -> bytes:
    """Return a plain photograph of 1200 by 900."""
    return written(corners(1200, 900), **options)


def near(seen: object, wanted: object, within: int = 12) -> bool:
    """Whether two colours differ by little."""
    assert isinstance(seen, tuple)
    assert isinstance(wanted, tuple)
    return math.dist(seen, wanted) <= within


@pytest.mark.parametrize("orientation", range(1, 9))
def test_picture_is_upright(orientation: int) -> None:
    """However the telephone was held, the picture stands as people saw it, in every kind."""
    made = encode(as_taken(corners(960, 720), orientation))
    for kind in KINDS:
        image = opened(made[480, kind]).convert("RGB")
        assert image.size == (480, 360)
        places = {"nw": (60, 60), "ne": (420, 60), "sw": (60, 300), "se": (420, 300)}
        for name, place in places.items():
            assert near(image.getpixel(place), CORNERS[name]), (kind, name)


def test_header_and_picture_agree_on_sides(tmp_path: Path) -> None:
    """A photograph taken upright is tall in its header too, before anything is decoded."""
    path = tmp_path / "a.jpg"
    path.write_bytes(as_taken(corners(960, 1280), 6))
    assert opened(path.read_bytes()).size == (1280, 960)
    assert read_header(path) == Header(960, 1280, 6)


def test_nothing_is_told_about_camera_place_or_hour() -> None:
    """EXIF with the place, XMP, comment and profile are gone from every file, and every file can
    still be read.
    """
    raw = as_taken(corners(1600, 1200), 6)
    assert opened(raw).getexif().get_ifd(0x8825)
    assert raw.count(SECRET.encode()) == 3
    made = encode(raw)
    assert len(made) == 9
    for content in made.values():
        image = opened(content)
        assert not image.getexif()
        # what is left is how the picture is coded, not what it is about
        assert not set(image.info) & {"exif", "xmp", "comment", "icc_profile", "photoshop"}
        for trace in (SECRET.encode(), b"Exif", b"GPS", b"http://ns.adobe.com", b"ICC_PROFILE"):
            assert trace not in content


@pytest.mark.parametrize(
    ("width", "wanted"),
    [
        (4000, (480, 960, 1600)),
        (1600, (480, 960, 1600)),
        (1300, (480, 960, 1300)),
        (1000, (480, 960)),
        (800, (480, 800)),
        (640, (480, 640)),
    ],
)
def test_no_picture_is_wider_than_its_photograph(width: int, wanted: tuple[int, ...]) -> None:
    """Three widths at most; a small photograph has its own width as the last."""
    assert widths_for(width) == wanted


def test_equal_bytes_give_equal_pictures() -> None:
    """The same photograph gives the same files; another byte gives other names."""
    raw = as_taken(corners(960, 720), 3)
    assert encode(raw) == encode(raw)
    assert key_of(raw) == key_of(bytes(raw))
    assert key_of(raw) != key_of(raw + b"\0")


def test_hard_picture_is_light_on_a_phone() -> None:
    """Grain in every leaf: the file for a phone travels in 70 KB in every kind, the others in what
    their width may weigh.
    """
    made = encode(written(noisy(1600, 1200), quality=92))
    over = {
        size: len(content) for size, content in made.items() if len(content) > MOST_BYTES[size[0]]
    }
    assert over == {}
    assert len(made[480, "avif"]) < 70_000


def test_colours_of_another_space_are_turned() -> None:
    """A photograph in a wide space shows the same colours in sRGB, where a browser would guess."""
    swapped = _profile_of_swapped_channels()
    made = encode(written(Image.new("RGB", (640, 480), (200, 40, 40)), icc_profile=swapped))
    seen = opened(made[480, "jpg"]).getpixel((200, 200))
    assert near(seen, (40, 200, 40), 40)


def _profile_of_swapped_channels() -> bytes:
    """Return sRGB with red and green exchanged, which no reader can mistake for sRGB."""
    raw = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    raw = bytearray(bytes(raw).replace(b"rXYZ", b"?XYZ").replace(b"gXYZ", b"rXYZ"))
    return bytes(raw).replace(b"?XYZ", b"gXYZ")


def test_profile_of_something_else_is_left_alone() -> None:
    """A broken profile does not break the picture."""
    made = encode(written(Image.new("RGB", (640, 480), (200, 40, 40)), icc_profile=b"nonsense"))
    assert near(opened(made[480, "jpg"]).getpixel((200, 200)), (200, 40, 40))


@pytest.mark.parametrize(
    ("image", "kind", "wanted"),
    [
        (Image.new("CMYK", (640, 480), (0, 255, 255, 0)), "JPEG", (255, 0, 0)),
        (Image.new("I;16", (640, 480), GREY * 256), "PNG", (GREY, GREY, GREY)),
        (Image.new("L", (640, 480), GREY), "JPEG", (GREY, GREY, GREY)),
        (Image.new("1", (640, 480), 1), "PNG", (255, 255, 255)),
        (Image.new("RGBA", (640, 480), (255, 0, 0, 0)), "PNG", (255, 255, 255)),
        (Image.new("LA", (640, 480), (0, 0)), "PNG", (255, 255, 255)),
        (Image.new("RGB", (640, 480), (10, 90, 200)).quantize(), "PNG", (10, 90, 200)),
        (Image.new("RGB", (640, 480), (10, 90, 200)), "WEBP", (10, 90, 200)),
        (Image.new("RGB", (640, 480), (10, 90, 200)), "AVIF", (10, 90, 200)),
    ],
    ids=["cmyk", "16-bit", "grey", "black-white", "clear", "clear-grey", "palette", "webp", "avif"],
)
def test_every_kind_of_file_is_read(image: Image.Image, kind: str, wanted: tuple[int, ...]) -> None:
    """Printers' colours, scanners' 16 bits, palettes and see-through pictures come out as seen."""
    made = encode(written(image, kind))
    for name in KINDS:
        seen = opened(made[480, name])
        assert seen.mode == "RGB"
        assert near(seen.getpixel((200, 200)), wanted), name


@pytest.mark.parametrize(
    ("name", "content", "flaw"),
    [
        ("a.jpg", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", Flaw("picture-heic", "HEIC")),
        ("a.jpg", b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom", Flaw("picture-kind", "MP4")),
        ("a.jpg", b"", Flaw("picture-kind")),
        ("a.png", b"GIF89a", Flaw("picture-kind", "GIF")),
        ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(40), Flaw("picture-broken")),
        ("a.webp", b"RIFF\0\0\0\0WEBPVP8 ", Flaw("picture-broken")),
        ("a.avif", b"\0\0\0\x18ftypavif\0\0\0\0mif1avif", Flaw("picture-broken")),
    ],
)
def test_content_counts_and_not_the_name(
    tmp_path: Path, name: str, content: bytes, flaw: Flaw
) -> None:
    """What is no picture, or none that we read, is told by its first bytes."""
    path = tmp_path / name
    path.write_bytes(content)
    assert read_header(path) == flaw


def test_right_content_under_another_ending_is_fine(tmp_path: Path) -> None:
    """A JPEG called .png is a JPEG: its name is never published."""
    path = tmp_path / "a.png"
    path.write_bytes(jpeg())
    assert read_header(path) == Header(1200, 900)


def test_bomb_is_refused_by_its_header(tmp_path: Path) -> None:
    """A file of some bytes that would fill the memory is refused before it is decoded."""
    path = tmp_path / "a.png"
    small = written(Image.new("1", (8, 8)), "PNG")
    for side, mega in ((9_000, "81"), (60_000, "3600")):
        wide = small.replace((8).to_bytes(4, "big") * 2, side.to_bytes(4, "big") * 2)
        head = wide[12:29]
        path.write_bytes(wide[:29] + _crc(head) + wide[33:])
        assert read_header(path) == Flaw("picture-pixels", f"{mega} MP", "60 MP")
        with pytest.raises(DecodeError):
            encode(path.read_bytes())


def _crc(chunk: bytes) -> bytes:
    return zlib.crc32(chunk).to_bytes(4, "big")


@pytest.mark.parametrize(
    ("day", "wanted"),
    [
        ("2021:03:09 10:11:12", "2021-03-09"),
        ("0000:00:00 00:00:00", ""),
        ("2021:02:31 00:00:00", ""),
        ("gần đây", ""),
    ],
)
def test_day_is_read_where_the_camera_says_it(tmp_path: Path, day: str, wanted: str) -> None:
    """A day that no calendar knows is no day."""
    path = tmp_path / "a.jpg"
    path.write_bytes(jpeg(exif=exif(day=day)))
    assert day_taken(path) == wanted


def test_file_without_a_day_has_none(tmp_path: Path) -> None:
    """Neither a plain picture nor something else has a day."""
    path = tmp_path / "a.jpg"
    for content in (jpeg(), b"no picture"):
        path.write_bytes(content)
        assert day_taken(path) == ""


def lay(folder: Path, **files: bytes) -> dict[str, Path]:
    """Write files and return their paths by name."""
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / f"{name}.jpg").write_bytes(content)
    return {name: folder / f"{name}.jpg" for name in files}


def test_each_photograph_is_encoded_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second build takes everything from the cache; a new photograph is the only work; what is
    used no more leaves the machine.
    """
    told: list[int] = []
    cache = KeptFiles(tmp_path / "cache")
    files = lay(tmp_path / "in", a=written(corners(640, 480)), b=written(corners(700, 480)))
    first, failed = make_pictures(files, cache, told.append)
    assert (told, failed) == ([2], [])
    monkeypatch.setattr("microsite.pictures.album.encode_file", None)
    assert make_pictures(files, cache, told.append) == (first, [])
    assert told == [2]
    kept = {one.kept for one in first["a"].renditions}
    make_pictures({"a": files["a"]}, cache, told.append)
    assert {path.name for path in (tmp_path / "cache").iterdir()} == kept


def test_processes_and_one_process_make_the_same(tmp_path: Path) -> None:
    """Pictures made side by side are those made alone."""
    raw = {"a": written(corners(640, 480)), "b": written(corners(700, 480))}
    files = lay(tmp_path / "in", **raw)
    cache = KeptFiles(tmp_path / "cache")
    made, _ = make_pictures(files, cache, lambda _: None)
    for name, picture in made.items():
        alone = encode(raw[name])
        for one in picture.renditions:
            assert cache.path(one.kept).read_bytes() == alone[one.width, one.kind]
            assert opened(alone[one.width, one.kind]).size == (one.width, one.height)


def test_names_are_stable(tmp_path: Path) -> None:
    """A picture is called by its photograph, its width and the hash of what it was made from."""
    raw = written(corners(640, 480), "PNG")
    files = lay(tmp_path / "in", vuon=raw)
    made, _ = make_pictures(files, KeptFiles(tmp_path / "cache"), lambda _: None)
    key = key_of(raw)
    widest: Rendition = made["vuon"].of("avif")[-1]
    assert widest.name == f"photos/vuon-640-{key[:8]}.avif"
    assert (made["vuon"].width, made["vuon"].height) == (640, 480)


def test_cut_off_file_is_told_and_the_site_stays(tiny: ProjectPaths) -> None:
    """A photograph that ends too early passes the header; the build names its file and leaves the
    former site alone.
    """
    add_media(tiny)
    (tiny.docs / "vi/vuon/phan.md").write_text(PAGE.partition("## Đố")[0], encoding="utf-8")
    tiny.site.mkdir()
    (tiny.site / "index.html").write_text("the former site", encoding="utf-8")
    path = tiny.media / "photos/luong.png"
    whole = written(noisy(800, 600), "PNG")
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ContentError) as told:
        build(tiny, build_site)
    (problem,) = told.value.problems
    assert (problem.code, problem.where.file) == ("picture-broken", "data/photos.yml")
    assert problem.values["file"] == "luong.png"
    assert (tiny.site / "index.html").read_text(encoding="utf-8") == "the former site"


def test_build_tells_of_its_work(tiny: ProjectPaths) -> None:
    """The first build says how many photographs it works on; the next one has nothing to say."""
    add_media(tiny)
    told: list[tuple[str, object]] = []

    def report(stage: str, **values: object) -> None:
        told.append((stage, values.get("count")))

    prepare(tiny, report)
    prepare(tiny, report)
    assert told == [
        ("check", None),
        ("pictures", 3),
        ("render", None),
        ("check", None),
        ("render", None),
    ]


def test_secret_of_a_photograph_is_nowhere_in_the_site(tiny: ProjectPaths) -> None:
    """No published file holds a byte of the camera's remarks, nor the photograph itself."""
    add_media(tiny)
    raw = as_taken(corners(960, 640), 1)
    (tiny.media / "photos/vuon-xua.png").write_bytes(raw)
    build(tiny, build_site)
    found = [
        path.name
        for path in tiny.site.rglob("*")
        if path.is_file() and (SECRET.encode() in (content := path.read_bytes()) or content == raw)
    ]
    assert found == []
    assert len(list((tiny.site / "assets/photos").iterdir())) == 21


def test_unknown_colour_does_not_pass_unseen() -> None:
    """The helper that compares colours can fail."""
    assert not near((0, 0, 0), (0, 0, 40))


def test_broken_remarks_do_not_break_a_picture(
    tmp_path: Path, recwarn: pytest.WarningsRecorder
) -> None:
    """EXIF that is cut off is as good as none, and nobody is told in passing."""
    path = tmp_path / "a.jpg"
    path.write_bytes(jpeg(exif=b"Exif\0\0MM\0*\0\0\0\x08\0\x09"))
    assert read_header(path) == Header(1200, 900)
    assert encode(path.read_bytes())
    assert list(recwarn) == []


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_cut_off_file_of_any_kind_is_a_plain_error(kind: str) -> None:
    """Wherever a file ends too early, there is one kind of error and never a picture of half."""
    raw = written(noisy(700, 500), kind)
    for part in (0.3, 0.6, 0.9):
        with pytest.raises(DecodeError):
            encode(raw[: int(len(raw) * part)])
    assert Image.open(io.BytesIO(raw)).size == (700, 500)
