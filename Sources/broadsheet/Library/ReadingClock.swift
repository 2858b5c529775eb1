/// How long an article is read: the time between keys, pauses not counted.
struct ReadingClock {
  private var last = ContinuousClock.now
  private var seconds = 0.0

  /// Who presses no key for longer than this does something else.
  private static let longestPause = 120.0

  mutating func tick() {
    let now = ContinuousClock.now
    let passed = last.duration(to: now) / .seconds(1)
    if passed <= Self.longestPause { seconds += passed }
    last = now
  }

  /// The seconds since the last time, which begin anew.
  mutating func taken() -> Double {
    tick()
    defer { seconds = 0 }
    return seconds
  }
}
