extension UnsafeBufferPointer<UInt8> {
  /// The Unicode scalar that begins at `offset`: its number of bytes, and whether they are well-formed.
  ///
  /// Ill-formed bytes are taken in the pieces that `String(decoding:as:)` replaces by one U+FFFD each, so
  /// offsets counted here agree with a repaired copy of the text.
  /// - Precondition: `offset` is within the buffer.
  /// - Note: The Unicode Standard, table 3-7 and "U+FFFD Substitution of Maximal Subparts".
  @inlinable
  public func scalar(at offset: Int) -> (count: Int, isWellFormed: Bool) {
    let lead = self[offset]
    if lead < 0x80 { return (1, true) }
    let needed: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: needed = 2
    case 0xE0:
      needed = 3
      second = 0xA0...0xBF
    case 0xED:
      needed = 3
      second = 0x80...0x9F
    case 0xE1...0xEF: needed = 3
    case 0xF0:
      needed = 4
      second = 0x90...0xBF
    case 0xF4:
      needed = 4
      second = 0x80...0x8F
    case 0xF1...0xF3: needed = 4
    default: return (1, false)
    }
    guard offset + 1 < count, second.contains(self[offset + 1]) else { return (1, false) }
    var length = 2
    while length < needed {
      guard offset + length < count, self[offset + length] & 0xC0 == 0x80 else {
        return (length, false)
      }
      length += 1
    }
    return (needed, true)
  }
}
