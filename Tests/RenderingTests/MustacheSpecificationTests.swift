import Testing

/// Our own cases for each group of the Mustache specification's core modules.
@Suite struct MustacheSpecificationTests {
    @Test(arguments: comments + delimiters) func commentsAndDelimiters(_ spec: MustacheCase) throws {
        #expect(try spec.rendered() == spec.expected)
    }

    @Test(arguments: interpolation) func interpolates(_ spec: MustacheCase) throws {
        #expect(try spec.rendered() == spec.expected)
    }

    @Test(arguments: sections + inverted) func sectionsAndInvertedSections(_ spec: MustacheCase) throws {
        #expect(try spec.rendered() == spec.expected)
    }

    @Test(arguments: partials) func includesPartials(_ spec: MustacheCase) throws {
        #expect(try spec.rendered() == spec.expected)
    }

    static let comments: [MustacheCase] = [
        .init("a comment vanishes", "12{{! any words }}34", "1234"),
        .init("over several lines", "12{{!\n one\n two\n}}34\n", "1234\n"),
        .init("alone on its line", "A\n{{! here }}\nB\n", "A\nB\n"),
        .init("indented, alone", "A\n  {{! here }}\nB\n", "A\nB\n"),
        .init("alone before \\r\\n", "|\r\n{{! x }}\r\n|", "|\r\n|"),
        .init("alone with no line before", "  {{! x }}\n!", "!"),
        .init("alone with no line after", "!\n  {{! x }}", "!\n"),
        .init("alone over several lines", "A\n  {{!\n words\n  }}\nB\n", "A\nB\n"),
        .init("within a line", "  12 {{! 34 }}\n", "  12 \n"),
        .init("white space round it is kept", "1 {{! x }} 2", "1  2"),
        .init("is no variable", ["! x": "no", "x": "no"], ">{{! x }}<", "><"),
    ]

    static let delimiters: [MustacheCase] = [
        .init("a pair", ["text": "Hi"], "{{=<% %>=}}(<%text%>)", "(Hi)"),
        .init("special characters", ["text": "Hi"], "({{=[ ]=}}[text])", "(Hi)"),
        .init(
            "in sections", ["s": true, "d": "got"], "[\n{{#s}}\n {{d}} |d|\n{{/s}}\n{{= | | =}}\n|#s|\n {{d}} |d|\n|/s|\n]\n",
            "[\n got |d|\n {{d}} got\n]\n"),
        .init(
            "in inverted sections", ["s": false, "d": "got"], "{{^s}}{{d}}{{/s}}{{= | | =}}|^s|{{d}}|d||/s|", "got{{d}}got"),
        .init(
            "a partial does not inherit them", ["v": "yes"], "[ {{>p}} ]\n{{= | | =}}\n[ |>p| ]\n", partials: ["p": ".{{v}}."],
            "[ .yes. ]\n[ .yes. ]\n"),
        .init(
            "a partial's own stay in it", ["v": "yes"], "[ {{>p}} ]\n[ .{{v}}. .|v|. ]\n",
            partials: ["p": ".{{v}}. {{= | | =}} .|v|."], "[ .yes.  .yes. ]\n[ .yes. .|v|. ]\n"),
        .init("white space round the tag is kept", "| {{=@ @=}} |", "|  |"),
        .init("alone on its line", "A\n{{=@ @=}}\nB\n", "A\nB\n"),
        .init("indented, alone", "A\n  {{=@ @=}}\nB\n", "A\nB\n"),
        .init("alone before \\r\\n", "|\r\n{{= @ @ =}}\r\n|", "|\r\n|"),
        .init("alone with no line after", "=\n  {{=@ @=}}", "=\n"),
        .init("padding inside", "|{{=   @ \n  @  =}}|", "||"),
    ]

