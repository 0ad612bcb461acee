/// The layers of the product: a module imports only modules of lower layers.
///
/// `CEL` is below the layer of `RuleEngine`, for rules are written in it. `YAML` is below `Reporting`, which
/// may write it.
let layers: [String: Int] = [
  "Basics": 0, "CArchive": 0, "CLibYAML": 0, "CRE2": 0,
  "Provenance": 1,
  "Findings": 2, "YAML": 2,
  "CEL": 3, "Reporting": 3, "Triage": 3,
  "KubernetesModel": 4, "RuleEngine": 4,
  "BundledRules": 5, "DumpLoading": 5, "Scheduling": 5, "Validation": 5,
  "PodDoctorKit": 6,
  "poddoctor": 7, "poddoctor-dev": 7, "rulepack": 7, "Fuzzing": 7,
  "poddoctor-fuzz": 8,
]

/// Modules of the build itself, which are not part of the product.
let buildModules: Set<String> = ["EmbedRules"]
