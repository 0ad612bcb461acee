import PodDoctorKit
import Reporting
import Scheduling
import YAML

/// Simulates the scheduler on the input, or with it as its configuration.
struct SimulationTrial: Trial {
  /// What the input is to the simulation.
  enum Role {
    case dump, configuration
  }

  let role: Role

  func answer(to input: TrialInput) throws(Breach) -> [UInt8] {
    var options = SimulationOptions()
    options.explains = true
    switch role {
    case .dump: options.consultation.sources = input.sources
    case .configuration:
      try requirePlaces(in: input)
      options.consultation.sources = input.companions
      options.schedulerConfiguration = input.path
    }
    let answer: SimulationAnswer
    do {
      answer = try SimulationConsultation(options).answer()
    } catch {
      return Array(error.description.utf8)
    }
    var all: [UInt8] = []
    for format in ReportFormat.allCases {
      let bytes = answer.bytes(as: format, TextLayout())
      try PrintedText.require(printable: bytes, in: "the simulation as \(format)")
      if format == .json || format == .yaml {
        try PrintedText.require(readable: bytes, in: "the simulation as \(format)")
      }
      all += bytes
    }
    return all
  }

  /// Requires that everything that is wrong with the configuration is wrong at a place in it.
  private func requirePlaces(in input: TrialInput) throws(Breach) {
    for document in DocumentReader().read(input.bytes, file: input.path).documents {
      let errors: [ConfigurationError]
      do {
        _ = try SchedulerConfiguration(reading: document.root)
        continue
      } catch {
        errors = error.errors
      }
      for error in errors { try input.require(error.place, in: "the error '\(error.says)'") }
    }
  }
}
