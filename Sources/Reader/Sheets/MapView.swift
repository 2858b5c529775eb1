import Prose
import Screen

/// A part of the world as it is drawn: degrees at its middle, and how many a dot is high.
struct MapPart: Equatable {
  var latitude: Double
  var longitude: Double
  var degrees: Double

  /// The part that holds all of `places`, with room around them.
  init(holding places: [Coordinates], width: Int, height: Int) {
    let latitudes = places.map { Double($0.latitude) }
    let south = latitudes.min() ?? 0
    let north = latitudes.max() ?? 0
    latitude = (south + north) / 2
    // Across the date line the way round the other side may be the shorter one.
    let east = places.map { Double($0.longitude) }
    let shifted = east.map { $0 < 0 ? $0 + 360 : $0 }
    func span(_ values: [Double]) -> Double { (values.max() ?? 0) - (values.min() ?? 0) }
    let values = span(shifted) + 1e-6 < span(east) ? shifted : east
    longitude = ((values.min() ?? 0) + (values.max() ?? 0)) / 2
    degrees = 0.01
    let wide = span(values) * shrink
    degrees =
      max(
        (north - south) / Double(max(1, height)),
        wide / Double(max(1, width))
      ) * 1.4
    // Closer than a few hundred kilometers coastlines tell nothing more; the whole world is the most.
    degrees = min(max(degrees, 4 / Double(max(1, height))), 180 / Double(max(1, height)))
  }

  /// How much narrower a degree is from west to east than from south to north.
  private var shrink: Double { max(0.2, cosine(latitude)) }

  mutating func zoom(by steps: Int) {
    for _ in 0..<min(abs(steps), 12) { degrees *= steps > 0 ? 0.6 : 1 / 0.6 }
  }

  /// Where a place stands, in dots.
  func point(_ place: Coordinates, width: Int, height: Int) -> (x: Double, y: Double) {
    var east = Double(place.longitude) - longitude
    if east > 180 { east -= 360 }
    if east < -180 { east += 360 }
    return (
      Double(width) / 2 + east * shrink / degrees,
      Double(height) / 2 - (Double(place.latitude) - latitude) / degrees
    )
  }
}

/// The cosine of an angle in degrees, near enough for a map of dots.
private func cosine(_ degrees: Double) -> Double {
  let x = min(abs(degrees), 90) * .pi / 180
  let square = x * x
  return 1 - square / 2 + square * square / 24 - square * square * square / 720
}

/// The places of the article on a map, and below it their names.
func mapContent(
  _ state: ReaderState,
  _ findings: Findings,
  _ sheet: Sheet,
  columns: Int
) -> SheetContent {
  let document = findings.document
  let placed = document.allPlaces.filter { $0.coordinates != nil }
  var writer = SheetWriter(
    columns: columns,
    title: "MAP",
    note: state.style.isLinear ? "" : "+ nearer   − farther"
  )
  let height = sheetRect(state, state.layout).rows
  let list = min(placed.count, max(3, height / 4))
  let rows = max(4, height - list - 4)
  var canvas = BrailleCanvas(columns: columns, rows: rows)
  var part = MapPart(
    holding: placed.compactMap(\.coordinates),
    width: canvas.width,
    height: canvas.height
  )
  part.zoom(by: sheet.zoom)
  let chosen = placed.indices.contains(sheet.selected) ? placed[sheet.selected] : placed.first
  // Nearer, the place that is selected is in the middle.
  if sheet.zoom > 0, let middle = chosen?.coordinates {
    part.latitude = Double(middle.latitude)
    part.longitude = Double(middle.longitude)
  }
  drawCoast(state.coastlines, part, on: &canvas)
  // All signs before the first name, so that none is hidden; the chosen one's before the others.
  let ordered = (chosen.map { [$0] } ?? []) + placed.filter { $0.id != chosen?.id }
  var signed: [(place: Place, cell: Point)] = []
  for place in ordered {
    guard let coordinates = place.coordinates,
      let cell = sign(coordinates, part, isChosen: place.id == chosen?.id, on: &canvas)
    else { continue }
    signed.append((place, cell))
  }
  for (place, cell) in signed {
    label(place.name, at: cell, isChosen: place.id == chosen?.id, on: &canvas)
  }
  if !state.style.isLinear { for row in canvas.lines(face: .border) { writer.addHeading(row) } }
  let nameColumns = placed.map { Screen.columns(of: $0.name) }.max() ?? 0
  for place in placed {
    let country = document.countryName(place.country).flatMap { $0 == place.name ? nil : $0 }
    let detail = [place.kind == .other ? nil : place.kind.rawValue, country]
      .compactMap { $0 }.joined(separator: ", ")
    writer.add(
      SheetRow(
        [
          SheetRow.Piece(text: padded(place.name, min(nameColumns, columns / 2)), face: .place),
          SheetRow.Piece(text: "  " + detail, face: .paneDetail),
        ],
        note: place.coordinates.map(coordinateWords) ?? ""
      ),
      to: .sheet(.card(.place(place.id)))
    )
  }
  return writer.content
}

