/// The columns that a grapheme cluster takes: 0, 1 or 2.
public func columns(of cluster: Character) -> Int {
  var width = 0
  for scalar in cluster.unicodeScalars { width = max(width, scalar.value < 0x300 ? 1 : 1) }
  return width
}

/// The columns of a text.
public func columns(of text: String) -> Int {
  text.reduce(0) { $0 + columns(of: $1) }
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
