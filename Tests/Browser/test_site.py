"""The demonstration site in a real browser: every kind of page, in every locale, wide and narrow, light and dark.

Checks that nothing is fetched from outside, nothing is logged, nothing overflows, languages can be switched, the report can be
travelled by keyboard, and axe finds no violation of WCAG 2.2 AA. Exit status 77: skipped, with the reason.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

try:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import TimeoutError, sync_playwright
except ImportError as error:
    print(f"skipped: {error}")
    sys.exit(77)

CHROMIUM = next(filter(None, (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))), None)
LOCALES = ["en-us", "de-de", "ja-jp", "ru-ru", "zh-cn", "zh-tw"]
# An ordinary page, one with tables and footnotes, one with code, and one that some locales lack.
PAGES = ["competencies/devops.html", "membership/overview.html", "how-to/check-your-status.html", "membership/benefits.html"]
REPORTS = [
    "report/index.html", "report/de-de/competencies/cloud-productivity.html", "report/ja-jp/membership/whats-new.html",
    "report/facts/index.html", "report/facts/pages/competencies/devops.html", "report/facts/pages/competencies/cloud-productivity.html",
]
REVIEWED = "report/de-de/competencies/cloud-productivity.html"
AXE = {"preload": False, "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}

failures = []
passed = 0


def expect(condition, message):
    global passed
    if condition:
        passed += 1
    else:
        failures.append(message)
        print(f"failed: {message}")


def open_page(context, address, name):
    page = context.new_page()
    page.on("console", lambda message: expect(message.type != "error", f"{name}: {message.text}"))
    page.on("request", lambda request: expect(request.url.startswith(("file:", "data:")), f"{name} asks for {request.url}"))
    page.goto(address)
    return page


def look(browser, site):
    pages = ["index.html"] + REPORTS + [f"{locale}/{page}" for locale in LOCALES for page in PAGES]
    for width in (1280, 390):
        for scheme in ("light", "dark"):
            context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
            for path in pages:
                name = f"{path} at {width} px, {scheme}"
                page = open_page(context, f"{site}/{path}", name)
                expect(page.evaluate("document.documentElement.scrollWidth") <= width, f"{name}: wider than the window")
                if (width, scheme) not in ((1280, "light"), (390, "dark")):
                    page.close()
                    continue
                for violation in Axe().run(page, options=AXE).response["violations"]:
                    expect(False, f"{name}: {violation['id']}: {violation['help']} ({violation['nodes'][0]['html'][:120]})")
                page.close()
            context.close()


def travel(browser, site):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = open_page(context, f"{site}/de-de/membership/overview.html", "language switcher")
    href = page.locator("a[hreflang='ja-JP']").first.get_attribute("href")
    page.goto(page.evaluate("href => new URL(href, location).href", href))
    expect(page.url.endswith("/ja-jp/membership/overview.html"), "the switcher keeps the page")
    expect(page.locator("html").get_attribute("lang") == "ja-JP", "the page says its language")
    page.close()
    context.close()


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
    try:
        page.wait_for_function("document.querySelector('.level .copy-code').getAttribute('aria-label') === 'Kopiert'", timeout=5000)
        expect(True, "")
    except TimeoutError:
        expect(False, "a code can be copied by keyboard")
    context.close()
    context = browser.new_context(viewport={"width": 390, "height": 900}, java_script_enabled=False)
    page = open_page(context, f"{site}/{page_path}", "requirements on a phone")
    tops = page.locator(".level").evaluate_all("levels => levels.map(e => e.getBoundingClientRect().top)")
    expect(tops[0] < tops[1], "levels stand below each other on a phone")
    expect(page.locator(".level code.subject").count() > 0 and page.locator(".copy-code").count() == 0, "codes are text without JavaScript")
    context.close()


def facts(browser, site):
    """The table can be filtered and travelled by keyboard, and its head and first column stay."""
    context = browser.new_context(viewport={"width": 390, "height": 900})
    page = open_page(context, f"{site}/report/index.html", "facts")
    page.locator("a[href='facts/index.html']").click()
    page.locator("a[href='pages/competencies/devops.html']").click()
    rows = page.locator("table[data-filtered] tbody tr:not(.group):visible")
    everything = rows.count()
    page.locator("input[name='sign']").focus()
    page.keyboard.press("Space")
    page.wait_for_function("location.hash === '#?sign=disagreeing'")
    shown = page.locator("table[data-filtered] tbody tr:not(.group):visible")
    expect(0 < shown.count() < everything, "the filter leaves the disagreements")
    expect(shown.count() == page.locator("tr:visible:has(td[data-sign='disagreeing'])").count(), "and only them")
    expect(page.locator("table[data-filtered] tr.group:visible").count() == 1, "sections without any are hidden")
    expect(shown.first.locator(".fact-words").evaluate("e => !e.classList.contains('visually-hidden')"), "each requirement is named")
    page.reload()
    expect(0 < rows.count() < everything, "the filter stays in the address")
    page.locator("input[name='sign']").uncheck()
    page.wait_for_function("location.hash === ''")
    box = page.locator(".facts-box").first
    box.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.facts-box').scrollLeft > 0")
    box.evaluate("e => { e.scrollLeft = 300; e.scrollTop = 400; }")
    edges = box.evaluate("""e => { const b = e.getBoundingClientRect(), h = e.querySelector('thead th:nth-child(3)').getBoundingClientRect(),
        f = [...e.querySelectorAll('th[scope=row]')].find(r => r.getBoundingClientRect().top > b.top + 150).getBoundingClientRect();
        return [Math.abs(h.top - b.top) < 2, Math.abs(f.left - b.left) < 2]; }""")
    expect(edges == [True, True], "head and first column stay in place")
    link = page.locator("td[data-sign='disagreeing'] .line a").first
    link.click()
    expect("#u-" in page.url and page.locator(page.url[page.url.index("#"):]).is_visible(), "a cell leads to its segment")
    context.close()
    context = browser.new_context(viewport={"width": 1280, "height": 900}, java_script_enabled=False)
    page = open_page(context, f"{site}/report/facts/pages/competencies/devops.html", "facts without JavaScript")
    expect(page.locator("tbody tr:not(.group)").count() > everything and not page.locator(".filters").first.is_visible(), "all facts without JavaScript")
    context.close()


SHOWN = "[...document.querySelectorAll('.finding')].filter(e => e.offsetParent)"


def review_filters(browser, site):
    """What is left is what was chosen; it stands in the address, with its counts, and a link of it shows the same."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = open_page(context, f"{site}/{REVIEWED}", "filters of a page")
    everything = page.evaluate(f"{SHOWN}.length")
    page.locator(".facet[data-facet='severity'] summary").focus()
    page.keyboard.press("Enter")
    box = page.locator("input[name='severity'][value='error']")
    count = int(box.locator("xpath=..").locator(".count").inner_text())
    box.focus()
    page.keyboard.press("Space")
    page.wait_for_function("location.hash === '#?severity=error'")
    expect(0 < count < everything and page.evaluate(f"{SHOWN}.length") == count, "as many errors are left as the filter counts")
    expect(page.evaluate(f"{SHOWN}.every(e => e.dataset.finding === 'error')"), "and only errors")
    expect(page.locator(".filter-result").inner_text() == f"Shown: {count} of {everything}", "a status says how many are left")
    page.keyboard.press("Escape")
    expect(page.evaluate("document.activeElement.matches('[data-facet=severity] > summary')"), "Escape closes the list and keeps the place")
    page.locator(".facet[data-facet='rule'] summary").click()
    page.locator("input[name='rule'][value='untranslated-metadata']").check()
    page.wait_for_function("location.hash.includes('rule=untranslated-metadata')")
    rules = "[...new Set(" + SHOWN + ".map(e => e.querySelector('.rule').textContent.trim()))].join()"
    expect(page.evaluate(rules) == "untranslated-metadata", "filters narrow each other")
    address = page.url
    page.locator(".filter-clear").click()
    page.wait_for_function("location.hash === ''")
    expect(page.evaluate(f"{SHOWN}.length") == everything, "all is shown again")
    page.goto("about:blank")
    page.goto(address)
    expect(page.evaluate(rules) == "untranslated-metadata", "a linked view is the same view")
    page.goto("about:blank")
    page.goto(f"{site}/{REVIEWED}#?state=missing")
    units = "[...document.querySelectorAll('.unit')].filter(e => e.offsetParent).map(e => e.dataset.state).join()"
    expect(page.evaluate(units) == "missing", "segments are filtered by state")
    context.close()


