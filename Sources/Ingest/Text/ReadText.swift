internal import Prose

let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
private let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

/// Makes an article's text of a file's bytes: UTF-8, lines that end in a line feed, no byte order mark, no NUL.
///
/// UTF-16 with a byte order mark is decoded. NULs and what is not UTF-8 become U+FFFD, here and once, so that
/// every offset counts in the repaired text. Bytes that need no repair are not copied.
func readText(
  _ bytes: consuming ByteBuffer,
  location: String
) throws(IngestError) -> SourceText {
  let settled = try bytes.withBytes { bytes throws(IngestError) in
    try settleText(bytes, location: location)
  }
  switch settled {
  case .asItIs(let start): return bytes.text(from: start)
  case .mended(let text): return text
  }
}

/// What becomes of bytes as a text.
enum SettledText {
  /// They need no repair from here on.
  case asItIs(from: Int)
  case mended(SourceText)
}

/// Looks bytes through, and mends a copy of them where they need it.
func settleText(
  _ bytes: UnsafeBufferPointer<UInt8>,
  location: String
) throws(IngestError) -> SettledText {
  if let order = byteOrder(of: bytes) {
    guard let decoded = decodeUTF16(UnsafeBufferPointer(rebasing: bytes[2...]), order) else {
      throw .binary(location: location, found: .unknown)
    }
    try decoded.withUnsafeBufferPointer { bytes throws(IngestError) in
      try refuseNonText(head: bytes.prefixed(sniffedCount), location: location)
    }
    return .mended(try readText(ByteBuffer(copying: decoded), location: location))
  }
  let start = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
  let rest = UnsafeBufferPointer(rebasing: bytes[start...])
  let survey = Survey(rest)
  guard survey.hasInk else { throw .empty(location: location) }
  if survey.isClean { return .asItIs(from: start) }
  guard survey.repairedCount <= largestText,
    var repaired = ByteBuffer(capacity: survey.repairedCount)
  else { throw .tooLarge(location: location) }
  walk(rest) {
    repaired.append(UnsafeBufferPointer(rebasing: rest[$0]))
  } mend: {
    switch $0 {
    case .badBytes: for byte in replacement { repaired.append(byte) }
    case .lineEnd: repaired.append(10)
    }
  }
  return .mended(repaired.text(from: 0))
}

/// What is wrong at a place of a text, and with what it is mended.
private enum Fault {
  /// U+FFFD stands for it.
  case badBytes
  /// A carriage return, with or without a line feed, becomes a line feed.
  case lineEnd
}

/// What a text's bytes need, learned in one pass.
private struct Survey {
  var repairedCount = 0
  var isClean = true
  let hasInk: Bool

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    hasInk = containsInk(bytes)
    var count = 0
    var clean = true
    walk(bytes) {
      count += $0.count
    } mend: {
      clean = false
      switch $0 {
      case .badBytes: count += replacement.count
      case .lineEnd: count += 1
      }
    }
    repairedCount = count
    isClean = clean
  }
}

/// Calls `keep` for each run that stays as it is, and `mend` for each fault between them, in order.
@inline(__always)
private func walk(
  _ bytes: UnsafeBufferPointer<UInt8>,
  keep: (Range<Int>) -> Void,
  mend: (Fault) -> Void
) {
  let raw = UnsafeRawBufferPointer(bytes)
  var kept = 0
  var offset = 0
  func fault(_ fault: Fault, count: Int) {
    if kept < offset { keep(kept..<offset) }
    mend(fault)
    offset += count
    kept = offset
  }
  while offset < bytes.count {
    if offset + 8 <= bytes.count,
      isPlain(raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    {
      offset += 8
      continue
    }
    switch bytes[offset] {
    case 0:
      fault(.badBytes, count: 1)
    case 13:
      let isPair = offset + 1 < bytes.count && bytes[offset + 1] == 10
      fault(.lineEnd, count: isPair ? 2 : 1)
    case 1..<0x80:
      offset += 1
    default:
      let (count, isWellFormed) = bytes.scalar(at: offset)
      if isWellFormed { offset += count } else { fault(.badBytes, count: count) }
    }
  }
  if kept < offset { keep(kept..<offset) }
}

/// Whether eight bytes are ASCII without NUL and carriage return.
///
/// A zero byte is the only one whose subtraction of one borrows into a high bit that was not set.
@inline(__always)
private func isPlain(_ word: UInt64) -> Bool {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let highs: UInt64 = 0x8080_8080_8080_8080
  let returns = word ^ (ones &* 13)
  return (word | (word &- ones) | ((returns &- ones) & ~returns)) & highs == 0
}

/// Whether anything but white space and invisible marks is in the text.
private func containsInk(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  var offset = 0
  while offset < bytes.count {
    if bytes[offset] < 0x80 {
      guard bytes[offset] == 32 || (9...13).contains(bytes[offset]) else { return true }
      offset += 1
      continue
    }
    let (count, _) = bytes.scalar(at: offset)
    let scalars = String(decoding: bytes[offset..<offset + count], as: UTF8.self).unicodeScalars
    let isBlank = scalars.allSatisfy { scalar in
      scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
    }
    if !isBlank { return true }
    offset += count
  }
  return false
}
