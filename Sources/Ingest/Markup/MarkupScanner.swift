/// A piece of marked-up text, as places in its bytes.
enum MarkupPiece: Equatable {
  /// Text whose character references are not resolved.
  case text(Range<Int>)
  /// What stood in a CDATA section: text as it is.
  case literal(Range<Int>)
  case open(name: Range<Int>, attributes: [MarkupAttribute], isEmpty: Bool)
  case close(name: Range<Int>)
}

struct MarkupAttribute: Equatable {
  let name: Range<Int>
  /// Without its quotation marks; character references are not resolved.
  let value: Range<Int>
}

/// Steps through XML, or what should have been XML, from tag to tag.
///
/// It never fails: a `<` that begins nothing is text, a tag that does not end does so before the next one, and a
/// quotation mark that is missing is supplied. Comments, instructions and document types are passed over; nothing
/// that they declare has an effect. Every byte is looked at a bounded number of times.
struct MarkupScanner {
  let bytes: [UInt8]
  private var offset: Int
  /// Where a search for the end of something ran into the end of the text, so that it is not made again.
  private var isMissing: Set<Terminator> = []

  private enum Terminator: Hashable {
    case comment, literal, instruction, bracket
    case quote(UInt8)

    var bytes: [UInt8] {
      switch self {
      case .comment: Array("-->".utf8)
      case .literal: Array("]]>".utf8)
      case .instruction: Array("?>".utf8)
      case .bracket: [UInt8(ascii: ">")]
      case .quote(let mark): [mark]
      }
    }
  }

  init(_ bytes: [UInt8], from offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  /// The next piece; nil at the end.
  mutating func next() -> MarkupPiece? {
    while offset < bytes.count {
      guard beginsMarkup(at: offset) else { return text() }
      if let piece = markup() { return piece }
    }
    return nil
  }

  private mutating func text() -> MarkupPiece {
    let start = offset
    offset += 1
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "<") || !beginsMarkup(at: offset) {
      offset += 1
    }
    return .text(start..<offset)
  }

  private func beginsMarkup(at start: Int) -> Bool {
    guard bytes[start] == UInt8(ascii: "<"), start + 1 < bytes.count else { return false }
    switch bytes[start + 1] {
    case UInt8(ascii: "?"): return true
    case UInt8(ascii: "/"): return start + 2 < bytes.count && isNameStart(bytes[start + 2])
    case UInt8(ascii: "!"):
      return start + 2 < bytes.count
        && (isNameStart(bytes[start + 2]) || matches("--", at: start + 2)
          || matches("[CDATA[", at: start + 2))
    case let byte: return isNameStart(byte)
    }
  }

  /// What begins at a `<`; nil for what is passed over.
  private mutating func markup() -> MarkupPiece? {
    let start = offset
    switch bytes[start + 1] {
    case UInt8(ascii: "?"):
      offset = find(.instruction, from: start + 2).map { $0 + 2 } ?? behindBracket(from: start + 2)
      return nil
    case UInt8(ascii: "!"):
      if matches("--", at: start + 2) {
        offset = find(.comment, from: start + 4).map { $0 + 3 } ?? behindBracket(from: start + 4)
        return nil
      }
      if matches("[CDATA[", at: start + 2) {
        let end = find(.literal, from: start + 9)
        offset = end.map { $0 + 3 } ?? bytes.count
        return .literal((start + 9)..<(end ?? bytes.count))
      }
      passDocumentType()
      return nil
    case UInt8(ascii: "/"):
      let name = name(from: start + 2)
      offset = name.upperBound
      while offset < bytes.count, bytes[offset] != UInt8(ascii: "<") {
        offset += 1
        if bytes[offset - 1] == UInt8(ascii: ">") { break }
      }
      return .close(name: name)
    default:
      return tag()
    }
  }

  /// Passes a document type with the declarations in its brackets.
  private mutating func passDocumentType() {
    var isInBrackets = false
    var mark: UInt8?
    offset += 2
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if let open = mark {
        if byte == open { mark = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        // One that is not closed must not take the document with it.
        if find(.quote(byte), from: offset) != nil { mark = byte }
      case UInt8(ascii: "["): isInBrackets = true
      case UInt8(ascii: "]"): isInBrackets = false
      case UInt8(ascii: ">") where !isInBrackets: return
      default: break
      }
    }
  }

