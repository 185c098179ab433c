#!/usr/bin/env bash
# Validates what `hexapla model` prints against what `hexapla model --schema` prints, with Python's jsonschema.
#
#   Tests/Schema/validate.sh [BINARY [CONTENT …]]
#
# Then the formats of `hexapla check` against schemas and readers of others (formats.py), and the recipes of docs/ci.md (recipes.py).
#
# Without arguments it takes .build/release/hexapla, or else .build/debug/hexapla. Validated are a small project full of
# odd pages, content/, the golden documents in Tests/Golden/model, and each further CONTENT folder. Files that a project writes are held
# against the schemas in schemas/ and against the program.
# Exit status: 0 valid, 1 not, 2 no binary, 77 skipped: no python3, or no network to fetch the packages the first time.
set -euo pipefail

main() {
    local binary work content contents
    binary=$(realpath -m -- "${1:-$(built)}")
    [[ -x $binary ]] || { echo "schema tests: no binary at '$binary'; run ./build.sh build" >&2; exit 2; }
    contents=(content)
    for content in "${@:2}"; do contents+=("$(realpath -- "$content")"); done
    cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.."
    environment || { echo "schema tests: skipped, $reason" >&2; exit 77; }
    work=$(mktemp -d)
    # shellcheck disable=SC2064 # the folder of now
    trap "rm -rf '$work'" EXIT

    "$binary" model --schema >"$work/schema.json"
    small_project "$work/small"
    "$binary" model --content "$work/small" --data . >"$work/small.json"
    for content in "${!contents[@]}"; do
        "$binary" model --content "${contents[content]}" --data . >"$work/content-$content.json"
    done
    "$python" Tests/Schema/validate.py "$work/schema.json" "$work"/small.json "$work"/content-*.json Tests/Golden/model/*/expected.json

    "$python" Tests/Schema/project_files.py "$binary"

    # A difference: content/ beside a copy with other numbers, codes and titles.
    cp -r content "$work/changed"
    find "$work/changed/en-US" "$work/changed/de-DE" -name '*.md' -exec sed -i 's/4,000/5,000/; s/70-497/70-499/; s/^title: /title: New /' {} +
    "$binary" diff --schema >"$work/difference-schema.json"
    "$binary" diff content "$work/changed" --data . --format json >"$work/difference.json"
    "$binary" diff "$work/small" content --data . --format json >"$work/difference-all.json"
    "$python" Tests/Schema/validate.py "$work/difference-schema.json" "$work"/difference.json "$work"/difference-all.json

    "$python" Tests/Schema/formats.py "$binary" "$work"
    if type -P git >/dev/null; then "$python" Tests/Schema/recipes.py "$binary" "$work"; else echo "recipe tests: skipped, git is not installed" >&2; fi
}

built() {
    local root
    root=$(dirname -- "${BASH_SOURCE[0]}")/../..
    if [[ -x $root/.build/release/hexapla ]]; then echo "$root/.build/release/hexapla"; else echo "$root/.build/debug/hexapla"; fi
}

# Makes the Python environment, or keeps the one that was made from the same requirements.
environment() {
    local folder=.build/schema-environment wanted=Tests/Schema/requirements.txt
    python=$folder/bin/python
    reason="python3 is not installed"
    type -P python3 >/dev/null || return 1
    if cmp -s "$wanted" "$folder/made-from.txt"; then return 0; fi
    reason="its packages could not be installed (see .build/logs/schema.log)"
    mkdir -p .build/logs
    rm -rf "$folder"
    {
        python3 -m venv "$folder" &&
            "$python" -m pip install --quiet --disable-pip-version-check --retries 1 --requirement "$wanted" &&
            cat "$wanted" >"$folder/made-from.txt"
    } >.build/logs/schema.log 2>&1
}

# page FILE: written from standard input.
page() {
    mkdir -p "$(dirname -- "$project/$1")"
    cat >"$project/$1"
}

# Pages of which each has something that a model could stumble over.
small_project() {
    project=$1
    page en-US/levels.md <<'END'
---
title: Levels
keywords: [levels, "silver: gold"]
nested: {a: {b: 1}}
---
Before any heading.

# Levels

## Silver

1. **2** people must pass the exams:
   - [Exam 70-346](https://example.org/exam-70-346)
   - [Exam 70-347](https://example.org/exam-70-347)

   **OR**

   - **1** person must obtain the certification.

## Silver

| A | B |
| - | - |
| One. Two. | ![A picture](a.png "Its title") |

> [!NOTE]
> Careful.[^1]

[^1]: A footnote.
END
    page de-DE/levels.md <<'END'
---
title: "Stufen
keywords: Stufen、Gold
ms.lasthandoff: 13/45/2017
---
# <a name="levels"></a>Stufen

## Silber

1. **2** Personen müssen die Prüfungen bestehen:
   - [Prüfung 70-346](https://example.org/exam-70-346)

### 🥇

###

Nur hier.
END
    page ru-RU/only-here.md <<<$'# Уровни\n\nТолько здесь.\n\n# Уровни\n'
    page de-DE/only-here.md <<<$'# <a name="уровни"></a>Stufen\n\nNur hier.\n'
    page ja-JP/left-in-english.md <<<$'# レベル\n\nThis sentence was left in English by the translation.\n\n終わりです。\n'
    page zh-CN/withdrawn.md <<<$'---\nms.translationtype: MT\nms.lasthandoff: 08/31/2018\n---\n> [!IMPORTANT]\n> <span data-ttu-id="a-1">请访问门户。</span><span class="sxs-lookup"><span data-stu-id="a-1">Please visit the portal.</span></span>\n\n<!--\n# Levels and how to reach them\n\nFive customers are needed for the first level, and ten for the second.\n-->\n'
    page de-DE/withdrawn.md <<<$'# Stufen\n\nFür die erste Stufe sind fünf Kunden nötig.\n'
    page en-US/empty.md </dev/null
    page de-DE/empty.md </dev/null
    page zh-Hant-TW/levels.md < <(printf '\xef\xbb\xbf---\r\ntitle: \xff\r\n---\r\n#\xe7\xb4\x9a\r\n\r\n\xc3\x28 "\\\t\x01\r\n')
}

main "$@"
