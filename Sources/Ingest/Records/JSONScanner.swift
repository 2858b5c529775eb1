internal import Prose

/// Steps through one JSON value, strict as RFC 8259 has it.
///
/// Foundation's decoder reads 60 MB a second, turns numbers into doubles and knows no bytes; this one gives an
/// article's text as the bytes it becomes.
struct JSONScanner {
  enum Value {
    /// UTF-8, with its escapes undone.
    case string([UInt8])
    /// As written.
    case number(String)
    case null
    /// A truth value, a list or an object, passed over.
    case other
  }

  /// Lists and objects may stand this many levels deep in each other.
  private static let deepest = 512

  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// Steps into an object; false, without a step, where another value stands.
  mutating func beginsObject() -> Bool {
    skipSpace()
    guard peek() == UInt8(ascii: "{") else { return false }
    offset += 1
    return true
  }

  /// The next field's name, with the colon behind it passed; nil behind the object's end.
  mutating func nextName(isFirst: Bool) throws(RecordError) -> String? {
    skipSpace()
    if peek() == UInt8(ascii: "}") {
      offset += 1
      return nil
    }
    if !isFirst {
      try expect(UInt8(ascii: ","), "a comma or }")
      skipSpace()
    }
    guard peek() == UInt8(ascii: "\"") else { throw expected("a name in quotation marks") }
    let name = try string()
    skipSpace()
    try expect(UInt8(ascii: ":"), "a colon")
    return String(decoding: name, as: UTF8.self)
  }

  /// Steps into a list; false, without a step, where another value stands.
  mutating func beginsList() -> Bool {
    skipSpace()
    guard peek() == UInt8(ascii: "[") else { return false }
    offset += 1
    return true
  }

  /// Whether another item follows, with the comma before it passed; behind the last one the list's end is.
  mutating func nextItem(isFirst: Bool) throws(RecordError) -> Bool {
    skipSpace()
    if peek() == UInt8(ascii: "]") {
      offset += 1
      return false
    }
    if !isFirst { try expect(UInt8(ascii: ","), "a comma or ]") }
    return true
  }

  mutating func next() throws(RecordError) -> Value {
    skipSpace()
    switch peek() {
    case UInt8(ascii: "\""):
      return .string(try string())
    case UInt8(ascii: "-"), (UInt8(ascii: "0")...UInt8(ascii: "9"))?:
      return .number(try number())
    case UInt8(ascii: "n"):
      try word("null")
      return .null
    default:
      try skipValue()
      return .other
    }
  }

  mutating func skipValue() throws(RecordError) { try skipValue(depth: 0) }

  /// Checks that nothing but space is left.
  mutating func finish() throws(RecordError) {
    skipSpace()
    guard offset == bytes.count else { throw expected("the end of the line") }
  }

  private mutating func skipValue(depth: Int) throws(RecordError) {
    guard depth < Self.deepest else { throw .tooDeep(limit: Self.deepest) }
    skipSpace()
    switch peek() {
    case UInt8(ascii: "{"):
      offset += 1
      var isFirst = true
      while try nextName(isFirst: isFirst) != nil {
        isFirst = false
        try skipValue(depth: depth + 1)
      }
    case UInt8(ascii: "["):
      offset += 1
      try skipItems(depth: depth)
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "t"): try word("true")
    case UInt8(ascii: "f"): try word("false")
    case UInt8(ascii: "n"): try word("null")
    case UInt8(ascii: "-"), (UInt8(ascii: "0")...UInt8(ascii: "9"))?: _ = try number()
    default: throw expected("a value")
    }
  }

  private mutating func skipItems(depth: Int) throws(RecordError) {
    skipSpace()
    var isFirst = true
    while peek() != UInt8(ascii: "]") {
      if !isFirst { try expect(UInt8(ascii: ","), "a comma or ]") }
      isFirst = false
      try skipValue(depth: depth + 1)
      skipSpace()
    }
    offset += 1
  }

  private mutating func string() throws(RecordError) -> [UInt8] {
    offset += 1
    var result: [UInt8] = []
    var runStart = offset
    while let byte = peek() {
      switch byte {
      case UInt8(ascii: "\""):
        result.append(contentsOf: bytes[runStart..<offset])
        offset += 1
        return result
      case UInt8(ascii: "\\"):
        result.append(contentsOf: bytes[runStart..<offset])
        try escape(into: &result)
        runStart = offset
      case 0..<32:
        throw expected("an escape in place of a control character")
      case 32..<128:
        offset += 1
      default:
        let (count, isWellFormed) = bytes.scalar(at: offset)
        guard isWellFormed else { throw .notUTF8(byteOffset: offset) }
        offset += count
      }
    }
    throw expected("a closing quotation mark")
  }

  private mutating func escape(into result: inout [UInt8]) throws(RecordError) {
    let start = offset
    offset += 1
    guard let letter = peek() else { throw expected("the rest of an escape") }
    offset += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(letter)
    case UInt8(ascii: "b"): result.append(8)
    case UInt8(ascii: "f"): result.append(12)
    case UInt8(ascii: "n"): result.append(10)
    case UInt8(ascii: "r"): result.append(13)
    case UInt8(ascii: "t"): result.append(9)
    case UInt8(ascii: "u"):
      let scalar = try scalar(from: start)
      result.append(contentsOf: String(Character(scalar)).utf8)
    default:
      offset = start
      throw expected("an escape that JSON knows")
    }
  }

  /// The character of one `\u` escape or of a pair; `start` is where its backslash stands.
  private mutating func scalar(from start: Int) throws(RecordError) -> Unicode.Scalar {
    let first = try fourDigits()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "\\"),
      bytes[offset + 1] == UInt8(ascii: "u")
    else { throw .loneSurrogate(byteOffset: start) }
    offset += 2
    let second = try fourDigits()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw .loneSurrogate(byteOffset: start) }
    return scalar
  }

  private mutating func fourDigits() throws(RecordError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw expected("four hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
      offset += 1
    }
    return value
  }

  private mutating func number() throws(RecordError) -> String {
    let start = offset
    if peek() == UInt8(ascii: "-") { offset += 1 }
    if peek() == UInt8(ascii: "0") { offset += 1 } else { try digits() }
    if peek() == UInt8(ascii: ".") {
      offset += 1
      try digits()
    }
    if peek() == UInt8(ascii: "e") || peek() == UInt8(ascii: "E") {
      offset += 1
      if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { offset += 1 }
      try digits()
    }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func digits() throws(RecordError) {
    let start = offset
    while let byte = peek(), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { offset += 1 }
    guard offset > start else { throw expected("a digit") }
  }

  private mutating func word(_ word: String) throws(RecordError) {
    guard bytes[offset...].starts(with: word.utf8) else { throw expected("a value") }
    offset += word.utf8.count
  }

  private mutating func expect(_ byte: UInt8, _ what: String) throws(RecordError) {
    guard peek() == byte else { throw expected(what) }
    offset += 1
  }

  private func expected(_ what: String) -> RecordError {
    .notJSON(byteOffset: offset, expected: what)
  }

  private func peek() -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skipSpace() {
    while let byte = peek(), byte == 32 || byte == 9 || byte == 10 || byte == 13 { offset += 1 }
  }
}
