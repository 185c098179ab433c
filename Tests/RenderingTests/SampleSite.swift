import LocalizationModel
import Rendering
import Testing

/// An invented competency page in five languages, for tests and for the preview.
struct SampleSite {
    struct Words {
        let title, intro, silver, gold, benefits, exams, note, noteText, warningText, table, code, foot, task: String
        let quantity: String
        let scope, engineers, either, certification: String
        let chapter, sibling, next: String
    }

    static let words: [String: Words] = [
        "en-US": Words(
            title: "Cloud Analytics competency",
            intro:
                "Partners with this competency help customers find answers in their data. They prove it with people who hold certifications, with customers who use what was built, and with references that stand up to <em>questions</em>.",
            silver: "Silver", gold: "Gold", benefits: "Benefits", exams: "Examinations and certifications", note: "Note",
            noteText: "Requirements are checked on the anniversary of your enrolment, not at the end of the calendar year.",
            warningText: "Certifications that expire during the year no longer count from that day on.", table: "Internal-use licences",
            code: "Check from the command line", foot: "Seats that were bought by resellers count for the partner of record.", task: "Enrol in the programme",
            quantity: "2,000", scope: "monthly active seats at four or more customers<sup class=\"footnote-ref\"><a href=\"#fn1\" id=\"fnref1\">1</a></sup>",
            engineers: "certified engineers", either: "", certification: "Certified Data Architect",
            chapter: "Competencies", sibling: "Application integration", next: "Cloud platform"),
        "de-DE": Words(
            title: "Kompetenz für Cloud-Datenauswertung",
            intro:
                "Partner mit dieser Kompetenz helfen ihren Kunden, in den eigenen Daten Antworten zu finden. Sie belegen das mit zertifizierten Fachleuten, mit Kunden, die das Gebaute tatsächlich verwenden, und mit Referenzen, die <em>Nachfragen</em> standhalten.",
            silver: "Silber", gold: "Gold", benefits: "Vorteile", exams: "Prüfungen und Zertifizierungen", note: "Hinweis",
            noteText: "Die Voraussetzungen werden am Jahrestag Ihrer Registrierung geprüft, nicht am Ende des Kalenderjahres.",
            warningText: "Zertifizierungen, die im Laufe des Jahres ablaufen, zählen von diesem Tag an nicht mehr.", table: "Lizenzen für die interne Nutzung",
            code: "Prüfung in der Befehlszeile", foot: "Arbeitsplätze, die über Händler bezogen wurden, zählen für den eingetragenen Partner.",
            task: "Am Programm teilnehmen",
            quantity: "2.000",
            scope: "monatlich aktive Arbeitsplätze bei mindestens vier Kunden<sup class=\"footnote-ref\"><a href=\"#fn1\" id=\"fnref1\">1</a></sup>",
            engineers: "zertifizierte Fachleute", either: "", certification: "Zertifizierter Datenarchitekt",
            chapter: "Kompetenzen", sibling: "Anwendungsintegration", next: "Cloudplattform"),
        "ru-RU": Words(
            title: "Компетенция «Облачная аналитика»",
            intro:
                "Партнёры с этой компетенцией помогают заказчикам находить ответы в собственных данных. Они подтверждают это сертифицированными специалистами, заказчиками, которые пользуются созданными решениями, и рекомендациями, выдерживающими <em>проверку</em>.",
            silver: "Серебряный уровень", gold: "Золотой уровень", benefits: "Преимущества", exams: "Экзамены и сертификаты", note: "Примечание",
            noteText: "Требования проверяются в годовщину регистрации, а не в конце календарного года.",
            warningText: "Сертификаты, срок действия которых истекает в течение года, с этого дня не учитываются.",
            table: "Лицензии для внутреннего использования", code: "Проверка из командной строки",
            foot: "Рабочие места, приобретённые через посредников, засчитываются зарегистрированному партнёру.", task: "Зарегистрируйтесь в программе",
            quantity: "2 000",
            scope: "активных рабочих мест в месяц не менее чем у четырёх заказчиков<sup class=\"footnote-ref\"><a href=\"#fn1\" id=\"fnref1\">1</a></sup>",
            engineers: "сертифицированных специалиста", either: "", certification: "Сертифицированный архитектор данных",
            chapter: "Компетенции", sibling: "Интеграция приложений", next: "Облачная платформа"),
        "ja-JP": Words(
            title: "クラウド分析コンピテンシー",
            intro: "このコンピテンシーを持つパートナーは、お客様が自社のデータから答えを見つけられるように支援します。認定資格を持つ技術者、実際に利用されているソリューション、そして<em>確認に耐える</em>導入事例によって、その力を証明します。",
            silver: "シルバー", gold: "ゴールド", benefits: "特典", exams: "試験と認定資格", note: "補足", noteText: "要件は暦年の終わりではなく、登録日から1年ごとに確認されます。",
            warningText: "年の途中で有効期限が切れた認定資格は、その日から数に含まれなくなります。", table: "社内使用ライセンス", code: "コマンドラインでの確認", foot: "販売店を通じて購入されたシートは、登録パートナーの実績として数えます。",
            task: "プログラムに登録する",
            quantity: "2,000", scope: "4社以上のお客様における月間アクティブ シート数<sup class=\"footnote-ref\"><a href=\"#fn1\" id=\"fnref1\">1</a></sup>", engineers: "名の認定技術者",
            either: "", certification: "認定データ アーキテクト",
            chapter: "コンピテンシー", sibling: "アプリケーション統合", next: "クラウド プラットフォーム"),
        "zh-TW": Words(
            title: "雲端分析專業能力", intro: "具備此專業能力的合作夥伴，能協助客戶從自己的資料中找到答案。他們以取得認證的人員、實際使用解決方案的客戶，以及<em>經得起查證</em>的客戶推薦來證明實力。「這是<strong>重要的承諾。</strong>」",
            silver: "銀級", gold: "金級", benefits: "權益", exams: "測驗與認證", note: "附註", noteText: "我們會在您註冊的週年日檢查各項需求，而不是在曆年年底。",
            warningText: "年度中到期的認證，自到期日起即不再列入計算。", table: "內部使用授權", code: "從命令列檢查", foot: "透過經銷商購買的基座，計入登記的合作夥伴。", task: "註冊加入計畫",
            quantity: "2,000", scope: "每月作用中基座，來自至少 4 家客戶<sup class=\"footnote-ref\"><a href=\"#fn1\" id=\"fnref1\">1</a></sup>", engineers: "位通過認證的工程師",
            either: "", certification: "認證資料架構師",
            chapter: "專業能力", sibling: "應用程式整合", next: "雲端平台"),
    ]

