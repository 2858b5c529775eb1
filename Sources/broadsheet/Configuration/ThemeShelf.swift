internal import Reader
internal import Screen
internal import Themes

/// The theme on the screen, and the one to which a reader who only tries others comes back.
struct ThemeShelf {
  private(set) var shown: Theme
  private var kept: Theme
  /// Whether the reader has chosen: then the terminal's background no longer does.
  private var isChosen = false
  private var wasChosen = false

  init(_ theme: Theme) {
    shown = theme
    kept = theme
  }

  /// Lists the themes; what is shown now is what `take(nil)` comes back to.
  mutating func choices() -> [ThemeChoice] {
    kept = shown
    wasChosen = isChosen
    return listThemes().map { listing in
      var problem: String?
      // The built-in ones are known to be whole.
      if listing.path != nil {
        do throws(ThemeError) {
          _ = try findTheme(listing.name)
        } catch {
          problem = error.description
        }
      }
      let description = listing.description.isEmpty ? listing.path ?? "" : listing.description
      return ThemeChoice(name: listing.name, description: description, problem: problem)
    }
  }

  /// Takes the theme of that name, or for nil the one before choosing; nil where it is no longer there.
  mutating func take(_ name: String?) -> Theme? {
    guard let name else {
      shown = kept
      isChosen = wasChosen
      return kept
    }
    guard let theme = try? findTheme(name) else { return nil }
    shown = theme
    isChosen = true
    return theme
  }

  /// Takes the theme that fits the terminal's background, unless the reader has chosen one.
  mutating func take(fitting theme: Theme) -> Theme? {
    guard !isChosen else { return nil }
    shown = theme
    kept = theme
    return theme
  }
}