    static let interpolation: [MustacheCase] = [
        .init("no tags", "Plain {text}.\n", "Plain {text}.\n"),
        .init("a name", ["s": "world"], "Hello, {{s}}!\n", "Hello, world!\n"),
        .init("escaped", ["s": "& \" < > '"], "{{s}}", "&amp; &quot; &lt; &gt; &#39;"),
        .init("three braces", ["s": "& \" < >"], "{{{s}}}", "& \" < >"),
        .init("ampersand", ["s": "& \" < >"], "{{&s}}", "& \" < >"),
        .init("finished HTML", ["s": .html("<b>")], "{{{s}}} {{&s}}", "<b> <b>"),
        .init("a number", ["n": 85], "{{n}} {{{n}}} {{&n}}", "85 85 85"),
        .init("other scripts", ["名": "訳<文"], "（{{名}}）", "（訳&lt;文）"),
        .init("missing is empty", "({{x}}{{{x}}}{{&x}})", "()"),
        .init("dotted name", ["a": ["b": "Joe"]], "{{a.b}} {{#a}}{{b}}{{/a}}", "Joe Joe"),
        .init("five levels", ["a": ["b": ["c": ["d": ["e": "Phil"]]]]], "{{a.b.c.d.e}}", "Phil"),
        .init("broken chain", ["a": [:]], "({{a.b.c}})", "()"),
        .init("a chain is not searched for outside", ["a": ["b": [:]], "c": ["name": "Jim"]], "({{a.b.c.name}})", "()"),
        .init("first part found in the stack", ["a": ["b": "out"], "x": ["y": "z"]], "{{#x}}{{a.b}}{{/x}}", "out"),
        .init("first part binds", ["a": ["b": [:]], "b": ["c": "ERROR"]], "({{#a}}{{b.c}}{{/a}})", "()"),
        .init("a dot is no name", ["a.b": "no", "a": ["b": "yes"]], "{{a.b}}", "yes"),
        .init("implicit iterator", "<world>", "Hello, {{.}}! {{{.}}} {{&.}}", "Hello, &lt;world&gt;! <world> <world>"),
        .init("white space round a tag is kept", ["s": "---"], "| {{s}} |\n  {{s}}\n", "| --- |\n  ---\n"),
        .init("padding inside", ["s": "---"], "|{{ s }}|{{{ s }}}|{{& s }}|", "|---|---|---|"),
    ]

    static let sections: [MustacheCase] = [
        .init("true", ["b": true], "({{#b}}shown{{/b}})", "(shown)"),
        .init("false", ["b": false], "({{#b}}shown{{/b}})", "()"),
        .init("missing", "({{#b}}shown{{/b}})", "()"),
        .init("empty text and nought are false", ["e": "", "n": 0], "({{#e}}e{{/e}}{{#n}}n{{/n}})", "()"),
        .init("object", ["c": ["name": "Joe"]], "{{#c}}Hi {{name}}.{{/c}}", "Hi Joe."),
        .init("outer names", ["a": "foo", "s": ["b": "bar"]], "{{#s}}{{a}} {{b}}{{/s}}", "foo bar"),
        .init("a text as context", ["s": "foo"], "{{#s}}{{.}} is {{s}}{{/s}}", "foo is foo"),
        .init("inner name hides outer", ["x": "1", "s": ["x": "2"]], "{{#s}}{{x}}{{/s}}{{x}}", "21"),
        .init("list of objects", ["l": [["i": 1], ["i": 2], ["i": 3]]], "{{#l}}{{i}}{{/l}}", "123"),
        .init("empty list", ["l": []], "({{#l}}x{{/l}})", "()"),
        .init("list of texts", ["l": ["a", "<", "c"]], "{{#l}}({{.}}){{/l}}", "(a)(&lt;)(c)"),
        .init("list of numbers", ["l": [1, 2]], "{{#l}}({{.}}){{/l}}", "(1)(2)"),
        .init("nested lists", ["l": [[1, 2], ["a"]]], "{{#l}}({{#.}}{{.}}{{/.}}){{/l}}", "(12)(a)"),
        .init(
            "lists within lists", ["t": [["n": "u", "m": [["n": 1], ["n": 2]]]]], "{{#t}}{{n}}{{#m}}{{n}}{{/m}}{{n}}{{/t}}", "u12u"),
        .init("same name twice", ["b": true, "t": "2"], "{{#b}}1{{/b}}{{t}}{{#b}}3{{/b}}", "123"),
        .init("nested", ["b": true], "A{{#b}}B{{#b}}C{{/b}}D{{/b}}E", "ABCDE"),
        .init("nested, false", ["b": false], "A{{#b}}B{{#b}}C{{/b}}D{{/b}}E", "AE"),
        .init("dotted", ["a": ["b": ["c": true]]], "({{#a.b.c}}x{{/a.b.c}})", "(x)"),
        .init("dotted, broken", ["a": [:]], "({{#a.b.c}}x{{/a.b.c}})", "()"),
        .init("spaces outside", ["b": true], " | {{#b}}\t|\t{{/b}} | \n", " | \t|\t | \n"),
        .init("spaces and lines inside", ["b": true], " | {{#b}} {{! x }}\n {{/b}} | \n", " |  \n  | \n"),
        .init("in a line", ["b": true], " {{#b}}A{{/b}}\n {{#b}}B{{/b}}\n", " A\n B\n"),
        .init("alone on their lines", ["b": true], "A\n{{#b}}\nB\n{{/b}}\nC", "A\nB\nC"),
        .init("indented, alone", ["b": true], "A\n  {{#b}}\nB\n  {{/b}}\nC", "A\nB\nC"),
        .init("alone before \\r\\n", ["b": true], "|\r\n{{#b}}\r\n{{/b}}\r\n|", "|\r\n|"),
        .init("alone with no line before", ["b": true], "  {{#b}}\n#{{/b}}\n/", "#\n/"),
        .init("alone with no line after", ["b": true], "#{{#b}}\n/\n  {{/b}}", "#\n/\n"),
        .init("padding inside", ["b": true], "|{{# b }}={{/ b }}|", "|=|"),
    ]

