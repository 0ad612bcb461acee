/// The published shape of a simulation report, as `poddoctor schema --kind SimulationReport` prints it.
package enum SimulationSchema {
  /// A JSON Schema (draft 2020-12); v1 only ever gains fields, so it leaves room for more.
  package static let text: StaticString = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "https://poddoctor.dev/schemas/v1/simulation-report.json",
      "title": "SimulationReport",
      "description": "What poddoctor simulate -o json prints. Fields may be added within v1; none is removed or changes its meaning.",
      "type": "object",
      "required": ["apiVersion", "kind", "tool", "input", "completeness", "problems", "summary", "workloads", "pods"],
      "properties": {
        "apiVersion": {"const": "poddoctor.dev/v1"},
        "kind": {"const": "SimulationReport"},
        "tool": {
          "type": "object",
          "required": ["name", "version"],
          "properties": {"name": {"type": "string"}, "version": {"type": "string"}}
        },
        "input": {
          "description": "What was read.",
          "type": "object",
          "required": ["sources", "objects", "digest"],
          "properties": {
            "sources": {"description": "The paths as given.", "type": "array", "items": {"type": "string"}},
            "objects": {"description": "How many objects the dump holds.", "type": "integer", "minimum": 0},
            "digest": {"description": "The same input has the same digest.", "type": "string"},
            "capturedAt": {"description": "The newest time in the dump, RFC 3339.", "type": "string"}
          }
        },
        "completeness": {
          "description": "What the dump lacks, and which verdicts are weaker for it.",
          "type": "array",
          "items": {
            "type": "object",
            "required": ["missing", "weakens"],
            "properties": {
              "missing": {"type": "string"},
              "weakens": {"type": "string"},
              "command": {"description": "Would have collected it.", "type": "string"}
            }
          }
        },
        "problems": {
          "description": "What could not be read, or the API server would refuse; it was left out.",
          "type": "array",
          "items": {
            "type": "object",
            "required": ["kind", "says", "file", "line", "column"],
            "properties": {
              "kind": {"type": "string"},
              "says": {"type": "string"},
              "file": {"type": "string"},
              "line": {"type": "integer", "minimum": 0},
              "column": {"type": "integer", "minimum": 0}
            }
          }
        },
        "summary": {
          "description": "Counts of the shown pods by outcome.",
          "type": "object",
          "required": ["nodes", "pods", "scheduled", "unschedulable", "gated", "skipped", "error", "exitCode"],
          "properties": {
            "nodes": {"type": "integer", "minimum": 0},
            "pods": {"type": "integer", "minimum": 0},
            "scheduled": {"type": "integer", "minimum": 0},
            "unschedulable": {"type": "integer", "minimum": 0},
            "gated": {"type": "integer", "minimum": 0},
            "skipped": {"type": "integer", "minimum": 0},
            "error": {"type": "integer", "minimum": 0},
            "exitCode": {"description": "0: nothing at or above --fail-on; 1: a pod fits nowhere.", "enum": [0, 1]}
          }
        },
        "notSimulated": {
          "description": "Extenders and plugins of the configuration that are not part of kube-scheduler.",
          "type": "array",
          "items": {"type": "string"}
        },
        "workloads": {
          "description": "Manifests whose pods were imagined: how many fit, where, and what stops the next one.",
          "type": "array",
          "items": {
            "type": "object",
            "required": ["object", "pods", "fit", "spread"],
            "properties": {
              "object": {"$ref": "#/$defs/reference"},
              "pods": {"type": "integer", "minimum": 0},
              "fit": {"type": "integer", "minimum": 0},
              "spread": {"description": "Pods by node.", "type": "object"},
              "stoppedBy": {"description": "The scheduler's text about the first that does not fit.", "type": "string"}
            }
          }
        },
        "pods": {"description": "In the order of the scheduling queue.", "type": "array", "items": {"$ref": "#/$defs/pod"}}
      },
      "$defs": {
        "pod": {
          "type": "object",
          "required": ["pod", "outcome", "feasible"],
          "properties": {
            "pod": {"description": "namespace/name", "type": "string"},
            "outcome": {"enum": ["scheduled", "unschedulable", "gated", "skipped", "error"]},
            "message": {"description": "The text of the FailedScheduling event, or why the pod is held back.", "type": "string"},
            "node": {"description": "Where the pod goes.", "type": "string"},
            "feasible": {"description": "The nodes that pass all filters.", "type": "array", "items": {"type": "string"}},
            "best": {"description": "The nodes with the greatest score.", "type": "array", "items": {"type": "string"}},
            "filter": {"description": "For each refused node the first refusal, as kube-scheduler has it.", "type": "object"},
            "otherNodes": {"description": "The status of the nodes that were not filtered.", "$ref": "#/$defs/status"},
            "scores": {"description": "For each feasible node the weighted score of each plugin, and the total.", "type": "object"},
            "preemption": {
              "type": "object",
              "required": ["nominatedNode", "victims", "message"],
              "properties": {
                "nominatedNode": {"type": "string"},
                "victims": {"description": "The pods that would be deleted.", "type": "array", "items": {"type": "string"}},
                "message": {"type": "string"}
              }
            },
            "explanation": {"description": "With --explain.", "$ref": "#/$defs/explanation"}
          }
        },
        "status": {
          "type": "object",
          "required": ["code", "reasons"],
          "properties": {
            "code": {"type": "string"},
            "plugin": {"type": "string"},
            "reasons": {"type": "array", "items": {"type": "string"}}
          }
        },
        "explanation": {
          "type": "object",
          "required": ["podRefusals", "groups", "nodes", "counterfactuals"],
          "properties": {
            "podRefusals": {"description": "What keeps the pod off all nodes.", "type": "array", "items": {"$ref": "#/$defs/refusal"}},
            "groups": {
              "description": "Nodes that the same plugins refuse for the same reasons; the largest group first.",
              "type": "array",
              "items": {
                "type": "object",
                "required": ["nodes", "says"],
                "properties": {
                  "nodes": {"type": "array", "items": {"type": "string"}},
                  "says": {"type": "array", "items": {"type": "string"}}
                }
              }
            },
            "nodes": {
              "description": "All refusals of each node that does not fit.",
              "type": "array",
              "items": {
                "type": "object",
                "required": ["node", "refusals"],
                "properties": {
                  "node": {"type": "string"},
                  "refusals": {"type": "array", "items": {"$ref": "#/$defs/refusal"}}
                }
              }
            },
            "counterfactuals": {
              "description": "The smallest changes that would let the pod fit, each simulated.",
              "type": "array",
              "items": {
                "type": "object",
                "required": ["changes", "unlocks", "evidence"],
                "properties": {
                  "changes": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "required": ["kind", "says"],
                      "properties": {"kind": {"type": "string"}, "says": {"type": "string"}}
                    }
                  },
                  "unlocks": {"description": "The nodes that would fit.", "type": "array", "items": {"type": "string"}},
                  "evidence": {"type": "array", "items": {"$ref": "#/$defs/field"}}
                }
              }
            },
            "recorded": {
              "description": "What the dump records of the scheduler's own verdict.",
              "type": "object",
              "required": ["agreement", "message", "source", "explanations"],
              "properties": {
                "agreement": {"enum": ["same", "same-in-other-words", "different"]},
                "message": {"type": "string"},
                "time": {"type": "string"},
                "source": {"$ref": "#/$defs/field"},
                "explanations": {"description": "Why the two can differ.", "type": "array", "items": {"type": "string"}}
              }
            }
          }
        },
        "refusal": {
          "type": "object",
          "required": ["plugin", "code", "reasons", "details"],
          "properties": {
            "plugin": {"type": "string"},
            "code": {"enum": ["Unschedulable", "UnschedulableAndUnresolvable", "Pending", "Error"]},
            "reasons": {"description": "kube-scheduler's own words.", "type": "array", "items": {"type": "string"}},
            "details": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["kind", "says", "evidence"],
                "properties": {
                  "kind": {"type": "string"},
                  "says": {"type": "string"},
                  "resource": {"type": "string"},
                  "requested": {"type": "string"},
                  "allocatable": {"type": "string"},
                  "inUse": {"type": "string"},
                  "free": {"type": "string"},
                  "shortBy": {"type": "string"},
                  "evidence": {"type": "array", "items": {"$ref": "#/$defs/field"}}
                }
              }
            }
          }
        },
        "field": {
          "type": "object",
          "required": ["object", "field"],
          "properties": {
            "object": {"$ref": "#/$defs/reference"},
            "field": {"description": "A path as the API server writes it; empty for the whole object.", "type": "string"},
            "file": {"type": "string"},
            "line": {"type": "integer", "minimum": 0},
            "column": {"type": "integer", "minimum": 0}
          }
        },
        "reference": {
          "type": "object",
          "required": ["kind", "namespace", "name"],
          "properties": {
            "kind": {"type": "string"},
            "namespace": {"description": "Empty for cluster-scoped objects.", "type": "string"},
            "name": {"type": "string"}
          }
        }
      }
    }

    """
}
