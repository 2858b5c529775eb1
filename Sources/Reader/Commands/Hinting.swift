import Prose
import Screen

/// Letters on what can be reached on the screen.
struct Hints: Sendable {
  struct Target: Sendable {
    enum Kind: Hashable, Sendable {
      case subject(Focus.Subject)
      case quotation(row: Int)
      case link(String)
    }

    let range: Range<UInt32>
    let kind: Kind
    var label = ""
  }

  /// In text order.
  private(set) var targets: [Target]
  var typed = ""

  /// Letters that lie well below the fingers come first.
  private static let letters = Array("asdfghjkleruiowcvnmtybpqxz")

  init(_ targets: [Target]) {
    // Two letters reach 676; more do not fit on a screen that anybody reads.
    let count = min(targets.count, Self.letters.count * Self.letters.count)
    self.targets = Array(targets.prefix(count))
    let labels = Self.labels(count)
    for row in self.targets.indices { self.targets[row].label = labels[row] }
  }

  /// So many labels, of one letter as long as those last; none begins another.
  static func labels(_ count: Int) -> [String] {
    if count <= letters.count { return letters.prefix(count).map { String($0) } }
    // As few letters as possible are given up to begin longer labels.
    var pairs = 1
    while letters.count - pairs + pairs * letters.count < count, pairs < letters.count {
      pairs += 1
    }
    let single = letters.prefix(letters.count - pairs).map { String($0) }
    let double = letters.suffix(pairs).flatMap { first in letters.map { "\(first)\($0)" } }
    return Array((single + double).prefix(count))
  }

  /// Those that still can be meant.
  var open: [Target] { targets.filter { $0.label.hasPrefix(typed) } }
}

/// `f`: puts letters on every mention, quotation and link of the screen.
func startHints(_ state: inout ReaderState) -> [Effect] {
  guard state.hasText, let article = state.article else { return [] }
  state.panes.activate(nil)
  state.closeSheets()
  let visible = state.visible
  var targets = links(in: visible, article.document.text).map {
    Hints.Target(range: $0.range, kind: .link($0.address))
  }
  // Those of the page, where a link is not written out.
  targets += article.article.links
    .filter { link in
      visible.contains(link.range.lowerBound)
        && !targets.contains { $0.range.overlaps(link.range) }
    }
    .map { Hints.Target(range: $0.range, kind: .link($0.address)) }
  if let findings = article.findings {
    let document = findings.document
    if let tokens = document.tokens.tokens(in: visible) {
      for row in document.mentions.rows(in: tokens) {
        let id = ID<Mention>(row: row)
        guard let subject = document.subject(of: id) else { continue }
        targets.append(.init(range: document.range(of: id), kind: .subject(subject)))
      }
    }
    for row in 0..<document.quotations.count {
      let range = document.tokens.bytes(of: document.quotations.content(row))
      guard visible.contains(range.lowerBound) else { continue }
      targets.append(.init(range: range, kind: .quotation(row: row)))
    }
    for row in 0..<document.issues.count {
      let issue = ID<Issue>(row: row)
      for label in [document.issues.labels[row]] + document.issues.alsoCalled[row] {
        let range = document.tokens.bytes(of: label)
        guard visible.contains(range.lowerBound) else { continue }
        targets.append(.init(range: range, kind: .subject(.issue(issue))))
      }
    }
  }
  targets.removeAll { isFolded($0.range, article) }
  guard !targets.isEmpty else {
    state.message = Message(
      text: article.findings == nil
        ? "The article is still being read."
        : "Nobody is named or quoted on this screen, and there is no link."
    )
    return []
  }
  targets.sort {
    ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
  }
  state.hints = Hints(targets)
  return []
}

private func isFolded(_ range: Range<UInt32>, _ article: OpenArticle) -> Bool {
  let block = article.document.blocks.block(at: range.lowerBound)
  return block.map { article.layout.folds.folded($0) != nil } ?? true
}

/// Takes a letter of a hint; anything else ends them.
func takeHintKey(_ state: inout ReaderState, _ key: Key) -> [Effect] {
  guard var hints = state.hints else { return [] }
  switch key {
  case .backspace where !hints.typed.isEmpty:
    hints.typed.removeLast()
    state.hints = hints
    return []
  case .character(let letter):
    hints.typed += letter.lowercased()
    let open = hints.open
    if open.isEmpty {
      state.hints = nil
      state.message = Message(text: "No hint is called \(hints.typed).")
      return []
    }
    if open.count == 1, open[0].label == hints.typed {
      state.hints = nil
      return take(&state, open[0])
    }
    state.hints = hints
    return []
  default:
    state.hints = nil
    return []
  }
}

/// Follows who is named, shows who speaks or what is disputed, opens a link.
private func take(_ state: inout ReaderState, _ target: Hints.Target) -> [Effect] {
  switch target.kind {
  case .link(let address):
    return openLink(&state, address)
  case .subject(.issue(let issue)):
    return openSheet(&state, .card(.issue(issue)))
  case .subject(let subject):
    setFocus(&state, subject)
    jump(&state, to: target.range)
    return []
  case .quotation(let row):
    jump(&state, to: target.range, isPassage: true)
    guard let actor = state.article?.findings?.document.quotations.actors[row] else { return [] }
    return openSheet(&state, .card(.actor(actor)))
  }
}

func openLink(_ state: inout ReaderState, _ address: String) -> [Effect] {
  state.message = Message(text: "Opening \(address)")
  return [.openLink(address)]
}

/// The addresses on the screen: of the web alone, for nothing else is opened for an article.
func links(
  in visible: Range<UInt32>,
  _ text: SourceText
) -> [(range: Range<UInt32>, address: String)] {
  text.withBytes { bytes in
    var found: [(Range<UInt32>, String)] = []
    var byte = Int(visible.lowerBound)
    let end = min(Int(visible.upperBound), bytes.count)
    let schemes = ["https://", "http://"].map { Array($0.utf8) }
    while byte < end {
      let scheme = schemes.first { scheme in
        byte + scheme.count < end
          && scheme.indices.allSatisfy { bytes[byte + $0] | 0x20 == scheme[$0] | 0x20 }
      }
      guard let scheme else {
        byte += 1
        continue
      }
      var stop = byte + scheme.count
      while stop < bytes.count, isAddress(bytes[stop]), stop - byte < 2000 { stop += 1 }
      // What ends the sentence is no part of it, nor is a bracket that it did not open.
      while stop > byte + scheme.count,
        ".,;:!?'\"".utf8.contains(bytes[stop - 1])
          || bytes[stop - 1] == 0x29 && !bytes[byte..<stop].contains(0x28)
      {
        stop -= 1
      }
      if stop > byte + scheme.count {
        let address = String(decoding: bytes[byte..<stop], as: UTF8.self)
        found.append((UInt32(byte)..<UInt32(stop), address))
      }
      byte = max(stop, byte + 1)
    }
    return found
  }
}

/// Whether a byte may stand in an address as it is written.
private func isAddress(_ byte: UInt8) -> Bool {
  byte > 0x20 && byte < 0x7F && !"<>\"{}|\\^`".utf8.contains(byte)
}
