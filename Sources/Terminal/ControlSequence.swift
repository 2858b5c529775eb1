internal import Screen

/// What a terminal sends after ESC [: parameters and a final byte.
struct ControlSequence {
  private let isPrivate: Bool
  private let isMouse: Bool
  /// Numbers between semicolons; a missing one is nil, what follows a colon is left out.
  private let numbers: [Int?]
  private let final: UInt8

  init(body: [UInt8], final: UInt8) {
    self.final = final
    isPrivate = body.first.map { (0x3C...0x3F).contains($0) } ?? false
    numbers = body.drop { (0x3C...0x3F).contains($0) }
      .split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { field in
        let digits = field.prefix { (0x30...0x39).contains($0) }.prefix(9)
        return digits.isEmpty ? nil : digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
      }
    isMouse = body.first == UInt8(ascii: "<")
  }

  /// What it means; nil where that is nothing to us.
  var input: Input? {
    if isMouse {
      guard numbers.count == 3, let code = numbers[0], let column = numbers[1], let row = numbers[2]
      else { return nil }
      let isRelease = final == UInt8(ascii: "m")
      guard isRelease || final == UInt8(ascii: "M") else { return nil }
      return mouseEvent(code: code, column: column, row: row, isRelease: isRelease).map {
        .mouse($0)
      }
    }
    return isPrivate ? nil : key.map { .key($0) }
  }

  /// Shift 1, Alt 2, Control 4.
  private var modifiers: Int { max(0, (numbers.count > 1 ? numbers[1] ?? 1 : 1) - 1) }

  private var key: Key? {
    switch Unicode.Scalar(final) {
    case "A", "a": return .up
    case "B", "b": return .down
    case "C", "c":
      // A terminal's account of itself also ends in c, with numbers.
      if final == UInt8(ascii: "c"), numbers.contains(where: { $0 != nil }) { return nil }
      return modifiers & 2 != 0 ? .altRight : .right
    case "D", "d": return modifiers & 2 != 0 ? .altLeft : .left
    case "H": return .home
    case "F": return .end
    case "Z": return .backTab
    case "P", "Q", "S": return .function(Int(final) - Int(UInt8(ascii: "P")) + 1)
    // With two numbers it may also say where the cursor is.
    case "R": return numbers.count < 2 || numbers[0] == 1 ? .function(3) : nil
    case "u": return coded(numbers.first ?? nil)
    case "~", "^", "@", "$": return numbered(numbers.first ?? nil)
    default: return nil
    }
  }

  /// CSI number ~, as VT220 has it.
  private func numbered(_ number: Int?) -> Key? {
    switch number {
    case 1, 7: return .home
    case 2: return .insert
    case 3: return .delete
    case 4, 8: return .end
    case 5: return .pageUp
    case 6: return .pageDown
    case let number? where (11...15).contains(number): return .function(number - 10)
    case let number? where (17...21).contains(number): return .function(number - 11)
    case let number? where (23...26).contains(number): return .function(number - 12)
    case let number? where (28...29).contains(number): return .function(number - 13)
    case let number? where (31...34).contains(number): return .function(number - 14)
    // xterm's modifyOtherKeys: 27, modifiers, code.
    case 27: return coded(numbers.count > 2 ? numbers[2] : nil)
    default: return nil
    }
  }

  /// A key by its character's code.
  private func coded(_ code: Int?) -> Key? {
    guard let code, let value = UInt32(exactly: code), let scalar = Unicode.Scalar(value) else {
      return nil
    }
    if value < 0x20 || value == 0x7F {
      let key = controlKey(UInt8(value))
      return key == .tab && modifiers & 1 != 0 ? .backTab : key
    }
    let character = Character(scalar)
    guard displayed(character) == character, !(0xE000...0xF8FF).contains(value) else { return nil }
    if modifiers & 4 != 0 { return .control(Character(character.lowercased())) }
    return modifiers & 2 != 0 ? .alt(character) : .character(character)
  }
}

/// The key of a byte below 0x20 or of 0x7F.
func controlKey(_ byte: UInt8) -> Key {
  switch byte {
  case 0x08, 0x7F: .backspace
  case 0x09: .tab
  case 0x0D: .enter
  case 0x1B: .escape
  case 0x00: .control(" ")
  case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
  default: .control(Character(Unicode.Scalar(byte + 0x40)))
  }
}

/// The key of ESC O and a letter.
func keypadKey(_ final: UInt8) -> Key? {
  switch Unicode.Scalar(final) {
  case "A", "a": .up
  case "B", "b": .down
  case "C", "c": .right
  case "D", "d": .left
  case "H": .home
  case "F": .end
  case "M": .enter
  case "P", "Q", "R", "S": .function(Int(final) - Int(UInt8(ascii: "P")) + 1)
  // The numeric keypad: its letters stand 0x40 above what is printed on it.
  case "j"..."y": .character(Character(Unicode.Scalar(final - 0x40)))
  default: nil
  }
}

/// A mouse event.
///
/// - Parameters:
///   - code: Buttons in the lowest two bits, 32 for motion, 64 for the wheel.
///   - column: From 1.
///   - row: From 1.
///   - isRelease: The button was let go.
/// - Returns: Nil for other buttons than the left one, and for the sideways wheel.
func mouseEvent(code: Int, column: Int, row: Int, isRelease: Bool) -> Mouse? {
  guard column > 0, row > 0 else { return nil }
  let point = Point(column: column - 1, row: row - 1)
  switch code & 0b1110_0011 {
  case 64: return Mouse(.wheelUp, at: point)
  case 65: return Mouse(.wheelDown, at: point)
  case 0: return Mouse(isRelease ? .release : .press, at: point)
  case 32: return Mouse(isRelease ? .release : .drag, at: point)
  default: return nil
  }
}
