internal import ArgumentParser

/// Builds what the program carries: for the people who work on it, not for its users.
@main
struct Workshop: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "broadsheet-workshop",
    abstract: "Build Broadsheet's tables from their sources, and measure what stands on them.",
    subcommands: [
      BuildTables.self, BuildAtlas.self, BuildCharacters.self, BuildTypography.self,
      TrainNames.self, TrainTagger.self, TrainParser.self, TrainAntecedents.self,
      MeasureChains.self, MeasureSyntax.self, MeasureIssues.self, MeasureLibrary.self,
      TormentLibrary.self,
      Benchmark.self,
    ]
  )
}
