/// The published shape of a review report, as `poddoctor schema --kind ReviewReport` prints it.
package enum ReviewSchema {
  /// A JSON Schema (draft 2020-12); v1 only ever gains fields, so it leaves room for more.
  package static let text: StaticString = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "https://poddoctor.dev/schemas/v1/review-report.json",
      "title": "ReviewReport",
      "description": "What poddoctor review -o json prints. Fields may be added within v1; none is removed or changes its meaning.",
      "type": "object",
      "required": ["apiVersion", "kind", "tool", "input", "summary", "findings"],
      "properties": {
        "apiVersion": {"const": "poddoctor.dev/v1"},
        "kind": {"const": "ReviewReport"},
        "tool": {
          "type": "object",
          "required": ["name", "version"],
          "properties": {
            "name": {"type": "string"},
            "version": {"type": "string"}
          }
        },
        "input": {
          "description": "What was read.",
          "type": "object",
          "required": ["sources", "files", "digest"],
          "properties": {
            "sources": {"description": "The paths as given.", "type": "array", "items": {"type": "string"}},
            "files": {"description": "How many files were read.", "type": "integer", "minimum": 0},
            "digest": {"description": "The same input has the same digest.", "type": "string"}
          }
        },
        "summary": {
          "type": "object",
          "required": ["objects", "workloads", "bySeverity", "suppressed", "exitCode"],
          "properties": {
            "objects": {"description": "Objects that were reviewed.", "type": "integer", "minimum": 0},
            "workloads": {"description": "Those of them that make pods.", "type": "integer", "minimum": 0},
            "bySeverity": {
              "description": "How many findings count.",
              "type": "object",
              "required": ["error", "warning", "info"],
              "properties": {
                "error": {"type": "integer", "minimum": 0},
                "warning": {"type": "integer", "minimum": 0},
                "info": {"type": "integer", "minimum": 0}
              }
            },
            "suppressed": {"description": "Findings that do not count.", "type": "integer", "minimum": 0},
            "exitCode": {"description": "0: nothing at or above --fail-on; 1: something is.", "enum": [0, 1]}
          }
        },
        "findings": {
          "description": "In the order of their places.",
          "type": "array",
          "items": {"$ref": "#/$defs/finding"}
        },
        "corrections": {
          "description": "What became of findings that --fix was to correct; those that were are no longer in findings.",
          "type": "array",
          "items": {
            "type": "object",
            "required": ["rule", "object", "file", "line", "column", "says", "made"],
            "properties": {
              "rule": {"type": "string"},
              "object": {"$ref": "#/$defs/object"},
              "container": {"type": "string"},
              "file": {"type": "string"},
              "line": {"description": "Before the change.", "type": "integer", "minimum": 1},
              "column": {"type": "integer", "minimum": 1},
              "says": {"type": "string"},
              "made": {"type": "boolean"},
              "leftBecause": {"description": "Why the text was left as it is.", "type": "string"}
            }
          }
        }
      },
      "$defs": {
        "object": {
          "description": "What the manifest makes; of kind File where no object is.",
          "type": "object",
          "required": ["kind", "namespace", "name"],
          "properties": {
            "kind": {"type": "string"},
            "namespace": {"type": "string"},
            "name": {"type": "string"}
          }
        },
        "finding": {
          "type": "object",
          "required": ["rule", "severity", "object", "field", "file", "line", "column", "says", "why", "remedies", "fingerprint"],
          "properties": {
            "rule": {"description": "The name of the rule, or of what is wrong with a file or an ignore.", "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
            "severity": {"enum": ["error", "warning", "info"]},
            "object": {"$ref": "#/$defs/object"},
            "container": {"type": "string"},
            "field": {"description": "The path of the field; empty for the whole object.", "type": "string"},
            "file": {"type": "string"},
            "line": {"type": "integer", "minimum": 1},
            "column": {"type": "integer", "minimum": 1},
            "says": {"type": "string"},
            "why": {"type": "string"},
            "remedies": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["says", "risk"],
                "properties": {
                  "says": {"type": "string"},
                  "command": {"type": "string"},
                  "patch": {"type": "string"},
                  "risk": {"enum": ["inspect", "safe", "disruptive", "destructive"]}
                }
              }
            },
            "fingerprint": {"description": "The same for the same finding after lines have moved.", "type": "string"},
            "suppressed": {
              "description": "Why the finding does not count.",
              "type": "object",
              "required": ["source", "reason"],
              "properties": {
                "source": {"enum": ["config", "annotation", "comment", "baseline"]},
                "reason": {"type": "string"},
                "owner": {"type": "string"},
                "expires": {"type": "string"}
              }
            }
          }
        }
      }
    }

    """
}
