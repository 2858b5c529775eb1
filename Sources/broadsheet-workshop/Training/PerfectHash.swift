internal import Reference

/// Slots for features, one each, that are found without a search: a group's seed and the feature tell the slot.
///
/// - Note: Belazzougui, Botelho, Dietzfelbinger (2009), "Hash, Displace, and Compress".
struct PerfectHash {
  private(set) var seeds: [UInt16]
  /// The feature of each slot; nil for one that stays free.
  private(set) var slots: [UInt32?]

  static func groupCount(of features: Int) -> Int { features / 4 + 1 }
  static func slotCount(of features: Int) -> Int { features * 33 / 32 + 1 }

  /// Finds for each group, the largest first, a seed under which its features meet free slots.
  init(_ features: [UInt32]) {
    let groupCount = UInt64(Self.groupCount(of: features.count))
    let slotCount = UInt64(Self.slotCount(of: features.count))
    var groups = [[UInt32]](repeating: [], count: Int(groupCount))
    for feature in features { groups[WeightTable.group(feature, of: groupCount)].append(feature) }
    seeds = [UInt16](repeating: 0, count: Int(groupCount))
    slots = [UInt32?](repeating: nil, count: Int(slotCount))
    for group in groups.indices.sorted(by: { (groups[$1].count, $0) < (groups[$0].count, $1) }) {
      var seed: UInt16 = 0
      while true {
        let places = groups[group].map { WeightTable.slot($0, seed, of: slotCount) }
        if Set(places).count == places.count, places.allSatisfy({ slots[$0] == nil }) {
          for (feature, place) in zip(groups[group], places) { slots[place] = feature }
          break
        }
        precondition(seed < UInt16.max, "a seed for every group")
        seed += 1
      }
      seeds[group] = seed
    }
  }
}
