// Generated from the ontology and the shapes by `npm run vocab`; do not edit.

/** By category: its IRI, and the classes of its nodes. */
export const categoryTerms: Readonly<Record<string, { readonly iri: string; readonly classes: readonly string[] }>> = {
  bank: {
    iri: 'https://w3id.org/traboule/ns#bankData',
    classes: ['https://w3id.org/traboule/ns#BankAccount', 'https://w3id.org/traboule/ns#AccountBalance', 'https://w3id.org/traboule/ns#BankOperation'],
  },
  energy: {
    iri: 'https://w3id.org/traboule/ns#energyData',
    classes: ['https://w3id.org/traboule/ns#Meter', 'https://w3id.org/traboule/ns#DayCurve'],
  },
  health: {
    iri: 'https://w3id.org/traboule/ns#healthData',
    classes: [],
  },
}
