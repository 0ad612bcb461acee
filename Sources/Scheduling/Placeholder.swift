// Filled by the simulation.
