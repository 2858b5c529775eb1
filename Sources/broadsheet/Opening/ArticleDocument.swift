internal import Analysis
internal import Prose
internal import Reference

/// The article with its paragraphs, and nothing else known of it.
func document(of article: Article) -> Document {
  let blocks =
    article.blocks ?? findBlocks(in: article.text, lexicon: References.builtIn.lexicon)
  return Document(text: article.text, blocks: blocks)
}
