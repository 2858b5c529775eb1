/// What a program's output did to a terminal: the text it showed and the modes it left set.
///
/// No picture of the screen: text is what remains when control sequences are taken out.
struct TerminalTrace {
  /// All text shown so far, frame after frame.
  private(set) var text = ""
  /// The private modes that are on: 1049 for the other screen, 25 for the cursor, 1000 for the mouse, and so on.
  private(set) var modes: Set<Int> = [25]
  /// Whether the keypad sends application sequences.
  private(set) var hasKeypad = false
  /// Whether any color was chosen.
  private(set) var usesColor = false
  /// How many times the other screen was left; what came after the last time is `textSinceLeaving`.
  private(set) var timesLeft = 0
  private(set) var textSinceLeaving = ""

  private var pending: [UInt8] = []

  /// What a user would notice in the shell; empty where all is as before.
  var leftovers: [String] {
    var found = modes.subtracting([7, 25]).sorted().map { "mode \($0) is on" }
    if !modes.contains(25) { found.append("the cursor is hidden") }
    if hasKeypad { found.append("the keypad is in application mode") }
    return found
  }

  mutating func feed(_ bytes: some Sequence<UInt8>) {
    pending.append(contentsOf: bytes)
    var plain: [UInt8] = []
    var offset = 0
    while offset < pending.count {
      if pending[offset] == 0x1B {
        show(plain)
        plain.removeAll()
        guard let end = endOfSequence(from: offset) else { break }
        obey(pending[offset..<end])
        offset = end
      } else {
        if pending[offset] >= 0x20 || pending[offset] == 0x0A { plain.append(pending[offset]) }
        offset += 1
      }
    }
    show(plain)
    pending.removeFirst(offset)
  }

  private mutating func show(_ bytes: [UInt8]) {
    let shown = String(decoding: bytes, as: UTF8.self)
    text += shown
    textSinceLeaving += shown
  }

  /// The offset behind the sequence that begins at `start`; nil while it is incomplete.
  private func endOfSequence(from start: Int) -> Int? {
    guard start + 1 < pending.count else { return nil }
    switch pending[start + 1] {
    case UInt8(ascii: "["):
      return pending[(start + 2)...].firstIndex { (0x40...0x7E).contains($0) }.map { $0 + 1 }
    case UInt8(ascii: "]"), UInt8(ascii: "P"):
      let rest = pending[(start + 2)...]
      guard let end = rest.firstIndex(where: { $0 == 0x07 || $0 == 0x1B }) else { return nil }
      return min(pending.count, pending[end] == 0x07 ? end + 1 : end + 2)
    case 0x20...0x2F:
      return start + 2 < pending.count ? start + 3 : nil
    default:
      return start + 2
    }
  }

  private mutating func obey(_ sequence: ArraySlice<UInt8>) {
    let body = String(decoding: sequence.dropFirst().dropLast(), as: UTF8.self)
    switch (body.first, sequence.last) {
    case ("[", UInt8(ascii: "m")):
      let numbers = body.dropFirst().split { $0 == ";" || $0 == ":" }.compactMap { Int($0) }
      // 39 and 49 choose the terminal's own.
      usesColor = usesColor || numbers.contains { ($0 >= 30 && $0 != 39 && $0 != 49) }
    case ("[", UInt8(ascii: "h")) where body.hasPrefix("[?"):
      modes.formUnion(body.dropFirst(2).split(separator: ";").compactMap { Int($0) })
    case ("[", UInt8(ascii: "l")) where body.hasPrefix("[?"):
      let off = body.dropFirst(2).split(separator: ";").compactMap { Int($0) }
      modes.subtract(off)
      if off.contains(1049) {
        timesLeft += 1
        textSinceLeaving = ""
      }
    case (nil, UInt8(ascii: "=")):
      hasKeypad = true
    case (nil, UInt8(ascii: ">")):
      hasKeypad = false
    default:
      break
    }
  }
}
