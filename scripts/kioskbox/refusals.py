"""Why a bundle is not taken, said in Vietnamese and in English."""

from __future__ import annotations

_SAID = {
    "no-file": (
        "Không thấy “{path}”. Hãy kiểm tra lại USB và đường dẫn.",
        "“{path}” is not there. Check the USB stick and the path.",
    ),
    "not-a-bundle": (
        "“{path}” không phải là gói trang (.zip hoặc thư mục có manifest.json).",
        "“{path}” is no bundle (a .zip, or a folder with manifest.json).",
    ),
    "broken-zip": (
        "Tệp nén bị hỏng hoặc chép chưa xong: {detail}. Hãy chép lại từ máy gốc.",
        "The zip file is damaged or was not copied to its end: {detail}. Copy it again.",
    ),
    "encrypted": (
        "“{path}” được đặt mật khẩu. Gói trang không bao giờ có mật khẩu.",
        "“{path}” is encrypted. A bundle never is.",
    ),
    "no-manifest": (
        "Gói không có manifest.json, nên không kiểm tra được.",
        "The bundle has no manifest.json, so it cannot be checked.",
    ),
    "bad-manifest": (
        "manifest.json không đúng: {detail}.",
        "manifest.json is wrong: {detail}.",
    ),
    "new-format": (
        "Gói theo dạng số {format}; máy này chỉ đọc được dạng số {known}. Hãy cài kiosk.pyz mới.",
        "The bundle has format {format}; this machine reads {known}. Install a newer kiosk.pyz.",
    ),
    "unsafe-path": (
        "Gói có đường dẫn không an toàn: “{path}”. Không cài.",
        "The bundle has an unsafe path: “{path}”. It is not installed.",
    ),
    "link": (
        "“{path}” là liên kết hoặc tệp đặc biệt. Gói chỉ được có tệp thường.",
        "“{path}” is a link or a special file. A bundle has plain files only.",
    ),
    "twice": (
        "“{path}” có hai lần trong gói.",
        "“{path}” stands twice in the bundle.",
    ),
    "extra": (
        "“{path}” không có trong manifest.json.",
        "“{path}” is not named in manifest.json.",
    ),
    "missing": (
        "Thiếu tệp “{path}”.",
        "The file “{path}” is missing.",
    ),
    "wrong-size": (
        "“{path}” dài {size} byte, đúng ra là {expected}.",
        "“{path}” has {size} bytes and should have {expected}.",
    ),
    "altered": (
        "“{path}” đã bị thay đổi hoặc hỏng.",
        "“{path}” was altered or is damaged.",
    ),
    "too-large": (
        "Gói lớn hơn mức cho phép ({size} byte).",
        "The bundle is larger than allowed ({size} bytes).",
    ),
    "unsigned": (
        "Gói không có chữ ký, mà máy này chỉ nhận gói có chữ ký.",
        "The bundle is not signed, and this machine takes signed bundles only.",
    ),
    "bad-key": (
        "Tệp khóa công khai không đọc được.",
        "The public key file cannot be read.",
    ),
    "bad-signature": (
        "Chữ ký không khớp: gói đã bị thay đổi, hoặc không phải do nơi phát hành ký.",
        "The signature does not fit: the bundle was altered, or somebody else signed it.",
    ),
    "other-key": (
        "Gói được ký bằng khóa {key}; máy này tin khóa {expected}.",
        "The bundle is signed with key {key}; this machine trusts {expected}.",
    ),
    "older": (
        "Gói là bản {version}, cũ hơn bản đang dùng ({current}). Muốn về bản trước, hãy dùng “rollback”.",
        "The bundle is version {version}, older than the one in use ({current}). To go back, use “rollback”.",
    ),
    "same-version": (
        "Gói mang số bản {version} như bản đang dùng nhưng nội dung khác. Hãy đóng gói lại với số mới.",
        "The bundle says {version} like the one in use but differs. Make it again with a new number.",
    ),
    "disk-full": (
        "Ổ đĩa không đủ chỗ: cần {needed} MB, còn {free} MB.",
        "The disk has too little room: {needed} MB needed, {free} MB free.",
    ),
    "cannot-write": (
        "Không ghi được vào “{path}”: {detail}.",
        "Cannot write to “{path}”: {detail}.",
    ),
    "busy": (
        "Một lần cập nhật khác đang chạy.",
        "Another update is running.",
    ),
    "nothing-installed": (
        "Máy chưa có bản nào.",
        "Nothing is installed yet.",
    ),
    "no-previous": (
        "Không còn bản trước để quay về.",
        "There is no earlier version to go back to.",
    ),
}  # fmt: skip

CODES = tuple(_SAID)


class Refused(Exception):  # noqa: N818 - it is what the machine does, not a fault of the program
    """A bundle that is not taken; what was in use stays in use."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values

    def say(self, lang: str) -> str:
        """Return the reason in ``lang`` ("vi" or "en")."""
        return _SAID[self.code][lang == "en"].format(**self.values)

    def __str__(self) -> str:
        return self.say("en")
