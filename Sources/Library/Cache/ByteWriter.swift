/// Writes numbers in as few bytes as they need: seven bits each, the lowest first (LEB128).
struct ByteWriter {
  private(set) var bytes: [UInt8] = []
  /// The strings written so far, and which they were: one that comes again is told by its number.
  private var strings: [String: UInt32] = [:]

  mutating func number(_ number: UInt32) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func number(_ number: Int) { self.number(UInt32(number)) }

  /// A number that may be negative: small ones of either sign stay small.
  mutating func signed(_ number: Int32) {
    self.number(UInt32(bitPattern: number << 1 ^ number >> 31))
  }

  /// 0 for nil.
  mutating func optional(_ number: UInt32?) { self.number(number.map { $0 + 1 } ?? 0) }

  mutating func float(_ number: Float) {
    let bits = number.bitPattern
    for shift in [0, 8, 16, 24] as [UInt32] {
      bytes.append(UInt8(truncatingIfNeeded: bits >> shift))
    }
  }

  mutating func string(_ string: String) {
    if let known = strings[string] { return number(known + 1) }
    strings[string] = UInt32(strings.count)
    number(0)
    number(string.utf8.count)
    bytes.append(contentsOf: string.utf8)
  }

  /// The place of a value among all that its type has.
  mutating func option<Value: CaseIterable & Equatable>(_ value: Value) {
    bytes.append(UInt8(Array(Value.allCases).firstIndex(of: value) ?? 0))
  }
}

/// Reads what a `ByteWriter` wrote; anything else ends in `DamagedBytes`, never in a trap.
struct ByteReader {
  private let bytes: [UInt8]
  private var offset = 0
  private var strings: [String] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { offset == bytes.count }

  mutating func byte() throws(DamagedBytes) -> UInt8 {
    guard offset < bytes.count else { throw DamagedBytes() }
    offset += 1
    return bytes[offset - 1]
  }

  mutating func number() throws(DamagedBytes) -> UInt32 {
    var number: UInt32 = 0
    for shift in stride(from: 0 as UInt32, to: 35, by: 7) {
      let byte = try byte()
      guard shift < 28 || byte < 0x10 else { throw DamagedBytes() }
      number |= UInt32(byte & 0x7F) << shift
      if byte < 0x80 { return number }
    }
    throw DamagedBytes()
  }

  /// A count of things that need a byte each at least, so that no damage asks for endless room.
  mutating func count() throws(DamagedBytes) -> Int {
    let count = Int(try number())
    guard count <= bytes.count - offset else { throw DamagedBytes() }
    return count
  }

  mutating func signed() throws(DamagedBytes) -> Int32 {
    let number = try number()
    return Int32(bitPattern: number >> 1) ^ -Int32(bitPattern: number & 1)
  }

  mutating func optional() throws(DamagedBytes) -> UInt32? {
    let number = try number()
    return number == 0 ? nil : number - 1
  }

  mutating func float() throws(DamagedBytes) -> Float {
    var bits: UInt32 = 0
    for shift in [0, 8, 16, 24] as [UInt32] { bits |= UInt32(try byte()) << shift }
    return Float(bitPattern: bits)
  }

  mutating func string() throws(DamagedBytes) -> String {
    let known = Int(try number())
    guard known <= strings.count else { throw DamagedBytes() }
    if known > 0 { return strings[known - 1] }
    let count = try count()
    offset += count
    let string = String(decoding: bytes[offset - count..<offset], as: UTF8.self)
    strings.append(string)
    return string
  }

  mutating func option<Value: CaseIterable>(_ type: Value.Type) throws(DamagedBytes) -> Value {
    let all = Array(Value.allCases)
    let place = Int(try byte())
    guard place < all.count else { throw DamagedBytes() }
    return all[place]
  }
}

/// Bytes that no `ByteWriter` of this version wrote.
struct DamagedBytes: Error {}