    let locale: String
    let words: Words
    let strings: InterfaceText
    let renderer: SiteRenderer

    init(_ locale: String, renderer: SiteRenderer) throws {
        self.locale = locale
        self.renderer = renderer
        words = try #require(Self.words[locale])
        strings = try Repository.interface(locale)
    }

    var tree: NavigationTree {
        NavigationTree([
            .init(title: strings["overview"], path: "index.html"),
            .init(
                title: words.chapter, path: "competencies/index.html",
                children: [
                    .init(title: words.sibling, path: "competencies/integration.html"),
                    .init(
                        title: words.title, path: "competencies/analytics.html",
                        children: [
                            .init(title: words.silver, path: "competencies/silver.html"), .init(title: words.gold, path: "competencies/gold.html"),
                        ]),
                    .init(title: words.next, path: "competencies/platform.html"),
                ]),
            .init(title: words.benefits, path: nil, children: [.init(title: words.table, path: "benefits/licences.html")]),
            .init(title: words.exams, path: "exams.html"),
        ])
    }

    func page() throws -> SitePageView {
        var view = SitePageView(
            language: locale, title: words.title, siteTitle: "Meridian Partner Network", rootPath: "../../", homeHref: "../index.html",
            body: try body(), strings: strings)
        view.description = words.noteText
        view.robots = "index,follow"
        view.canonical = "https://docs.example/\(locale.lowercased())/competencies/analytics"
        view.alternates = Repository.locales.map { .init(language: $0, href: "../../\($0.lowercased())/competencies/analytics.html") }
        view.navigation = try renderer.navigation(tree, depth: 1, strings: strings).html(current: "competencies/analytics.html")
        view.breadcrumbs = [
            PageLink(strings["overview"], href: "../index.html"), PageLink(words.chapter, href: "index.html"),
            PageLink(words.title, href: nil, isCurrent: true),
        ]
        view.contents = [
            .init(id: "requirements", level: 2, text: "\(words.silver) · \(words.gold)"), .init(id: "exams", level: 2, text: words.exams),
            .init(id: "licences", level: 3, text: words.table), .init(id: "check", level: 3, text: words.code),
            .init(id: "benefits", level: 2, text: words.benefits),
        ]
        view.previous = PageLink(words.sibling, href: "integration.html")
        view.next = PageLink(words.next, href: "platform.html")
        view.switcher = Repository.locales.map(switcherEntry)
        view.banners = [
            .init(
                .partial, text: strings.fill("bannerPartial", ["untranslated": "14", "total": "39"]),
                link: PageLink(strings["bannerPartialLink"], href: "../../report/analytics-\(locale).html"))
        ]
        view.provenance = Provenance(
            sourceCommit: "9fceb02d0ae598e95dc970b74767f19372d61af8", sourceHash: nil, handOffDate: "2018-08-31", origin: .human,
            contentLocale: nil)
        view.reportHref = "../../report/analytics-\(locale).html"
        view.editHref = "https://git.example/edit"
        return view
    }

