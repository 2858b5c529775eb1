internal import Prose

/// How JSON is laid out.
public enum JSONLayout: Sendable {
  /// An object on one line.
  case line
  /// A field a line, and in lists of objects an object a line.
  case lines
}

/// Writes JSON into a buffer of bytes.
///
/// Controls, line separators and marks of writing direction are escaped, so that an article's text sends nothing
/// to a terminal and a line ends only where it should.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private let layout: JSONLayout
  /// Whether a value has ended in the list or object at hand.
  private var needsComma = false
  private var isBehindName = false
  /// Where the bytes go when there are many; nil to keep them all.
  private let write: (([UInt8]) -> Void)?

  init(layout: JSONLayout, write: (([UInt8]) -> Void)? = nil) {
    self.layout = layout
    self.write = write
  }

  /// Hands over what is written and not yet handed over.
  mutating func flush() {
    guard let write, !bytes.isEmpty else { return }
    write(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  private static let pieceLength = 1 << 18

  /// The outermost object, with a line end behind it; its fields begin with `field(_:)`.
  mutating func document(_ fields: (inout JSONWriter) -> Void) {
    enclose("{", "}") { writer in
      fields(&writer)
      writer.breakLine(indent: 0)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Begins a field of the document; a value follows.
  mutating func field(_ name: StaticString) { begin(name, indent: 2) }

  /// A list of objects, on a line each.
  mutating func rows<Row>(
    _ rows: some Collection<Row>,
    _ fields: (inout JSONWriter, Row) -> Void
  ) {
    beginValue()
    enclose("[", "]") { writer in
      for row in rows {
        writer.beginValue(indent: 4)
        writer.enclose("{", "}") { fields(&$0, row) }
      }
      if !rows.isEmpty { writer.breakLine(indent: 2) }
    }
  }

  /// An object within a line; its fields begin with `name(_:)`.
  mutating func object(_ fields: (inout JSONWriter) -> Void) {
    beginValue()
    enclose("{", "}", fields)
  }

  /// Begins a field within a line; a value follows.
  mutating func name(_ name: StaticString) { begin(name, indent: nil) }

  mutating func list<Item>(
    _ items: some Sequence<Item>,
    _ write: (inout JSONWriter, Item) -> Void
  ) {
    beginValue()
    enclose("[", "]") { writer in
      for item in items { write(&writer, item) }
    }
  }

  /// A value written as it is: a number, a word of JSON.
  mutating func raw(_ value: String) {
    beginValue()
    bytes.append(contentsOf: value.utf8)
    needsComma = true
  }

  mutating func null() { raw("null") }

  mutating func number(_ number: Int) {
    beginValue()
    digits(of: number)
    needsComma = true
  }

  /// A string of a letter and a number behind it.
  mutating func string(_ letter: Unicode.Scalar, _ number: Int) {
    beginValue()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: letter))
    digits(of: number)
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  private mutating func digits(of number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    let start = bytes.count
    var rest = number.magnitude
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  /// The fewest digits that read back as `number`; null for what JSON has no number for.
  mutating func number(_ number: Float) {
    if number.isFinite { raw(number.description) } else { null() }
  }

  mutating func string(_ string: String) {
    var string = string
    string.withUTF8 { self.string($0) }
  }

  /// A string of bytes; what is not UTF-8 becomes U+FFFD.
  mutating func string(_ text: UnsafeBufferPointer<UInt8>) {
    beginValue()
    bytes.append(UInt8(ascii: "\""))
    var runStart = 0
    var offset = 0
    while offset < text.count {
      if offset - runStart >= Self.pieceLength {
        bytes.append(contentsOf: text[runStart..<offset])
        runStart = offset
        flush()
      }
      let byte = text[offset]
      if byte >= 32, byte < 127, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
        offset += 1
        continue
      }
      let (count, isWellFormed) = text.scalar(at: offset)
      if let written = isWellFormed ? escape(of: text, at: offset) : "\u{FFFD}" {
        bytes.append(contentsOf: text[runStart..<offset])
        bytes.append(contentsOf: written.utf8)
        runStart = offset + count
      }
      offset += count
    }
    bytes.append(contentsOf: text[runStart...])
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  private mutating func begin(_ name: StaticString, indent: Int?) {
    beginValue(indent: indent)
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: (layout == .line ? "\":" : "\": ").utf8)
    isBehindName = true
  }

  /// What stands before a value: nothing behind its name, else a comma if it is not the first.
  private mutating func beginValue(indent: Int? = nil) {
    if bytes.count >= Self.pieceLength { flush() }
    if isBehindName {
      isBehindName = false
      return
    }
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    if let indent {
      breakLine(indent: indent)
    } else if needsComma, layout == .lines {
      bytes.append(UInt8(ascii: " "))
    }
  }

  private mutating func enclose(
    _ opening: String,
    _ closing: String,
    _ body: (inout JSONWriter) -> Void
  ) {
    bytes.append(contentsOf: opening.utf8)
    needsComma = false
    body(&self)
    bytes.append(contentsOf: closing.utf8)
    needsComma = true
  }

  private mutating func breakLine(indent: Int) {
    guard layout == .lines else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
  }
}

/// How the well-formed scalar at `offset` is written; nil for as it is.
private func escape(of text: UnsafeBufferPointer<UInt8>, at offset: Int) -> String? {
  switch text[offset] {
  case UInt8(ascii: "\""): #"\""#
  case UInt8(ascii: "\\"): #"\\"#
  case 9: #"\t"#
  case 10: #"\n"#
  case 13: #"\r"#
  case 0..<32, 127: escape(UInt32(text[offset]))
  // U+0080 to U+009F, which a terminal may obey.
  case 0xC2 where text[offset + 1] < 0xA0: escape(UInt32(text[offset + 1]))
  // U+2028 to U+202E and U+2066 to U+2069.
  case 0xE2 where text[offset + 1] == 0x80 && (0xA8...0xAE).contains(text[offset + 2]),
    0xE2 where text[offset + 1] == 0x81 && (0xA6...0xA9).contains(text[offset + 2]):
    escape(0x2000 + UInt32(text[offset + 1] & 0x3F) << 6 + UInt32(text[offset + 2] & 0x3F))
  default: nil
  }
}

private func escape(_ scalar: UInt32) -> String {
  let digits = String(scalar, radix: 16)
  return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
}
