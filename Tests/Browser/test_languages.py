"""What differs by script, as a browser sets it: emphasis, line ends, quotation marks, families, and pages that run from right to left."""

import os
import pathlib
import shutil
import sys
import tempfile

from browser import HERE, ROOT, build, expect, expect_accessible, open_page, run

SAMPLER = "how-to/write/sampler.html"
STYLE = "(e, name) => getComputedStyle(e)[name]"


def computed(page, selector, name):
    return page.locator(selector).first.evaluate(STYLE, name)


def emphasis(browser, site):
    """Bold is bold beside Chinese punctuation; a slant is for scripts that have one, marks are for the others."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    wanted = {
        "de-de": ("italic", "none"), "ru-ru": ("italic", "none"), "en-us": ("italic", "none"),
        "ja-jp": ("normal", "filled sesame"), "zh-tw": ("normal", "dot"), "zh-cn": ("normal", "dot"),
    }
    for locale, (style, mark) in wanted.items():
        page = open_page(context, f"{site}/{locale}/{SAMPLER}", f"emphasis in {locale}")
        expect(computed(page, "article em", "fontStyle") == style, f"{locale}: emphasis is {style}")
        found = computed(page, "article em", "textEmphasisStyle")
        expect(found in (mark, f"filled {mark}", mark.removeprefix("filled ")), f"{locale}: emphasis is marked: {found}")
        text = page.locator("article").inner_text()
        expect("**" not in text and "~~" not in text, f"{locale}: marks of Markdown are set")
        expect(int(computed(page, "article p strong", "fontWeight")) >= 600, f"{locale}: bold is bold")
        page.close()
    page = open_page(context, f"{site}/ja-jp/{SAMPLER}", "bold in Japanese")
    expect(page.locator("article p strong").all_inner_texts() == ["太字。", "「キー」"], "bold ends with its punctuation")
    context.close()


def line_ends(browser, site):
    """Where the source breaks a line in CJK text readers see no gap, whatever stands beside it."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    for locale, joined in (("zh-tw", "，舊的用語以刪除線劃掉，簡短的引文使用"), ("ja-jp", "のように書き、古い言い回しは取り消し線で消し、短い引用は"), ("zh-cn", "，旧的用语以删除线划掉，简短的引文使用")):
        page = open_page(context, f"{site}/{locale}/{SAMPLER}", f"line ends in {locale}")
        text = page.locator("#words + p").evaluate("e => e.textContent")
        expect(joined in text, f"{locale}: a gap in {text}")
        page.close()
    page = open_page(context, f"{site}/de-de/{SAMPLER}", "line ends in German")
    expect("wird. Tasten schreiben" in page.locator("#words + p").inner_text(), "words of other scripts keep their gaps")
    context.close()