  private mutating func tag() -> MarkupPiece {
    let name = name(from: offset + 1)
    var attributes: [MarkupAttribute] = []
    offset = name.upperBound
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: ">"):
        offset += 1
        return .open(name: name, attributes: attributes, isEmpty: bytes[offset - 2] == slash)
      case UInt8(ascii: "<") where beginsMarkup(at: offset):
        return .open(name: name, attributes: attributes, isEmpty: false)
      case let byte where isSpace(byte) || byte == slash || byte == UInt8(ascii: "<"):
        offset += 1
      default:
        attributes.append(attribute())
      }
    }
    return .open(name: name, attributes: attributes, isEmpty: false)
  }

  private mutating func attribute() -> MarkupAttribute {
    let start = offset
    // One byte at least, so that a stray equals sign does not stop the walk.
    offset += 1
    while offset < bytes.count, !endsName(bytes[offset]) { offset += 1 }
    let name = start..<offset
    var place = offset
    while place < bytes.count, isSpace(bytes[place]) { place += 1 }
    guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else {
      return MarkupAttribute(name: name, value: offset..<offset)
    }
    offset = place + 1
    while offset < bytes.count, isSpace(bytes[offset]) { offset += 1 }
    guard offset < bytes.count else { return MarkupAttribute(name: name, value: offset..<offset) }
    let mark = bytes[offset]
    if mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") {
      offset += 1
      return MarkupAttribute(name: name, value: quotedValue(mark))
    }
    let valueStart = offset
    while offset < bytes.count, !isSpace(bytes[offset]), bytes[offset] != UInt8(ascii: ">"),
      bytes[offset] != UInt8(ascii: "<")
    {
      offset += 1
    }
    var end = offset
    if end < bytes.count, bytes[end] == UInt8(ascii: ">"), end > valueStart,
      bytes[end - 1] == slash
    {
      end -= 1
    }
    return MarkupAttribute(name: name, value: valueStart..<end)
  }

  /// A value up to its closing mark.
  ///
  /// A tag that begins within it behind the end of one tells that the mark is missing: the value then ends where the
  /// tag does.
  private mutating func quotedValue(_ mark: UInt8) -> Range<Int> {
    let start = offset
    var bracket: Int?
    while offset < bytes.count {
      switch bytes[offset] {
      case mark:
        offset += 1
        return start..<(offset - 1)
      case UInt8(ascii: ">"):
        if bracket == nil {
          if find(.quote(mark), from: offset) == nil { return start..<offset }
          bracket = offset
        }
      case UInt8(ascii: "<"):
        if let bracket, beginsMarkup(at: offset) {
          offset = bracket
          return start..<bracket
        }
      default: break
      }
      offset += 1
    }
    return start..<offset
  }

  private func name(from start: Int) -> Range<Int> {
    var end = start
    while end < bytes.count, !endsName(bytes[end]) || bytes[end] == UInt8(ascii: "=") { end += 1 }
    return start..<end
  }

  private func endsName(_ byte: UInt8) -> Bool {
    switch byte {
    case slash, UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "="): true
    default: isSpace(byte)
    }
  }

  private mutating func behindBracket(from start: Int) -> Int {
    find(.bracket, from: start).map { $0 + 1 } ?? bytes.count
  }

  /// Where a terminator next stands; nil where none is left.
  private mutating func find(_ terminator: Terminator, from start: Int) -> Int? {
    guard !isMissing.contains(terminator) else { return nil }
    let wanted = terminator.bytes
    var place = start
    while place + wanted.count <= bytes.count {
      if bytes[place] == wanted[0], bytes[place..<(place + wanted.count)].elementsEqual(wanted) {
        return place
      }
      place += 1
    }
    isMissing.insert(terminator)
    return nil
  }

  private func matches(_ text: StaticString, at start: Int) -> Bool {
    start + text.utf8CodeUnitCount <= bytes.count
      && text.withUTF8Buffer { bytes[start..<(start + $0.count)].elementsEqual($0) }
  }
}

private let slash = UInt8(ascii: "/")

func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

private func isNameStart(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "_"), UInt8(ascii: ":"), 0x80...:
    true
  default: false
  }
}
