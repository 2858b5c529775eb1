public import Prose

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The way to all of an article whose beginning was read.
///
/// It is read once.
public struct ArticleRest: Sendable {
  /// Smaller files are copied.
  private static let smallestMapped = 8 << 20

  /// A pipe has to be held in memory: what gives more of it is not read to its end.
  static let largestStream = 256 << 20

  let location: String
  let descriptor: Int32
  /// What was read already.
  let beginning: [UInt8]
  /// Of a regular file.
  let regularSize: Int?
  /// The most bytes that a pipe may give.
  var largestStream = Self.largestStream

  /// About how long all of it is, in bytes; nil where that is known only at its end.
  public var expectedByteCount: Int? { regularSize }

  /// Reads all of it.
  ///
  /// - Parameters:
  ///   - guarding: Called with the address and the length of a mapped file, whose pages may go when another program
  ///     cuts the file; returns what is to be called when it is no longer mapped, or nil to have it copied.
  ///   - growing: Called with the lines of a pipe that are there, as long as more may come; so seldom that it takes
  ///     little of the time.
  /// - Returns: The article; its bytes begin with those of the beginning.
  /// - Throws: What `readArticle` throws.
  public func read(
    guarding: (_ address: UInt, _ count: Int) -> (@Sendable () -> Void)? = { _, _ in nil },
    growing: (Article) -> Void = { _ in }
  ) throws(IngestError) -> Article {
    defer { if descriptor > 0 { close(descriptor) } }
    let isPage = beginning.withUnsafeBufferPointer { isHTML(head: $0, location: location) }
    if !isPage, let size = regularSize, size >= Self.smallestMapped,
      let text = try mapped(size, guarding: guarding)
    {
      return Article(location: location, text: text)
    }
    guard var bytes = ByteBuffer(capacity: max((regularSize ?? 0) + 1, beginning.count * 2)) else {
      throw .tooLarge(location: location)
    }
    beginning.withUnsafeBufferPointer { bytes.append($0) }
    var pace = Pace()
    while true {
      if regularSize == nil, pace.told < bytes.count {
        let patience = pace.patience
        if patience > 0, !hasMore(descriptor, within: patience) { continue }
        if patience == 0 { pace.tell(bytes.count) { tell(bytes, growing) } }
      }
      if bytes.count == bytes.capacity {
        let capacity = min(bytes.capacity * 2, largestText + 1)
        guard let grown = bytes.grown(to: capacity) else { throw .tooLarge(location: location) }
        bytes = grown
      }
      let filled = try bytes.fill { room throws(IngestError) in
        try readSome(descriptor, into: room, atMost: Int.max, location: location)
      }
      if filled == 0 { break }
      guard bytes.count <= largestText else { throw .tooLarge(location: location) }
      guard regularSize != nil || bytes.count <= largestStream else {
        throw .endless(location: location, limit: largestStream)
      }
    }
    return try readArticle(bytes, location: location)
  }

  /// Tells of the whole lines that there are.
  private func tell(_ bytes: borrowing ByteBuffer, _ growing: (Article) -> Void) {
    let lines = bytes.withBytes { bytes in
      bytes.lastIndex(of: 10).map { Array(bytes[...$0]) } ?? []
    }
    guard !lines.isEmpty, let text = try? readText(ByteBuffer(copying: lines), location: location)
    else { return }
    growing(Article(location: location, text: text))
  }

  /// The text where the file lies, if it needs no repair; else a mended copy.
  ///
  /// Nil where it cannot be mapped.
  private func mapped(
    _ size: Int,
    guarding: (UInt, Int) -> (@Sendable () -> Void)?
  ) throws(IngestError) -> SourceText? {
    guard let pages = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), pages != MAP_FAILED
    else { return nil }
    let address = UInt(bitPattern: pages)
    guard let unguard = guarding(address, size) else {
      munmap(pages, size)
      return nil
    }
    let release: @Sendable () -> Void = {
      munmap(UnsafeMutableRawPointer(bitPattern: address), size)
      unguard()
    }
    madvise(pages, size, Int32(MADV_SEQUENTIAL))
    let bytes = UnsafeBufferPointer(start: pages.assumingMemoryBound(to: UInt8.self), count: size)
    do throws(IngestError) {
      switch try settleText(bytes, location: location) {
      case .mended(let text):
        release()
        return text
      case .asItIs(let start):
        return SourceText(
          address: address + UInt(start),
          count: size - start,
          rest: { forgetPages(address: address, count: size) },
          release: { _ in release() }
        )
      }
    } catch {
      release()
      throw error
    }
  }
}

/// When a text that comes bit by bit is told of: as it grows longer and that takes longer, more seldom.
private struct Pace {
  /// The bytes that were told of.
  private(set) var told = 0
  private var due = ContinuousClock.now + .milliseconds(300)

  /// Milliseconds to wait for more before it is told of.
  var patience: Int32 {
    let left = ContinuousClock.now.duration(to: due)
    return left <= .zero ? 0 : Int32(clamping: Int(left / .milliseconds(1)) + 1)
  }

  mutating func tell(_ count: Int, _ body: () -> Void) {
    let taken = ContinuousClock().measure(body)
    told = count
    due = .now + max(.milliseconds(300), taken * 20)
  }
}

/// Lets go of a mapped text's pages that were read once and may not be wanted again; they come back by themselves.
private func forgetPages(address: UInt, count: Int) {
  let pages = UnsafeMutableRawPointer(bitPattern: address)
  madvise(pages, count, Int32(MADV_RANDOM))
  madvise(pages, count, Int32(MADV_DONTNEED))
}
