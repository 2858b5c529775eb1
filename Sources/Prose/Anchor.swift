/// A passage of a text with what finds it again when the text has changed.
///
/// The W3C Web Annotation Data Model calls the first three TextQuoteSelector (exact, prefix, suffix) and the last two
/// TextPositionSelector.
public struct TextAnchor: Hashable, Codable, Sendable {
  public var quote: String
  public var prefix: String
  public var suffix: String
  /// In Unicode code points, end exclusive.
  public var start: Int
  public var end: Int

  public init(quote: String, prefix: String = "", suffix: String = "", start: Int, end: Int) {
    self.quote = quote
    self.prefix = prefix
    self.suffix = suffix
    self.start = start
    self.end = end
  }
}

extension Annotation {
  public var anchor: TextAnchor {
    TextAnchor(quote: quote, prefix: prefix, suffix: suffix, start: start, end: end)
  }
}

extension SourceText {
  /// Code points kept on either side of a passage, by which it is told from its like.
  private static let contextLength = 32

  /// Notes where a passage stands, so that it can be found again.
  ///
  /// `range` is in bytes and lies within the text.
  public func anchor(_ range: Range<UInt32>) -> TextAnchor {
    let quote = string(in: range)
    let before = string(in: beginning(of: range)..<range.lowerBound).unicodeScalars
    let after = string(in: range.upperBound..<ending(of: range)).unicodeScalars
    let start = codePoints(before: range.lowerBound)
    return TextAnchor(
      quote: quote,
      prefix: String(String.UnicodeScalarView(before.suffix(Self.contextLength))),
      suffix: String(String.UnicodeScalarView(after.prefix(Self.contextLength))),
      start: start,
      end: start + quote.unicodeScalars.count
    )
  }

  /// Where a passage stands now, in bytes; nil where the text no longer has it.
  ///
  /// It stands where its words do: among several where most of what was around them is around them still, and then
  /// nearest to where they were. White space and the shape of
  /// quotation marks may have changed.
  public func range(of annotation: Annotation) -> Range<UInt32>? {
    range(of: annotation.anchor)
  }

  public func range(of anchor: TextAnchor) -> Range<UInt32>? {
    let place = byte(ofCodePoint: anchor.start)
    let pattern = Array(anchor.quote.utf8)
    guard !pattern.isEmpty else { return nil }
    if let range = unmoved(anchor, place, pattern) { return range }
    let plain = FoldedText(self, foldsSpace: false)
    let exact = plain.occurrences(of: pattern)
    if let range = best(exact, anchor, place) { return range }
    let folded = FoldedText(self, foldsSpace: true)
    let words = FoldedText(SourceText(anchor.quote), foldsSpace: true).bytes
    guard words.contains(where: { $0 != 32 }) else { return nil }
    return best(folded.occurrences(of: words), anchor, place)
  }

  /// How many code points begin before `byte`; what is not UTF-8 counts as what it is shown as.
  public func codePoints(before byte: UInt32) -> Int {
    withBytes { bytes in
      var count = 0
      var offset = 0
      while offset < min(Int(byte), bytes.count) {
        offset += bytes[offset] < 0x80 ? 1 : bytes.scalar(at: offset).count
        count += 1
      }
      return count
    }
  }

  /// Where the code point of that number begins; the end for one behind it.
  public func byte(ofCodePoint number: Int) -> UInt32 {
    withBytes { bytes in
      var left = number
      var offset = 0
      while left > 0, offset < bytes.count {
        offset += bytes[offset] < 0x80 ? 1 : bytes.scalar(at: offset).count
        left -= 1
      }
      return UInt32(offset)
    }
  }

  /// Where it was, if the words and all that was around them are there still.
  private func unmoved(_ anchor: TextAnchor, _ place: UInt32, _ pattern: [UInt8]) -> Range<UInt32>?
  {
    let end = Int(place) + pattern.count
    guard end <= count, withBytes({ $0[Int(place)..<end].elementsEqual(pattern) }) else {
      return nil
    }
    let range = place..<UInt32(end)
    let whole = anchor.prefix.utf8.count + anchor.suffix.utf8.count
    return likeness(range, anchor) == whole ? range : nil
  }

