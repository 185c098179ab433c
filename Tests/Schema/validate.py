"""Validates documents against the schema of the model: validate.py SCHEMA DOCUMENT …

The schema allows properties that it does not name, for later versions; here they are errors, so that every
property has its description.
"""

import copy
import json
import sys

from jsonschema import Draft202012Validator


def without_unknown_properties(node):
    """The schema with every object closed."""
    if isinstance(node, list):
        return [without_unknown_properties(item) for item in node]
    if not isinstance(node, dict):
        return node
    closed = {key: without_unknown_properties(value) for key, value in node.items()}
    # The branches of a condition name only what they restrict.
    if node.get("type") == "object" and "properties" in node:
        closed.setdefault("additionalProperties", False)
    return closed


def undescribed(schema):
    """The properties without a description of their own or of what they refer to."""
    found = []

    def visit(node, path):
        if isinstance(node, list):
            for index, item in enumerate(node):
                visit(item, f"{path}/{index}")
        if not isinstance(node, dict):
            return
        for name, value in node.get("properties", {}).items() if node.get("type") == "object" else ():
            target = schema["$defs"][value["$ref"].split("/")[-1]] if "$ref" in value else {}
            if not (value.get("description") or target.get("description")):
                found.append(f"{path}/properties/{name}")
        for key, value in node.items():
            visit(value, f"{path}/{key}")

    visit(schema, "#")
    return found


def spoilt(document):
    """Copies of the document, each with one fault that the schema must notice."""

    def copy_with(change):
        changed = copy.deepcopy(document)
        change(changed["pages"][0])
        return changed

    def segment(page):
        return next(segment for segment in page["segments"] if segment["source"] and segment["targets"])

    def target(page):
        return next(iter(segment(page)["targets"].values()))

    yield "no path", copy_with(lambda page: page.pop("path"))
    yield "an unknown state", copy_with(lambda page: target(page).update(state="reviewed"))
    yield "a text without alignment to it", copy_with(lambda page: target(page).update(alignment="missing", text="a"))
    yield "a source of nowhere", copy_with(lambda page: segment(page)["source"].pop("origin"))
    yield "no tag of a locale", copy_with(lambda page: page["locales"].update({"de_DE": next(iter(page["locales"].values()))}))
    yield "a property without description", copy_with(lambda page: page.update(surprise=1))
    yield "line 0", copy_with(lambda page: segment(page)["source"].update(line=0))


def main(schema_path, *paths):
    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    faults = [f"schema: {place} has no description" for place in undescribed(schema)]
    published, strict = Draft202012Validator(schema), Draft202012Validator(without_unknown_properties(schema))
    for path in paths:
        with open(path, encoding="utf-8") as file:
            document = json.load(file)
        for validator in (published, strict):
            faults += [f"{path}: {error.json_path}: {error.message[:300]}" for error in validator.iter_errors(document)]
        counts = {name: sum(len(page.get(name, [])) for page in document["pages"]) for name in ("segments", "requirements", "changes")}
        print(f"schema tests: {path}: {len(document['pages'])} pages, " + ", ".join(f"{count} {name}" for name, count in counts.items() if count))
        if path.endswith("expected.json"):
            faults += [f"{path}: {name} passed as valid" for name, changed in spoilt(document) if strict.is_valid(changed)]
    for fault in faults[:40]:
        print(fault, file=sys.stderr)
    print(f"schema tests: {len(faults)} faults in {len(paths)} documents")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
