internal import Prose

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Reads a file or standard input as it is, whatever is in it.
public func readRawBytes(_ source: ArticleSource) throws(IngestError) -> [UInt8] {
  let location = source.location
  switch source {
  case .article(let article): return article.text.withBytes { Array($0) }
  case .address: throw .address(location: location)
  case .standardInput: return try rawBytes(descriptor: 0, location: location)
  case .file(let path):
    let descriptor = try openFile(path: path, location: location)
    defer { close(descriptor) }
    return try rawBytes(descriptor: descriptor, location: location)
  }
}

private func rawBytes(descriptor: Int32, location: String) throws(IngestError) -> [UInt8] {
  let size = try regularSize(of: descriptor, location: location)
  guard size <= largestText else { throw .tooLarge(location: location) }
  guard var bytes = ByteBuffer(capacity: max(size + 1, sniffedCount)) else {
    throw .tooLarge(location: location)
  }
  while true {
    if bytes.count == bytes.capacity {
      let capacity = min(bytes.capacity * 2, largestText + 1)
      guard let grown = bytes.grown(to: capacity) else { throw .tooLarge(location: location) }
      bytes = grown
    }
    let filled = try bytes.fill { room throws(IngestError) in
      try readSome(descriptor, into: room, atMost: Int.max, location: location)
    }
    if filled == 0 { return bytes.withBytes { Array($0) } }
    guard bytes.count <= largestText else { throw .tooLarge(location: location) }
  }
}
