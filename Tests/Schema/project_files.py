"""Holds the shipped schemas of a project's files against the program: project_files.py BINARY

Each document below is given to both; what one takes the other must take, or an editor would say what the program does not.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from jsonschema import Draft202012Validator

ROOT = Path(__file__).resolve().parents[2]

# Key of hexapla.yml, schema, documents that are right, documents that are wrong.
CASES = [
    (
        "glossary",
        "schemas/glossary.schema.json",
        [
            {},
            {"do-not-translate": ["Partner Center"]},
            {"do-not-translate": "Partner Center"},
            {"terms": {"partner": {"de-DE": "Partner"}}},
            {"terms": {"Fast Track": "do-not-translate"}},
            {"terms": {"Fast Track": {"do-not-translate": True, "case-sensitive": False, "note": "n", "definition": "d", "forms": ["Fast Tracks"]}}},
            {"terms": {"fee": {"de": ["Gebühr", {"term": "Preis", "status": "forbidden", "note": "n", "forms": "Preise", "case-sensitive": True}]}}},
            {"terms": {"fee": {"zh-Hant-TW": {"preferred": "費用", "admitted": ["a", {"term": "b"}], "forbidden": {"term": "c"}}}}},
        ],
        [
            {"term": {}},
            {"terms": []},
            {"do-not-translate": [{}]},
            {"terms": {"fee": "Gebühr"}},
            {"terms": {"fee": {"de_DE": "Gebühr"}}},
            {"terms": {"fee": {"de-DE": {"prefered": "Gebühr"}}}},
            {"terms": {"fee": {"de-DE": {"term": "Gebühr", "status": "good"}}}},
            {"terms": {"fee": {"de-DE": {"term": "Gebühr", "preferred": "x"}}}},
            {"terms": {"fee": {"de-DE": {"status": "preferred"}}}},
            {"terms": {"fee": {"de-DE": "Gebühr", "do-not-translate": "perhaps"}}},
            {"terms": {"fee": {"de-DE": [["Gebühr"]]}}},
            {"terms": {"fee": {}}},
        ],
    ),
]


def is_taken(binary, key, document):
    """Whether the program runs with the document."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "content/en-US").mkdir(parents=True)
        (place / "content/de-DE").mkdir()
        (place / "content/en-US/a.md").write_text("# A\n")
        (place / "content/de-DE/a.md").write_text("# A\n")
        (place / "file.yml").write_text(json.dumps(document, ensure_ascii=False))
        (place / "hexapla.yml").write_text(f"{key}: file.yml\n")
        command = [binary, "check", "--project", str(place / "hexapla.yml"), "--data", str(ROOT), "--no-cache"]
        return subprocess.run(command, capture_output=True, check=False).returncode != 2


def main(binary):
    faults, count = [], 0
    for key, path, right, wrong in CASES:
        schema = json.loads((ROOT / path).read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        validator = Draft202012Validator(schema)
        for document, expected in [(document, True) for document in right] + [(document, False) for document in wrong]:
            count += 1
            for judge, verdict in (("schema", validator.is_valid(document)), ("program", is_taken(binary, key, document))):
                if verdict != expected:
                    faults.append(f"{path}: the {judge} {'takes' if verdict else 'refuses'} {json.dumps(document, ensure_ascii=False)}")
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"schema tests: {len(faults)} faults in {count} files of projects")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
