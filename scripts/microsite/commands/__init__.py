"""The commands, one module each: what it is for, its arguments, and what it does.

A module is imported when its command is called, so that a quick command stays quick.
"""

from __future__ import annotations

import argparse
from importlib import import_module
from typing import Protocol, cast

from microsite.paths import ProjectPaths

FINE, CONTENT, MISUSE = 0, 1, 2

# in the order of `microsite --help`, with a line in both languages
HELP = {
    "new": "thêm một mục hoặc một trang, hỏi từng bước / add an entry or a page, step by step",
    "check": "kiểm tra nội dung / check the content",
    "status": "việc đang chờ: bản dịch, rà soát, nguồn / what waits for somebody, in tables",
    "translated": "ghi nhận bản dịch đã đối chiếu / say that a translation was compared",
    "fmt": "đưa tệp dữ liệu và đầu trang về một dạng / bring data and front matter into one form",
    "build": "kiểm tra rồi dựng trang vào site/ / check, then build into site/",
    "serve": "xem thử trên máy, lưu là thấy ngay / preview, every save in sight at once",
    "preview": "đóng gói trang đã đổi cho người duyệt / pack changed pages for the approver",
    "admin": "biểu mẫu web để sửa nội dung, vào dist/admin/ / the web form for editors",
    "published": "ghi địa chỉ mới vào danh sách đã đăng / add new addresses to the list",
    "kiosk": "đóng gói cho màn hình chạm / make the bundle for touch screens",
    "packs": "mỗi mục một tệp để gửi Zalo / one file for each section, to send",
    "outreach": "bản tin loa và các kênh khác, vào dist/outreach/ / bulletins and other channels",
    "report": "báo cáo việc đã làm, nhập bảng của đơn vị / the report of what was done",
    "verify": "kiểm tra một gói, hoặc máy chủ (--host) / check a bundle, or a server (--host)",
    "hosting": "cấu hình máy chủ web: nginx, Apache, IIS / configuration of the web server",
    "deploy": "đưa trang lên máy chủ, quay lại bản trước / put the site on its host, or roll back",
    "schema": "viết lại lược đồ cho trình soạn thảo / write the schemas for editor programs anew",
}


class Command(Protocol):
    """What a module of this package offers."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's own arguments; ``--lang`` is there already."""

    def run(self, paths: ProjectPaths, options: argparse.Namespace) -> int:
        """Do the work and return an exit code."""


def load_command(name: str) -> Command:
    """Return the command ``name``, one of `HELP`."""
    return cast("Command", import_module(f"{__name__}.{name}"))
