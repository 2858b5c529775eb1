public import Prose

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// What comes of opening an article.
public enum ArticleOpening: Sendable {
  case whole(Article)
  /// The first lines of a long one, to be shown while the rest is read.
  case begun(Article, ArticleRest)
}

/// The beginning that is read before anything is shown: more than a screen of any size takes.
private let beginningCount = 24 << 10
/// Files that are not longer are read whole: that takes no longer.
private let longestAtOnce = 64 << 10

/// Opens an article: a short one whole, of a long one the beginning.
///
/// Of standard input comes what there is when its writer makes a pause, a line at least.
/// - Parameter source: Where it is.
/// - Returns: The article, or its first lines and the way to read all of it.
/// - Throws: What `readArticle` throws. What is wrong beyond the beginning comes up when the rest is read.
public func beginArticle(_ source: ArticleSource) throws(IngestError) -> ArticleOpening {
  let location = source.location
  switch source {
  case .article(let article):
    return .whole(article)
  case .file(let path):
    let descriptor = try openFile(path: path, location: location)
    do throws(IngestError) {
      let opening = try begin(descriptor, location: location)
      if case .whole = opening { close(descriptor) }
      return opening
    } catch {
      close(descriptor)
      throw error
    }
  case .address:
    throw .address(location: location)
  case .standardInput:
    return try begin(0, location: location)
  }
}

private func begin(_ descriptor: Int32, location: String) throws(IngestError) -> ArticleOpening {
  let size = try regularSize(of: descriptor, location: location)
  guard size <= largestText else { throw .tooLarge(location: location) }
  // Of a regular file from its start the rest can be mapped; anything else gives its bytes once.
  let isRegular = size > 0 && lseek(descriptor, 0, SEEK_CUR) == 0
  if isRegular, size <= longestAtOnce {
    return .whole(
      try readArticle(readBytes(descriptor: descriptor, location: location), location: location)
    )
  }
  guard var head = ByteBuffer(capacity: beginningCount) else { throw .tooLarge(location: location) }
  let isAll = try fillHead(&head, from: descriptor, location: location)
  let bytes = head.withBytes { Array($0) }
  let cut = isAll ? bytes.count : bytes.lastIndex(of: 10).map { $0 + 1 } ?? 0
  let rest = ArticleRest(
    location: location,
    descriptor: descriptor,
    beginning: bytes,
    regularSize: isRegular ? size : nil
  )
  // Of a page nothing can be told before all of it is there.
  let isWhole =
    isMarkdown(location: location)
    || head.withBytes {
      byteOrder(of: $0) != nil || isHTML(head: $0, location: location)
        || isMail(head: $0, location: location)
    }
  guard !isAll, cut > 0, !isWhole, let text = try? beginning(bytes[..<cut], location) else {
    return .whole(try rest.read())
  }
  return .begun(Article(location: location, text: text), rest)
}

private func beginning(
  _ bytes: ArraySlice<UInt8>,
  _ location: String
) throws(IngestError)
  -> SourceText
{
  try readText(ByteBuffer(copying: Array(bytes)), location: location)
}

/// Fills `head` with what comes without a longer pause, a line at least, and refuses what is no text.
/// - Returns: Whether that is all there is.
private func fillHead(
  _ head: inout ByteBuffer,
  from descriptor: Int32,
  location: String
) throws(IngestError) -> Bool {
  var isAll = false
  while head.count < head.capacity {
    if head.withBytes({ $0.contains(10) }), !hasMore(descriptor, within: 50) { break }
    let filled = try head.fill { room throws(IngestError) in
      try readSome(descriptor, into: room, atMost: Int.max, location: location)
    }
    if filled == 0 {
      isAll = true
      break
    }
  }
  try head.withBytes { bytes throws(IngestError) in
    try refuseNonText(head: bytes.prefixed(sniffedCount), location: location)
  }
  return isAll
}

/// Whether a read would return within so many milliseconds.
func hasMore(_ descriptor: Int32, within pause: Int32) -> Bool {
  var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  return poll(&waiting, 1, pause) != 0
}
