/// The columns that a grapheme cluster takes as `displayed(_:)` shows it: 0, 1 or 2.
///
/// Emoji in whatever sequence take two, and so does a sign that variation selector 16 makes one; letters with
/// any number of marks take what the letters take, at most two.
/// - Note: Unicode Annex #11, and what terminals make of it; kept in a table.
public func columns(of cluster: Character) -> Int {
  if cluster.utf8.count == 1 { return 1 }
  var columns = 0
  var first: UInt32?
  var hasMarks = false
  for scalar in cluster.unicodeScalars {
    let value = scalar.value
    if value < 0x20 { return 1 }
    if isNeverDisplayed(value) { continue }
    let width = Screen.columns(ofScalar: value)
    if width > 0 {
      if first == nil { first = value }
      columns += width
    } else if value == 0xFE0F, let first, isEmoji(first) {
      columns = 2
    } else {
      hasMarks = hasMarks || isMark(value)
    }
  }
  return first == nil ? (hasMarks ? 1 : 0) : min(2, columns)
}

/// The columns of a text.
public func columns(of text: String) -> Int {
  var count = 0
  var isPlain = true
  for byte in text.utf8 {
    count += 1
    // A carriage return may be half of a cluster.
    isPlain = isPlain && byte < 0x80 && byte != 0x0D
  }
  return isPlain ? count : text.reduce(0) { $0 + columns(of: $1) }
}

/// The start of `text` that fits into so many columns; where something is lost it ends in `…`.
public func truncated(_ text: String, columns limit: Int) -> String {
  guard limit > 0 else { return "" }
  guard columns(of: text) > limit else { return text }
  var width = 0
  var shown = ""
  for cluster in text {
    width += columns(of: cluster)
    if width > limit - 1 { break }
    shown.append(cluster)
  }
  return shown + "…"
}

/// What the terminal may get of `cluster`: nothing that it could act on, nothing that has no place of its own.
///
/// White space of any kind is a blank, other control characters are U+FFFD. Soft hyphens, zero-width spaces,
/// direction controls and invisible tags are left out. A mark without a letter sits on a dotted circle.
/// - Returns: A cluster of `columns(of:)` columns; nil where they are 0.
public func displayed(_ cluster: Character) -> Character? {
  if cluster.utf8.count == 1, let byte = cluster.utf8.first, byte > 0x1F, byte < 0x7F {
    return cluster
  }
  var count = 0
  var first: UInt32?
  var hasMarks = false
  var mustChange = false
  for scalar in cluster.unicodeScalars {
    let value = scalar.value
    if isWhiteControl(value) { return " " }
    if value < 0x20 || (0x7F..<0xA0).contains(value) { return "\u{FFFD}" }
    count += 1
    if isNeverDisplayed(value) || isTag(value) {
      mustChange = true
    } else if Screen.columns(ofScalar: value) > 0 {
      if first == nil { first = value }
    } else {
      hasMarks = hasMarks || isMark(value)
      // Joiners and selectors in front of everything have nothing to join.
      mustChange = mustChange || first == nil
    }
  }
  guard first != nil || hasMarks else { return nil }
  guard mustChange || count > mostScalars else { return cluster }
  var scalars = String.UnicodeScalarView()
  if first == nil { scalars.append("\u{25CC}") }
  for scalar in cluster.unicodeScalars.prefix(mostScalars) {
    guard !isNeverDisplayed(scalar.value) else { continue }
    guard !isTag(scalar.value) || first == blackFlag else { continue }
    guard first != nil || isMark(scalar.value) else { continue }
    scalars.append(scalar)
  }
  return String(scalars).first
}

/// What is displayed of a scalar that has a column and is a cluster by itself.
func displayedAlone(_ value: UInt32) -> UInt32 {
  if value >= 0xA0 || value > 0x1F && value < 0x7F { return value }
  return isWhiteControl(value) ? 0x20 : 0xFFFD
}

/// The longest emoji sequence has ten scalars; what stacks more marks on a letter than this is a prank.
private let mostScalars = 16
private let blackFlag: UInt32 = 0x1F3F4

/// Controls that separate: they are shown as a blank.
private func isWhiteControl(_ value: UInt32) -> Bool {
  switch value {
  case 0x09...0x0D, 0x85, 0x2028, 0x2029: true
  default: false
  }
}

/// Format controls that show nothing or that change how other text shows.
func isNeverDisplayed(_ value: UInt32) -> Bool {
  switch value {
  case ..<0x300: value == 0xAD
  case 0x61C, 0x180E, 0x200B, 0x200E...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF,
    0xFFF9...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0001:
    true
  default: false
  }
}

/// Tags spell the region of a flag behind U+1F3F4; anywhere else they are hidden text.
private func isTag(_ value: UInt32) -> Bool {
  (0xE0020...0xE007F).contains(value)
}

/// Whether a scalar without columns is drawn at all: joiners and variation selectors are not.
private func isMark(_ value: UInt32) -> Bool {
  switch value {
  case 0x200C, 0x200D, 0xFE00...0xFE0F, 0xE0020...0xE01EF: false
  default: true
  }
}

private func isEmoji(_ value: UInt32) -> Bool { CharacterProperties(value).isEmoji }
