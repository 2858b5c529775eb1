internal import Prose

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Reads an input line by line, in memory that the longest line bounds.
public struct LineReader: Sendable {
  public enum Arrival: Equatable, Sendable {
    /// A line without its line feed.
    case line([UInt8])
    /// A line beyond the limit, passed over.
    case tooLong
    /// Nothing has come yet, and nothing was waited for.
    case notYet
    case end
  }

  private static let chunk = 64 << 10

  private let location: String
  private let longestLine: Int
  /// Nil when the input is at its end.
  private var descriptor: Int32?
  private let isOwned: Bool
  private var buffer: [UInt8] = []
  /// Where in `buffer` the next line begins, and up to where it is known to hold no line feed.
  private var start = 0
  private var searched = 0
  private var isFirstLine = true
  /// Whether the line at hand is beyond the limit, and its rest is to be passed over.
  private var isOverlong = false

  /// - Parameters:
  ///   - source: A file or standard input.
  ///   - longestLine: A longer line, in bytes, is passed over.
  /// - Throws: When there is no such file, or it may not be read.
  public init(_ source: ArticleSource, longestLine: Int) throws(IngestError) {
    location = source.location
    self.longestLine = longestLine
    switch source {
    case .standardInput:
      descriptor = 0
      isOwned = false
    case .file(let path):
      let opened = try openFile(path: path, location: source.location)
      do {
        _ = try regularSize(of: opened, location: source.location)
      } catch {
        close(opened)
        throw error
      }
      descriptor = opened
      isOwned = true
    case .address: throw .address(location: source.location)
    case .article(let article):
      descriptor = nil
      isOwned = false
      buffer = article.text.withBytes { Array($0) }
    }
  }

  /// The next line; after an error it is `.end`.
  public mutating func next(mayWait: Bool) throws(IngestError) -> Arrival {
    while true {
      if let lineFeed = nextLineFeed() { return take(upTo: lineFeed, resumeAt: lineFeed + 1) }
      if buffer.count - start > longestLine { dropOverlong() }
      guard let descriptor else {
        guard start < buffer.count || isOverlong else { return .end }
        return take(upTo: buffer.count, resumeAt: buffer.count)
      }
      guard mayWait || hasInput(descriptor) else { return .notYet }
      do {
        if try readChunk(descriptor) == 0 { endInput() }
      } catch {
        endInput()
        (start, searched, isOverlong) = (buffer.count, buffer.count, false)
        throw error
      }
    }
  }

  private mutating func nextLineFeed() -> Int? {
    let found = buffer[searched...].withUnsafeBytes { bytes -> Int? in
      guard let base = bytes.baseAddress, let hit = memchr(base, 10, bytes.count) else {
        return nil
      }
      return UnsafeRawPointer(hit) - base
    }
    guard let found else {
      searched = buffer.count
      return nil
    }
    return searched + found
  }

  private mutating func take(upTo end: Int, resumeAt next: Int) -> Arrival {
    defer {
      (start, searched, isFirstLine, isOverlong) = (next, next, false, false)
    }
    guard !isOverlong, end - start <= longestLine else { return .tooLong }
    var line = buffer[start..<end]
    if isFirstLine, line.starts(with: byteOrderMark) { line = line.dropFirst(byteOrderMark.count) }
    return .line(Array(line))
  }

  private mutating func dropOverlong() {
    isOverlong = true
    buffer.removeAll(keepingCapacity: false)
    (start, searched) = (0, 0)
  }

  private mutating func readChunk(_ descriptor: Int32) throws(IngestError) -> Int {
    if start > 0 {
      buffer.removeSubrange(..<start)
      (start, searched) = (0, searched - start)
    }
    let filled = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: Self.chunk))
    let result = buffer.withUnsafeMutableBytes { bytes in
      Result { () throws(IngestError) in
        try readSome(
          descriptor,
          into: UnsafeMutableRawBufferPointer(rebasing: bytes[filled...]),
          atMost: Self.chunk,
          location: location
        )
      }
    }
    buffer.removeSubrange((filled + ((try? result.get()) ?? 0))...)
    return try result.get()
  }

  private mutating func endInput() {
    if let descriptor, isOwned { close(descriptor) }
    descriptor = nil
  }
}

/// Whether a read would return at once, be it with the input's end.
private func hasInput(_ descriptor: Int32) -> Bool {
  var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  return poll(&waiting, 1, 0) != 0
}
