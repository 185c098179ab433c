"""How a reader goes about: the switch of languages, the keyboard alone, a page without JavaScript, paper, day and night."""

import sys

from browser import LOCALES, expect, open_page, run, wait_until

# Has no translation into Traditional Chinese.
LACKING = "membership/benefits.html"


def switch_by_mouse(browser, site):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = open_page(context, f"{site}/de-de/{LACKING}", "language switcher")
    page.locator(".switcher > summary").click()
    entry = page.locator(".switcher a[hreflang='zh-TW']")
    expect("in einer anderen Sprache" in entry.inner_text() or "andere" in entry.inner_text(), f"the switcher names a fall-back: {entry.inner_text()}")
    page.locator(".switcher a[hreflang='ja-JP']").click()
    expect(page.url.endswith(f"/ja-jp/{LACKING}"), "the switcher keeps the page")
    expect(page.locator("html").get_attribute("lang") == "ja-JP", "the page says its language")
    page.locator(".switcher > summary").click()
    page.locator("main").click(position={"x": 5, "y": 5})
    expect(not page.locator(".switcher nav").is_visible(), "a click elsewhere closes the list")
    context.close()


def switch_by_keyboard(browser, site):
    context = browser.new_context(viewport={"width": 390, "height": 900})
    page = open_page(context, f"{site}/de-de/{LACKING}", "switcher by keyboard")
    page.locator(".switcher > summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".switcher nav").is_visible(), "Enter opens the list")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(not page.locator(".switcher nav").is_visible(), "Escape closes it")
    expect(page.evaluate("document.activeElement.matches('.switcher > summary')"), "and goes back to the button")
    page.keyboard.press("Enter")
    for _ in range(len(LOCALES)):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.hreflang") == "zh-TW":
            break
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/zh-tw/{LACKING}")
    expect("English" in page.locator(".banner-fallback").inner_text(), "a banner names the language that is shown")
    expect(page.locator("article.text").get_attribute("lang") == "en-US", "and the text says it")
    context.close()


def banners(browser, site):
    """A line above the text leads to what it is about: the open segments, those that changed, the original."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    address = f"{site}/de-de/competencies/cloud-productivity.html"
    for kind, state in (("partial", "untranslated"), ("outdated", "stale")):
        page = open_page(context, address, f"banner {kind}")
        page.locator(f".banner-{kind} a").click()
        wait_until(page, "location.search.startsWith('?state=') && document.querySelector('.filter-result').value")
        shown = page.locator(".bitext > .unit:visible")
        expect(shown.count() > 0, f"{kind}: the report shows segments")
        states = shown.evaluate_all("units => units.map(u => u.dataset.state || '')")
        expect(any(state in one for one in states) and all(states), f"{kind}: and only those that it is about: {states}")
        page.close()
    page = open_page(context, f"{site}/zh-cn/competencies/application-development.html", "banner machine")
    page.locator(".banner-machine a").click()
    expect(page.url.endswith("/en-us/competencies/application-development.html"), "a machine translation leads to its original")
    context.close()


def keyboard_only(browser, site):
    """The way to the text is first, the order is that of the page, and each stop is seen."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = open_page(context, f"{site}/ja-jp/how-to/check-your-status.html", "keyboard")
    page.keyboard.press("Tab")
    expect(page.evaluate("document.activeElement.className") == "skip", "the first stop is the way to the text")
    box = page.locator(".skip").bounding_box()
    expect(box["width"] > 40 and box["height"] > 20, "which is seen then")
    page.keyboard.press("Enter")
    expect(page.evaluate("document.activeElement.id") == "text", "and leads there")
    page.keyboard.press("Tab")
    expect(page.evaluate("document.querySelector('main').contains(document.activeElement)"), "the next stop is in the text")
    page.reload()
    seen, hidden = [], []
    for _ in range(60):
        page.keyboard.press("Tab")
        stop = page.evaluate("""() => { const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
            return {name: e.tagName + ' ' + e.className + ' ' + e.textContent.trim().slice(0, 20), outline: s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2,
                    inside: r.width > 0 && r.bottom > 0 && r.top < innerHeight, part: e.closest('header, .drawer-navigation, .drawer-contents, main')?.className || e.tagName}; }""")
        if stop["name"].startswith("BODY"):
            break
        seen.append(stop["part"].split()[-1])
        if not (stop["outline"] and stop["inside"]):
            hidden.append(stop["name"])
    expect(not hidden, f"stops that are not seen: {hidden}")
    order = list(dict.fromkeys(part for part in seen if part != "A"))
    expect(order[:3] == ["site-header", "drawer-navigation", "drawer-contents"], f"header, navigation, contents, text: {order}")
    context.close()


def without_scripts(browser, site):
    """Everything but search: navigation, contents, the switch of languages, code, on a phone and on a wide screen."""
    for width in (390, 1280):
        context = browser.new_context(java_script_enabled=False, viewport={"width": width, "height": 900})
        page = open_page(context, f"{site}/ja-jp/how-to/check-your-status.html", f"without JavaScript at {width} px")
        expect(page.locator("h1").is_visible(), "the text is there")
        for drawer in ("navigation", "contents"):
            summary = page.locator(f".drawer-{drawer} > summary")
            if summary.is_visible():
                summary.click()
            expect(page.locator(f".drawer-{drawer} a:visible").count() > 1, f"{drawer} at {width} px")
        expect(page.locator("pre code").first.is_visible() and page.locator(".copy").count() == 0, "code is read, and no button does nothing")
        expect(not page.locator("[data-theme-switch]").is_visible(), "no switch that does nothing")
        page.locator(".switcher > summary").click()
        page.locator(".switcher a[hreflang='de-DE']").click()
        expect(page.url.endswith("/de-de/how-to/check-your-status.html"), "languages are switched")
        context.close()


def on_paper(browser, site):
    """Text and tables, in black, without what paper cannot do, whatever theme the reader has chosen."""
    context = browser.new_context(viewport={"width": 794, "height": 1123}, color_scheme="dark")
    page = open_page(context, f"{site}/de-de/membership/overview.html", "print")
    page.locator("[data-theme-switch]").click()
    page.locator("[data-theme-switch]").click()
    page.emulate_media(media="print")
    for part in (".site-tools", ".drawer", ".breadcrumbs", ".neighbours", ".page-links"):
        expect(not page.locator(part).first.is_visible(), f"{part} is not printed")
    expect(page.locator("table").first.is_visible() and page.locator("h1").is_visible(), "text and tables are")
    colours = page.evaluate("[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]")
    expect(colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"], f"black on white: {colours}")
    expect(page.evaluate("document.documentElement.scrollWidth") <= 794, "print fits the paper")
    context.close()


def day_and_night(browser, site):
    """The system's choice first, then the reader's, which stays."""
    paper = "getComputedStyle(document.body).backgroundColor"
    for scheme, own, other in (("light", "rgb(255, 253, 249)", "rgb(22, 24, 28)"), ("dark", "rgb(22, 24, 28)", "rgb(255, 253, 249)")):
        context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme=scheme)
        page = open_page(context, f"{site}/de-de/index.html", scheme)
        expect(page.evaluate(paper) == own, f"the system's choice: {scheme}")
        page.locator("[data-theme-switch]").click()
        expect(page.evaluate(paper) == other, "the reader's choice")
        page.goto(f"{site}/ja-jp/membership/overview.html")
        expect(page.evaluate(paper) == other, "stays")
        context.close()


if __name__ == "__main__":
    sys.exit(run(switch_by_mouse, switch_by_keyboard, banners, keyboard_only, without_scripts, on_paper, day_and_night))
