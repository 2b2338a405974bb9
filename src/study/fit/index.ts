/**
 * Fit: what the data pin down and what they do not. Waves of history matching rule out what cannot be right (`historyWave`);
 * inside what is left ABC-SMC finds draws (`proposals`, `progress`, generation after generation), and `marginals` says which
 * parameters the data moved. Everything is a pure function of settings and outcomes: whoever runs the model keeps a
 * journal of outcomes by number, and goes on from it.
 */
export * from './abc-smc.ts'
export * from './fit-target.ts'
export * from './history-matching.ts'
export * from './marginals.ts'
