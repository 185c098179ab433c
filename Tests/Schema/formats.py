"""Checks every format of `hexapla check` with a consumer that is not ours: formats.py BINARY WORK

The project is content/ with a baseline, of which something was mended; with a suppressed finding, a new one, and a page of hostile text.
"""

import collections
import json
import os
import re
import shutil
import subprocess
import sys
from urllib.parse import unquote

import cmarkgfm
from cmarkgfm.cmark import Options
from jsonschema import Draft4Validator
from junitparser import JUnitXml
from lxml import etree

FORMATS = ["text", "json", "sarif", "junit", "gitlab", "rdjson", "github", "summary", "markdown"]
HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
HOSTILE = "\x1b[2J \x9b31m \u202egnp.exe\u2066 @team #12 GH-12 <img src=x onerror=alert(1)> [x](javascript:y) https://evil.example | `c` ]]> ::error::x {{y}}"

faults = []


def expect(condition, message):
    if not condition:
        faults.append(message)


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)


def edit(path, old, new):
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    assert old in text, f"{path} has no {old!r}"
    write(path, text.replace(old, new, 1))


def check(binary, folder, *arguments, summary=None):
    environment = {**os.environ, "HOME": folder + "/home"}
    environment.pop("GITHUB_STEP_SUMMARY", None)
    if summary:
        environment["GITHUB_STEP_SUMMARY"] = summary
    command = [binary, "check", "--data", ROOT, "--no-cache", "--content", "content", "--baseline", "known.tsv", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)


def project(binary, folder):
    """A project whose last run is known."""
    shutil.copytree(ROOT + "/content", folder + "/content")
    check(binary, folder, "--update-baseline")
    write(folder + "/content/en-US/odd names/a%20b#c.md", f"# Odd\n\nIt takes 3 days, 部署, {HOSTILE}.\n\nAnother 4 days.\n")
    write(folder + "/content/zh-CN/odd names/a%20b#c.md", f"# 奇怪\n\n需要部署 7 天，{HOSTILE}。\n\n<!-- hexapla-ignore number-mismatch: {HOSTILE.replace('>', '')} -->\n另外 5 天。\n")
    # The title that a page left in English.
    edit(folder + "/content/de-DE/competencies/cloud-productivity.md", "title: Cloud Productivity Competency", "title: Kompetenz für Cloudproduktivität")


def shown(text, name):
    """Nothing that steers a terminal or reorders a line."""
    bad = sorted({f"U+{ord(c):04X}" for c in text if c != "\n" and (ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 or c in "\u202e\u2066")})
    expect(not bad, f"{name}: {bad} stand in it")


def lines(folder, path, newline="\n"):
    with open(os.path.join(folder, path), encoding="utf-8", newline="") as file:
        return file.read().split(newline)


def sarif(text, folder, findings):
    document = json.loads(text)
    with open(HERE + "/schemas/sarif-2.1.0-rtm.4.json", encoding="utf-8") as file:
        for error in Draft4Validator(json.load(file)).iter_errors(document):
            faults.append(f"sarif: {error.json_path}: {error.message[:200]}")
    run = document["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    results = run["results"]
    states = collections.Counter(result["baselineState"] for result in results)
    expect(all(states[state] for state in ("new", "unchanged", "absent")), f"sarif: states {states}")
    expect(sum(states.values()) == len(findings["findings"]) + len(findings["suppressed"]) + len(findings["fixed"]), "sarif: not every finding is there")
    expect(sum("suppressions" in result for result in results) == len(findings["suppressed"]) > 0, "sarif: suppressions")
    hashes = [result["partialFingerprints"]["primaryLocationLineHash"] for result in results]
    expect(len(set(hashes)) == len(hashes), "sarif: fingerprints are not unique")
    snippets = 0
    for result in results:
        expect(rules[result["ruleIndex"]] == result["ruleId"], f"sarif: ruleIndex of {result['ruleId']}")
        for location in result.get("locations", []) + result.get("relatedLocations", []):
            place = location["physicalLocation"]
            uri = place["artifactLocation"]["uri"]
            expect(re.fullmatch(r"[A-Za-z0-9._~/%-]+", uri), f"sarif: {uri} is not encoded")
            if "snippet" in place.get("region", {}):
                region = place["region"]
                line = lines(folder, unquote(uri))[region["startLine"] - 1]
                expect(line[region["startColumn"] - 1 : region["endColumn"] - 1] == region["snippet"]["text"], f"sarif: {uri}: {region}")
                snippets += 1
    expect(snippets > 100, "sarif: hardly any snippet")


def junit(text, findings):
    root = etree.fromstring(text)
    suites = JUnitXml.fromroot(root) if hasattr(JUnitXml, "fromroot") else JUnitXml.fromstring(text)
    cases = [case for suite in suites for case in suite]
    names = [(case.classname, case.name) for case in cases]
    expect(len(set(names)) == len(names), "junit: cases of one name")
    results = collections.Counter(type(result).__name__ for case in cases for result in case.result)
    known = sum(finding.get("state") == "known" for finding in findings["findings"])
    failing = sum(finding["severity"] == "error" and finding.get("state") != "known" for finding in findings["findings"])
    expect(results["Skipped"] == known + len(findings["suppressed"]), f"junit: {results['Skipped']} skipped")
    expect(results["Failure"] == failing > 0, f"junit: {results['Failure']} failures, not {failing}")
    for name, count in (("tests", len(cases)), ("failures", results["Failure"]), ("skipped", results["Skipped"])):
        expect(int(root.get(name)) == count == sum(int(suite.get(name)) for suite in root), f"junit: {name} is {root.get(name)}, not {count}")


def gitlab(text, findings):
    issues = json.loads(text)
    open_ones = [finding for finding in findings["findings"] if finding.get("state") != "known"]
    expect(len(issues) == len(open_ones), "gitlab: not every open finding")
    expect(len({issue["fingerprint"] for issue in issues}) == len(issues), "gitlab: fingerprints are not unique")
    for issue in issues:
        expect(set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}, f"gitlab: {set(issue)}")
        expect(issue["severity"] in ("info", "minor", "major", "critical", "blocker"), "gitlab: severity")
        expect(not issue["location"]["path"].startswith(("./", "/")), "gitlab: path")
        expect(issue["location"]["lines"]["begin"] >= 1, "gitlab: line")


