/// The bidirectional classes.
/// - Note: Unicode Annex #9, table 4.
package enum BidiClass: UInt8, CaseIterable, Sendable {
  case l, r, al, en, es, et, an, cs, nsm, bn, b, s, ws, on
  case lre, lro, rle, rlo, pdf, lri, rli, fsi, pdi

  var isStrong: Bool { self == .l || self == .r || self == .al }

  var isIsolateInitiator: Bool { self == .lri || self == .rli || self == .fsi }

  /// Whether rule X9 takes it out of the text.
  var isRemoved: Bool {
    switch self {
    case .lre, .lro, .rle, .rlo, .pdf, .bn: true
    default: false
    }
  }

  /// Whether it makes a text turn: letters that run to the left, their numbers, and controls.
  var mayTurn: Bool {
    switch self {
    case .r, .al, .an, .rle, .rlo, .rli: true
    default: false
    }
  }
}
