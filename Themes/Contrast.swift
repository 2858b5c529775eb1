public import Screen

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// How much two colors differ in brightness, from 1 to 21; 1 for the terminal's own colors, which nobody knows.
/// - Note: Web Content Accessibility Guidelines 2.2, "contrast ratio".
public func contrast(_ one: Color, _ other: Color) -> Double {
  guard let one = luminance(one), let other = luminance(other) else { return 1 }
  return (max(one, other) + 0.05) / (min(one, other) + 0.05)
}

/// Relative luminance, 0...1.
private func luminance(_ color: Color) -> Double? {
  guard case .rgb(let red, let green, let blue) = color else { return nil }
  func linear(_ value: UInt8) -> Double {
    let share = Double(value) / 255
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
  }
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}
