"""What the browser tests share: the demonstration site, pages that are watched while they load, and the count of what was expected.

A test is a file test_*.py with functions that take a browser and the site's address. Exit status 77: skipped, with the reason.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

try:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import TimeoutError, sync_playwright  # noqa: F401 (for those who import this file)
except ImportError as error:
    print(f"skipped: {error}")
    sys.exit(77)

CHROMIUM = next(filter(None, (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))), None)
ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = os.environ.get("HEXAPLA", str(ROOT / ".build/release/hexapla"))
LOCALES = ["en-us", "de-de", "ja-jp", "ru-ru", "zh-cn", "zh-tw"]
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
    """Opens a page; what it logs (a breach of the Content-Security-Policy is logged) or asks of another host is a failure."""
    page = context.new_page()
    page.on("console", lambda message: expect(message.type != "error", f"{name}: {message.text}"))
    page.on("pageerror", lambda error: expect(False, f"{name}: {error}"))
    page.on("request", lambda request: expect(request.url.startswith(("file:", "data:")), f"{name} asks for {request.url}"))
    page.goto(address)
    return page


def wait_until(page, expression):
    """Asks again and again, from outside: what the page itself may evaluate is forbidden by its policy."""
    for _ in range(200):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    expect(False, f"never: {expression} on {page.url}")


def expect_accessible(page, name):
    for violation in Axe().run(page, options=AXE).response["violations"]:
        expect(False, f"{name}: {violation['id']}: {violation['help']} ({violation['nodes'][0]['html'][:120]})")
    expect(True, "")


def build(output, *arguments, cwd=ROOT):
    subprocess.run([PROGRAM, "build", "--no-cache", "--output", str(output), *arguments], cwd=cwd, check=True, stdout=subprocess.DEVNULL)


def run(*tests):
    """Builds the demonstration site and hands it to each test; the exit status of the script."""
    if CHROMIUM is None:
        print("skipped: no Chromium (apt-get install chromium)")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        build(folder)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            for test in tests:
                test(browser, f"file://{folder}")
            browser.close()
    print(f"browser: {passed} passed, {len(failures)} failed")
    return 1 if failures else 0
