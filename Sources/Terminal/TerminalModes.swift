/// The bytes that change the terminal's modes and those that change them back.
struct TerminalModes {
  /// To the other screen; at the start ncurses does that.
  let enter: [UInt8]
  /// Asks for mouse and pastes, and hides the cursor.
  let ask: [UInt8]
  /// Undoes all of it, and whatever a frame cut off in its middle left behind.
  let leave: [UInt8]
  let showCursor: [UInt8]
  let hideCursor: [UInt8]
  /// Whether the terminal is one of xterm's many relatives.
  let isXterm: Bool

  /// Synchronized output: a terminal that knows it shows the frame at once, others pass over it.
  static let beginFrame = Array("\u{1B}[?2026h".utf8)
  static let endFrame = Array("\u{1B}[?2026l".utf8)

  /// - Parameter capability: A string of the terminal's description by its terminfo name.
  init(capability: (String) -> String?) {
    func bytes(_ name: String) -> [UInt8] { capability(name).map(withoutDelays) ?? [] }
    // Where the description knows of a mouse, it is one of xterm's relatives.
    isXterm = capability("kmous") != nil
    let mouse = Array("\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h\u{1B}[?2004h".utf8)
    let noMouse = Array("\u{1B}[?2004l\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l".utf8)
    let isANSI = capability("cup")?.hasPrefix("\u{1B}[") ?? false
    let otherScreen = bytes("smcup")
    enter = otherScreen
    hideCursor = bytes("civis")
    showCursor = bytes("cnorm")
    ask = bytes("smkx") + (isXterm ? mouse : []) + hideCursor
    // Without another screen the prompt goes below what stands on this one.
    let below = otherScreen.isEmpty && isANSI ? Array("\u{1B}[999;1H\r\n".utf8) : []
    leave =
      (isXterm ? noMouse : []) + bytes("rmkx") + bytes("sgr0") + bytes("op")
      + (isANSI ? Array("\u{1B}[r".utf8) : []) + below + bytes("rmcup") + showCursor
  }
}

/// A capability's bytes without its `$<5>`: pauses for hardware of the seventies.
private func withoutDelays(_ capability: String) -> [UInt8] {
  var bytes: [UInt8] = []
  var rest = Substring(capability)
  while let dollar = rest.utf8.firstIndex(of: UInt8(ascii: "$")),
    let end = rest[dollar...].utf8.firstIndex(of: UInt8(ascii: ">")),
    rest[dollar...].hasPrefix("$<")
  {
    bytes.append(contentsOf: rest[..<dollar].utf8)
    rest = rest[rest.utf8.index(after: end)...]
  }
  bytes.append(contentsOf: rest.utf8)
  return bytes
}