def closed(schema):
    for definition in schema["definitions"].values():
        definition["additionalProperties"] = False
    return schema


def rdjson(text, folder, sarif_text):
    document = json.loads(text)
    with open(HERE + "/schemas/rdjson.json", encoding="utf-8") as file:
        for error in Draft4Validator(closed(json.load(file))).iter_errors(document):
            faults.append(f"rdjson: {error.json_path}: {error.message[:200]}")
    snippets = {}
    for result in json.loads(sarif_text)["runs"][0]["results"]:
        for location in result.get("locations", [])[:1]:
            region = location["physicalLocation"].get("region", {})
            snippets[(unquote(location["physicalLocation"]["artifactLocation"]["uri"]), region.get("startLine"), result["ruleId"])] = region
    compared = 0
    for diagnostic in document["diagnostics"]:
        span = diagnostic["location"].get("range")
        if not span or span["start"]["line"] != span["end"]["line"]:
            continue
        path, line = diagnostic["location"]["path"], span["start"]["line"]
        with open(os.path.join(folder, path), "rb") as file:
            words = file.read().split(b"\n")[line - 1][span["start"]["column"] - 1 : span["end"]["column"] - 1]
        region = snippets.get((path, line, diagnostic["code"]["value"]))
        if region and "snippet" in region and len(words.decode()) == len(region["snippet"]["text"]):
            expect(words.decode() == region["snippet"]["text"], f"rdjson: {path}:{line}: {words.decode()!r}")
            compared += 1
    expect(compared > 0, "rdjson: no range was compared")


def github(text):
    kinds = collections.Counter()
    for line in text.splitlines():
        match = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line)
        expect(match or line.startswith("hexapla: "), f"github: {line!r}")
        if not match:
            continue
        kinds[match[1]] += 1
        properties = dict(item.split("=", 1) for item in match[2].split(","))
        expect({"file", "line", "title"} <= set(properties), f"github: {properties}")
        expect(not re.search(r"%(?!25|0A|0D|3A|2C)", match[2] + match[3]), f"github: a bare percent sign in {line!r}")
    expect(kinds["error"] and max(kinds.values()) <= 10, f"github: {kinds}")


def markdown(text, name):
    html = cmarkgfm.github_flavored_markdown_to_html(text, options=Options.CMARK_OPT_UNSAFE)
    tree = etree.HTML(html)
    tags = {element.tag for element in tree.iter() if isinstance(element.tag, str)}
    expect(not tags & {"a", "img", "script", "iframe", "input"}, f"{name}: {tags}")
    expect("table" in tags and "blockquote" in tags, f"{name}: {tags}")
    for element in tree.iter():
        if element.tag != "code":
            for words in (element.text, element.tail):
                expect(not re.search(r"(?<![\w`/])@\w|(?<![\w&])#\d|GH-\d", words or ""), f"{name}: a reference in {words!r}")
    return html


def main(binary, work):
    folder = work + "/formats"
    project(binary, folder)
    outcome = check(binary, folder, *(argument for name in FORMATS for argument in ("--report", f"{name}={name}.out")), summary=folder + "/step.md")
    expect(outcome.returncode == 1, f"exit status {outcome.returncode}: {outcome.stderr.decode()}")
    expect(not os.path.exists(folder + "/step.md"), "only --format github writes the job's summary")
    outputs = {}
    for name in FORMATS:
        with open(f"{folder}/{name}.out", encoding="utf-8", newline="") as file:
            outputs[name] = file.read()
        if name not in ("json", "sarif"):
            shown(outputs[name], name)
    findings = json.loads(outputs["json"])
    sarif(outputs["sarif"], folder, findings)
    junit(outputs["junit"].encode(), findings)
    gitlab(outputs["gitlab"], findings)
    rdjson(outputs["rdjson"], folder, outputs["sarif"])
    github(outputs["github"])
    for name in ("markdown", "summary"):
        markdown(outputs[name], name)
    expect(len(outputs["markdown"]) <= 65_536, "markdown: too long")
    # The summary is added to what the step has said.
    write(folder + "/step.md", "before\n")
    printed = check(binary, folder, "--format", "github", summary=folder + "/step.md").stdout.decode()
    with open(folder + "/step.md", encoding="utf-8") as file:
        expect(file.read() == "before\n" + outputs["summary"], "the job's summary was not added")
    expect(printed == outputs["github"], "github: printed and written differ")
    for fault in faults[:40]:
        print(fault, file=sys.stderr)
    print(f"format tests: {len(faults)} faults in {len(FORMATS)} formats, {len(findings['findings'])} findings")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
