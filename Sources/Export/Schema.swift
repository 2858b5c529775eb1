internal import CTexts

/// The JSON Schema of the analysis, as `Schema/broadsheet-1.schema.json` has it.
public var analysisSchema: String {
  let schema = broadsheet_schema()
  return String(
    decoding: UnsafeBufferPointer(start: schema.bytes, count: schema.count),
    as: UTF8.self
  )
}