def review_index(browser, site):
    """The overview is filtered, sorted and travelled, and hands its filters on to the pages."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = open_page(context, f"{site}/report/index.html#?rule=wrong-locale-link&locale=de-DE", "filters of the overview")
    rows = page.locator(".matrix tbody tr:visible")
    expect(0 < rows.count() < page.locator(".matrix tbody tr").count(), "pages without the rule are left out")
    expect(page.locator(".matrix thead th:visible").count() == 2, "one language is left")
    page.locator(".matrix tbody td:visible:not(.other) a").first.click()
    expect(page.url.endswith("#?rule=wrong-locale-link"), "the page opens with the filter")
    expect(page.locator(".finding:visible").count() > 0 and page.evaluate(f"{SHOWN}.every(e => e.textContent.includes('wrong-locale-link'))"), "and obeys it")
    page.keyboard.press("g")
    page.keyboard.press("i")
    page.wait_for_url("**/report/index.html")
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("j")
    page.keyboard.press("k")
    expect(first and page.evaluate("document.activeElement.getAttribute('href')") == first, "j and k travel the cells")
    page.keyboard.press("o")
    page.wait_for_url(f"**/{first}")
    page.goto(f"{site}/report/index.html")
    page.locator(".matrix thead th[data-locale='ja-JP'] button").click()
    worst = page.locator(".matrix tbody tr:first-child td:nth-child(3)").get_attribute("data-percent")
    values = page.locator(".matrix tbody td:nth-child(3)").evaluate_all("cells => cells.map(c => Number(c.dataset.percent))")
    expect(int(worst) == min(values) and values == sorted(values), "a click on a language sorts by its share")
    page.locator("select[name='by']").select_option("findings")
    values = page.locator(".matrix tbody td:nth-child(3)").evaluate_all("cells => cells.map(c => Number(c.dataset.findings || 0))")
    expect(values == sorted(values, reverse=True), "or by its findings")
    context.close()


def review_keys(browser, site):
    """A page is read without a mouse: findings, pages, the list of keys, permalinks."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, permissions=["clipboard-read", "clipboard-write"])
    page = open_page(context, f"{site}/{REVIEWED}", "keys")
    place = "document.activeElement.id"
    page.keyboard.press("j")
    first = page.evaluate(place)
    page.keyboard.press("j")
    second = page.evaluate(place)
    expect(first.startswith("f-") and second.startswith("f-") and first != second, "j goes from finding to finding")
    expect(page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid", "the focus is seen")
    page.keyboard.press("k")
    expect(page.evaluate(place) == first, "k goes back")
    page.keyboard.press("k")
    expect(page.locator(".announcement").inner_text() != "", "the end is said")
    page.keyboard.press("j")
    page.keyboard.press("y")
    page.wait_for_function("document.querySelector('.announcement').textContent === 'Copied'")
    address = page.evaluate("navigator.clipboard.readText()")
    page.goto("about:blank")
    page.goto(address)
    expect(page.evaluate(place) == second and page.locator(":target").is_visible(), "a permalink leads to its finding")
    page.keyboard.press("?")
    expect(page.locator("dialog.keys").is_visible(), "? shows the keys")
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("x y?")
    expect(page.evaluate("document.activeElement.value") == "x y?", "keys are letters in the filter")
    page.goto(f"{site}/{REVIEWED}")
    page.wait_for_function("document.querySelector('.neighbours .next .label').textContent === 'Next page with findings'")
    page.keyboard.press("n")
    page.wait_for_url(lambda url: "cloud-productivity" not in url)
    expect(page.locator(".finding").count() > 0, "n goes to the next page with findings")
    page.keyboard.press("p")
    page.wait_for_url("**/" + REVIEWED)
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    expect(len(ids) == len(set(ids)), "every place has an address of its own")
    context.close()


def review_on_paper(browser, site):
    """Print shows findings and leaves out what paper cannot do; a phone and no JavaScript show everything."""
    context = browser.new_context(viewport={"width": 794, "height": 1123})
    page = open_page(context, f"{site}/{REVIEWED}", "print")
    page.emulate_media(media="print")
    expect(not page.locator(".filters").is_visible() and page.locator(".finding").first.is_visible(), "print has findings and no filters")
    expect(page.locator(".unit").first.evaluate("e => getComputedStyle(e).breakInside") == "avoid", "a unit stays on its page")
    expect(page.evaluate("document.documentElement.scrollWidth") <= 794, "print fits the paper")
    columns = "e => e.querySelector('.source').getBoundingClientRect().top === e.querySelector('.target').getBoundingClientRect().top"
    expect(page.locator(".unit:has(.source):has(.target)").first.evaluate(columns), "both sides stand side by side on paper")
    context.close()
    context = browser.new_context(viewport={"width": 390, "height": 900}, java_script_enabled=False)
    page = open_page(context, f"{site}/{REVIEWED}", "report without JavaScript")
    expect(not page.locator(".filters").is_visible() and not page.locator("[data-keys]").is_visible(), "nothing to operate that does nothing")
    expect(page.locator(".finding:visible").count() == page.locator(".finding").count() > 0, "all findings without JavaScript")
    both = page.locator(".unit:has(.source):has(.target)").first
    expect(not both.evaluate(columns), "one below the other on a phone")
    expect(page.locator(".neighbours a[href]").count() > 0, "the next page without JavaScript")
    context.close()


def without_scripts(browser, site):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 900})
    page = open_page(context, f"{site}/ja-jp/competencies/devops.html", "without JavaScript")
    expect(page.locator("h1").is_visible(), "the text is there without JavaScript")
    expect(page.locator("a[href$='data-analytics.html']").count() > 0, "the navigation is there without JavaScript")
    context.close()


def main():
    if CHROMIUM is None:
        print("skipped: no Chromium (apt-get install chromium)")
        return 77
    root = pathlib.Path(__file__).resolve().parents[2]
    program = os.environ.get("HEXAPLA", str(root / ".build/release/hexapla"))
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([program, "build", "--output", folder], cwd=root, check=True, stdout=subprocess.DEVNULL)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            look(browser, f"file://{folder}")
            travel(browser, f"file://{folder}")
            requirements(browser, f"file://{folder}")
            facts(browser, f"file://{folder}")
            review_filters(browser, f"file://{folder}")
            review_index(browser, f"file://{folder}")
            review_keys(browser, f"file://{folder}")
            review_on_paper(browser, f"file://{folder}")
            without_scripts(browser, f"file://{folder}")
            browser.close()
    print(f"browser: {passed} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