    private func switcherEntry(_ tag: String) -> SitePageView.SwitcherEntry {
        let marks: [String: StateMark] = [
            "en-US": StateMark(.source), "ja-JP": StateMark(.partial, percent: 64), "ru-RU": StateMark(.outdated, percent: 100),
            "zh-CN": StateMark(.fallback), "zh-TW": StateMark(.machine, percent: 100),
        ]
        return .init(
            nativeName: Repository.nativeNames[tag] ?? tag, tag: tag, href: "../../\(tag.lowercased())/competencies/analytics.html",
            isCurrent: tag == locale, mark: marks[tag] ?? StateMark(.translated, percent: 100), isFallback: tag == "zh-CN")
    }

    private func requirements() throws -> String {
        typealias Item = RequirementListView.Item
        func item(_ text: String, quantity: String = "", _ runs: [RequirementListView.Run] = [], connector: String? = nil, number: Int? = nil) -> Item {
            let statement = RequirementListView.Statement(
                quantity: Array((quantity.isEmpty ? "" : "<strong class=\"quantity\">\(quantity)</strong>").utf8), html: Array(text.utf8))
            return Item(connectors: connector.map { [.init(html: Array($0.utf8))] } ?? [], statements: [statement], runs: runs, number: number)
        }
        func code(_ code: String) -> String { "<code class=\"subject\" data-copyable>\(code)</code>" }
        func level(_ title: String, _ items: [Item]) throws -> String {
            let view = RequirementListView(runs: [.init(form: .ordered, kind: .allOf, items: items)], strings: strings)
            return "<section class=\"level\"><h3>\(title)</h3>\n\(String(decoding: try renderer.requirements(view), as: UTF8.self))</section>"
        }
        let either = [
            item("MD-301 \(code("70-475"))"), item(words.certification, connector: strings["requirementOr"]),
            item("<a href=\"exams.html\">\(code("MCDA-2"))</a>"),
        ]
        let silver = try level(
            words.silver, [item(" " + words.scope, quantity: "500", number: 1), item(" " + words.engineers, quantity: "2", number: 2)])
        let gold = try level(
            words.gold,
            [
                item(" " + words.scope, quantity: words.quantity, number: 1),
                item(
                    " " + words.engineers, quantity: "4", [.init(form: .unordered, kind: .someOf, choose: 2, items: [item("A"), item("B"), item("C")])],
                    number: 2),
                item(words.exams, [.init(form: .unordered, kind: .anyOf, items: either)], number: 3),
            ])
        return "<div class=\"levels\">\(silver)\(gold)</div>"
    }

    private func body() throws -> [UInt8] {
        let html = """
            <h1>\(words.title)</h1>
            <p>\(words.intro)</p>
            <div class="alert alert-note"><p class="alert-title">\(words.note)</p><p>\(words.noteText)</p></div>
            <h2 id="requirements">\(words.silver) · \(words.gold)</h2>
            \(try requirements())
            <h2 id="exams">\(words.exams)</h2>
            <p>\(words.noteText) <a href="platform.html">\(words.next)</a></p>
            <ul><li>\(words.certification)<ul><li>\(words.exams): <code>70-475</code></li><li>\(words.gold)</li></ul></li><li>\(words.benefits)</li></ul>
            <div class="alert alert-warning"><p class="alert-title">\(strings["alertWarning"])</p><p>\(words.warningText)</p></div>
            <h3 id="licences">\(words.table)</h3>
            <div class="table-scroll" role="region" aria-label="\(words.table)" tabindex="0"><table><thead><tr><th scope="col">\(words.table)</th><th scope="col" align="right">\(words.silver)</th><th scope="col" align="right">\(words.gold)</th></tr></thead>
            <tbody><tr><td>Office 365 E3</td><td align="right">25</td><td align="right">100</td></tr><tr><td>Azure Analysis Services</td><td align="right">10</td><td align="right">50</td></tr><tr><td>\(words.certification)</td><td align="right">–</td><td align="right">1.250</td></tr></tbody></table></div>
            <h3 id="check">\(words.code)</h3>
            <pre><code>$ meridian competency check --level gold --json
            { "level": "gold", "seats": 2114, "required": 2000, "missing": [] }</code></pre>
            <blockquote><p>\(words.noteText)</p></blockquote>
            <h2 id="benefits">\(words.benefits)</h2>
            <ul><li><input type="checkbox" checked disabled aria-label="✓"> \(words.task)</li><li><input type="checkbox" disabled aria-label="–"> \(words.certification)</li></ul>
            <p lang="en">This sentence has not been translated yet and is marked as English.</p>
            <section class="footnotes"><ol><li id="fn1"><p>\(words.foot) <a href="#fnref1" class="footnote-backref" aria-label="\(strings["footnoteBack"])">↩</a></p></li></ol></section>
            """
        return Array(html.utf8)
    }
}
