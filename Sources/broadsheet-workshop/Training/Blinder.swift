/// Hides a share of the features from training, others for each sentence, so that no few of them carry a decision alone.
///
/// - Note: Srivastava and others, "Dropout" (2014), on the input.
struct Blinder {
  private let factor: UInt32
  private let limit: UInt32

  /// Hides nothing.
  init() {
    factor = 1
    limit = 0
  }

  init(share: Double, _ random: inout Seeded) {
    factor = UInt32(truncatingIfNeeded: random.next()) | 1
    limit = UInt32(share * 65536)
  }

  @inline(__always)
  func hides(_ feature: UInt32) -> Bool {
    ((feature ^ (feature >> 15)) &* factor) >> 16 < limit
  }
}
