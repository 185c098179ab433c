"""Every kind of page, in every locale, wide and narrow, by day and night: axe finds no violation of WCAG 2.2 AA, nothing overflows,
nothing moves while a page loads, nothing is asked of another host, and nothing is logged.
"""

import pathlib
import sys
import tempfile

from browser import LOCALES, build, expect, expect_accessible, open_page, run, wait_until

# An ordinary page, one with tables and footnotes, one with code, one that some locales lack, one with all that pages can have.
PAGES = [
    "competencies/devops.html", "membership/overview.html", "how-to/check-your-status.html", "membership/benefits.html",
    "how-to/write/sampler.html",
]
REPORTS = [
    "report/index.html", "report/de-de/competencies/cloud-productivity.html", "report/ja-jp/membership/whats-new.html",
    "report/facts/index.html", "report/facts/pages/competencies/devops.html", "report/facts/pages/competencies/cloud-productivity.html",
]
# Before anything else runs, so that no shift is missed.
WATCH_SHIFTS = """window.shifts = []; new PerformanceObserver(list => { for (const e of list.getEntries()) window.shifts.push(
    [e.value, ...e.sources.map(s => s.node && (s.node.className || s.node.nodeName))]); }).observe({type: 'layout-shift', buffered: true});"""


def look(browser, site):
    missing = [f"{locale}/404.html" for locale in LOCALES if pathlib.Path(site.removeprefix("file://"), locale, "404.html").exists()]
    pages = ["index.html"] + REPORTS + missing + [f"{locale}/{page}" for locale in LOCALES for page in PAGES]
    for width, scheme, is_checked in ((1280, "light", True), (390, "dark", True), (1280, "dark", False), (390, "light", False)):
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        context.add_init_script(WATCH_SHIFTS)
        # Pages for missing addresses count from the root of their host.
        context.route("file:///docs/**", lambda route: route.fulfill(path=route.request.url.replace("file:///docs", site.removeprefix("file://"))))
        for path in pages:
            look_at(context, f"{site}/{path}", f"{path} at {width} px, {scheme}", width, is_checked)
        context.close()


def look_at(context, address, name, width, is_checked):
    page = open_page(context, address, name)
    expect(page.evaluate("document.documentElement.scrollWidth") <= width, f"{name}: wider than the window")
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    shifts = page.evaluate("window.shifts")
    expect(shifts == [], f"{name}: moves while it loads: {shifts}")
    if is_checked:
        expect_accessible(page, name)
    page.close()


def reflow(browser, site):
    """At 400 % zoom (320 px) and at 200 % text is one column, and only tables and code scroll sideways (WCAG 2.2, 1.4.10)."""
    for width, scale in ((320, 4), (640, 2)):
        context = browser.new_context(viewport={"width": width, "height": 256 * scale // 2}, device_scale_factor=scale)
        for path in ["index.html"] + REPORTS + [f"{locale}/{page}" for locale in LOCALES for page in PAGES[:1] + PAGES[-1:]]:
            page = open_page(context, f"{site}/{path}", f"{path} at {width} px")
            wide = page.evaluate("document.documentElement.scrollWidth")
            expect(wide <= width, f"{path}: {wide} px wide at {width} px")
            page.close()
        context.close()


def large_site(browser, site):
    """More folders than each page can show: near ones, and a page of all of them."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(1, 66):
            for name, title in (("index", f"Harbour {number}"), ("tides", f"Tides of {number}"), ("quays/north", f"North quay of {number}")):
                file = pathlib.Path(folder, f"content/en-US/h{number:02}/{name}.md")
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(f"# {title}\n\nText.\n")
        pathlib.Path(folder, "content/ja-JP/h01").mkdir(parents=True)
        pathlib.Path(folder, "content/ja-JP/h01/index.md").write_text("# 港 1\n\n本文。\n")
        build(f"{folder}/site", "--content", f"{folder}/content", cwd=folder)
        for width, scheme in ((1280, "light"), (390, "dark")):
            context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
            for path in ("en-us/contents.html", "ja-jp/contents.html", "ja-jp/h30/quays/north.html"):
                look_at_large(context, f"file://{folder}/site/{path}", f"{path} at {width} px, {scheme}", width)
            context.close()


def long_titles(browser, site):
    """A title without a place to break it, in the navigation, breadcrumbs, contents and on the way to the next page."""
    with tempfile.TemporaryDirectory() as folder:
        for path in ("content/en-US/index.md", "content/en-US/a/index.md", "content/en-US/a/b/page.md"):
            file = pathlib.Path(folder, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"# {'W' * 500}\n\n## {'M' * 500}\n\nText `{'c' * 300}`.\n")
        build(f"{folder}/site", "--content", f"{folder}/content", cwd=folder)
        for width in (1280, 390):
            context = browser.new_context(viewport={"width": width, "height": 900})
            for path in ("en-us/index.html", "en-us/a/b/page.html"):
                page = open_page(context, f"file://{folder}/site/{path}", f"{path} with long titles")
                wide = page.evaluate("document.documentElement.scrollWidth")
                expect(wide <= width, f"{path} with long titles: {wide} px at {width} px")
                page.close()
            context.close()


def look_at_large(context, address, name, width):
    page = open_page(context, address, name)
    expect(page.evaluate("document.documentElement.scrollWidth") <= width, f"{name}: wider than the window")
    expect_accessible(page, name)
    if address.endswith("contents.html"):
        expect(page.locator(".tree a:visible").count() >= 130, f"{name}: all folders are seen")
    else:
        crumbs = page.locator(".breadcrumbs li").all_inner_texts()
        expect(crumbs[-2:] == ["Harbour 30", "Quays"], f"{name}: breadcrumbs have every level, {crumbs}")
        expect(page.locator(".tree [aria-current=page]").count() == 1, f"{name}: the navigation marks the page")
    page.close()


def requirements(browser, site):
    """Levels stand side by side on a wide screen and below each other on a phone; codes can be copied; nothing is added to the text."""
    page_path = "de-de/competencies/devops.html"
    places = "[...document.querySelectorAll('.level')].map(e => e.getBoundingClientRect()).map(r => [r.left, r.top])"
    context = browser.new_context(viewport={"width": 1280, "height": 900}, permissions=["clipboard-read", "clipboard-write"])
    page = open_page(context, f"{site}/{page_path}", "requirements")
    silver, gold = page.evaluate(places)
    expect(silver[1] == gold[1] and silver[0] < gold[0], "levels stand side by side")
    button = page.locator(".level .copy-code").first
    expect(button.get_attribute("aria-label") == "70-496 kopieren", "a copy button says what it copies")
    button.focus()
    page.keyboard.press("Enter")
    wait_until(page, "document.querySelector('.level .copy-code').getAttribute('aria-label') === 'Kopiert'")
    context.close()
    context = browser.new_context(viewport={"width": 390, "height": 900}, java_script_enabled=False)
    page = open_page(context, f"{site}/{page_path}", "requirements on a phone")
    tops = page.locator(".level").evaluate_all("levels => levels.map(e => e.getBoundingClientRect().top)")
    expect(tops[0] < tops[1], "levels stand below each other on a phone")
    expect(page.locator(".level code.subject").count() > 0 and page.locator(".copy-code").count() == 0, "codes are text without JavaScript")
    context.close()


if __name__ == "__main__":
    sys.exit(run(look, reflow, large_site, long_titles, requirements))
