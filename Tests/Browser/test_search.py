"""Search as readers use it: by keyboard in four languages, without a server, and with the letters that the index was made of."""

from browser import ROOT, expect, expect_accessible, open_page, run

PAGE = "competencies/devops.html"
# What is typed, and a page that has it: part of a compound, another case of the noun, a run inside a longer one, a number.
QUERIES = {
    "de-de": ("anforderung", "membership/overview.html"),
    "ru-ru": ("сотрудником", "competencies/devops.html"),
    "ja-jp": ("コンピテンシー", "competencies/devops.html"),
    "zh-tw": ("專長認證", "competencies/devops.html"),
    "zh-cn": ("认证", "competencies/devops.html"),
    "en-us": ("70-498", "competencies/devops.html"),
}


def opened(context, site, locale, name, page=PAGE):
    page = open_page(context, f"{site}/{locale}/{page}", name)
    page.keyboard.press("Control+k")
    return page


def answered(page):
    page.locator(".search-status:not(:empty)").wait_for()
    return page.locator(".results li")


def finding(browser, site):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    for locale, (query, wanted) in QUERIES.items():
        page = opened(context, site, locale, f"search in {locale}")
        page.keyboard.type(query)
        results = answered(page)
        links = [link.split(f"/{locale}/")[1].split("#")[0] for link in results.locator("a.title").evaluate_all("links => links.map(a => a.href)")]
        expect(wanted in links, f"{locale}: '{query}' finds {links}")
        expect(results.locator("mark").count() > 0, f"{locale}: the words are marked")
        page.close()
    context.close()


def by_keyboard(browser, site):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = opened(context, site, "de-de", "search by keyboard")
    expect(page.evaluate("document.activeElement.type") == "search", "the field has the focus")
    page.keyboard.type("Prüfung")
    answered(page)
    page.keyboard.press("ArrowDown")
    expect(page.evaluate("document.activeElement.className") == "title", "down goes to the first result")
    page.keyboard.press("ArrowDown")
    second = page.evaluate("document.activeElement.href")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.evaluate("document.activeElement.type") == "search", "up comes back to the field")
    page.keyboard.press("Escape")
    expect(not page.locator(".search-box").is_visible(), "Escape closes")
    page.locator(".search-open").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url.split("#")[0] == second.split("#")[0])
    expect(page.locator("article").is_visible(), "Enter goes to a result")
    context.close()


def nothing_found(browser, site):
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = opened(context, site, "ja-jp", "nothing found")
    page.keyboard.type("qqqqzzz")
    expect(answered(page).count() == 0, "no results")
    expect(page.locator(".search-status").inner_text() == page.locator(".search-box").get_attribute("data-none"), "and it says so")
    page.locator(".search-box input").fill("")
    page.locator(".search-status:empty").wait_for(state="attached")
    box = page.locator(".search-box").bounding_box()
    expect(0 <= box["x"] and box["x"] + box["width"] <= 390, "the box fits a phone")
    context.close()


def hostile_words(browser, site):
    context = browser.new_context()
    page = open_page(context, f"{site}/de-de/{PAGE}?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E", "a query in the address")
    page.locator(".search-status:not(:empty)").wait_for()
    expect(page.locator(".search-box img").count() == 0, "what is typed is text")
    for query in ("\\", "[a", "(", "$&", "𠮷", "👍", "e\u0301", " ", "ß", "a" * 3_000, "constructor"):
        page.locator(".search-box input").fill(query)
        page.wait_for_timeout(50)
    expect(page.locator(".search-box").is_visible(), "nothing typed breaks it")
    context.close()


def accessible(browser, site):
    for scheme in ("light", "dark"):
        context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme=scheme)
        for locale, (query, _) in QUERIES.items():
            page = opened(context, site, locale, f"search in {locale}, {scheme}")
            page.keyboard.type(query)
            answered(page)
            expect_accessible(page, f"search in {locale}, {scheme}")
            page.close()
        context.close()


def without_script(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/de-de/{PAGE}")
    expect(not page.locator(".search-open").is_visible(), "without a script there is no button that does nothing")
    context.close()


def same_letters(browser, site):
    """The browser folds and divides letters as the index does, over all of the Basic Multilingual Plane that both know."""
    context = browser.new_context()
    page = open_page(context, f"{site}/en-us/{PAGE}", "letters")
    lines = (ROOT / "Tests/Golden/search/letters.txt").read_text().splitlines()
    wrong = page.evaluate(
        """lines => lines.filter((line) => {
          const [codes, kind, folded] = line.split(' ');
          const [first, last = first] = codes.split('-').map((code) => parseInt(code, 16));
          for (let code = first; code <= last; code += 1) {
            const letter = String.fromCodePoint(code);
            const own = hexaplaSearch.fold(letter);
            const wanted = folded === undefined ? letter : String.fromCodePoint(...folded.split('+').filter(Boolean).map((one) => parseInt(one, 16)));
            if (own !== wanted || [...own].length === 1 && hexaplaSearch.kind(own) !== kind) return true;
          }
          return false;
        })""", lines)
    expect(len(lines) > 1_000 and not wrong, f"letters that the two fold differently: {wrong[:10]}")
    context.close()


if __name__ == "__main__":
    run(finding, by_keyboard, nothing_found, hostile_words, accessible, without_script, same_letters)
