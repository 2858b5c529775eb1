internal import CReference

/// The outlines of land and of countries, for drawing maps.
///
/// Behind the header, for each layer where it begins and where it ends, four bytes each, from the table's start. A layer is its
/// lines one after the other: how many points, two bytes; the first point's longitude and latitude, two bytes each; then for each
/// further point the difference to the one before, a byte each, or -128 and the difference in two bytes. Longitude and
/// latitude are in hundredths of a degree.
public struct Coastlines: Sendable {
  public static let format = "BCST"
  public static let version: UInt32 = 1
  public static let builtIn = Coastlines(TableBytes(broadsheet_coastlines()))

  /// What is drawn, coarse (1:110 million) or fine (1:50 million).
  public enum Layer: Int, CaseIterable, Sendable {
    case coast
    case borders
    case fineCoast
    case fineBorders
  }

  /// Degrees, east and north positive.
  public struct Point: Hashable, Sendable {
    public let longitude: Float
    public let latitude: Float

    public init(longitude: Float, latitude: Float) {
      self.longitude = longitude
      self.latitude = latitude
    }
  }

  public let bytes: TableBytes

  public init(_ bytes: TableBytes) {
    precondition(bytes.format == Self.format && bytes.version == Self.version, "a coastline table")
    self.bytes = bytes
  }

  /// Calls `body` with each line of the layer, in the order of the table.
  ///
  /// A line that closes has its first point once more at its end. The buffer is only good during the call.
  public func forEachLine(
    of layer: Layer,
    _ body: (UnsafeBufferPointer<Point>) throws -> Void
  )
    rethrows
  {
    let range = range(of: layer)
    var at = range.lowerBound
    var line: [Point] = []
    while at < range.upperBound {
      line.removeAll(keepingCapacity: true)
      let count = Int(bytes.load(UInt16.self, at: at))
      var longitude = Int(bytes.load(Int16.self, at: at + 2))
      var latitude = Int(bytes.load(Int16.self, at: at + 4))
      at += 6
      for row in 0..<count {
        if row > 0 {
          longitude += difference(&at)
          latitude += difference(&at)
        }
        line.append(Point(longitude: Float(longitude) / 100, latitude: Float(latitude) / 100))
      }
      try line.withUnsafeBufferPointer(body)
    }
  }

  /// Where the layer is in the table.
  func range(of layer: Layer) -> Range<Int> {
    let head = TableBytes.headerCount + 8 * layer.rawValue
    return Int(bytes.load(UInt32.self, at: head))..<Int(bytes.load(UInt32.self, at: head + 4))
  }

  private func difference(_ at: inout Int) -> Int {
    let short = bytes.load(Int8.self, at: at)
    at += 1
    guard short == Int8.min else { return Int(short) }
    let long = bytes.load(Int16.self, at: at)
    at += 2
    return Int(long)
  }
}
