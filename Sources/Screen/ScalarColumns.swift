/// The columns of a scalar by itself: none for what joins the letter before it or is not drawn, else 1 or 2.
@inline(__always)
func columns(ofScalar value: UInt32) -> Int {
  value < 0x300 ? (value == 0xAD ? 0 : 1) : CharacterProperties(value).columns
}
