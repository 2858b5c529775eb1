/// A JSON value of a page's own making, which need not be quite JSON.
indirect enum LooseJSON {
  case string(String)
  case list([LooseJSON])
  case object([(name: String, value: LooseJSON)])
  /// A number, a truth value or null.
  case word(String)

  /// The field of an object; nil for anything else.
  subscript(_ name: String) -> LooseJSON? {
    guard case .object(let fields) = self else { return nil }
    return fields.first { $0.name == name }?.value
  }

  /// Itself, or the items of a list.
  var items: [LooseJSON] {
    if case .list(let items) = self { return items }
    return [self]
  }

  var string: String? {
    if case .string(let string) = self { return string }
    return nil
  }
}

extension LooseJSON {
  /// Reads as much as can be read; line feeds in strings, commas too many and an end too soon are passed over.
  init?(_ bytes: [UInt8]) {
    var reader = LooseReader(bytes: bytes)
    guard let value = reader.value(depth: 0) else { return nil }
    self = value
  }
}

private struct LooseReader {
  private static let deepest = 64

  let bytes: [UInt8]
  private var offset = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
    // A byte order mark, a comment or CDATA may stand before it.
    offset = bytes.firstIndex { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") } ?? bytes.count
    while offset + 8 < bytes.count, bytes[offset...].starts(with: "[CDATA[".utf8) {
      offset += 7
      offset =
        bytes[offset...].firstIndex { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }
        ?? bytes.count
    }
  }

  mutating func value(depth: Int) -> LooseJSON? {
    skipSpace()
    guard depth < Self.deepest, offset < bytes.count else { return nil }
    switch bytes[offset] {
    case UInt8(ascii: "{"):
      offset += 1
      return .object(fields(depth: depth))
    case UInt8(ascii: "["):
      offset += 1
      return .list(list(depth: depth))
    case UInt8(ascii: "\""):
      return .string(string())
    default:
      let start = offset
      while offset < bytes.count, !isEnd(bytes[offset]) { offset += 1 }
      return offset > start ? .word(String(decoding: bytes[start..<offset], as: UTF8.self)) : nil
    }
  }

  private mutating func fields(depth: Int) -> [(name: String, value: LooseJSON)] {
    var result: [(name: String, value: LooseJSON)] = []
    while true {
      skipSpace()
      guard offset < bytes.count else { return result }
      if bytes[offset] == UInt8(ascii: "}") {
        offset += 1
        return result
      }
      guard bytes[offset] == UInt8(ascii: "\"") else {
        offset += 1
        continue
      }
      let name = string()
      skipSpace()
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: ":") else { continue }
      offset += 1
      guard let value = value(depth: depth + 1) else { return result }
      result.append((name, value))
    }
  }

  private mutating func list(depth: Int) -> [LooseJSON] {
    var result: [LooseJSON] = []
    while true {
      skipSpace()
      guard offset < bytes.count else { return result }
      if bytes[offset] == UInt8(ascii: "]") {
        offset += 1
        return result
      }
      guard let value = value(depth: depth + 1) else {
        if depth + 1 >= Self.deepest { return result }
        offset += 1
        continue
      }
      result.append(value)
    }
  }

  private mutating func string() -> String {
    offset += 1
    var result: [UInt8] = []
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") {
      let byte = bytes[offset]
      offset += 1
      guard byte == UInt8(ascii: "\\"), offset < bytes.count else {
        result.append(byte)
        continue
      }
      let letter = bytes[offset]
      offset += 1
      switch letter {
      case UInt8(ascii: "n"), UInt8(ascii: "r"): result.append(10)
      case UInt8(ascii: "t"): result.append(32)
      case UInt8(ascii: "b"), UInt8(ascii: "f"): break
      case UInt8(ascii: "u"): result.append(contentsOf: Array(String(scalar()).utf8))
      default: result.append(letter)
      }
    }
    offset += 1
    return String(decoding: result, as: UTF8.self)
  }

  private mutating func scalar() -> Character {
    let first = digits()
    if (0xD800..<0xDC00).contains(first),
      bytes[min(offset, bytes.count)...].starts(with: "\\u".utf8)
    {
      offset += 2
      let second = digits()
      if (0xDC00..<0xE000).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      {
        return Character(scalar)
      }
    }
    return Unicode.Scalar(first).map { Character($0) } ?? "\u{FFFD}"
  }

  private mutating func digits() -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard offset < bytes.count,
        let digit = Character(Unicode.Scalar(bytes[offset])).hexDigitValue
      else { return value }
      value = value << 4 | UInt32(digit)
      offset += 1
    }
    return value
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte <= 32
      || [UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ":")].contains(byte)
  }

  private mutating func skipSpace() {
    while offset < bytes.count, bytes[offset] <= 32 || bytes[offset] == UInt8(ascii: ",") {
      offset += 1
    }
  }
}
