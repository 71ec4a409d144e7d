"""Loudspeaker bulletins (O2, O3, O5): what a script says, in which order, made of what."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

import pytest

from changes import apply_changes
from conftest import REPO
from microsite.check.bulletins import is_as_long
from microsite.checking import check_project
from microsite.model.bulletin import Bulletin, Station
from microsite.model.site import COLLECTIONS, Site
from microsite.outreach.channel import Order
from microsite.outreach.kit import read_site
from microsite.outreach.loudspeaker import scripts_of, text_of
from microsite.paths import ProjectPaths
from microsite.spoken.knowledge import Knowledge, know
from microsite.spoken.script import Edition, Script, write_script
from microsite.spoken.sentences import count_quantities, count_words, cut_sentences

EDITION = Edition(date(2024, 1, 6), 2)


def script_of(paths: ProjectPaths, minutes: int = 1) -> Script:
    """Return the script of the first bulletin at the first station."""
    content, problems = check_project(paths)
    assert problems == ()
    entries = {
        name: {one: entry.value for one, entry in content.ids(name).items()} for name in COLLECTIONS
    }
    bulletin, station = (next(iter(entries[name].values())) for name in ("bulletins", "stations"))
    assert isinstance(bulletin, Bulletin)
    assert isinstance(station, Station)
    assert content.settings is not None
    return write_script(bulletin, minutes, station, EDITION, know(entries, content.settings.ear))


def said(script: Script) -> str:
    """Return all that is said."""
    return "\n".join(line.spoken for line in script.lines)


def test_every_slot_is_there_in_its_order(tiny: ProjectPaths) -> None:
    """Greeting, sign, headline, key fact, body, the key fact again, source, close, replay, edition
    (O3).
    """
    kinds = [line.kind for line in script_of(tiny).lines]
    assert kinds == [
        *("greeting", "sign", "headline", "key", "body", "body", "body"),
        *("recall", "repeat", "source", "closing", "replay", "edition"),
    ]


def test_script_says_edition_and_publisher(tiny: ProjectPaths) -> None:
    """Each output carries version, day and source (O13): in a text for voices they are said."""
    text = said(script_of(tiny))
    assert "Tư liệu theo Tổ làm vườn." in text
    assert (
        "Bản tin số hai, soạn ngày mồng sáu tháng một năm hai nghìn không trăm hai mươi tư." in text
    )


def test_key_fact_is_said_twice(tiny: ProjectPaths) -> None:
    """What is to be remembered stands at the beginning and at the end."""
    key = "Vườn mẫu lập ngày mồng một tháng ba năm hai nghìn không trăm mười lăm."
    assert said(script_of(tiny)).count(key) == 2


def test_corrected_figure_changes_the_bulletin(tiny: ProjectPaths) -> None:
    """Figures come from their indicator, rounded where the text wants; the exact one is noted."""
    script = script_of(tiny)
    assert "khoảng một nghìn hai trăm năm mươi cây" in said(script)
    assert [one.written for one in script.exact] == ["trên 1.250,5 cây", "2.000 cây"]
    apply_changes(tiny.root, {"data/indicators.yml": {"replace": [["1250.5", "1300"]]}})
    assert "trên một nghìn ba trăm cây" in said(script_of(tiny))


def test_words_of_a_unit_are_data(tiny: ProjectPaths) -> None:
    """Another station has other words around the same body."""
    change = ["truyền thanh của khu vườn", "truyền thanh của luống một"]
    apply_changes(tiny.root, {"data/stations.yml": {"replace": [change]}})
    assert "truyền thanh của luống một" in said(script_of(tiny))


def test_long_statements_wait_for_long_versions(tiny: ProjectPaths) -> None:
    """A statement with minutes: 3 is not in the version of one minute."""
    script = script_of(tiny)
    known_text = said(script)
    assert "Hai năm sau" in known_text
    longer = script.bulletin.model_copy(
        update={
            "body": tuple(
                one.model_copy(update={"minutes": 3}) if "Hai năm sau" in one.text else one
                for one in script.bulletin.body
            )
        }
    )
    for minutes, is_in in ((1, False), (3, True)):
        text = said(write_script(longer, minutes, script.station, EDITION, knowledge(tiny)))
        assert ("Hai năm sau" in text) is is_in


def knowledge(paths: ProjectPaths) -> Knowledge:
    """Return what scripts of a project are made from."""
    site = read_site(paths)
    return know(vars(site), site.settings.ear)


def test_statement_has_the_sources_of_what_it_tells(tiny: ProjectPaths) -> None:
    """An entry named by its id lends its sources; so a statement needs no citation of its own."""
    body = "Tổ làm vườn ghi lại trong sổ tay [@so-tay]."
    change = [body, f"{body.replace(' [@so-tay]', '')}\n    events:\n    - lap-vuon"]
    apply_changes(tiny.root, {"data/bulletins.yml": {"replace": [change]}})
    line = [line for line in script_of(tiny).lines if line.kind == "body"][-1]
    assert line.sources
    assert line.sources == read_site(tiny).events["lap-vuon"].sources


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Năm 2004, ngày 01/01/2004, Đại hội XIV họp.", 0),
        ("Nghị quyết 22/2003/QH11 có hiệu lực.", 0),
        ("Năm 2004, tỉnh có 5 huyện.", 1),
        ("Từ 250 đến 300 tấn.", 1),
        ("Tăng 9–10%.", 1),
        ("Tỉnh có 5 huyện và 90 xã.", 2),
        ("Tỉnh đứng thứ 61.", 0),
    ],
)
def test_quantities_of_a_sentence(sentence: str, count: int) -> None:
    """A listener takes in one quantity a sentence; days, years, documents, ranks are none (O5)."""
    assert count_quantities(sentence, {"QH": "Quốc hội"}) == count


@pytest.fixture(name="real", scope="module")
def fixture_real() -> tuple[Site, list[Script]]:
    """The real content and every script of every station."""
    paths = ProjectPaths(REPO)
    site = read_site(paths)
    order = Order(site, EDITION, paths.outreach_cache)
    return site, [one for station in site.stations.values() for one in scripts_of(station, order)]


def test_real_bulletins_cover_every_section_and_length(real: tuple[Site, list[Script]]) -> None:
    """At least twelve topics, all sections, all four lengths."""
    site, scripts = real
    assert len(site.bulletins) >= 12
    assert {one.section for one in site.bulletins.values()} == {
        section.id for section in site.settings.sections
    }
    assert {script.minutes for script in scripts} == {1, 3, 5, 15}


def test_real_scripts_can_be_heard(real: tuple[Site, list[Script]]) -> None:
    """In every text: words and stops only, NFC, short sentences, the promised length (O2, O5)."""
    site, scripts = real
    ear = site.settings.ear
    for script in scripts:
        text = text_of(script)
        name = f"{script.station.id}/{script.bulletin.id}-{script.minutes}"
        assert unicodedata.is_normalized("NFC", text), name
        assert re.findall(r"[^\w\s.,;:!?-]|\d|_|https?|www", text) == [], name
        assert re.findall(r"\b\w*[A-ZĐ]\w*[A-ZĐ]\w*\b", text) == [], name
        for line in script.lines:
            for sentence in cut_sentences(line.spoken):
                assert count_words(sentence) <= ear.sentence_words, (name, sentence)
        assert is_as_long(script, ear.tolerance), (name, script.syllables)
        assert any(line.kind == "source" for line in script.lines), name


def test_real_statements_have_sources(real: tuple[Site, list[Script]]) -> None:
    """Key facts and every statement of a body name their sources, and all of them exist."""
    site, scripts = real
    for script in scripts:
        for line in script.lines:
            if line.kind in ("key", "body", "repeat"):
                assert line.sources, line.written
                assert set(line.sources) <= set(site.sources)


def test_programme_names_its_parts(real: tuple[Site, list[Script]]) -> None:
    """A long programme says of each part its number and title, then its key fact and its body."""
    _, scripts = real
    long = next(script for script in scripts if script.minutes == 15)
    kinds = [line.kind for line in long.lines]
    parts = [line.spoken for line in long.lines if line.kind == "part"]
    assert len(parts) == len(long.bulletin.parts)
    assert parts[0].startswith("Phần một. ")
    assert all(kinds[at + 1] == "body" for at, kind in enumerate(kinds) if kind == "part")