  private func best(
    _ ranges: [Range<UInt32>],
    _ anchor: TextAnchor,
    _ place: UInt32
  ) -> Range<UInt32>? {
    func distance(_ range: Range<UInt32>) -> UInt32 {
      range.lowerBound > place ? range.lowerBound - place : place - range.lowerBound
    }
    return ranges.map { (range: $0, likeness: likeness($0, anchor)) }
      .max {
        $0.likeness != $1.likeness
          ? $0.likeness < $1.likeness : distance($0.range) > distance($1.range)
      }?.range
  }

  /// How many bytes of what stood around a passage stand around `range`.
  private func likeness(_ range: Range<UInt32>, _ anchor: TextAnchor) -> Int {
    let before = Array(string(in: beginning(of: range)..<range.lowerBound).utf8)
    let after = Array(string(in: range.upperBound..<ending(of: range)).utf8)
    let prefix = zip(before.reversed(), anchor.prefix.utf8.reversed()).prefix { $0 == $1 }
    let suffix = zip(after, anchor.suffix.utf8).prefix { $0 == $1 }
    return prefix.count + suffix.count
  }

  private func beginning(of range: Range<UInt32>) -> UInt32 {
    var start = range.lowerBound - min(range.lowerBound, UInt32(Self.contextLength * 4))
    while start < range.lowerBound, self[Int(start)] & 0xC0 == 0x80 { start += 1 }
    return start
  }

  private func ending(of range: Range<UInt32>) -> UInt32 {
    var end = range.upperBound
    end += min(UInt32(count) - end, UInt32(Self.contextLength * 4))
    while end > range.upperBound, Int(end) < count, self[Int(end)] & 0xC0 == 0x80 { end -= 1 }
    return end
  }
}

/// A text with its white space and quotation marks made alike, and for each byte where it comes from.
private struct FoldedText {
  private(set) var bytes: [UInt8] = []
  /// Where each byte's character begins, and behind them all the end; empty where that is the byte's own place.
  private var starts: [UInt32] = []
  private var ends: [UInt32] = []

  init(_ text: SourceText, foldsSpace: Bool) {
    guard foldsSpace else {
      bytes = text.withBytes { Array($0) }
      return
    }
    text.withBytes { source in
      var offset = 0
      while offset < source.count {
        let count = source[offset] < 0x80 ? 1 : source.scalar(at: offset).count
        let end = offset + count
        switch (source[offset], count) {
        case (9...13, 1), (32, 1),
          (0xC2, 2) where source[offset + 1] == 0xA0:
          if bytes.last == 32 {
            ends[ends.count - 1] = UInt32(end)
          } else {
            append(32, offset, end)
          }
        case (0xE2, 3)
        where source[offset + 1] == 0x80 && (0x98...0x9B).contains(source[offset + 2]):
          append(UInt8(ascii: "'"), offset, end)
        case (0xE2, 3)
        where source[offset + 1] == 0x80 && (0x9C...0x9F).contains(source[offset + 2]):
          append(UInt8(ascii: "\""), offset, end)
        default:
          for place in offset..<end { append(source[place], offset, end) }
        }
        offset = end
      }
    }
  }

  private mutating func append(_ byte: UInt8, _ start: Int, _ end: Int) {
    bytes.append(byte)
    starts.append(UInt32(start))
    ends.append(UInt32(end))
  }

  /// No more than these are weighed against each other.
  private static let mostOccurrences = 10_000

  /// Where `pattern` stands in the text that was folded.
  func occurrences(of pattern: [UInt8]) -> [Range<UInt32>] {
    guard let first = pattern.first, pattern.count <= bytes.count else { return [] }
    var found: [Range<UInt32>] = []
    for place in 0...(bytes.count - pattern.count) where bytes[place] == first {
      guard bytes[place..<place + pattern.count].elementsEqual(pattern) else { continue }
      let last = place + pattern.count - 1
      found.append(
        starts.isEmpty
          ? UInt32(place)..<UInt32(last + 1) : starts[place]..<max(starts[place] + 1, ends[last])
      )
      if found.count == Self.mostOccurrences { break }
    }
    return found
  }
}
