import KubernetesModel
import YAML

extension YAMLNode {
  /// Whether a document may be meant as objects: bundles hold much JSON that is not.
  func isManifest(in file: InputFile) -> Bool {
    if isVersionReport || isBundleMark || isRefusal { return false }
    if file.isNamed || isScalar { return true }
    let isOfKnownKind = file.kindByName != nil
    if isSetting { return false }
    if isMapping { return claimsToBeObject || (bearsName || isBareList) && isOfKnownKind }
    return elements.contains { $0.claimsToBeObject || $0.bearsName && isOfKnownKind }
  }

  /// Whether this is what `kubectl version -o yaml` prints, which collectors put beside the objects.
  private var isVersionReport: Bool { self["clientVersion"] != nil && self["kind"] == nil }

  /// Whether this says which collector made the bundle that it is in.
  private var isBundleMark: Bool {
    self["kind"]?.string == "SupportBundle" && self["metadata"]?["name"] == nil
  }

  /// Whether this has a version and a kind and is no object that an API server keeps: a kubeconfig, the settings of a
  /// program, a list of what the server offers.
  private var isSetting: Bool {
    guard let kind = self["kind"]?.string, let version = self["apiVersion"]?.string else {
      return false
    }
    return self["metadata"] == nil && self["items"] == nil
      && KindTable.type(apiVersion: version, kind: kind) == nil
  }

  /// Whether this is the API server's answer to somebody who asked for objects and got none.
  var isRefusal: Bool {
    self["kind"]?.string == "Status" && self["apiVersion"]?.string == "v1"
      && self["status"]?.string == "Failure"
  }

  private var claimsToBeObject: Bool { self["kind"] != nil || self["apiVersion"] != nil }

  /// Whether this is a list as clients in Go write one that they took from the API: without its kind.
  fileprivate var isBareList: Bool {
    self["kind"] == nil && self["apiVersion"] == nil && self["items"]?.isSequence == true
  }

  /// Whether this holds objects, and is none itself.
  var isListOfObjects: Bool {
    isSequence || self["items"]?.isSequence == true && !bearsName
  }

  /// Whether a collector may have written this because there was nothing to collect: `[]`, `null`, a list without
  /// items.
  var isEmptyList: Bool {
    guard isMapping else { return isNull || isSequence && elements.isEmpty }
    return self["items"].map { $0.isNull || $0.elements.isEmpty } ?? entries.isEmpty
  }

  fileprivate var bearsName: Bool { self["metadata"]?["name"] != nil }
}

extension ObjectReader {
  /// The objects of a document; where they do not say their kind, as in the arrays of some collectors, they have
  /// the kind that the file is named after.
  static func readers(of document: YAMLNode, inFileOf kind: String?) -> [ObjectReader] {
    if document.isSequence, document.elements.contains(where: { $0["kind"] != nil }) {
      return Array(document.elements).map { ObjectReader($0, assuming: kind) }
    }
    if document.isSequence || document["kind"] == nil && document.bearsName {
      return [ObjectReader(document, assuming: kind)]
    }
    if document.isBareList, let kind, let items = document["items"] {
      return Array(items.elements).map { ObjectReader($0, assuming: kind) }
    }
    return readers(of: document)
  }
}
