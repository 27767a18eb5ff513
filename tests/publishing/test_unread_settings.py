"""Settings that no page of ours shows are refused, unless the village has what may read them."""

from __future__ import annotations

from pathlib import Path

import pytest

from yizhan.publishing.assemble import assemble
from yizhan.publishing.errors import PublishingError

HEAD = "site_name: 柳树村\n"
LOGO = "theme: {logo: assets/cunhui.svg}\n"
COPYRIGHT = "copyright: 柳树村\n"
SOCIAL = "extra: {social: [{icon: x, link: https://x.example}]}\n"
SEAL = (
    "把图存成 docs/assets/images/seal.svg",
    "save the picture as docs/assets/images/seal.svg",
)
FOOTER = (
    "把安装包里的 overrides/partials/footer.html 抄到村里的同一位置，写在里面",
    (
        "copy the package's overrides/partials/footer.html to the same place in the village and write "
        "it there"
    ),
)


@pytest.fixture
def village(tmp_path: Path) -> Path:
    (tmp_path / "docs/assets").mkdir(parents=True)
    (tmp_path / "docs/assets/cunhui.svg").write_text("<svg/>")
    (tmp_path / "overrides/partials").mkdir(parents=True)
    return tmp_path


@pytest.mark.parametrize("plugins", ["", "plugins: [yizhan]\n", "plugins: [yizhan: {lang: en}]\n"])
@pytest.mark.parametrize(
    ("own", "name", "instead"),
    [
        (LOGO, "theme.logo", SEAL),
        (COPYRIGHT, "copyright", FOOTER),
        (SOCIAL, "extra.social", FOOTER),
    ],
)
def test_what_no_page_shows_is_refused_with_what_to_do_instead(
    village: Path, own: str, name: str, instead: tuple[str, str], plugins: str
) -> None:
    (village / "mkdocs.yml").write_text(HEAD + own + plugins, "utf-8")
    with pytest.raises(PublishingError) as caught:
        assemble(village)
    assert (caught.value.text.zh, caught.value.text.en) == (
        f"mkdocs.yml 第 2 行写了 {name}，页眉页脚都不用它，哪一页上都不会有：请删去，{instead[0]}。",
        (
            f"mkdocs.yml, line 2, has {name}, which neither header nor footer reads, so that no page "
            f"would show it: delete it and {instead[1]}."
        ),
    )


@pytest.mark.parametrize(
    ("own", "template"),
    [
        (LOGO, "{{ config.theme.logo }}"),
        (COPYRIGHT, "{{ config.copyright }}"),
        (SOCIAL, '{% include "partials/social.html" %}'),
        (f"{LOGO}{COPYRIGHT}{SOCIAL}plugins: [yizhan, meta]\n", ""),
        (f"{LOGO}{COPYRIGHT}{SOCIAL}plugins: {{meta: {{}}}}\n", ""),
        (f"{COPYRIGHT}hooks: [/elsewhere/hook.py]\n", ""),
        (f"{COPYRIGHT}extra_templates: [https://x.example]\n", ""),
        ("theme: {logo: }\ncopyright:\nextra: {social: []}\n", ""),
    ],
)
def test_what_something_of_the_villages_may_read_is_let_through(
    village: Path, own: str, template: str
) -> None:
    (village / "overrides/partials/own.html").write_text(template)
    (village / "mkdocs.yml").write_text(HEAD + own, "utf-8")
    assert assemble(village).path.is_dir()
