internal import Screen

/// Makes keys, mouse events and pastes of the bytes that a terminal sends, in whatever portions they come.
///
/// It knows what xterm and its many relatives send, and the Linux console, rxvt and PuTTY where they differ.
struct InputDecoder {
  private var bytes: [UInt8] = []
  private var start = 0
  /// Whether the terminal was asked for its background and has not answered yet.
  var awaitsBackground = false
  private var isBackgroundDark: Bool?
  /// The text of a paste that has begun.
  private var paste: [UInt8]?

  /// The longest control sequence of a terminal that works as it should.
  private static let longestSequence = 64
  /// More than anyone pastes into a prompt; the rest is dropped.
  private static let longestPaste = 1 << 20

  /// What a portion of bytes turned out to be.
  enum Step: Equatable {
    case input(Input)
    /// So many bytes mean nothing here.
    case nothing
    /// More bytes must come first.
    case incomplete
  }

  /// How long to wait for the rest of what has begun; nil if nothing has.
  enum Patience: Equatable {
    /// Most likely the Escape key itself.
    case short
    /// Something cut in two on its way.
    case long
  }

  var patience: Patience? {
    if paste != nil { return .long }
    guard start < bytes.count else { return nil }
    return bytes[start] == 0x1B && bytes.count - start <= 2 ? .short : .long
  }

  mutating func feed(_ more: some Sequence<UInt8>) {
    if start > 0 {
      bytes.removeFirst(start)
      start = 0
    }
    bytes.append(contentsOf: more)
  }

  /// The next thing that happened.
  ///
  /// - Parameter isFinal: Nothing more came for a moment, so that an Escape is the key, and a paste is at its end.
  /// - Returns: Nil if nothing is complete yet.
  mutating func next(isFinal: Bool = false) -> Input? {
    while true {
      if paste != nil {
        guard let input = nextOfPaste(isFinal: isFinal) else { return nil }
        return input
      }
      guard start < bytes.count else { return nil }
      let before = start
      switch step(isFinal: isFinal) {
      case .input(let input): return input
      case .nothing: continue
      case .incomplete:
        // What does not come to its end means nothing.
        start = isFinal ? bytes.count : before
        return nil
      }
    }
  }

  private mutating func step(isFinal: Bool) -> Step {
    let byte = bytes[start]
    if byte == 0x1B { return stepEscape(isFinal: isFinal) }
    if byte < 0x20 || byte == 0x7F {
      start += 1
      return .input(.key(controlKey(byte)))
    }
    return stepText(isFinal: isFinal)
  }

  // MARK: Text

  /// One grapheme cluster of what has come; more marks for it that come later are late.
  private mutating func stepText(isFinal: Bool) -> Step {
    if bytes[start] < 0x80, start + 1 == bytes.count || bytes[start + 1] < 0x80 {
      start += 1
      return .input(.key(.character(Character(Unicode.Scalar(bytes[start - 1])))))
    }
    var scalars = String.UnicodeScalarView()
    var ends: [Int] = []
    var end = start
    // The longest cluster that keyboards and emoji pickers send has a dozen scalars.
    while end < bytes.count, scalars.count < 32, bytes[end] >= 0x20, bytes[end] != 0x7F {
      let length = sequenceLength(at: end)
      guard let length else {
        end += 1
        if scalars.isEmpty {
          start = end
          return .nothing
        }
        break
      }
      if end + length > bytes.count {
        if scalars.isEmpty, !isFinal { return .incomplete }
        if scalars.isEmpty {
          start = bytes.count
          return .nothing
        }
        break
      }
      let text = String(decoding: bytes[end..<end + length], as: UTF8.self)
      scalars.append(contentsOf: text.unicodeScalars)
      end += length
      ends.append(end)
    }
    guard let cluster = String(scalars).first else { return .nothing }
    start = ends[min(cluster.unicodeScalars.count, ends.count) - 1]
    guard let shown = displayed(cluster), shown != "\u{FFFD}" else { return .nothing }
    return .input(.key(.character(cluster)))
  }

  /// The bytes of the scalar at `offset`, some of which may not have come; nil for what begins none.
  private func sequenceLength(at offset: Int) -> Int? {
    let length: Int
    switch bytes[offset] {
    case ..<0x80: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return nil
    }
    let come = bytes[(offset + 1)..<min(bytes.count, offset + length)]
    return come.allSatisfy { $0 & 0xC0 == 0x80 } ? length : nil
  }

  // MARK: The background

  /// Whether the background is dark, once, after the terminal has told.
  mutating func takeBackground() -> Bool? {
    defer { isBackgroundDark = nil }
    return isBackgroundDark
  }

