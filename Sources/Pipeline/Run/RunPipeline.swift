// A stub of rim's helper until the orchestration is here: replace this file.

/// Runs a definition from its inputs to its published folder.
///
/// Throws a `RunError` or a `DefinitionError`.
public func runPipeline(
  _ options: RunOptions, progress: RunProgress?, seams: RunSeams
) throws -> RunOutcome {
  let definition = try PipelineDefinition.load(path: options.definition)
  for input in try InputFiles.resolve(definition, folder: options.inputs) {
    let source = try FileSource(path: input.path, name: input.name)
    progress?(input.name, try source.finish().bytes, source.length, 0)
  }
  return RunOutcome(status: .ok, folder: nil, summary: ["stub"])
}
