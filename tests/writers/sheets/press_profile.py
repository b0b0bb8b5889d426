"""A small ICC profile of a made-up press (ICC.1:2001-04, lut8), so that no test needs one from elsewhere."""

import itertools
import struct

GRID = 9


def press_profile(space: bytes = b"CMYK") -> bytes:
    """Return a profile whose inks are the plain complements of the screen's colours, grey taken by black."""
    tags = [
        (b"desc", _described("Test press")),
        (b"cprt", b"text\0\0\0\0none\0"),
        (b"wtpt", b"XYZ \0\0\0\0" + struct.pack(">3i", 63190, 65536, 54061)),
        (b"A2B0", _lut(4, 3, 2, _seen)),
        (b"B2A0", _lut(3, 4, GRID, _inks)),
    ]
    head = 128 + 4 + 12 * len(tags)
    table, data = struct.pack(">I", len(tags)), b""
    for name, body in tags:
        padded = body + b"\0" * (-len(body) % 4)
        table += name + struct.pack(">2I", head + len(data), len(body))
        data += padded
    size = head + len(data)
    header = struct.pack(">I4sI4s4s4s", size, b"lcms", 0x02400000, b"prtr", space, b"Lab ")
    header += struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + b"\0" * 28
    header += struct.pack(">3i", 63190, 65536, 54061)
    return header.ljust(128, b"\0") + table + data


def _described(words: str) -> bytes:
    text = words.encode() + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(text)) + text + b"\0" * 78


def _lut(inputs: int, outputs: int, grid: int, of) -> bytes:
    one = struct.pack(">9i", 65536, 0, 0, 0, 65536, 0, 0, 0, 65536)
    head = b"mft1\0\0\0\0" + bytes([inputs, outputs, grid, 0]) + one
    straight = bytes(range(256))
    steps = [index / (grid - 1) for index in range(grid)]
    colours = b"".join(bytes(of(*point)) for point in itertools.product(steps, repeat=inputs))
    return head + straight * inputs + colours + straight * outputs


def _seen(cyan: float, magenta: float, yellow: float, black: float) -> list[int]:
    """Lab of inks, each 0 to 1."""
    red, green, blue = ((1 - ink) * (1 - black) for ink in (cyan, magenta, yellow))
    light = 0.3 * red + 0.6 * green + 0.1 * blue
    return [round(255 * light), _byte(128 + 90 * (red - green)), _byte(128 + 90 * (light - blue))]


def _inks(light: float, a: float, b: float) -> list[int]:
    """Inks of a Lab colour whose parts are 0 to 1 over their range."""
    across, along = (a * 255 - 128) / 90, (b * 255 - 128) / 90
    blue = light - along
    green = (light - 0.3 * across - 0.1 * blue) / 0.9
    red = green + across
    cmy = [min(1.0, max(0.0, 1 - part)) for part in (red, green, blue)]
    black = min(cmy) ** 2
    free = 1 - black or 1.0
    return [_byte(255 * (ink - black) / free) for ink in cmy] + [_byte(255 * black)]


def _byte(value: float) -> int:
    return min(255, max(0, round(value)))
