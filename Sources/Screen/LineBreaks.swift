/// Where lines of news may break, beyond what the standard forbids: what it leaves to each house.
///
/// - Note: Unicode Annex #14, section 8.
struct BreakStyle {
  /// The character before the place, and where it begins.
  var previous: UInt32 = 0
  var previousStart = 0
  /// The one before that.
  var beforePrevious: UInt32 = 0
  /// Where the word begins: behind white space.
  var wordStart = 0

  /// Whether a break that the standard allows within a word is one for news.
  func allows(before next: UInt32) -> Bool {
    // A sign that begins a word belongs to what follows: -5, …and, /etc, —no.
    if previousStart == wordStart, isJoiningSign(previous) { return false }
    // A dash belongs to what it follows.
    if isDash(next) { return false }
    switch previous {
    // Behind hyphens between letters only: not in 2019–2021.
    case 0x2D, 0x2010, 0x2012, 0x2013:
      return isLetter(next) && (isLetterOrDigit(beforePrevious) || beforePrevious >= 0x80)
    // Not behind the slashes of https://, nor in km/h and 24/7.
    case 0x2F:
      return beforePrevious != 0x2F && previousStart - wordStart > 2 && isLetter(next)
    default:
      return true
    }
  }
}

/// Signs of which a single one may stand before a word.
private func isJoiningSign(_ value: UInt32) -> Bool {
  switch CharacterProperties(value).lineClass {
  case .hy, .ba, .b2, .in, .ex, .is, .sy, .po: value != 0x200B && value != 0x3000
  default: false
  }
}

func isLetterOrDigit(_ value: UInt32) -> Bool {
  value < 0x80 && ((value | 0x20) &- 0x61 < 26 || value &- 0x30 < 10)
}

/// Whether a scalar is a letter that begins a cluster.
func isLetter(_ value: UInt32) -> Bool {
  value < 0x80 ? (value | 0x20) &- 0x61 < 26 : CharacterProperties(value).isLetter
}

/// Dashes between clauses.
private func isDash(_ value: UInt32) -> Bool { value == 0x2014 || value == 0x2015 }
