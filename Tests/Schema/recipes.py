"""Validates the recipes of docs/ci.md and runs what they call, in a small repository: recipes.py BINARY WORK"""

import json
import os
import re
import shutil
import subprocess
import sys

import yaml

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BIN = os.path.dirname(sys.executable)
faults = []


def expect(condition, message):
    if not condition:
        faults.append(message)


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def recipes():
    """The YAML of the document, by the file that it is for."""
    blocks = re.findall(r"^```yaml\n# (\S+)\n(.*?)^```$", read(ROOT + "/docs/ci.md"), re.S | re.M)
    return dict(blocks)


def environment(work, **more):
    """Nothing of the machine's own: its git settings and caches stay out of it."""
    own = {
        "HOME": work + "/home", "PATH": f"{work}/bin:{BIN}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8", "GIT_CONFIG_NOSYSTEM": "1",
        "PRE_COMMIT_HOME": work + "/pre-commit",
    }
    for role in ("AUTHOR", "COMMITTER"):
        own |= {f"GIT_{role}_NAME": "A", f"GIT_{role}_EMAIL": "a@example.org"}
    return own | more


def run(command, folder, env):
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False, shell=isinstance(command, str), executable="/bin/bash" if isinstance(command, str) else None)


def git(work, folder, *arguments):
    outcome = run(["git", *arguments], folder, environment(work))
    if outcome.returncode != 0:
        raise SystemExit(f"recipe tests: git {arguments}: {outcome.stderr}")
    return outcome.stdout.strip()


def repository(work):
    """A site with one fault on main, and a branch that brings another."""
    folder = work + "/site"
    os.makedirs(folder)
    os.makedirs(work + "/home")
    git(work, folder, "init", "--quiet", "--initial-branch=main")
    write(folder + "/hexapla.yml", "content: docs\nsource: en-US\n")
    for name, days in (("old", 5), ("new", 3)):
        write(f"{folder}/docs/en-US/{name}.md", "# Delivery\n\nIt takes 3 days.\n")
        write(f"{folder}/docs/de-DE/{name}.md", f"# Lieferung\n\nEs dauert {days} Tage.\n")
    git(work, folder, "add", ".")
    git(work, folder, "commit", "--quiet", "--message", "main")
    git(work, work, "clone", "--quiet", "--bare", folder, work + "/origin.git")
    git(work, folder, "remote", "add", "origin", work + "/origin.git")
    git(work, folder, "fetch", "--quiet", "origin")
    git(work, folder, "switch", "--quiet", "--create", "branch")
    write(folder + "/docs/de-DE/new.md", "# Lieferung\n\nEs dauert 7 Tage.\n")
    git(work, folder, "commit", "--quiet", "--all", "--message", "branch")
    return folder


def program(binary, work):
    """`hexapla` on the PATH, as an image would have it."""
    os.makedirs(work + "/bin")
    write(work + "/bin/hexapla", f'#!/bin/sh\nexec "{binary}" "$@" --data "{ROOT}"\n')
    os.chmod(work + "/bin/hexapla", 0o755)


def schema(work, name, file):
    outcome = run([f"{BIN}/check-jsonschema", "--builtin-schema", name, file], work, environment(work))
    expect(outcome.returncode == 0, f"{name}: {outcome.stdout}{outcome.stderr}")


def actions(work, folder, text):
    write(work + "/translations.yml", text)
    schema(work, "vendor.github-workflows", work + "/translations.yml")
    steps = yaml.safe_load(text)["jobs"]["check"]["steps"]
    expect(any(step.get("with", {}).get("fetch-depth") == 0 for step in steps), "GitHub Actions: a shallow clone")
    env = environment(work, GITHUB_BASE_REF="main", GITHUB_STEP_SUMMARY=work + "/step.md", GITHUB_WORKSPACE=folder)
    outcomes = {}
    for step in steps:
        script = step.get("run", "")
        if "gh api" in script or "jq " in script and not shutil.which("jq"):
            continue
        if script:
            outcomes[step["name"]] = run("set -eo pipefail\n" + script, folder, env)
    touched = outcomes["Check what the pull request touches"]
    expect(touched.returncode == 1, f"GitHub Actions: {touched}")
    expect("docs/de-DE/new.md" in touched.stdout and "old.md" not in touched.stdout, f"GitHub Actions: {touched.stdout}")
    expect("1 error" in read(work + "/step.md"), "GitHub Actions: no summary of the job")
    expect(read(folder + "/comment.md").startswith("<!-- hexapla check -->"), "GitHub Actions: no comment")
    if "Check everything" in outcomes:
        expect(outcomes["Check everything"].returncode == 0, f"GitHub Actions: {outcomes['Check everything']}")
        results = json.loads(read(folder + "/open.sarif"))["runs"][0]["results"]
        expect(len(results) == 2, f"GitHub Actions: {len(results)} results")
    # The same with too little history says what to do.
    git(work, work, "clone", "--quiet", "--depth", "1", "--branch", "main", f"file://{work}/origin.git", work + "/shallow")
    shallow = run("hexapla check --changed-since origin/none", work + "/shallow", env)
    expect(shallow.returncode == 2 and "all pages are reported" in shallow.stderr, f"shallow: {shallow}")


