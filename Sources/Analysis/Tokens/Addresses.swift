internal import Prose
internal import Reference

// Web and e-mail addresses.
extension Tokenizer {
  /// Where the address that begins at `start` ends; nil where none does.
  ///
  /// Looks no further ahead than a host name or mailbox can be long, except behind a scheme. With `needsAt`
  /// only an e-mail address will do.
  func addressEnd(_ start: Int, needsAt: Bool = false) -> Int? {
    let near = chunkEnd(start, within: 254)
    if !needsAt, isWeb(start, near) {
      let end = trimmed(start, chunkEnd(start, within: 8192))
      return end > start + 4 ? end : nil
    }
    if let end = mailEnd(start, near) { return end }
    return needsAt ? nil : hostEnd(start, near)
  }

  /// The end of a run without spaces, quotation marks and angle brackets.
  private func chunkEnd(_ start: Int, within count: Int) -> Int {
    let last = min(limit, start + count)
    var offset = start
    while offset < last {
      let byte = bytes[offset]
      if byte < 0x80 {
        if byte <= 32 || byte == 34 || byte == 60 || byte == 62 || byte == 127 { break }
        offset += 1
      } else {
        let character = decode(bytes, at: offset, end: limit)
        let kind = classify(character.value)
        guard kind.continuesWord || kind == .ideograph else { break }
        offset += character.count
      }
    }
    return min(offset, limit)
  }

  /// Whether a scheme (`https://`) or `www.` begins at `start`.
  private func isWeb(_ start: Int, _ end: Int) -> Bool {
    var offset = start
    while offset < end, isASCIILetter(bytes[offset]) { offset += 1 }
    guard offset < end, offset > start else { return false }
    if bytes[offset] == 58 {
      return offset - start >= 3 && offset + 3 < end && bytes[offset + 1] == 47
        && bytes[offset + 2] == 47
    }
    return bytes[offset] == 46 && offset - start == 3
      && bytes[start..<offset].allSatisfy { $0 | 0x20 == 119 }
      && offset + 3 < end
  }

  /// Without the punctuation that ends the sentence around it.
  private func trimmed(_ start: Int, _ end: Int) -> Int {
    var end = end
    let hasBracket = bytes[start..<end].contains(40)
    while end > start {
      switch bytes[end - 1] {
      case 33, 39, 44, 46, 58, 59, 63, 93, 125: end -= 1
      case 41 where !hasBracket: end -= 1
      default: return end
      }
    }
    return end
  }

  private func mailEnd(_ start: Int, _ end: Int) -> Int? {
    var at = start
    while at < end, bytes[at] != 64 {
      let byte = bytes[at]
      guard isASCIILetter(byte) || isASCIIDigit(byte) || [37, 43, 45, 46, 95].contains(byte) else {
        return nil
      }
      at += 1
    }
    guard at > start, at < end else { return nil }
    var host = at + 1
    var lastPeriod: Int?
    while host < end,
      isASCIILetter(bytes[host]) || isASCIIDigit(bytes[host]) || bytes[host] == 45
        || bytes[host] == 46
    {
      if bytes[host] == 46 {
        guard host + 1 < end, isASCIILetter(bytes[host + 1]) || isASCIIDigit(bytes[host + 1]) else {
          break
        }
        lastPeriod = host
      }
      host += 1
    }
    guard let lastPeriod, lastPeriod > at + 1, host - lastPeriod > 2 else { return nil }
    return host
  }

  /// The end of a bare host name with a known ending, and of the path behind it.
  private func hostEnd(_ start: Int, _ end: Int) -> Int? {
    var host = start
    var label = start
    while host < end {
      let byte = bytes[host]
      if byte == 46 {
        guard host > label, host + 1 < end,
          isASCIILetter(bytes[host + 1]) || isASCIIDigit(bytes[host + 1])
        else { break }
        label = host + 1
      } else if !isASCIILetter(byte), !isASCIIDigit(byte), byte != 45 {
        break
      }
      host += 1
    }
    guard label > start, host > label, isASCIILower(bytes[label]), label - start > 2,
      let ending = PackedWord(bytes, label..<host), PackedWord.domains.contains(ending)
    else { return nil }
    guard host < end, bytes[host] == 47 else { return host }
    return trimmed(start, end)
  }
}
