/// The weights of a linear model of four classes over hashed features, read in place.
///
/// With so few classes a feature's weights are one small number, so that a look-up has no branch and nothing to search:
/// a perfect hash finds the slot, as in `WeightTable`, and what the slot says of another feature is masked out.
///
/// Layout from `offset`: the numbers of groups and of slots, four bytes each; the groups' seeds, two bytes each; the slots, six
/// bytes each: the feature's lowest 16 bits and four weights, `zero` added. Two bytes of padding end it, since slots are read by eight
/// bytes.
public struct ActionWeights: Sendable {
  public static let slotStride = 6
  /// What a weight of nothing is in a slot.
  public static let zero = 128

  private let bytes: TableBytes
  private let seeds: Int
  private let slots: Int
  private let groupCount: UInt64
  private let slotCount: UInt64
  /// Where the table ends in `bytes`.
  public let end: Int

  public init(_ bytes: TableBytes, at offset: Int) {
    self.bytes = bytes
    groupCount = UInt64(bytes.load(UInt32.self, at: offset))
    slotCount = UInt64(bytes.load(UInt32.self, at: offset + 4))
    seeds = offset + 8
    slots = seeds + 2 * Int(groupCount)
    end = slots + Self.slotStride * Int(slotCount) + 2
  }

  /// The bits by which a slot knows its feature.
  @inline(__always)
  public static func check(_ feature: UInt32) -> UInt16 { UInt16(truncatingIfNeeded: feature) }

  /// The sum of the features' weights, for each class.
  ///
  /// - Parameter features: `WeightTable.maximumFeatures` or fewer, so that the sums fit two bytes.
  /// - Returns: The sums, in the classes' order.
  public func scores(of features: UnsafeBufferPointer<UInt32>) -> SIMD4<Int16> {
    precondition(features.count <= WeightTable.maximumFeatures, "few features at once")
    let seeds = bytes.pointer + seeds
    let slots = bytes.pointer + slots
    // The classes' sums, two in a number, of weights that are moved up so that none is negative.
    var even: UInt32 = 0
    var odd: UInt32 = 0
    var count: UInt32 = 0
    for feature in features {
      let group = WeightTable.group(feature, of: groupCount)
      let seed = UInt16(
        littleEndian: seeds.loadUnaligned(fromByteOffset: 2 * group, as: UInt16.self)
      )
      let slot = WeightTable.slot(feature, seed, of: slotCount)
      let entry = UInt64(
        littleEndian: slots.loadUnaligned(fromByteOffset: Self.slotStride * slot, as: UInt64.self)
      )
      // 1 if the slot is this feature's: worked out without a branch, which nothing could foresee.
      let difference = UInt32(UInt16(truncatingIfNeeded: entry) ^ Self.check(feature))
      let isIts = (difference &- 1) >> 31
      let weights = UInt32(truncatingIfNeeded: entry >> 16) & (0 &- isIts)
      even &+= weights & 0x00FF_00FF
      odd &+= (weights >> 8) & 0x00FF_00FF
      count &+= isIts
    }
    func sum(_ pair: UInt32, _ shift: UInt32) -> Int16 {
      Int16(truncatingIfNeeded: Int((pair >> shift) & 0xFFFF) &- Int(count) &* Self.zero)
    }
    return SIMD4(sum(even, 0), sum(odd, 0), sum(even, 16), sum(odd, 16))
  }
}
