from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from .conftest import ask, serving

DRAIN = "matters/20260308-shili-drain/"


@pytest.fixture
def faulty(browser: Browser) -> Iterator[Page]:
    """A page on which something is to fail."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def facts(village: Path) -> str:
    return (village / DRAIN / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    "query",
    ["20260308-shili-drain", "示例镇 示例村", "淤泥有两拃厚", "排水"],
    ids=["id", "place", "phrase of the log", "word of the title"],
)
def test_a_matter_is_found(page: Page, address: str, query: str) -> None:
    page.goto(f"{address}search/")
    assert f"{address}{DRAIN}" in ask(page, query)


def test_the_matter_asked_for_by_id_comes_first(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=20260308-shili-drain")
    page.wait_for_selector(".yz-results > li")
    assert page.get_attribute(".yz-results > li > a", "href") == f"{address}{DRAIN}"


def test_a_result_leads_to_its_page(page: Page, address: str) -> None:
    page.goto(f"{address}search/")
    ask(page, "20260308-shili-drain")
    title = page.inner_text(".yz-results > li > a")
    page.click(".yz-results > li > a")
    page.wait_for_url(f"{address}{DRAIN}")
    assert title in page.inner_text("h1")


def test_the_header_of_every_page_leads_here(page: Page, address: str) -> None:
    page.goto(f"{address}{DRAIN}")
    page.fill(".yz-search input[name=q]", "排水")
    page.press(".yz-search input[name=q]", "Enter")
    page.wait_for_selector(".yz-results > li")
    assert page.input_value("#yz-q") == "排水"
    assert page.inner_text(".yz-results mark").startswith("排水")


def test_filters_come_from_the_address_and_show_how_many_they_hold(
    page: Page, address: str
) -> None:
    page.goto(f"{address}search/?q=第一村民小组&kind=事项")
    page.wait_for_function("document.documentElement.dataset.yizhanSearch === 'done'")
    assert page.input_value("select[name=kind]") == "事项"
    options = page.locator("select[name=year] option").all_inner_texts()
    assert options[0] == "不限"
    assert any(option.startswith("2026 (") for option in options)
    shown = page.locator(".yz-results > li").count()
    page.select_option("select[name=year]", "2026")
    page.wait_for_function("new URLSearchParams(location.search).get('year') === '2026'")
    assert page.locator(".yz-results > li").count() <= shown


def test_clearing_the_filters_and_going_back(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=第一村民小组&kind=事项")
    page.wait_for_selector(".yz-results > li")
    page.click(".yz-clear")
    page.wait_for_function("!new URLSearchParams(location.search).has('kind')")
    page.go_back()
    page.wait_for_function("document.querySelector('select[name=kind]').value === '事项'")


def test_the_first_results_are_shown_while_others_are_on_their_way(
    page: Page, address: str
) -> None:
    page.goto(f"{address}search/")
    passed: list[Route] = []

    def hold_from_the_fourth(route: Route) -> None:
        if len(passed) < 3:
            passed.append(route)
            route.continue_()

    page.route("**/fragment/*", hold_from_the_fourth)
    page.fill("#yz-q", "示例县")
    page.press("#yz-q", "Enter")
    page.wait_for_function("document.querySelectorAll('.yz-results > li').length === 3")
    page.wait_for_function("new URLSearchParams(location.search).get('q') === '示例县'")
    first = page.locator(".yz-results > li").all_inner_texts()
    page.unroute("**/fragment/*")  # lets those pass that are held
    page.wait_for_function("document.documentElement.dataset.yizhanSearch === 'done'")
    shown = page.locator(".yz-results > li").all_inner_texts()
    assert len(shown) == 10
    assert shown[:3] == first


def test_a_record_of_the_name_asked_for_never_moves_what_is_shown(page: Page, address: str) -> None:
    page.goto(f"{address}search/")
    page.evaluate(
        """() => {
            window.firsts = [];
            const list = document.querySelector(".yz-results");
            new MutationObserver(() => firsts.push(list.firstElementChild?.innerText)).observe(
                list, { childList: true });
        }"""
    )
    assert ask(page, "示例村")[0] == f"{address}places/shili-cun/"
    assert len(ask(page, "示例村")) == 10
    assert len(set(page.evaluate("firsts"))) == 1


def test_the_address_is_that_of_the_answer_and_going_back_asks_again(
    page: Page, address: str
) -> None:
    page.goto(f"{address}search/?q=示例村")
    page.wait_for_function("document.documentElement.dataset.yizhanSearch === 'done'")
    before = page.evaluate("history.length")
    ask(page, "zzzz")
    page.wait_for_function("new URLSearchParams(location.search).get('q') === 'zzzz'")
    assert page.evaluate("history.length") == before + 1
    page.go_back()
    page.wait_for_selector(".yz-results > li")
    assert page.input_value("#yz-q") == "示例村"


def test_the_index_is_fetched_as_soon_as_somebody_is_about_to_type(
    page: Page, address: str
) -> None:
    page.goto(f"{address}search/")
    with page.expect_response("**/*.pf_meta"):
        page.focus("#yz-q")


def test_phones_need_not_fetch_comments(village: Path) -> None:
    words = (village / "pagefind/words.js").read_text("utf-8")
    assert "export function ask(" in words
    assert "/**" not in words


FAILED = "document.querySelector('.yz-found').textContent.startsWith('查找没有成功')"


@pytest.mark.parametrize(
    "file",
    [
        "pagefind/pagefind.js*",
        "pagefind/words.js*",
        "pagefind/pagefind-entry.json*",
        "pagefind/wasm*",
        "pagefind/*.pf_meta",
        "pagefind/*/pagefind-entry.json*",
        "pagefind/*/*.pf_meta",
        "pagefind/*/index/*",
        "pagefind/*/fragment/*",
    ],
)
def test_a_search_that_failed_says_so_and_can_be_repeated(
    faulty: Page, address: str, file: str
) -> None:
    faulty.route(f"**/{file}", lambda route: route.abort())
    faulty.goto(f"{address}search/?q=示例村")
    faulty.wait_for_function(FAILED)
    faulty.unroute(f"**/{file}")
    assert len(ask(faulty, "示例村")) == 10


def test_a_piece_of_the_index_that_is_refused_is_not_taken_for_nothing_found(
    faulty: Page, address: str
) -> None:
    faulty.route("**/index/*", lambda route: route.fulfill(status=503))
    faulty.goto(f"{address}search/?q=示例村")
    faulty.wait_for_function(FAILED)


def test_older_records_that_could_not_be_fetched_are_asked_for_again(
    faulty: Page, village: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    shutil.copytree(village, site)
    file = site / "search" / "index.html"
    html = file.read_text("utf-8")
    shards = re.search(r'"shards":(\[[^\]]*\])', html)
    assert shards
    (shard,) = json.loads(shards[1])
    shutil.copytree(site / "pagefind" / shard["name"], site / "pagefind" / "older")
    both = [{**shard, "count": 20000}, {**shard, "name": "older", "count": 20000}]
    file.write_text(html.replace(shards[1], json.dumps(both)), "utf-8")
    older = ".yz-more button:last-child:has-text('20,000')"
    with serving(site) as url:
        faulty.goto(f"{url}search/?q=示例村")
        faulty.route("**/older/*", lambda route: route.abort())
        faulty.click(older)
        faulty.wait_for_function(FAILED)
        faulty.unroute("**/older/*")
        assert len(ask(faulty, "示例村")) == 10
        with faulty.expect_response("**/older/index/*"):
            faulty.click(older)
        faulty.wait_for_selector(older, state="detached")
        assert faulty.inner_text(".yz-found").startswith("找到")


def test_filters_that_could_not_be_fetched_are_asked_for_again(faulty: Page, address: str) -> None:
    errors: list[str] = []
    faulty.on("pageerror", lambda error: errors.append(str(error)))
    faulty.route("**/pagefind.js*", lambda route: route.abort())
    faulty.goto(f"{address}search/")
    faulty.click(".yz-narrow summary")
    faulty.wait_for_function(FAILED)
    faulty.unroute("**/pagefind.js*")
    faulty.click(".yz-narrow summary")
    faulty.click(".yz-narrow summary")
    faulty.wait_for_function("document.querySelector('select[name=kind]').options.length > 1")
    assert errors == []


def test_further_results_come_once_however_often_they_are_asked_for(
    page: Page, address: str
) -> None:
    page.goto(f"{address}search/?q=示例县")
    page.wait_for_selector(".yz-more button")
    page.eval_on_selector(".yz-more button", "button => { button.click(); button.click(); }")
    page.wait_for_function("document.querySelectorAll('.yz-results > li').length > 10")
    page.wait_for_timeout(300)
    found = page.eval_on_selector_all(
        ".yz-results > li > a", "links => links.map(link => link.href)"
    )
    assert len(found) == len(set(found))


def test_further_results_that_could_not_be_fetched_are_asked_for_again(
    faulty: Page, address: str
) -> None:
    faulty.goto(f"{address}search/?q=示例县")
    faulty.wait_for_selector(".yz-more button")
    faulty.route("**/fragment/*", lambda route: route.abort())
    faulty.click(".yz-more button")
    faulty.click(".yz-more button:has-text('查找没有成功')", trial=True)
    assert faulty.locator(".yz-results > li").count() == 10
    faulty.unroute("**/fragment/*")
    faulty.click(".yz-more button")
    faulty.wait_for_function("document.querySelectorAll('.yz-results > li').length > 10")


def test_further_results_of_a_former_search_never_come(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=示例县")
    page.wait_for_selector(".yz-more button")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/fragment/*", hold)
    with page.expect_request("**/fragment/*"):
        page.click(".yz-more button")
    assert ask(page, "zzzz") == []
    for route in held:
        route.continue_()
    page.wait_for_load_state("networkidle")
    assert page.locator(".yz-results > li").count() == 0
    assert page.locator(".yz-more button").count() == 0


def test_the_buttons_of_a_former_search_go_with_its_results(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=示例县")
    page.wait_for_selector(".yz-more button")
    page.evaluate(
        """() => {
            window.buttons = [];
            const more = document.querySelector(".yz-more");
            new MutationObserver(() => buttons.push(more.children.length)).observe(
                document.querySelector(".yz-results"), { childList: true });
        }"""
    )
    ask(page, "示例村")
    assert page.evaluate("buttons[0]") == 0


def test_the_filters_hold_the_numbers_of_the_newest_search(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=排水")
    page.click(".yz-narrow summary")
    kinds = page.locator("select[name=kind] option")
    page.wait_for_function("document.querySelector('select[name=kind]').options.length > 1")
    before = kinds.all_inner_texts()
    ask(page, "示例县")
    assert kinds.all_inner_texts() != before
    page.evaluate(
        """() => {
            delete document.documentElement.dataset.yizhanSearch;
            const form = document.querySelector(".yz-query");
            for (const query of ["示例村 示例镇 示例县", "排水"]) {
                form.q.value = query;
                form.requestSubmit();
            }
        }"""
    )
    page.wait_for_function("document.documentElement.dataset.yizhanSearch === 'done'")
    page.wait_for_timeout(300)
    assert kinds.all_inner_texts() == before


def test_asking_the_same_again_is_no_step_back(page: Page, address: str) -> None:
    page.goto(f"{address}search/")
    before = page.evaluate("history.length")
    for _ in range(3):
        ask(page, "排水")
        page.wait_for_timeout(100)
    assert page.evaluate("history.length") == before + 1


def test_close_matches_are_named_as_such(page: Page, address: str) -> None:
    page.goto(f"{address}search/")
    ask(page, "排水沟的问题什么时候能够解决")
    assert page.inner_text(".yz-found") == "没有一字不差的，下面是意思接近的："
    assert page.locator(".yz-results > li").count() > 0


def test_what_only_comes_close_is_under_a_line_of_its_own(page: Page, address: str) -> None:
    """So that as many stand above it as the count says."""
    page.goto(f"{address}search/")
    ask(page, "排水沟 淤泥")
    assert page.inner_text(".yz-found") == "找到 1 条。"
    near = page.locator(".yz-results > li", has=page.locator(".yz-near"))
    assert near.count() == 1
    assert near.evaluate("item => [...item.parentElement.children].indexOf(item)") == 1


def test_nothing_found_says_what_to_do(page: Page, address: str) -> None:
    page.goto(f"{address}search/")
    assert ask(page, "zzzz") == []
    assert page.inner_text(".yz-found") == ("没有找到“zzzz”。可以换个说法，或者只写其中一个词。")


def test_a_query_is_text_and_never_markup(page: Page, address: str) -> None:
    page.goto(f"{address}search/")
    ask(page, "<img src=x onerror=alert(1)>")
    assert page.locator(".yz-found img, .yz-results img").count() == 0


def test_the_english_page_speaks_english_and_leads_to_english_pages(
    page: Page, address: str
) -> None:
    page.goto(f"{address}en/search/")
    assert ask(page, "20260308-shili-drain")[0] == f"{address}en/{DRAIN}"
    assert page.inner_text(".yz-found") == "1 found."
    assert "Matter" in page.inner_text(".yz-hit-facts")


def test_what_changes_is_read_out(page: Page, address: str) -> None:
    page.goto(f"{address}search/")
    assert page.get_attribute(".yz-found", "role") == "status"
    assert page.get_attribute(".yz-found", "aria-live") == "polite"
    assert page.get_attribute("#yz-q", "aria-describedby") == "yz-hint"
    assert page.locator("label[for=yz-q]").inner_text() == "查什么"


def test_without_scripts_the_page_points_to_the_lists(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}search/")
    assert "这台设备不能运行网页脚本" in page.content()
    assert page.get_by_role("link", name="事项").count() >= 1
    assert not page.locator(".yz-query").is_visible()
    context.close()
