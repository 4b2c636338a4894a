// Generated from the ontology and the shapes by `npm run vocab`; do not edit.

/** Our own terms. */
export * as tb from './tb.ts'
