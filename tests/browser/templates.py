"""One page of every template, and the thirty pages that are walked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Template:
    """A kind of page and the page that stands for it."""

    name: str
    page: str

    @property
    def english(self) -> str:
        """The same page in English."""
        return f"en/{self.page}"


NOT_FOUND = Template("404", "404.html")
SEARCH = Template("search", "gioi-thieu/tim-kiem.html")
ON_PAPER = Template("whole section", "lich-su/in-ca-muc.html")

TEMPLATES = (
    Template("home", "index.html"),
    Template("section", "thanh-tuu/index.html"),
    Template("article", "thanh-tuu/kinh-te.html"),
    Template("timeline", "lich-su/dong-thoi-gian.html"),
    Template("indicator", "so-lieu/grdp-per-capita.html"),
    Template("explorer", "so-lieu/index.html"),
    Template("models", "mo-hinh/index.html"),
    Template("model", "mo-hinh/che-tan-uyen.html"),
    Template("quiz", "do-vui/index.html"),
    Template("questions", "hoi-dap/lich-su.html"),
    Template("sources", "gioi-thieu/nguon/law.html"),
    Template("glossary", "gioi-thieu/thuat-ngu.html"),
    Template("site map", "gioi-thieu/so-do.html"),
    SEARCH,
    NOT_FOUND,
)

# the lists and entries of people and places, what others take: looked at for openness, not walked
PEOPLE = (
    Template("voices", "tam-tu/index.html"),
    Template("exemplars", "guong/index.html"),
    Template("exemplar", "guong/pham-bach-ngoc.html"),
    Template("culture", "van-hoa/index.html"),
    Template("culture entry", "van-hoa/gau-tao.html"),
    Template("units", "so-lieu/don-vi/index.html"),
    Template("unit", "so-lieu/don-vi/lai-chau-tinh.html"),
    Template("open data", "gioi-thieu/du-lieu-mo.html"),
)

# one frame for other sites of each kind
FRAMES = (
    "embed/vi/con-so.html",
    "embed/vi/so-lieu/grdp-per-capita.html",
    "embed/vi/hoi-dap/nam-thanh-lap-tinh.html",
    "embed/vi/lich-su/dong-thoi-gian.html",
    "embed/en/lich-su/dong-thoi-gian.html",
)

# what is walked beside the templates: two more entries, so that it makes fifteen a language
_ALSO = ("guong/po-lo-hu.html", "so-lieu/don-vi/phong-tho.html")

_VIETNAMESE = (*(one.page for one in TEMPLATES if one not in (NOT_FOUND, SEARCH)), *_ALSO)
WALK = (*_VIETNAMESE, *(f"en/{page}" for page in _VIETNAMESE))
