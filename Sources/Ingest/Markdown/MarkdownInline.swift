/// A line of Markdown as it is read: without the signs of emphasis, code and links, whose text stays.
///
/// Signs that mean nothing where they stand, such as a lone star, stay too.
struct MarkdownInline {
  private let source: [Character]
  private let references: Set<String>
  private var result: [Character] = []
  private var index = 0
  /// Signs that may still be looked ahead from, and found to end nowhere.
  private var patience = 200

  private init(_ source: [Character], references: Set<String>) {
    self.source = source
    self.references = references
  }

  /// The text of `markdown`; `references` are the labels that the document defines, in small letters.
  static func text(_ markdown: String, references: Set<String>) -> String {
    var inline = MarkdownInline(Array(markdown), references: references)
    inline.run(depth: 0)
    return String(inline.result)
  }

  private mutating func run(depth: Int) {
    while index < source.count {
      guard patience > 0 else {
        result.append(contentsOf: source[index...])
        return
      }
      switch source[index] {
      case "\\"
      where index + 1 < source.count
        && (source[index + 1].isPunctuation || source[index + 1].isSymbol):
        result.append(source[index + 1])
        index += 2
      case "`": code()
      case "!" where peek(1) == "[":
        index += 1
        link(depth: depth)
      case "[": link(depth: depth)
      case "<": angle()
      case "&": entity()
      case "*", "_", "~": emphasis()
      default: take()
      }
    }
  }

  private func peek(_ distance: Int) -> Character? {
    index + distance < source.count ? source[index + distance] : nil
  }

  private mutating func take() {
    result.append(source[index])
    index += 1
  }

  private mutating func code() {
    let count = source[index...].prefix { $0 == "`" }.count
    var end = index + count
    while end < source.count {
      let run = source[end...].prefix { $0 == "`" }.count
      if run == count { break }
      end += max(1, run)
    }
    guard end < source.count else {
      patience -= 1
      result.append(contentsOf: source[index..<index + count])
      index += count
      return
    }
    result.append(contentsOf: String(source[index + count..<end]).trimmed)
    index = end + count
  }

  /// `[text](address)`, `[text][label]`, `[label]`, a note's mark; anything else in brackets stays as it is.
  private mutating func link(depth: Int) {
    guard depth < 8, let close = closing("[", "]", from: index) else {
      patience -= 1
      return take()
    }
    let text = Array(source[index + 1..<close])
    var end = close + 1
    var isLink = references.contains(String(text).lowercased())
    if end < source.count, source[end] == "(", let paren = closing("(", ")", from: end) {
      isLink = true
      end = paren + 1
    } else if end < source.count, source[end] == "[", let bracket = closing("[", "]", from: end) {
      let label = String(source[end + 1..<bracket]).lowercased()
      isLink = references.contains(label) || label.isEmpty && isLink
      if isLink { end = bracket + 1 }
    }
    if text.first == "^" {
      index = end
      return
    }
    guard isLink else {
      patience -= 1
      return take()
    }
    var inner = MarkdownInline(text, references: references)
    inner.run(depth: depth + 1)
    result.append(contentsOf: inner.result)
    index = end
  }

  /// The place of the bracket that ends the one at `start`, no further than 2,000 characters.
  private func closing(_ open: Character, _ close: Character, from start: Int) -> Int? {
    var level = 0
    var place = start
    while place < min(source.count, start + 2000) {
      if source[place] == "\\" {
        place += 1
      } else if source[place] == open {
        level += 1
      } else if source[place] == close {
        level -= 1
        if level == 0 { return place }
      }
      place += 1
    }
    return nil
  }

  /// An address in angle brackets stays, a tag goes.
  private mutating func angle() {
    guard let end = source[index...].prefix(1000).firstIndex(of: ">"), let first = peek(1) else {
      patience -= 1
      return take()
    }
    let inner = String(source[index + 1..<end])
    if !inner.contains(" "), inner.contains("://") || inner.contains("@") {
      result.append(contentsOf: inner)
      index = end + 1
    } else if first.isLetter || first == "/" || first == "!" || first == "?" {
      index = end + 1
    } else {
      take()
    }
  }

  private mutating func entity() {
    guard let end = source[index...].prefix(12).firstIndex(of: ";") else { return take() }
    let name = String(source[index + 1..<end])
    let known = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "mdash": "—",
      "ndash": "–",
    ]
    var value = known[name].map(Character.init)
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let isHex = digits.first == "x" || digits.first == "X"
      let code = UInt32(isHex ? digits.dropFirst() : digits, radix: isHex ? 16 : 10)
      value = code.flatMap(Unicode.Scalar.init).flatMap { $0.value < 32 ? nil : Character($0) }
    }
    guard let value else { return take() }
    result.append(value)
    index = end + 1
  }

  /// Stars, underscores and tildes at the edge of a word go; among spaces, and underscores within words, stay.
  private mutating func emphasis() {
    let sign = source[index]
    let count = source[index...].prefix { $0 == sign }.count
    let before = index > 0 ? source[index - 1] : " "
    let behind = index + count < source.count ? source[index + count] : " "
    let isAlone = before.isWhitespace && behind.isWhitespace
    let isWithin = (before.isLetter || before.isNumber) && (behind.isLetter || behind.isNumber)
    if isAlone || sign == "_" && isWithin || sign == "~" && count != 2
      || sign == "*" && count == 1 && before.isNumber && behind.isNumber
    {
      result.append(contentsOf: source[index..<index + count])
    }
    index += count
  }
}

extension String {
  /// Without white space at its ends.
  var trimmed: String {
    var part = self[...]
    while part.first?.isWhitespace == true { part.removeFirst() }
    while part.last?.isWhitespace == true { part.removeLast() }
    return String(part)
  }
}
