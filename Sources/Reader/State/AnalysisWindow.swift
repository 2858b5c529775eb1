import Prose

/// Longer texts are analyzed in parts.
private let longestWhole = 1_000_000
/// The length of a part.
private let windowLength: UInt32 = 262_144
/// Of texts longer than this, in bytes, what is on the screen is analyzed first, so that its names are colored at once.
private let longestAtOnce = 16_384
/// How much is analyzed then beside the screen.
private let glanceLength: UInt32 = 4096

/// Asks for the analysis of what is on the screen, if none is there or under way.
func askForAnalysis(_ state: inout ReaderState) -> Effect? {
  guard state.view == .article, let article = state.article, !article.layout.isEmpty else {
    return nil
  }
  // The glance comes in a moment; another request would make its answer an old one.
  if article.isGlance, article.awaitsAnalysis { return nil }
  var isGlance = false
  let window: Range<UInt32>
  if article.window == nil, article.findings == nil,
    article.document.text.count > longestAtOnce || article.isBegun && !article.isGrowing
  {
    isGlance = true
    window = analysisWindow(around: state.visible, in: article.document, length: glanceLength)
  } else if article.isBegun, !article.isGrowing,
    article.expected.map({ $0 <= longestWhole }) ?? true
  {
    // What will be analyzed whole is waited for, but not for ever.
    return nil
  } else if article.document.text.count <= longestWhole {
    if let asked = article.window, !article.isGlance, !isOutgrown(asked, article) { return nil }
    window = article.document.text.range
  } else if article.isGlance {
    window = analysisWindow(around: state.visible, in: article.document)
  } else {
    let visible = state.visible
    if let asked = article.window, asked.lowerBound <= visible.lowerBound,
      visible.upperBound <= asked.upperBound
    {
      return nil
    }
    window = analysisWindow(around: visible, in: article.document)
    // A screen that no window holds would ask for ever.
    guard window != article.window else { return nil }
  }
  state.lastRequest += 1
  state.article?.request = state.lastRequest
  state.article?.window = window
  state.article?.isGlance = isGlance
  state.article?.awaitsAnalysis = true
  return .analyze(request: state.lastRequest, window: window)
}

/// Whether so much has come since a growing text was analyzed that it is worth doing again.
private func isOutgrown(_ asked: Range<UInt32>, _ article: OpenArticle) -> Bool {
  guard article.isGrowing, !article.awaitsAnalysis else { return false }
  let more = article.document.text.count - asked.count
  return more > (asked.count > 20_000 ? asked.count / 4 : 0)
}

/// Whole paragraphs on both sides of `visible`; of a giant paragraph no more than is wanted.
func analysisWindow(
  around visible: Range<UInt32>,
  in document: Document,
  length: UInt32 = windowLength
) -> Range<UInt32> {
  let blocks = document.blocks
  let half = length / 2
  let from = visible.lowerBound - min(visible.lowerBound, half)
  let to = visible.upperBound + min(half, UInt32(document.text.count) - visible.upperBound)
  var start = from
  if let block = blocks.block(at: from) {
    let isGiant = blocks.range(block).count > Int(length)
    start =
      isGiant && blocks.starts[block] < from
      ? border(document.text, at: from) : blocks.starts[block]
  }
  var end = to
  if let block = blocks.block(at: to) {
    if blocks.starts[block] >= to {
      end = block > 0 ? blocks.ends[block - 1] : to
    } else {
      let isGiant = blocks.range(block).count > Int(length)
      end = isGiant ? border(document.text, at: to) : blocks.ends[block]
    }
  } else {
    end = blocks.ends.last ?? to
  }
  return min(start, visible.lowerBound)..<max(end, visible.upperBound)
}

/// The nearest white space behind `byte`, or a border of characters where there is none near.
private func border(_ text: SourceText, at byte: UInt32) -> UInt32 {
  text.withBytes { bytes in
    let end = min(bytes.count, Int(byte) + 4096)
    let near = Int(byte)..<max(Int(byte), end)
    let place =
      near.first { bytes[$0] == 0x20 || bytes[$0] == 0x0A }
      ?? near.first { bytes[$0] & 0xC0 != 0x80 } ?? Int(byte)
    return UInt32(place)
  }
}
