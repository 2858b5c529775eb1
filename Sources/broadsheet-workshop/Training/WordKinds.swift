internal import Analysis
internal import Prose
internal import Reference

/// The words that training saw often, grouped by the tags they had there.
struct WordKinds {
  /// For each kind its only tag, or 255; kind 0 is that of words not listed.
  private(set) var onlyTags: [UInt8] = [255]
  private(set) var kinds: [UInt64: UInt16] = [:]

  /// Lists the words seen `least` times, and keeps the only tag of those seen `sure` times.
  init(_ banks: [Treebank], least: Int, sure: Int) {
    var counts: [UInt64: [UInt8: Int]] = [:]
    for bank in banks {
      bank.text.withBytes { bytes in
        for (token, word) in bank.words.enumerated() {
          guard let tag = word.tag else { continue }
          let range = bank.tokens.bytes(of: token)
          let form = WordForm(bytes, Int(range.lowerBound)..<Int(range.upperBound))
          counts[form.word, default: [:]][tag.rawValue, default: 0] += 1
        }
      }
    }
    var groups: [[UInt8]: [UInt64]] = [:]
    var sizes: [[UInt8]: Int] = [:]
    for (word, tags) in counts {
      let total = tags.values.reduce(0, +)
      guard total >= least else { continue }
      let ranked = tags.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
      var signature = ranked.filter { $0.value * 50 >= total }.map(\.key)
      if total >= sure, let first = ranked.first, first.value * 1000 >= total * 999 {
        signature = [first.key, 255]
      }
      groups[signature, default: []].append(word)
      sizes[signature, default: 0] += total
    }
    let ranked = groups.keys.sorted {
      (sizes[$1, default: 0], "\($0)") < (sizes[$0, default: 0], "\($1)")
    }
    for signature in ranked.prefix(WordBuckets.maximumValue) {
      for word in groups[signature, default: []] { kinds[word] = UInt16(onlyTags.count) }
      onlyTags.append(signature.last == 255 ? signature[0] : 255)
    }
  }

  /// Adds a `WordBuckets` that begins at the next byte.
  func write(to writer: inout TableWriter) {
    var bucketCount = 2
    while bucketCount * 3 < kinds.count * 4 { bucketCount *= 2 }
    var buckets = [UInt32](repeating: 0, count: bucketCount)
    for (word, kind) in kinds.sorted(by: { $0.key < $1.key }) {
      var bucket = Int(word & UInt64(bucketCount - 1))
      while buckets[bucket] != 0 { bucket = (bucket + 1) & (bucketCount - 1) }
      buckets[bucket] = WordBuckets.check(word) << UInt32(WordBuckets.valueBits) | UInt32(kind)
    }
    writer.append(UInt32(bucketCount))
    writer.append(UInt32(0))
    for bucket in buckets { writer.append(bucket) }
  }
}