def quotation_and_families(browser, site):
    """Each passage is set as its own language wants it, a fall-back in a Chinese page as well."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    marks = {"de-de": "„", "en-us": "“", "ru-ru": "«", "ja-jp": "「", "zh-tw": "「", "zh-cn": "“"}
    families = {"ja-jp": "JP", "zh-tw": "TC", "zh-cn": "SC"}
    for locale, mark in marks.items():
        page = open_page(context, f"{site}/{locale}/{SAMPLER}", f"quotation marks in {locale}")
        expect(computed(page, "article q", "quotes").startswith(f'"{mark}"'), f"{locale}: quotation marks")
        expect(computed(page, "article p", "lineBreak") == ("strict" if locale in families else "auto"), f"{locale}: line breaking")
        if locale in families:
            expect(f"Noto Serif CJK {families[locale]}" in computed(page, "article p", "fontFamily"), f"{locale}: a family of its own")
        page.close()
    page = open_page(context, f"{site}/zh-tw/membership/benefits.html", "English in a Chinese page")
    expect("CJK" not in computed(page, "article p", "fontFamily") and computed(page, "article p", "lineBreak") == "auto", "English is set as English")
    expect(computed(page, "article p", "hyphens") == "auto", "and hyphenated as English")
    expect("CJK TC" in computed(page, ".banner", "fontFamily"), "words round it as Chinese")
    link = page.locator(".contents a").first
    expect(link.get_attribute("lang") == "en-US", "the table of contents says the language")
    context.close()


def arabic(browser, folder):
    """The demonstration of a language that runs from right to left, with the shipped templates and a locale file of its own."""
    data = pathlib.Path(folder, "data")
    shutil.copytree(ROOT / "locales", data / "locales")
    shutil.copytree(ROOT / "templates", data / "templates")
    shutil.copy(HERE / "right-to-left/ar.yml", data / "locales/ar.yml")
    build(f"{folder}/site", "--data", str(data), "--content", str(HERE / "right-to-left/content"), cwd=folder)
    return f"file://{folder}/site"


def right_to_left(browser, _):
    with tempfile.TemporaryDirectory() as folder:
        folder = os.environ.get("HEXAPLA_PREVIEW", folder)
        site = arabic(browser, folder)
        for width, scheme in ((1280, "light"), (390, "dark")):
            context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
            for path in ("ar/index.html", "ar/quays/north.html", "ar/quays/index.html", "en-us/index.html", "index.html"):
                page = open_page(context, f"{site}/{path}", f"{path} at {width} px")
                expect(page.evaluate("document.documentElement.scrollWidth") <= width, f"{path}: wider than the window")
                expect_accessible(page, f"{path} at {width} px")
                page.close()
            context.close()
        mirrored(browser, site)


def mirrored(browser, site):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = open_page(context, f"{site}/ar/index.html", "Arabic")
    expect(page.locator("html").get_attribute("dir") == "rtl", "the page runs from right to left")
    left = {name: page.locator(selector).first.bounding_box()["x"] for name, selector in
            (("navigation", ".navigation"), ("text", "article"), ("contents", ".contents"), ("title", ".site-title"), ("tools", ".site-tools"))}
    expect(left["navigation"] > left["text"] > left["contents"] and left["title"] > left["tools"], f"the layout is mirrored: {left}")
    for selector in ("article p code", "article pre code"):
        expect(computed(page, selector, "direction") == "ltr" and "isolate" in computed(page, selector, "unicodeBidi"), f"{selector} runs from left to right")
    edges = page.locator(".code-box").evaluate("e => [e.querySelector('.copy'), e].map(x => x.getBoundingClientRect().right)")
    expect(0 < edges[1] - edges[0] < 20, f"the copy button stands at the end of the code, not over its beginning: {edges}")
    foreign = page.locator("article p[lang='en-US']")
    expect(foreign.get_attribute("dir") == "ltr", "so does an English paragraph")
    cells = page.locator("tbody tr").first.locator("td").evaluate_all("cells => cells.map(c => c.getBoundingClientRect().left)")
    expect(cells[0] > cells[1] > cells[2], "columns stand from right to left")
    item = page.locator("article ul li").first.evaluate("e => getComputedStyle(e.parentElement).paddingRight")
    expect(float(item.removesuffix("px")) > 10, "lists hang from the right")
    expect(computed(page, ".footnote-backref", "scale") == "-1 1", "the way back points the other way")
    expect(computed(page, "article em", "fontStyle") == "normal" and int(computed(page, "article em", "fontWeight")) >= 600, "emphasis has no slant")
    page.goto(f"{site}/ar/quays/index.html")
    arrow = "e => getComputedStyle(e, '::before').content"
    expect("→" in page.locator(".neighbours .previous .label").evaluate(arrow), "the way back points to the right")
    page.goto(f"{site}/ar/quays/north.html")
    expect(page.locator("article.text").get_attribute("dir") == "ltr", "a fall-back runs as its own language")
    expect(page.locator(".breadcrumbs a").last.inner_text() == "الأرصفة", "breadcrumbs are Arabic")
    context.close()


if __name__ == "__main__":
    sys.exit(run(emphasis, line_ends, quotation_and_families, right_to_left))
