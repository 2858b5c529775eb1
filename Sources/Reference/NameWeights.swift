internal import CReference

/// The name model's weights, from `CReference/tables/names.bin`; `broadsheet-workshop train-names` trains them.
///
/// Behind the header: the logarithm of the number of buckets (four bytes), what one step of a weight is worth
/// (a 32-bit float), what each of 16 labels earns behind each, for 25 kinds of tokens (16 rows of 16 floats each), and for each
/// bucket the weights of 16 labels, a signed byte each.
public struct NameWeights: Sendable {
  public static let format = "BNAM"
  public static let version: UInt32 = 2
  public static let labelCount = 16
  /// How many kinds of tokens a transition tells apart, by the token that it leads to.
  public static let edgeCount = 25
  public static let builtIn = NameWeights(TableBytes(broadsheet_names()))

  public let bytes: TableBytes
  public let bucketBits: Int
  public let step: Float
  private let rows: Int

  public init(_ bytes: TableBytes) {
    precondition(bytes.format == Self.format && bytes.version == Self.version, "a name table")
    self.bytes = bytes
    bucketBits = Int(bytes.load(UInt32.self, at: TableBytes.headerCount))
    step = Float(bitPattern: bytes.load(UInt32.self, at: TableBytes.headerCount + 4))
    rows = TableBytes.headerCount + 8 + 4 * Self.edgeCount * Self.labelCount * Self.labelCount
  }

  /// What each label earns behind each: one row of the next label's weights for every kind of token, then label.
  public func transitions() -> [SIMD16<Float>] {
    (0..<Self.edgeCount * Self.labelCount).map { row in
      var weights = SIMD16<Float>()
      for next in 0..<Self.labelCount {
        let offset = TableBytes.headerCount + 8 + 4 * (row * Self.labelCount + next)
        weights[next] = Float(bitPattern: bytes.load(UInt32.self, at: offset))
      }
      return weights
    }
  }

  /// The sum of the weights of `buckets`, for each label.
  @inline(__always)
  public func scores(of buckets: UnsafeBufferPointer<UInt32>) -> SIMD16<Float> {
    let table = bytes.pointer + rows
    var sum = SIMD16<Int16>(repeating: 0)
    for bucket in buckets {
      let row = table.loadUnaligned(
        fromByteOffset: Int(bucket) * Self.labelCount,
        as: SIMD16<Int8>.self
      )
      sum &+= SIMD16<Int16>(truncatingIfNeeded: row)
    }
    return SIMD16<Float>(sum) * step
  }
}
