"""The report: filters, keys, facts, print. Everything can be done without a mouse, and is there without JavaScript."""

import sys

from browser import expect, open_page, run, wait_until

REVIEWED = "report/de-de/competencies/cloud-productivity.html"


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
    wait_until(page, "location.hash === '#?sign=disagreeing'")
    shown = page.locator("table[data-filtered] tbody tr:not(.group):visible")
    expect(0 < shown.count() < everything, "the filter leaves the disagreements")
    expect(shown.count() == page.locator("tr:visible:has(td[data-sign='disagreeing'])").count(), "and only them")
    expect(page.locator("table[data-filtered] tr.group:visible").count() == 1, "sections without any are hidden")
    expect(shown.first.locator(".fact-words").evaluate("e => !e.classList.contains('visually-hidden')"), "each requirement is named")
    page.reload()
    expect(0 < rows.count() < everything, "the filter stays in the address")
    page.locator("input[name='sign']").uncheck()
    wait_until(page, "location.hash === ''")
    box = page.locator(".facts-box").first
    box.focus()
    page.keyboard.press("ArrowRight")
    wait_until(page, "document.querySelector('.facts-box').scrollLeft > 0")
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
    wait_until(page, "location.hash === '#?severity=error'")
    expect(0 < count < everything and page.evaluate(f"{SHOWN}.length") == count, "as many errors are left as the filter counts")
    expect(page.evaluate(f"{SHOWN}.every(e => e.dataset.finding === 'error')"), "and only errors")
    expect(page.locator(".filter-result").inner_text() == f"Shown: {count} of {everything}", "a status says how many are left")
    page.keyboard.press("Escape")
    expect(page.evaluate("document.activeElement.matches('[data-facet=severity] > summary')"), "Escape closes the list and keeps the place")
    page.locator(".facet[data-facet='rule'] summary").click()
    page.locator("input[name='rule'][value='untranslated-metadata']").check()
    wait_until(page, "location.hash.includes('rule=untranslated-metadata')")
    rules = "[...new Set(" + SHOWN + ".map(e => e.querySelector('.rule').textContent.trim()))].join()"
    expect(page.evaluate(rules) == "untranslated-metadata", "filters narrow each other")
    address = page.url
    page.locator(".filter-clear").click()
    wait_until(page, "location.hash === ''")
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
    wait_until(page, "document.querySelector('.announcement').textContent === 'Copied'")
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
    wait_until(page, "document.querySelector('.neighbours .next .label').textContent === 'Next page with findings'")
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


if __name__ == "__main__":
    sys.exit(run(facts, review_filters, review_index, review_keys, review_on_paper))
