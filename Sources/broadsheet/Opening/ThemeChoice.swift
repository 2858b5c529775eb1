internal import Screen

/// The themes that the program carries, the one for want of a choice first.
let carriedThemes: [Theme] = [Theme(name: "plain", styles: [:])]

/// The theme of that name; nil where there is none.
func theme(named name: String) -> Theme? {
  carriedThemes.first { $0.name == name }
}
