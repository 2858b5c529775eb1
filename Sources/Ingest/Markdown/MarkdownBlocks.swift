internal import Prose

/// A block of Markdown, its lines joined.
struct MarkdownBlock: Equatable {
  var kind: BlockKind
  /// 1 to 6 for a heading.
  var level = 0
  /// Still with its inline signs, except where it is code.
  var text: String
  var isCode = false
}

/// The blocks of a document: what CommonMark knows and news has, one level deep.
///
/// Lists and quotations in each other become the items and quotations that they hold.
struct MarkdownReader {
  private(set) var blocks: [MarkdownBlock] = []
  /// The labels of link definitions, in small letters.
  private(set) var references: Set<String> = []
  /// The fields of the head between two lines of dashes, by name in small letters.
  private(set) var fields: [String: String] = [:]
  private var open: MarkdownBlock?
  private var fence: String?

  init(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    readFields(&lines)
    for line in lines { add(String(line)) }
    flush()
  }

  private mutating func readFields(_ lines: inout ArraySlice<Substring>) {
    guard lines.first == "---",
      let end = lines.dropFirst().prefix(100).firstIndex(where: { $0 == "---" || $0 == "..." })
    else { return }
    for line in lines[lines.startIndex + 1..<end] {
      guard let colon = line.firstIndex(of: ":"), line.first?.isWhitespace == false else {
        continue
      }
      var value = String(line[line.index(after: colon)...]).trimmed
      for quote in ["\"", "'"]
      where value.count > 1 && value.hasPrefix(quote) && value.hasSuffix(quote) {
        value = String(value.dropFirst().dropLast())
      }
      fields[line[..<colon].lowercased()] = value
    }
    lines = lines[(end + 1)...]
  }

  private mutating func add(_ line: String) {
    let indent = line.prefix { $0 == " " }.count
    let rest = line.trimmed
    if let fence {
      if rest.hasPrefix(fence), rest.allSatisfy({ $0 == fence.first }) {
        self.fence = nil
        flush()
      } else {
        open = MarkdownBlock(
          kind: .paragraph,
          text: (open.map { $0.text + "\n" } ?? "") + line,
          isCode: true
        )
      }
      return
    }
    for sign in ["```", "~~~"] where rest.hasPrefix(sign) {
      flush()
      fence = String(rest.prefix { $0 == sign.first })
      return
    }
    if rest.isEmpty { return flush() }
    if indent >= 4, open == nil || open?.isCode == true, blocks.last?.kind != .listItem {
      let text = String(line.dropFirst(4))
      open = MarkdownBlock(
        kind: .paragraph,
        text: (open.map { $0.text + "\n" } ?? "") + text,
        isCode: true
      )
      return
    }
    if open?.isCode == true { flush() }
    addProse(rest, isHardBreak: line.hasSuffix("  ") || line.hasSuffix("\\"))
  }

  private mutating func addProse(_ line: String, isHardBreak: Bool) {
    if let level = headingLevel(line) {
      flush()
      var text = String(line.dropFirst(level)).trimmed
      while text.hasSuffix("#") { text.removeLast() }
      open = MarkdownBlock(kind: .heading, level: level, text: text.trimmed)
      return flush()
    }
    if let open, open.kind == .paragraph,
      line.allSatisfy({ $0 == "=" }) || line.allSatisfy({ $0 == "-" })
    {
      self.open = MarkdownBlock(kind: .heading, level: line.first == "=" ? 1 : 2, text: open.text)
      return flush()
    }
    if isRule(line) { return flush() }
    if let label = definition(line) {
      references.insert(label)
      return
    }
    if line.hasPrefix(">") {
      let text = String(line.drop { $0 == ">" || $0 == " " })
      if open?.kind != .quotation || text.isEmpty { flush() }
      if !text.isEmpty { join(text, kind: .quotation, isHardBreak: isHardBreak) }
      return
    }
    if let item = listItem(line) {
      flush()
      open = MarkdownBlock(kind: .listItem, text: item)
      return
    }
    if line.hasPrefix("|") {
      flush()
      let cells = line.split(separator: "|").map { String($0).trimmed }.filter { !$0.isEmpty }
      let isRuler = cells.allSatisfy { $0.allSatisfy { "-: ".contains($0) } }
      if !isRuler { open = MarkdownBlock(kind: .paragraph, text: cells.joined(separator: " · ")) }
      return flush()
    }
    join(line, kind: open?.kind ?? .paragraph, isHardBreak: isHardBreak)
  }

  private mutating func join(_ line: String, kind: BlockKind, isHardBreak: Bool) {
    var line = line
    if isHardBreak {
      if line.hasSuffix("\\") { line.removeLast() }
      line += "\n"
    }
    guard let open else {
      self.open = MarkdownBlock(kind: kind, text: line)
      return
    }
    self.open?.text = open.text + (open.text.hasSuffix("\n") ? "" : " ") + line
  }

  private mutating func flush() {
    guard let block = open else { return }
    open = nil
    blocks.append(block)
  }

  private func headingLevel(_ line: String) -> Int? {
    let level = line.prefix { $0 == "#" }.count
    let isHeading =
      (1...6).contains(level) && (line.count == level || line.dropFirst(level).first == " ")
    return isHeading ? level : nil
  }

  private func isRule(_ line: String) -> Bool {
    let signs = line.filter { $0 != " " }
    return signs.count >= 3 && ["-", "*", "_"].contains(signs.first)
      && signs.allSatisfy { $0 == signs.first }
  }

  /// The label of `[label]: address`.
  private func definition(_ line: String) -> String? {
    guard line.hasPrefix("["), !line.hasPrefix("[^"), let end = line.range(of: "]:") else {
      return nil
    }
    return line[line.index(after: line.startIndex)..<end].lowercased()
  }

  private func listItem(_ line: String) -> String? {
    if let sign = line.first, "-*+".contains(sign), line.dropFirst().first == " " {
      let text = String(line.dropFirst(2)).trimmed
      return ["[ ] ", "[x] ", "[X] "].contains(String(text.prefix(4)))
        ? String(text.dropFirst(4)) : text
    }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    let rest = line.dropFirst(digits.count)
    guard (1...9).contains(digits.count), rest.hasPrefix(". ") || rest.hasPrefix(") ") else {
      return nil
    }
    return line
  }
}

extension String {
  /// Where `pattern` begins.
  fileprivate func range(of pattern: String) -> String.Index? {
    ranges(of: pattern).first?.lowerBound
  }
}
