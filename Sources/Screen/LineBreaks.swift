/// Whether a line may break between two clusters that begin with these scalars.
///
/// - Note: After Unicode Annex #14, without its numbers and its dictionaries: classes ID, OP, CL, NS, BA, B2, ZW.
func mayBreak(between first: UInt32, and second: UInt32) -> Bool {
  if first < 0x80, second < 0x80 { return false }
  switch first {
  // Zero-width space, and spaces of given width.
  case 0x200B, 0x1680, 0x2000...0x2006, 0x2008...0x200A, 0x205F, 0x3000, 0x85, 0x2028, 0x2029:
    return true
  // Hyphen, en dash, and their like: not before digits, as in 2019–2021.
  case 0x2010, 0x2012...0x2013:
    return isLetter(second)
  case 0x2014...0x2015:
    return !isClosing(second) && !isGlue(second)
  default:
    break
  }
  guard isIdeographic(first) || isIdeographic(second) else { return false }
  return !isClosing(second) && !isOpening(first) && !isGlue(first) && !isGlue(second)
}

/// Whether lines break beside a scalar as beside an ideograph: those of two columns and their punctuation.
private func isIdeographic(_ value: UInt32) -> Bool {
  value >= 0x1100 && WidthTable.width(of: value) == 2
}

private func isGlue(_ value: UInt32) -> Bool {
  switch value {
  case 0xA0, 0x2007, 0x2011, 0x202F, 0x2060, 0xFEFF: true
  default: false
  }
}

/// No line begins with these: closing brackets and quotes, stops, small kana, iteration marks.
private func isClosing(_ value: UInt32) -> Bool {
  switch value {
  case 0x21, 0x22, 0x25, 0x27, 0x29, 0x2C, 0x2D, 0x2E, 0x2F, 0x3A, 0x3B, 0x3F, 0x5D, 0x7D,
    0xA2, 0xB0, 0xBB, 0x2010...0x2015, 0x2019, 0x201D, 0x2025, 0x2026, 0x2030, 0x203A, 0x203C,
    0x2047...0x2049, 0x2103, 0x3001, 0x3002, 0x3005, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011,
    0x3015, 0x3017, 0x3019, 0x301B...0x301F, 0x303B, 0x3041, 0x3043, 0x3045, 0x3047, 0x3049,
    0x3063, 0x3083, 0x3085, 0x3087, 0x308E, 0x3095, 0x3096, 0x309B...0x309E, 0x30A0, 0x30A1,
    0x30A3, 0x30A5, 0x30A7, 0x30A9, 0x30C3, 0x30E3, 0x30E5, 0x30E7, 0x30EE, 0x30F5, 0x30F6,
    0x30FB...0x30FE, 0x31F0...0x31FF, 0xFF01, 0xFF05, 0xFF09, 0xFF0C, 0xFF0E, 0xFF0F, 0xFF1A,
    0xFF1B, 0xFF1F, 0xFF3D, 0xFF5D, 0xFF60, 0xFF61, 0xFF63...0xFF65, 0xFF67...0xFF70:
    true
  default: false
  }
}

/// No line ends with these: opening brackets and quotes, currency signs before a number.
private func isOpening(_ value: UInt32) -> Bool {
  switch value {
  case 0x22, 0x24, 0x27, 0x28, 0x5B, 0x7B, 0xA3, 0xA5, 0xAB, 0x2018, 0x201A, 0x201C, 0x201E,
    0x2039, 0x20AC, 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0x3018, 0x301A,
    0x301D, 0xFF04, 0xFF08, 0xFF3B, 0xFF5B, 0xFF5F, 0xFF62, 0xFFE1, 0xFFE5:
    true
  default: false
  }
}

func isLetterOrDigit(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
  default: false
  }
}

/// Whether a scalar is a letter that begins a cluster.
func isLetter(_ value: UInt32) -> Bool {
  if value < 0x80 { return (value | 0x20) &- 0x61 < 26 }
  guard let properties = Unicode.Scalar(value)?.properties, !properties.isGraphemeExtend else {
    return false
  }
  switch properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
    return true
  default:
    return false
  }
}

/// Hyphens and dashes outside of ASCII.
func isDash(_ value: UInt32) -> Bool {
  (0x2010...0x2015).contains(value)
}

/// Controls without columns that allow or forbid a break.
func isBreakControl(_ value: UInt32) -> Bool {
  value == 0x200B || value == 0x2060 || value == 0xFEFF
}
