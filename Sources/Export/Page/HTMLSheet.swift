internal import Prose

/// One article of an HTML page.
struct HTMLSheet {
  let document: Document
  let article: Article
  /// Tells its anchors from those of other articles on the page.
  let number: Int

  var title: String { article.title(in: document) }

  var markup: String {
    """
    <main class="sheet">
    <header>
    <h1>\(markupText(title))</h1>
    <p class="facts">\(article.facts.map(markupText).joined(separator: " · "))</p>
    </header>
    <article class="text">
    \(blocks)</article>
    <aside>
    \(HTMLPanes(sheet: self).markup)</aside>
    \(HTMLMatrix(sheet: self).markup)</main>

    """
  }

  /// The anchor of a finding.
  func anchor(_ letter: String, _ row: Int) -> String { "s\(number)\(letter)\(row + 1)" }

  private var blocks: String {
    let cutter = RunCutter(document)
    let signs = evidenceSigns
    var isInList = false
    var written = ""
    for row in 0..<document.blocks.count where document.blocks.headline != row {
      let kind = document.blocks.kinds[row]
      if (kind == .listItem) != isInList {
        isInList.toggle()
        written += isInList ? "<ul>\n" : "</ul>\n"
      }
      let (open, close) = tags(kind)
      written += open
      written += passages(cutter.runs(of: document.blocks.range(row)), signs)
      written += close + "\n"
    }
    return written + (isInList ? "</ul>\n" : "")
  }

  private func tags(_ kind: BlockKind) -> (String, String) {
    switch kind {
    case .heading: ("<h3>", "</h3>")
    case .quotation: ("<blockquote>", "</blockquote>")
    case .listItem: ("<li>", "</li>")
    case .paragraph, .headline: ("<p>", "</p>")
    case .byline, .dateline, .caption, .boilerplate: (#"<p class="\#(kind.rawValue)">"#, "</p>")
    }
  }

  private func markup(_ run: TextRun) -> String {
    var text = markupText(document.text.string(in: run.range))
    if let row = run.mention {
      let (kind, anchor) = target(row)
      text = ##"<a class="\##(kind)" href="#\##(anchor)">\##(text)</a>"##
    }
    if run.isTime { text = #"<span class="when">\#(text)</span>"# }
    if run.quotation != nil { text = #"<span class="said">\#(text)</span>"# }
    return text
  }

  private func target(_ mention: Int) -> (kind: String, anchor: String) {
    if let actor = document.actors.ofMention[mention] {
      let isPerson = [.person, .source].contains(document.actors.kinds[actor.index])
      return (isPerson ? "person" : "body", anchor("a", actor.index))
    }
    return ("place", anchor("p", document.places.ofMention[mention]?.index ?? 0))
  }

  /// The runs of a block, those of one sentence that shows a position together.
  private func passages(_ runs: [TextRun], _ signs: [Int: EvidenceSign]) -> String {
    var written = ""
    var open: Int?
    for run in runs {
      if run.evidence != open {
        if open != nil { written += "</span>" }
        open = run.evidence
        if let sentence = open, let sign = signs[sentence] {
          written +=
            #"<span class="shown" id="\#(anchor("s", sentence))"><span class="sign \#(sign.cssClass)" "#
            + #"title="\#(markupText(sign.words.joined(separator: "; ")))">\#(sign.symbol)</span>"#
        }
      }
      written += markup(run)
    }
    return open == nil ? written : written + "</span>"
  }

  /// What each sentence that shows a position has in the margin.
  private var evidenceSigns: [Int: EvidenceSign] {
    var signs: [Int: EvidenceSign] = [:]
    for row in 0..<document.positions.count {
      let stance = document.positions.stances[row]
      let issue = document.label(of: document.positions.issues[row])
      let actor = document.name(of: document.positions.actors[row])
      for sentence in document.positions.evidence[row] {
        signs[sentence.index, default: EvidenceSign()].add(
          stance,
          "\(actor) \(stance.rawValue): \(issue)"
        )
      }
    }
    return signs
  }
}

/// The signs of all positions that a sentence shows, as one.
private struct EvidenceSign {
  private var signs: Set<StanceSign> = []
  private(set) var words: [String] = []

  mutating func add(_ stance: Stance, _ words: String) {
    signs.insert(stance.sign)
    self.words.append(words)
  }

  var symbol: String {
    switch (signs.contains(.plus), signs.contains(.minus)) {
    case (true, true): "±"
    case (true, false): "+"
    case (false, true): "−"
    case (false, false): "?"
    }
  }

  var cssClass: String {
    switch symbol {
    case "+": "plus"
    case "−": "minus"
    default: "none"
    }
  }
}

extension StanceSign {
  var cssClass: String {
    switch self {
    case .plus: "plus"
    case .minus: "minus"
    case .none: "none"
    }
  }
}
