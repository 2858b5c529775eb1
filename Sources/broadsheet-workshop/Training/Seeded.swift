/// Random numbers that a seed settles, so that training can be repeated to the byte.
/// - Note: Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators" (2014): SplitMix64.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 to below `bound`.
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// The rows below `count` in an order of chance.
  ///
  /// Its own shuffle, since the standard library's may change from version to version.
  mutating func order(of count: Int) -> [Int] {
    var rows = Array(0..<count)
    for row in stride(from: count - 1, to: 0, by: -1) { rows.swapAt(row, below(row + 1)) }
    return rows
  }
}
