internal import CTypography

/// What the screen needs to know of a scalar, from a table that is part of the program and used in place.
struct CharacterProperties {
  private let bits: UInt16

  @inline(__always)
  init(_ scalar: UInt32) {
    bits = broadsheet_character(scalar)
  }

  /// 0, 1 or 2.
  var columns: Int { Int(bits >> 11 & 3) }

  var lineClass: LineClass { LineClass(rawValue: UInt8(bits & 0x3F)) ?? .al }

  var bidiClass: BidiClass { BidiClass(rawValue: UInt8(bits >> 6 & 0x1F)) ?? .l }

  var isEmoji: Bool { bits & 1 << 13 != 0 }

  /// Whether it has another shape, or another scalar, in text that runs to the left.
  var isMirrored: Bool { bits & 1 << 14 != 0 }

  /// Whether it is a letter that begins a cluster.
  var isLetter: Bool { bits & 1 << 15 != 0 }
}

/// The scalar that stands for another one where text runs to the left; nil if that is itself.
func mirror(of scalar: UInt32) -> UInt32? {
  let mirror = broadsheet_mirror(scalar) & 0x1F_FFFF
  return mirror == 0 ? nil : mirror
}

/// One half of a pair of brackets.
struct BidiBracket {
  let isOpening: Bool
  /// The other half.
  let partner: UInt32

  init?(_ scalar: UInt32) {
    let mirror = broadsheet_mirror(scalar)
    guard mirror >> 30 != 0 else { return nil }
    isOpening = mirror >> 30 & 1 != 0
    partner = mirror & 0x1F_FFFF
  }
}
