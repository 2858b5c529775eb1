/// Breaks a paragraph into lines of at most so many columns: at spaces, and words that are too long wherever they fit.
///
/// - Parameter bytes: UTF-8 of the paragraph. Runs of white space count as one space; a line neither begins nor
///   ends with one.
/// - Returns: Half-open ranges of `bytes`' indices in order, one a line, none empty; they hold every byte but
///   white space.
public func wrap(_ bytes: UnsafeBufferPointer<UInt8>, columns measure: Int) -> [Range<Int>] {
  []
}
