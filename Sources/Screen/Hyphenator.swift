/// Finds where words may be broken.
public struct Hyphenator: Sendable {
  /// Shorter words stay whole.
  static let shortestWord = 6

  public init() {}

  /// The places in a word of ASCII letters, in order, in bytes.
  func points(in word: UnsafeBufferPointer<UInt8>) -> [Int] { [] }
}
