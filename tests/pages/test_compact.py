"""What templates leave out when they are compiled shows nowhere."""

from __future__ import annotations

import pytest

from yizhan.pages.compact import compact


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ('<p class="yz-a">\n<b>x</b>\n<b>y</b></p>\n', "<p class=yz-a><b>x</b>\n<b>y</b></p>"),
        ('<p class="yz-a yz-b">x</p>', '<p class="yz-a yz-b">x</p>'),
        ('<img alt="">', '<img alt="">'),
        ('<a href="../{{ row.url }}#log">', "<a href=../{{ row.url }}#log>"),
        ('<a href="../{{ meeting.url }}{{ anchor }}">', "<a href=../{{ meeting.url }}{{ anchor }}>"),
        ('<a href="../{{ file.url }}">', '<a href="../{{ file.url }}">'),
        ('<a href="{{ source.url }}">', '<a href="{{ source.url }}">'),
        ('<td title="{{ word }}">', '<td title="{{ word }}">'),
        ('<li id="a"{% if x == "b" %} class="c"{% endif %}>', '<li id="a"{% if x == "b" %} class="c"{% endif %}>'),
        ("<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "<ul><li>a<li>b</ul>"),
        ("<div><p>a</p>\n</div>", "<div><p>a</div>"),
        ("<div><p>a</p>{% if x %}<p>b</p>{% endif %}c</div>", "<div><p>a</p>{% if x %}<p>b</p>{% endif %}c</div>"),
        ("<a><p>a</p></a>", "<a><p>a</p></a>"),
        ("<dl><dt>a</dt><dd>b</dd></dl>", "<dl><dt>a<dd>b</dl>"),
        ("<tr><th>a</th><td>b</td></tr>\n<tr>", "<tr><th>a<td>b<tr>"),
    ],
)  # fmt: skip
def test_what_html_lets_out_goes_and_all_else_stays(source, written):
    assert compact(source) == written
