/// The weights of a linear model over hashed features, read in place.
///
/// A feature is a 32-bit hash; its row holds a weight for each class in which it was learned to matter. The
/// rows are found by a perfect hash: a feature's group has a seed, and seed and feature give the slot, so that
/// a look-up is two loads and no search. A slot tells its feature from others by 11 bits only: about one
/// unknown feature in two thousand is taken for a known one, which no score shows.
///
/// Layout from `offset`: number of classes, groups, slots and entries, each of four bytes; the groups' seeds,
/// two bytes each; padding to four; the slots, four bytes each (from the highest bit: 11 of check, one that
/// marks a full row, 20 that say where the row begins, in units of two bytes; all bits set for an empty
/// one); the rows. A full row is a signed byte for each class, padded to eight; any other has two bytes for each of
/// its entries: the class, its highest bit set in the last one, and the weight, signed.
/// - Note: Belazzougui, Botelho, Dietzfelbinger (2009), "Hash, Displace, and Compress".
public struct WeightTable: Sendable {
  public static let startBits: UInt32 = 20
  public static let fullRow: UInt32 = 1 << startBits
  public static let empty = UInt32.max
  public static let maximumClasses = 127
  /// How many features can be looked up at once.
  public static let maximumFeatures = 128

  private let bytes: TableBytes
  private let seeds: Int
  private let slots: Int
  private let entries: Int
  private let groupCount: UInt64
  private let slotCount: UInt64
  public let classCount: Int
  /// The number of scores that are written: the classes, padded to eight.
  public let scoreCount: Int
  /// Where the table ends in `bytes`.
  public let end: Int

  public init(_ bytes: TableBytes, at offset: Int) {
    self.bytes = bytes
    classCount = Int(bytes.load(UInt32.self, at: offset))
    scoreCount = (classCount + 7) & ~7
    groupCount = UInt64(bytes.load(UInt32.self, at: offset + 4))
    slotCount = UInt64(bytes.load(UInt32.self, at: offset + 8))
    seeds = offset + 16
    slots = (seeds + 2 * Int(groupCount) + 3) & ~3
    entries = slots + 4 * Int(slotCount)
    end = entries + 2 * Int(bytes.load(UInt32.self, at: offset + 12))
  }

  /// The group of a feature.
  @inline(__always)
  public static func group(_ feature: UInt32, of count: UInt64) -> Int {
    Int(truncatingIfNeeded: (UInt64(feature) &* count) >> 32)
  }

  /// The slot of a feature whose group has `seed`.
  @inline(__always)
  public static func slot(_ feature: UInt32, _ seed: UInt16, of count: UInt64) -> Int {
    let mixed = (UInt64(feature) ^ (UInt64(seed) << 32)) &* 0x9FB2_1C65_1E98_DF25
    return Int(truncatingIfNeeded: (((mixed ^ (mixed >> 32)) & 0xFFFF_FFFF) &* count) >> 32)
  }

  /// The bits by which a slot knows its feature.
  @inline(__always)
  public static func check(_ feature: UInt32) -> UInt32 {
    // The highest bits chose the group, and are alike in it.
    feature & 0x7FF
  }

  /// Adds the features' weights to the classes' scores.
  ///
  /// - Parameters:
  ///   - features: `maximumFeatures` or fewer.
  ///   - scores: `scoreCount` numbers; they cannot overflow, since weights are bytes.
  public func add(
    _ features: UnsafeBufferPointer<UInt32>,
    to scores: UnsafeMutablePointer<Int16>
  ) {
    precondition(features.count <= Self.maximumFeatures, "few features at once")
    let seeds = (bytes.pointer + seeds).assumingMemoryBound(to: UInt16.self)
    let slots = (bytes.pointer + slots).assumingMemoryBound(to: UInt32.self)
    let entries = (bytes.pointer + entries).assumingMemoryBound(to: UInt16.self)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.maximumFeatures) { found in
      // Two passes, so that the look-ups do not wait for each other.
      var count = 0
      for feature in features {
        let seed = UInt16(littleEndian: seeds[Self.group(feature, of: groupCount)])
        let slot = UInt32(littleEndian: slots[Self.slot(feature, seed, of: slotCount)])
        found[count] = slot
        let isFound = slot >> (Self.startBits + 1) == Self.check(feature) && slot != Self.empty
        count &+= isFound ? 1 : 0
      }
      for row in 0..<count {
        let start = entries + Int(found[row] & (Self.fullRow - 1))
        if found[row] & Self.fullRow != 0 {
          let weights = UnsafeRawPointer(start).assumingMemoryBound(to: Int8.self)
          for target in 0..<scoreCount { scores[target] &+= Int16(weights[target]) }
          continue
        }
        var entry = start
        while true {
          let pair = UInt16(littleEndian: entry.pointee)
          scores[Int(pair & 0x7F)] &+= Int16(Int8(truncatingIfNeeded: pair >> 8))
          if pair & 0x80 != 0 { break }
          entry += 1
        }
      }
    }
  }
}

/// Turns a template's number and what it saw into a feature.
@inline(__always)
public func feature(_ template: UInt64, _ value: UInt64) -> UInt32 {
  let mixed = (value ^ (template &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
  return UInt32(truncatingIfNeeded: ((mixed ^ (mixed >> 32)) &* 0xD6E8_FEB8_6659_FD93) >> 32)
}
