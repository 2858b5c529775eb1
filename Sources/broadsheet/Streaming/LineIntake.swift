internal import Ingest

/// The lines of files or of standard input, one after the other.
struct LineIntake: Intake {
  enum Item: Sendable {
    /// A line without its end; `place` says where it stands, for messages.
    case line([UInt8], place: String)
    case tooLong(place: String)
    /// An input that cannot be read, or not to its end.
    case unreadable(IngestError)
  }

  /// A longer line is refused: as an article it would have more than ten thousand pages.
  static let longestLine = 64 << 20

  private var sources: ArraySlice<ArticleSource>
  private var reader: LineReader?
  private var location = ""
  private var lineNumber = 0

  init(_ sources: [ArticleSource]) {
    self.sources = sources[...]
  }

  mutating func next(mayWait: Bool) -> Arrival<Item> {
    while true {
      do {
        guard let arrival = try reader?.next(mayWait: mayWait) else {
          guard let source = sources.popFirst() else { return .end }
          (location, lineNumber) = (source.location, 0)
          reader = try LineReader(source, longestLine: Self.longestLine)
          continue
        }
        switch arrival {
        case .line(let line):
          lineNumber += 1
          return .item(.line(line, place: place), byteCount: line.count)
        case .tooLong:
          lineNumber += 1
          return .item(.tooLong(place: place), byteCount: 0)
        case .notYet:
          return .notYet
        case .end:
          reader = nil
        }
      } catch {
        reader = nil
        return .item(.unreadable(error), byteCount: 0)
      }
    }
  }

  private var place: String {
    location == ArticleSource.standardInputLocation
      ? "line \(lineNumber)" : "\(location), line \(lineNumber)"
  }
}
