internal import Screen

/// The looks that a screen is written in, by number, and the shortest sequences from one to another.
///
/// Number 0 is plain: the terminal's own colors and no attributes.
struct PenSet {
  private struct Pen {
    let look: Palette.Look
    /// Pens with the same number here show the same where nothing is written.
    let blank: Int
  }

  private let theme: Theme
  private let palette: Palette
  /// The attributes that the terminal knows.
  private let attributes: Attributes
  /// Pen numbers by face and overlay, -1 where not yet made.
  private var numbers: [Int]
  /// So few that a list is faster than a dictionary.
  private var pens: [Pen] = []
  /// What shows of pens where nothing is written.
  private var blanks: [Palette.Look] = []
  /// Sequences from the pen of the row to that of the column, where already made.
  private var changes: [[[UInt8]?]] = []

  init(theme: Theme, palette: Palette, attributes: Attributes) {
    self.theme = theme
    self.palette = palette
    self.attributes = attributes
    numbers = Array(repeating: -1, count: Face.count * (Face.count + 1))
    _ = number(of: Palette.Look())
  }

  /// The pen for a face with another laid over it.
  mutating func number(of face: Face, _ overlay: Face?) -> Int {
    let index = face.ordinal * (Face.count + 1) + (overlay.map { $0.ordinal + 1 } ?? 0)
    if numbers[index] >= 0 { return numbers[index] }
    var style = theme[.text].overlaid(by: theme[face])
    if let overlay { style = style.overlaid(by: theme[overlay]) }
    var look = palette.look(of: style, over: theme[.text].background)
    look.attributes.formIntersection(attributes)
    numbers[index] = number(of: look)
    return numbers[index]
  }

  private mutating func number(of look: Palette.Look) -> Int {
    if let known = pens.firstIndex(where: { $0.look == look }) { return known }
    var bare = look
    bare.attributes.formIntersection([.underline, .reverse])
    if bare.attributes.isEmpty { bare.foreground = -1 }
    let blank = blanks.firstIndex(of: bare) ?? blanks.count
    if blank == blanks.count { blanks.append(bare) }
    pens.append(Pen(look: look, blank: blank))
    for row in changes.indices { changes[row].append(nil) }
    changes.append(Array(repeating: nil, count: pens.count))
    return pens.count - 1
  }

  /// Whether two pens show the same where nothing is written.
  func areAlikeBlank(_ pen: Int, _ other: Int) -> Bool { pens[pen].blank == pens[other].blank }

  /// Whether what the terminal erases looks as a blank of this pen; `inColor` if it erases to the background that is set.
  func isErasable(_ pen: Int, inColor: Bool) -> Bool {
    let blank = blanks[pens[pen].blank]
    return blank.attributes.isEmpty && (inColor || blank.background < 0)
  }

  /// What makes the terminal write in `pen` when it writes in `old`.
  mutating func change(from old: Int, to pen: Int) -> [UInt8] {
    if let known = changes[old][pen] { return known }
    let sequence = selectGraphicRendition(from: pens[old].look, to: pens[pen].look)
    changes[old][pen] = sequence
    return sequence
  }
}

/// The shortest control sequence that leads from one look to another; none between equal ones.
/// - Note: ECMA-48, 8.3.117, and xterm's colors beyond the eight.
func selectGraphicRendition(from old: Palette.Look, to new: Palette.Look) -> [UInt8] {
  guard old != new else { return [] }
  let anew = codes(for: new.attributes) + color(new.foreground, 30) + color(new.background, 40)
  let full = "\u{1B}[" + (anew.isEmpty ? [] : ["0"] + anew).joined(separator: ";") + "m"
  var steps: [String] = []
  var kept = old.attributes
  let lost = old.attributes.subtracting(new.attributes)
  // Bold and dim end together.
  if !lost.isDisjoint(with: [.bold, .dim]) {
    steps.append("22")
    kept.subtract([.bold, .dim])
  }
  for (attribute, code) in [(Attributes.italic, "23"), (.underline, "24"), (.reverse, "27")]
  where lost.contains(attribute) {
    steps.append(code)
    kept.remove(attribute)
  }
  steps += codes(for: new.attributes.subtracting(kept))
  if old.foreground != new.foreground {
    steps += new.foreground < 0 ? ["39"] : color(new.foreground, 30)
  }
  if old.background != new.background {
    steps += new.background < 0 ? ["49"] : color(new.background, 40)
  }
  let stepwise = "\u{1B}[" + steps.joined(separator: ";") + "m"
  return Array((stepwise.utf8.count < full.utf8.count ? stepwise : full).utf8)
}

private func codes(for attributes: Attributes) -> [String] {
  let known: [(Attributes, String)] = [
    (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
  ]
  return known.filter { attributes.contains($0.0) }.map(\.1)
}

/// The codes of a color, with the base 30 for what is written and 40 for what lies below.
private func color(_ number: Int, _ base: Int) -> [String] {
  switch number {
  case ..<0: []
  case ..<8: ["\(base + number)"]
  case ..<16: ["\(base + 60 + number - 8)"]
  case ..<256: ["\(base + 8);5;\(number)"]
  default: ["\(base + 8);2;\(number >> 16 & 255);\(number >> 8 & 255);\(number & 255)"]
  }
}
