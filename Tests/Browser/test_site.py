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
    from playwright.sync_api import sync_playwright
except ImportError as error:
    print(f"skipped: {error}")
    sys.exit(77)

CHROMIUM = next(filter(None, (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))), None)
LOCALES = ["en-us", "de-de", "ja-jp", "ru-ru", "zh-cn", "zh-tw"]
# An ordinary page, one with tables and footnotes, one with code, and one that some locales lack.
PAGES = ["competencies/devops.html", "membership/overview.html", "how-to/check-your-status.html", "membership/benefits.html"]
REPORTS = ["report/index.html", "report/de-de/competencies/cloud-productivity.html", "report/ja-jp/membership/whats-new.html"]
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
    href = page.locator("[hreflang='ja-JP'], a[lang='ja-JP'], a:has([lang='ja-JP'])").first.get_attribute("href")
    page.goto(page.evaluate("href => new URL(href, location).href", href))
    expect(page.url.endswith("/ja-jp/membership/overview.html"), "the switcher keeps the page")
    expect(page.locator("html").get_attribute("lang") == "ja-JP", "the page says its language")
    page.close()
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
            without_scripts(browser, f"file://{folder}")
            browser.close()
    print(f"browser: {passed} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
