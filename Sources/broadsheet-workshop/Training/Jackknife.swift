internal import Analysis
internal import Prose
internal import Reference

/// Tags for the first `treebanks` sources, given by taggers that have not learned from the documents they tag.
///
/// A parser that learned from true tags would trust them too much.
func jackknifedTags(
  _ sources: [TaggerTraining.Source],
  treebanks: Int,
  folds: Int = 4,
  _ training: TaggerTraining,
  progress: (String) -> Void
) -> [Tags] {
  let parts = sources.prefix(treebanks).map(\.bank.perDocument)
  var tags = parts.map { $0.map { _ in Tags() } }
  for fold in 0..<folds {
    progress("fold \(fold + 1) of \(folds)")
    var rest = sources
    for source in 0..<treebanks {
      rest[source].bank = Treebank(
        parts[source].indices.filter { $0 % folds != fold }
          .flatMap { parts[source][$0].marked }
      )
    }
    let model = TaggerModel(TableBytes(keeping: training.train(rest) { _ in }))
    for source in 0..<treebanks {
      for row in parts[source].indices where row % folds == fold {
        let bank = parts[source][row]
        tags[source][row] = tag(bank.tokens, bank.sentences, in: bank.text, model: model)
      }
    }
  }
  return tags.map { Tags($0.flatMap(\.values)) }
}