/// `+` and `-` on the map.
func zoomMap(_ state: inout ReaderState, _ steps: Int) -> [Effect] {
  guard state.hasSheet, var sheet = state.sheets.popLast() else { return [] }
  if sheet.kind == .map { sheet.zoom = min(max(-4, sheet.zoom + steps), 8) }
  state.sheets.append(sheet)
  return []
}

/// A small map with a single place in its middle.
func writeMap(
  _ state: ReaderState,
  around place: Coordinates,
  named name: String,
  into writer: inout SheetWriter
) {
  var canvas = BrailleCanvas(columns: min(writer.columns, 64), rows: 9)
  var part = MapPart(holding: [place], width: canvas.width, height: canvas.height)
  part.degrees = 14 / Double(canvas.height)
  drawCoast(state.coastlines, part, on: &canvas)
  if let cell = sign(place, part, isChosen: true, on: &canvas) {
    label(name, at: cell, isChosen: true, on: &canvas)
  }
  for row in canvas.lines(face: .border) { writer.add(row) }
}

/// Coasts and borders, where they are known.
private func drawCoast(
  _ coastlines: [[Coordinates]],
  _ part: MapPart,
  on canvas: inout BrailleCanvas
) {
  for coast in coastlines {
    var last: (x: Double, y: Double)?
    for place in coast {
      let point = part.point(place, width: canvas.width, height: canvas.height)
      // A line that leaves the map on one side and comes in on the other is no coast.
      if let last, abs(point.x - last.x) < 180 / part.degrees {
        canvas.line(from: last, to: point)
      }
      last = point
    }
  }
}

/// A place as a sign.
/// - Returns: Its cell; nil outside the map and where another sign stands already.
private func sign(
  _ place: Coordinates,
  _ part: MapPart,
  isChosen: Bool,
  on canvas: inout BrailleCanvas
) -> Point? {
  let point = part.point(place, width: canvas.width, height: canvas.height)
  guard abs(point.x) < 1e6, abs(point.y) < 1e6 else { return nil }
  let cell = Point(
    column: Int((point.x / 2).rounded(.down)),
    row: Int((point.y / 4).rounded(.down))
  )
  let isThere = canvas.write(
    isChosen ? "◉" : "●",
    column: cell.column,
    row: cell.row,
    face: isChosen ? .focusCurrent : .place
  )
  return isThere ? cell : nil
}

/// Its name where there is room: at the right, else at the left, else above or below.
private func label(
  _ name: String,
  at cell: Point,
  isChosen: Bool,
  on canvas: inout BrailleCanvas
) {
  let word = truncated(name, columns: 24)
  let width = columns(of: word)
  let starts = [
    Point(column: cell.column + 2, row: cell.row),
    Point(column: cell.column - 1 - width, row: cell.row),
    Point(column: cell.column - width / 2, row: cell.row - 1),
    Point(column: cell.column - width / 2, row: cell.row + 1),
  ]
  for start in starts {
    let isApart =
      canvas.isFree(column: start.column + width, row: start.row)
      && (start.column == cell.column + 2
        || canvas.isFree(column: start.column - 1, row: start.row))
    if isApart,
      canvas.write(
        word,
        column: start.column,
        row: start.row,
        face: isChosen ? .focusCurrent : .place
      )
    {
      return
    }
  }
}