def gitlab(work, folder, text):
    write(work + "/gitlab-ci.yml", text)
    schema(work, "vendor.gitlab-ci", work + "/gitlab-ci.yml")
    job = yaml.safe_load(text)["translations"]
    for line in job["before_script"]:
        expect(run(line, folder, environment(work, CI_PROJECT_DIR=folder)).returncode == 0, f"GitLab: {line}")
    for line in job["script"]:
        outcome = run(line, folder, environment(work))
        expect(outcome.returncode == 1, f"GitLab: {outcome}")
    for path in job["artifacts"]["reports"].values():
        expect(os.path.exists(f"{folder}/{path}"), f"GitLab: {path} was not written")
    issues = json.loads(read(folder + "/" + job["artifacts"]["reports"]["codequality"]))
    expect([issue["location"]["path"] for issue in issues] == ["docs/de-DE/new.md", "docs/de-DE/old.md"], f"GitLab: {issues}")


def pre_commit(work, folder, text):
    env = environment(work)
    manifest = ROOT + "/.pre-commit-hooks.yaml"
    expect(run([f"{BIN}/pre-commit", "validate-manifest", manifest], work, env).returncode == 0, "pre-commit: the hook of the repository")
    hook, own = yaml.safe_load(read(manifest))[0], yaml.safe_load(text)["repos"][0]["hooks"][0]
    expect(all(hook[key] == own[key] for key in ("entry", "language", "types", "pass_filenames")), "pre-commit: the recipe and the hook differ")
    write(folder + "/.pre-commit-config.yaml", text)
    validated = run([f"{BIN}/pre-commit", "validate-config", ".pre-commit-config.yaml"], folder, env)
    expect(validated.returncode == 0, f"pre-commit: {validated}")
    git(work, folder, "add", ".pre-commit-config.yaml")
    git(work, folder, "commit", "--quiet", "--message", "pre-commit")
    expect(run([f"{BIN}/pre-commit", "install"], folder, env).returncode == 0, "pre-commit: install")
    write(folder + "/docs/de-DE/old.md", "# Lieferung\n\nEs dauert 8 Tage.\n")
    git(work, folder, "add", "docs")
    refused = run(["git", "commit", "--message", "wrong"], folder, env)
    expect(refused.returncode == 1 and "old.md" in refused.stdout + refused.stderr, f"pre-commit: {refused}")
    write(folder + "/docs/de-DE/old.md", "# Lieferung\n\nEs dauert 3 Tage.\n")
    git(work, folder, "add", "docs")
    taken = run(["git", "commit", "--message", "right"], folder, env)
    expect(taken.returncode == 0, f"pre-commit: {taken}")


def main(binary, work):
    work += "/recipes"
    found = recipes()
    expect(set(found) == {".github/workflows/translations.yml", ".gitlab-ci.yml", ".pre-commit-config.yaml"}, f"docs/ci.md: {sorted(found)}")
    folder = repository(work)
    program(binary, work)
    actions(work, folder, found[".github/workflows/translations.yml"])
    gitlab(work, folder, found[".gitlab-ci.yml"])
    pre_commit(work, folder, found[".pre-commit-config.yaml"])
    for fault in faults[:20]:
        print(fault, file=sys.stderr)
    print(f"recipe tests: {len(faults)} faults in {len(found)} recipes")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
