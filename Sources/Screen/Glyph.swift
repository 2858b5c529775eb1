/// A displayed cluster, without a string where it is a single scalar, as nearly all are.
enum Glyph: Equatable, Sendable {
  case scalar(UInt32)
  case cluster(Character)

  /// - Parameter cluster: One that `displayed(_:)` gave.
  init(_ cluster: Character) {
    let scalars = cluster.unicodeScalars
    let second = scalars.index(after: scalars.startIndex)
    self =
      second == scalars.endIndex ? .scalar(scalars[scalars.startIndex].value) : .cluster(cluster)
  }

  var character: Character {
    switch self {
    case .scalar(let value): Unicode.Scalar(value).map(Character.init) ?? "\u{FFFD}"
    case .cluster(let cluster): cluster
    }
  }
}
