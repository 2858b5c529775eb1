internal import Prose

/// A GraphML graph of actors and issues: an edge for each position, which says in which article it is taken, and
/// when, so that slices of time can be cut.
struct NetworkGraph {
  private var nodes: [String: Int] = [:]
  private var edgeCount = 0

  static let head: String = {
    let attributes = [
      ("name", "node", "string"), ("type", "node", "string"), ("kind", "node", "string"),
      ("country", "node", "string"), ("weight", "edge", "int"), ("count", "edge", "int"),
      ("stance", "edge", "string"), ("status", "edge", "string"), ("evidence", "edge", "string"),
      ("article", "edge", "string"), ("date", "edge", "string"), ("by", "edge", "string"),
    ]
    let keys = attributes.map { name, owner, type in
      #"  <key id="\#(name)" for="\#(owner)" attr.name="\#(name)" attr.type="\#(type)"/>"# + "\n"
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
      http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n
      """ + keys.joined() + #"  <graph id="positions" edgedefault="undirected">"# + "\n"
  }()

  static let end = "  </graph>\n</graphml>\n"

  /// The article's edges, each behind those of its nodes that are new.
  mutating func elements(_ coding: Coding) -> String {
    var written = ""
    for position in coding.positions {
      let party = position.party
      let actor = node(
        "actor/\(party.kind.rawValue)/\(party.country ?? "")/\(party.name)",
        [
          ("name", party.name), ("type", "actor"), ("kind", party.kind.rawValue),
          ("country", party.country ?? ""),
        ],
        to: &written
      )
      let concept = node(
        "concept/\(position.concept.lowercased())",
        [("name", position.concept), ("type", "concept"), ("kind", "issue"), ("country", "")],
        to: &written
      )
      written += element(
        #"edge id="e\#(edgeCount)" source="n\#(actor)" target="n\#(concept)""#,
        [
          ("weight", String(position.stance.sign.weight)),
          ("count", String(position.evidence.count)),
          ("stance", position.stance.rawValue),
          ("status", position.status.names.joined(separator: " ")),
          ("evidence", position.evidence.map(\.text).joined(separator: " ")),
          ("article", coding.article),
          ("date", coding.time),
          ("by", position.isCorrected ? "person" : "machine"),
        ]
      )
      edgeCount += 1
    }
    return written
  }

  private mutating func node(
    _ key: String,
    _ data: [(String, String)],
    to written: inout String
  ) -> Int {
    if let number = nodes[key] { return number }
    let number = nodes.count
    nodes[key] = number
    written += element(#"node id="n\#(number)""#, data)
    return number
  }

  private func element(_ tag: String, _ data: [(key: String, value: String)]) -> String {
    let name = tag.prefix { $0 != " " }
    let fields = data.map { #"<data key="\#($0.key)">\#(markupText($0.value))</data>"# }
    return "    <\(tag)>\(fields.joined())</\(name)>\n"
  }
}
