/// Kilometers between two points given in degrees, as on a plane.
///
/// Good to some percent over a few hundred kilometers; farther apart or near a pole only a measure of "far".
public func approximateDistance(
  _ latitude: Float,
  _ longitude: Float,
  _ otherLatitude: Float,
  _ otherLongitude: Float
) -> Float {
  var across = abs(longitude - otherLongitude)
  if across > 180 { across = 360 - across }
  // Bhaskara's approximation of the cosine, right to 0.002.
  let middle = (latitude + otherLatitude) / 2
  let shrink = (32_400 - 4 * middle * middle) / (32_400 + middle * middle)
  let north = (latitude - otherLatitude) * 111.2
  let east = across * 111.2 * shrink
  return (north * north + east * east).squareRoot()
}
