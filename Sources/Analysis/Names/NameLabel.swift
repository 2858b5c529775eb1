/// What a token is to the names around it: outside, or the only, first, inner or last token of one.
///
/// Sixteen, so that a feature's weights fill one vector register. Other names (peoples, events, works) need no
/// ends of their own: they are kept apart so that they are not taken for the three kinds that count.
package enum NameLabel: UInt8, CaseIterable, Sendable {
  case outside
  case onlyPerson
  case firstPerson
  case innerPerson
  case lastPerson
  case onlyOrganization
  case firstOrganization
  case innerOrganization
  case lastOrganization
  case onlyLocation
  case firstLocation
  case innerLocation
  case lastLocation
  case onlyOther
  case firstOther
  case innerOther

  package enum Kind: UInt8, CaseIterable, Sendable {
    case person
    case organization
    case location
    case other
  }

  private enum Place: UInt8 {
    case only
    case first
    case inner
    case last
  }

  package var kind: Kind? {
    self == .outside ? nil : Kind(rawValue: (rawValue - 1) / 4)
  }

  private var place: Place? {
    self == .outside ? nil : Place(rawValue: (rawValue - 1) % 4)
  }

  package var opensName: Bool { place == .only || place == .first }

  /// Whether the name goes on behind this token for certain.
  private var goesOn: Bool { place == .first || place == .inner }

  /// The label of the token at `offset` in a name of `count` tokens.
  package init(_ kind: Kind, at offset: Int, of count: Int) {
    let place: Place =
      switch (offset, count) {
      case (0, 1): .only
      case (0, _): .first
      case (count - 1, _) where kind != .other: .last
      default: .inner
      }
    self = NameLabel(rawValue: 1 + 4 * kind.rawValue + place.rawValue) ?? .outside
  }

  /// Whether `next` may stand directly behind this label in one sentence.
  package func canPrecede(_ next: NameLabel) -> Bool {
    let isOpenEnded = kind == .other && goesOn
    if goesOn, next.kind == kind, !next.opensName { return true }
    if goesOn && !(isOpenEnded && place == .inner) { return false }
    return next == .outside || next.opensName
  }

  package var canBegin: Bool { self == .outside || opensName }
  package var canEnd: Bool { !goesOn || kind == .other && place == .inner }
}