    static let inverted: [MustacheCase] = [
        .init("false", ["b": false], "({{^b}}shown{{/b}})", "(shown)"),
        .init("true", ["b": true], "({{^b}}shown{{/b}})", "()"),
        .init("missing", "({{^b}}shown{{/b}})", "(shown)"),
        .init("object", ["c": ["n": "x"]], "({{^c}}shown{{/c}})", "()"),
        .init("list", ["l": [["n": 1]]], "({{^l}}shown{{/l}})", "()"),
        .init("empty list", ["l": []], "({{^l}}shown{{/l}})", "(shown)"),
        .init("nested", ["b": false], "A{{^b}}B{{^b}}C{{/b}}D{{/b}}E", "ABCDE"),
        .init("dotted", ["a": ["b": true]], "({{^a.b}}x{{/a.b}}{{^a.c}}y{{/a.c}})", "(y)"),
        .init("alone on their lines", "A\n {{^b}}\nB\n {{/b}}\nC", "A\nB\nC"),
        .init("alone before \\r\\n", "|\r\n{{^b}}\r\n{{/b}}\r\n|", "|\r\n|"),
        .init("after a section", ["b": true], "{{#b}}yes{{/b}}{{^b}}no{{/b}}", "yes"),
    ]

    static let partials: [MustacheCase] = [
        .init("included", "\"{{>p}}\"", partials: ["p": "from partial"], "\"from partial\""),
        .init("missing is empty", "({{>p}})", "()"),
        .init("sees the context", ["t": "x"], "{{>p}}", partials: ["p": "*{{t}}*"], "*x*"),
        .init(
            "includes itself", ["c": "X", "n": [["c": "Y", "n": []]]], "{{>p}}", partials: ["p": "{{c}}<{{#n}}{{>p}}{{/n}}>"],
            "X<Y<>>"),
        .init("nested", ["a": "hi"], "{{>o}}", partials: ["o": "*{{a}} {{>i}}*", "i": "{{a}}!"], "*hi hi!*"),
        .init("spaces round it are kept", "| {{>p}} |", partials: ["p": "\t|\t"], "| \t|\t |"),
        .init("no indentation in a line", ["d": "|"], "  {{d}}  {{> p}}\n", partials: ["p": ">\n>"], "  |  >\n>\n"),
        .init("alone before \\r\\n", "|\r\n{{>p}}\r\n|", partials: ["p": ">"], "|\r\n>|"),
        .init("alone with no line before", "  {{>p}}\n>", partials: ["p": ">\n>"], "  >\n  >>"),
        .init("alone with no line after", ">\n  {{>p}}", partials: ["p": ">\n>"], ">\n  >\n  >"),
        .init(
            "indentation before each line, not in values", ["c": "<\n->"], "\\\n {{>p}}\n/\n", partials: ["p": "|\n{{{c}}}\n|\n"],
            "\\\n |\n <\n->\n |\n/\n"),
        .init(
            "indentation adds up", "{{#s}}{{/s}}\n  {{>a}}\n", partials: ["a": "1\n  {{>b}}\n", "b": "2\n\n3\n"],
            "\n  1\n    2\n\n    3\n"),
        .init("indented sections", ["l": [1, 2]], "  {{>p}}\n", partials: ["p": "{{#l}}\n{{.}}\n{{/l}}\n"], "  1\n  2\n"),
        .init("padding inside", ["b": true], "|{{> p }}|", partials: ["p": "[]"], "|[]|"),
    ]
}
