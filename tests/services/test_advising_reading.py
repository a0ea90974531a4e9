"""Input that cannot be read, or not as a whole: one sentence, and a way on where there is one."""

import io
from typing import Any

import pytest

from assessments.services.advising.entries import entries
from assessments.services.advising.errors import AdvisingError
from assessments.services.advising.window import LARGEST_ITEM, PIECE, Window

DEEP = "[" * 100_000
LARGE = '"%s"' % ('a[\\"{' * (LARGEST_ITEM // 5))


class Crumbs(io.BytesIO):
    """A stream that gives a few bytes at a time, so that everything is cut somewhere."""

    def __init__(self, data: bytes, size: int) -> None:
        super().__init__(data)
        self.size = size

    def read1(self, size: int | None = -1, /) -> bytes:
        return super().read(self.size)


def read(data: str | bytes, size: int = PIECE) -> list[Any]:
    """The value of each entry in order; what cannot be read as its sentence."""
    source = Crumbs(data.encode() if isinstance(data, str) else data, size)
    found: list[Any] = []
    try:
        for number, value in entries(Window(source)):
            assert number == len(found) + 1
            found.append(f"! {value}" if isinstance(value, AdvisingError) else value)
    except AdvisingError as error:
        found.append(f"!! {error}")
    return found


@pytest.mark.parametrize("size", [1, 2, 3, 7, PIECE])
@pytest.mark.parametrize(
    ("data", "values"),
    [
        (
            '{"id": "Łódź 😀", "a": [true, null, -12]}\n{"b":"\\u0105\\n"}',
            [{"id": "Łódź 😀", "a": [True, None, -12]}, {"b": "ą\n"}],
        ),
        ('[1234, "x,]", {"a": {}}, false , []]', [1234, "x,]", {"a": {}}, False, []]),
        ('{"a": 1}{"a": 2} 31\n"y"', [{"a": 1}, {"a": 2}, 31, "y"]),
    ],
)
def test_values_are_the_same_however_they_are_cut(data: str, values: list[Any], size: int) -> None:
    assert read(data, size) == values


@pytest.mark.parametrize("size", [1, 5, PIECE])
@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ("[1, 2", "After item 2, a comma or the end of the list is missing: the input ends."),
        ("[1 2]", 'After item 1, a comma or the end of the list is missing: "2" stands in line 1.'),
        ("[1\n[2]]", 'After item 1, a comma or the end of the list is missing: "[" stands in line 2.'),
        ("[1]\n[2]", 'The list has ended, but "[" stands behind it in line 2.'),
        ("[1,", "Item 2: the input ends in the middle of it. Nothing after it was read."),
        ('[1,\n{"a": "b', "Item 2: the input ends in the middle of it. Nothing after it was read."),
        ("[", "Item 1: the input ends in the middle of it. Nothing after it was read."),
    ],
)
def test_list_that_is_broken_off(data: str, sentence: str, size: int) -> None:
    assert read(data, size)[-1] == f"!! {sentence}"


@pytest.mark.parametrize("broken", ["", "nul", "1,]", "{'a': 1}", '{"a" 1}', '{"a": }', '{"a": "\n"}', '{"a": "\\x"}'])
def test_broken_json_ends_a_list_after_what_was_good(broken: str) -> None:
    *good, sentence = read(f'[{{"id": 1}},\n{broken}, {{"id": 2}}]')

    assert good[0] == {"id": 1}
    assert sentence.startswith(f"!! Item {len(good) + 1}: this is not valid JSON (")
    assert sentence.endswith(" Nothing after it was read.")


def test_broken_json_is_placed() -> None:
    data = '[{"id": 1},\n\n{"id": 2,\n "answers" {}}, {}]'
    sentence = """Item 2: this is not valid JSON (expecting ':' delimiter in line 4, near "{}}, {}]")."""

    assert read(data) == [{"id": 1}, f"!! {sentence} Nothing after it was read."]
    assert read(data, 3)[-1].startswith("!! Item 2: this is not valid JSON (expecting ':' delimiter in line 4, near ")


@pytest.mark.parametrize("size", [1, 5, PIECE])
@pytest.mark.parametrize("broken", ['{"a": 1', '{"a": }', "nonsense", '{"a": "b}', '{"a": 1,', "}", '{"a": 1}, ', DEEP])
def test_objects_go_on_in_the_next_line(broken: str, size: int) -> None:
    data = f'{{"id": 1}}\n{broken[:2000] if size == 1 else broken}\n{{"id": 3}}\n{{"id": 4}}'

    found = read(data, size)

    assert [value for value in found if isinstance(value, dict) and "id" in value] == [{"id": 1}, {"id": 3}, {"id": 4}]
    assert [value[:2] for value in found if isinstance(value, str)] == ["! "]


def test_broken_lines_are_named_one_by_one() -> None:
    found = read('{"id": 1}\nx\ny\n{"id": 4}')

    assert found[1:] == [
        '! this is not valid JSON (expecting value in line 2, near "x\\ny\\n{\\"id\\": 4}").',
        '! this is not valid JSON (expecting value in line 3, near "y\\n{\\"id\\": 4}").',
        {"id": 4},
    ]


def test_broken_object_over_several_lines_is_named_once() -> None:
    found = read('{\n  "id": 1,\n  "answers": {\n    "S1": oops\n  }\n}\n{\n  "id": 2\n}\n')

    assert (found[0][:2], found[1:]) == ("! ", [{"id": 2}])


def test_last_object_is_broken_off() -> None:
    assert read('{"id": 1}\n{"id": 2') == [{"id": 1}, "! the input ends in the middle of it."]


@pytest.mark.parametrize("value", [LARGE, DEEP + "]" * 100_000, f'{{"a": {LARGE}}}', "9" * (LARGEST_ITEM + 9)])
def test_too_large_or_too_deep_item_is_passed_over(value: str) -> None:
    first, refused, last = read(f'[1, {value}, {{"id": 3}}]')

    assert (first, refused[:5], last) == (1, "! it ", {"id": 3})


@pytest.mark.parametrize("value", ['"%s' % ("\\" * LARGEST_ITEM), DEEP, LARGE[:-1]])
def test_too_large_item_without_an_end(value: str) -> None:
    assert read(f"[{value}")[-1] == "!! After item 1, a comma or the end of the list is missing: the input ends."


def test_too_large_line_is_passed_over() -> None:
    assert read(f'{{"a": {LARGE}}}\n{{"id": 2}}')[1:] == [{"id": 2}]


def test_memory_holds_a_piece_and_an_item() -> None:
    window = Window(io.BytesIO(b'{"id": "acme"}\n' * 20_000))

    assert max(len(window.text) for _ in entries(window)) < PIECE + 20


def test_bytes_that_are_not_text_do_not_stop_the_rest() -> None:
    broken, key, last = read(b'{"id": "\xff\xfe"}\n{"\xc5": 1}\n{"id": 3}')

    assert (broken, key, last) == ({"id": "\udcff\udcfe"}, {"\udcc5": 1}, {"id": 3})


def test_input_that_fails_while_it_is_read() -> None:
    class Failing(io.BytesIO):
        def read1(self, size: int | None = -1, /) -> bytes:
            raise OSError(5, "Input/output error")

    with pytest.raises(AdvisingError, match=r"^The input cannot be read further: Input/output error\.$"):
        list(entries(Window(Failing())))