  /// ESC ] 11 ; rgb:RRRR/GGGG/BBBB and BEL, or ESC and a backslash.
  private mutating func stepAnswer(isFinal: Bool) -> Step? {
    let limit = min(bytes.count, start + Self.longestSequence)
    guard let end = bytes[start + 2..<limit].firstIndex(where: { $0 == 0x07 || $0 == 0x1B }) else {
      return isFinal || limit == start + Self.longestSequence ? nil : .incomplete
    }
    guard bytes[end] == 0x07 || end + 1 < bytes.count else { return isFinal ? nil : .incomplete }
    let body = bytes[start + 2..<end]
    start = bytes[end] == 0x07 ? end + 1 : end + 2
    awaitsBackground = false
    let fields = String(decoding: body, as: UTF8.self).split(separator: ":")
    guard body.starts(with: "11;rgb".utf8), let values = fields.last?.split(separator: "/"),
      values.count == 3
    else { return .nothing }
    // Two or four digits; the first two tell enough.
    let parts = values.compactMap { Int($0.prefix(2), radix: 16) }
    guard parts.count == 3 else { return .nothing }
    isBackgroundDark = parts[0] * 30 + parts[1] * 59 + parts[2] * 11 < 128 * 100
    return .nothing
  }

  // MARK: Escape

  private mutating func stepEscape(isFinal: Bool) -> Step {
    guard start + 1 < bytes.count else {
      guard isFinal else { return .incomplete }
      start += 1
      return .input(.key(.escape))
    }
    let byte = bytes[start + 1]
    if byte == UInt8(ascii: "]"), awaitsBackground, let step = stepAnswer(isFinal: isFinal) {
      return step
    }
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "O"):
      guard start + 2 < bytes.count else {
        guard isFinal else { return .incomplete }
        start += 2
        return .input(.key(.alt(Character(Unicode.Scalar(byte)))))
      }
      return byte == UInt8(ascii: "[") ? stepSequence() : stepKeypad()
    case 0x1B, ..<0x20, 0x7F:
      // Escape, and then another key.
      start += 1
      return .input(.key(.escape))
    default:
      let before = start
      start += 1
      let step = stepText(isFinal: isFinal)
      if case .input(.key(.character(let character))) = step {
        return .input(.key(.alt(character)))
      }
      if step == .incomplete { start = before }
      return step
    }
  }

  /// ESC O and a letter: keys in application mode.
  private mutating func stepKeypad() -> Step {
    let final = bytes[start + 2]
    guard final > 0x20, final < 0x7F else {
      start += 2
      return .input(.key(.alt("O")))
    }
    start += 3
    return keypadKey(final).map { .input(.key($0)) } ?? .nothing
  }

  /// ESC [, parameters, and a final byte.
  private mutating func stepSequence() -> Step {
    var end = start + 2
    // The Linux console's first function keys.
    if bytes[end] == UInt8(ascii: "[") {
      guard end + 1 < bytes.count else { return .incomplete }
      let number = Int(bytes[end + 1]) - Int(UInt8(ascii: "A")) + 1
      start = end + 2
      return (1...5).contains(number) ? .input(.key(.function(number))) : .nothing
    }
    while end < bytes.count, (0x20..<0x40).contains(bytes[end]) {
      end += 1
      if end - start > Self.longestSequence {
        start = end
        return .nothing
      }
    }
    guard end < bytes.count else { return .incomplete }
    let final = bytes[end]
    guard (0x40..<0x7F).contains(final) else {
      // Broken off: what follows is something new.
      start = end
      return .nothing
    }
    let body = Array(bytes[(start + 2)..<end])
    if body.isEmpty, final == UInt8(ascii: "M") { return stepOldMouse(at: end + 1) }
    start = end + 1
    if body == Array("200".utf8), final == UInt8(ascii: "~") {
      paste = []
      return .nothing
    }
    let sequence = ControlSequence(body: body, final: final)
    return sequence.input.map { .input($0) } ?? .nothing
  }

  /// Mouse events of terminals that do not know the newer kind: three bytes.
  private mutating func stepOldMouse(at offset: Int) -> Step {
    guard offset + 3 <= bytes.count else { return .incomplete }
    let numbers = bytes[offset..<offset + 3].map { Int($0) - 32 }
    start = offset + 3
    let isRelease = numbers[0] & 3 == 3 && numbers[0] < 64
    let mouse = mouseEvent(
      code: isRelease ? numbers[0] & ~3 : numbers[0],
      column: numbers[1],
      row: numbers[2],
      isRelease: isRelease
    )
    return mouse.map { .input(.mouse($0)) } ?? .nothing
  }

  // MARK: Paste

  private mutating func nextOfPaste(isFinal: Bool) -> Input? {
    let end = Array("\u{1B}[201~".utf8)
    var text = paste ?? []
    while start < bytes.count {
      let rest = bytes[start...]
      if rest.starts(with: end) {
        start += end.count
        paste = nil
        return .paste(clean(text))
      }
      // It may be the start of the end.
      if !isFinal, rest.count < end.count, end.starts(with: rest) { break }
      if text.count < Self.longestPaste { text.append(bytes[start]) }
      start += 1
    }
    if isFinal {
      paste = nil
      return .paste(clean(text))
    }
    paste = text
    return nil
  }

  /// Text as typed: line ends as the terminal's Enter become those of files, other controls are left out.
  private func clean(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    var cleaned = ""
    for character in text {
      if character.isNewline {
        cleaned.append("\n")
      } else if character == "\t" || displayed(character).map({ $0 != "\u{FFFD}" }) ?? false {
        cleaned.append(character)
      }
    }
    return cleaned
  }
}
