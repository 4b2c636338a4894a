import type { Mode, Rule } from '../access/acl.ts'

/** Of the rules that count, those that give a mode, by their IRIs. Pure. */
export const giving = (rules: readonly Rule[], mode: Mode): string[] =>
  rules
    .filter(({ modes }) => modes.includes(mode) || (mode === 'append' && modes.includes('write')))
    .map(({ iri }) => iri)
