internal import Prose
internal import Reference

/// The outlines of land and of countries.
func coastlines() -> [[Coordinates]] {
  var lines: [[Coordinates]] = []
  for layer in [Coastlines.Layer.fineCoast, .fineBorders] {
    Coastlines.builtIn.forEachLine(of: layer) { line in
      lines.append(line.map { Coordinates(latitude: $0.latitude, longitude: $0.longitude) })
    }
  }
  return lines
}
