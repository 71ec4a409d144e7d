"""Ways in which files break: a disk, an editor, a merge, a form on the web, or someone's malice.

Each takes the bytes of a file and a seeded source of chance, and returns other bytes.
"""

from __future__ import annotations

import random
from collections.abc import Callable

Mutation = Callable[[bytes, random.Random], bytes]

_SIGNS = (
    b": ", b"- ", b"'", b'"', b"[", b"{", b"&a ", b"*a ", b"<<: ", b"#", b">", b"%", b"@", b"`",
    b"?", b",", b"::", b"{{", b"<b>", b"|", b"---\n", b"...\n", b"!!python/object:os.system ",
)  # fmt: skip
_VALUES = (
    "[]", "{}", "null", "~", "true", "no", "-1", "1e999", "0x10", "1_000", "12:30", ".nan",
    "0000-00-00", "2024-02-30", "9999-12-31/0001-01-01", "/", "..", "''", "*x", "<<", "=", "- a",
    "!!binary=", "&x y", "[[[[]]]]", "{a: {b: {c: 1}}}", "|\n      a\n       b", "9" * 30,
    "[@]", ":figure[]{year=}", "../../../etc/passwd", '"\\x00"', '"\\e[31m"', '"\\uD800"',
)  # fmt: skip
_LETTERS = (
    "\ufeff", "\u200b", "\u202e", "\ufffe", "\U000e0001", "\u0378", "\x00", "\x1b[2J", "\u2028",
    "\u2029", "\x85", "\x0b", "\x0c", "\r", "😀", "莱州", "a\u0302\u0301" * 50,
)  # fmt: skip
_RAW = (b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xc0\xaf", b"\x80")
_NAMES = (b"''", b"? [a, b]\n", b"<<", b"__class__", b"model_fields", b"id", b"vi", b"~", b"2004")
_REPEATED = (
    b" ", b"a", b"{", b"`", b"\n", b"\xe1\xbb\xaf", b"- x\n", b"a: b\n", b"[@", b"[a](", b"<a ",
    b"a.", b"1 ", b"|",
)  # fmt: skip
# huge: files, lines, gaps, words; then many lines that each cost much
_HUGE = (
    *(part * (90_000 // len(part)) for part in _REPEATED),
    b"# " + b" " * 90_000 + b"x\n",
    b"::x{" + b"a=b " * 20_000 + b"}",
    b"".join(b"k%d: b\n" % number for number in range(20_000)),
    b"".join(b"- x%d\n" % number for number in range(20_000)),
    b"".join(b"[@x%d; @y](z%d.md)\n" % (number, number) for number in range(5_000)),
    (b"# a" + b" " * 4_000 + b"b\n") * 50,
    *((part * (4_500 // len(part)) + b"\n") * 50 for part in (b"[@", b"<a ", b"{a", b"](", b"a: ")),
)


def flip_bytes(raw: bytes, chance: random.Random) -> bytes:
    """Change some bytes, as a bad disk does."""
    changed = bytearray(raw)
    for _ in range(chance.choice([1, 1, 3, 20])):
        if changed:
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def truncate(raw: bytes, chance: random.Random) -> bytes:
    """Cut the file off, as a full disk does."""
    return raw[: chance.randrange(len(raw) + 1)]


def delete_line(raw: bytes, chance: random.Random) -> bytes:
    """Leave a line or some lines out."""
    lines = raw.splitlines(keepends=True)
    start = chance.randrange(len(lines) or 1)
    del lines[start : start + chance.choice([1, 1, 1, 5])]
    return b"".join(lines)


def double_line(raw: bytes, chance: random.Random) -> bytes:
    """Write a line twice, here or elsewhere."""
    lines = raw.splitlines(keepends=True) or [b""]
    line = chance.choice(lines)
    lines.insert(chance.randrange(len(lines) + 1), line)
    return b"".join(lines)


def swap_lines(raw: bytes, chance: random.Random) -> bytes:
    """Exchange two lines."""
    lines = raw.splitlines(keepends=True) or [b""]
    one, two = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[two] = lines[two], lines[one]
    return b"".join(lines)


def indent(raw: bytes, chance: random.Random) -> bytes:
    """Move a line in or out, with spaces or tabs."""

    def moved(line: bytes) -> bytes:
        space = chance.choice([b"", b" ", b"   ", b"\t", b" \t", b" " * 300])
        return space + (line.lstrip(b" ") if chance.random() < 0.5 else line)

    return _on_line(raw, chance, moved)


def drop_dash(raw: bytes, chance: random.Random) -> bytes:
    """Take the dash off an item."""
    return _on_line(raw, chance, lambda line: line.replace(b"- ", b"", 1), holding=b"- ")


def drop_colon(raw: bytes, chance: random.Random) -> bytes:
    """Take the colon, or the space after it, out of a line."""
    return _on_line(
        raw, chance, lambda line: line.replace(b":", chance.choice([b"", b": :"]), 1), holding=b":"
    )


def put_sign(raw: bytes, chance: random.Random) -> bytes:
    """Put a sign that means something to YAML or Markdown anywhere."""
    return _put(raw, chance, chance.choice(_SIGNS))


def put_letter(raw: bytes, chance: random.Random) -> bytes:
    """Put a strange letter anywhere."""
    return _put(raw, chance, chance.choice(_LETTERS).encode())


def put_raw(raw: bytes, chance: random.Random) -> bytes:
    """Put bytes that are no UTF-8 anywhere: lone surrogates, overlong forms, halves."""
    return _put(raw, chance, chance.choice(_RAW))


def change_value(raw: bytes, chance: random.Random) -> bytes:
    """Put a value of another type after a colon or a dash."""
    value = chance.choice(_VALUES).encode()

    def changed(line: bytes) -> bytes:
        mark = b":" if b":" in line else b"-"
        return line.partition(mark)[0] + mark + b" " + value + b"\n"

    return _on_line(raw, chance, changed, holding=chance.choice([b": ", b"- "]))


def change_key(raw: bytes, chance: random.Random) -> bytes:
    """Give a field another name: long, empty, a list, a merge, of a model."""
    name = chance.choice([*_NAMES, b"k" * 4_000])
    return _on_line(raw, chance, lambda line: name + b":" + line.partition(b":")[2], holding=b":")


def nest(raw: bytes, chance: random.Random) -> bytes:
    """Nest lists or maps without end."""
    depth = chance.choice([5, 13, 200, 20_000])
    opened = chance.choice([b"[", b"{a: ", b"- ", b"? "])
    return _put_line(raw, chance, b"x: " * (opened in b"[{a: ") + opened * depth)


def grow(raw: bytes, chance: random.Random) -> bytes:
    """Make the file, a line, a gap or a word huge."""
    big = chance.choice([*_HUGE, raw * 40])
    return _put_line(raw, chance, big)


def end_lines(raw: bytes, chance: random.Random) -> bytes:
    """Change the ends of lines, and put a byte order mark before the file."""
    mark = chance.choice([b"", b"\xef\xbb\xbf", b"\xff\xfe"])
    return mark + raw.replace(b"\n", chance.choice([b"\r\n", b"\r", b"\n\r", b"\n\n", b" \n"]))


def other_encoding(raw: bytes, chance: random.Random) -> bytes:
    """Save the file in another encoding."""
    return raw.decode("utf-8", "replace").encode(
        chance.choice(["utf-16", "cp1258", "latin-1"]), "replace"
    )


def quote(raw: bytes, chance: random.Random) -> bytes:
    """Open quotes or brackets after a colon and forget them."""
    mark = chance.choice([b"'", b'"', b"[", b"{", b"|\n", b">-\n", b"&a ", b"*a ", b"! "])
    return _on_line(raw, chance, lambda line: line.replace(b": ", b": " + mark, 1), holding=b": ")


def merge_conflict(raw: bytes, chance: random.Random) -> bytes:
    """Leave the marks of a merge in the file."""
    lines = raw.splitlines(keepends=True) or [b""]
    at = chance.randrange(len(lines))
    lines[at:at] = [b"<<<<<<< HEAD\n", lines[at], b"=======\n"]
    return b"".join([*lines, b">>>>>>> main\n"])


def comment(raw: bytes, chance: random.Random) -> bytes:
    """Write comments above, beside and inside of values."""
    form = chance.choice([b"# x\n%b\n", b"%b # x\n", b"#%b\n"])
    return _on_line(raw, chance, lambda line: form % line.rstrip(b"\n"))


MUTATIONS: tuple[Mutation, ...] = (
    flip_bytes,
    truncate,
    delete_line,
    double_line,
    swap_lines,
    indent,
    drop_dash,
    drop_colon,
    put_sign,
    put_letter,
    put_raw,
    change_value,
    change_key,
    nest,
    grow,
    end_lines,
    other_encoding,
    quote,
    merge_conflict,
    comment,
)


def mutate(raw: bytes, chance: random.Random) -> tuple[bytes, str]:
    """Return ``raw`` after one to three mutations, and their names."""
    chosen = chance.choices(MUTATIONS, k=chance.choice([1, 1, 2, 3]))
    for mutation in chosen:
        raw = mutation(raw, chance)
    return raw, " ".join(mutation.__name__ for mutation in chosen)


def _on_line(
    raw: bytes, chance: random.Random, change: Callable[[bytes], bytes], *, holding: bytes = b""
) -> bytes:
    lines = raw.splitlines(keepends=True)
    numbers = [number for number, line in enumerate(lines) if holding in line]
    if numbers:
        number = chance.choice(numbers)
        lines[number] = change(lines[number])
    return b"".join(lines)


def _put(raw: bytes, chance: random.Random, what: bytes) -> bytes:
    at = chance.randrange(len(raw) + 1)
    return raw[:at] + what + raw[at:]


def _put_line(raw: bytes, chance: random.Random, what: bytes) -> bytes:
    lines = raw.splitlines(keepends=True)
    lines.insert(chance.randrange(len(lines) + 1), what + chance.choice([b"", b"\n"]))
    return b"".join(lines)
