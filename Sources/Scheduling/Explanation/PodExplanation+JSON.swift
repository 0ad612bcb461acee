package import Basics

extension PodExplanation {
  /// Writes the value of `explanation` in a pod's entry.
  package func write(to json: inout some StructureWriter & ~Copyable, nodes table: NodeTable) {
    json.object { object in
      if !preFilter.isEmpty {
        object.field("preFilter") { $0.array(of: preFilter) { $1.write(to: &$0) } }
      }
      object.field("groups") { json in
        json.array(of: groups) { json, group in
          json.object { entry in
            entry.field("nodes", group.nodes.map(table.name))
            entry.field("refusals") { $0.array(of: group.rejections) { $1.write(to: &$0) } }
          }
        }
      }
      object.field("shortages") { json in
        json.object { map in
          for entry in nodes where !entry.shortages.isEmpty {
            map.field(table.name(of: entry.node)) { json in
              json.array(of: entry.shortages) { $1.write(to: &$0) }
            }
          }
        }
      }
    }
  }
}

extension ResourceShortage {
  fileprivate func write(to json: inout some StructureWriter & ~Copyable) {
    json.object { object in
      object.field("resource", resource)
      object.field("requested", requested)
      object.field("allocatable", allocatable)
      object.field("used", used)
      object.field("free", free)
      object.field("shortBy", shortBy)
    }
  }
}
