// Generated from the ontology and the shapes by `npm run vocab`; do not edit.

/** By category: its IRI, the classes of its nodes, and the shapes that these have to conform to. */
export const categoryTerms: Readonly<Record<string, { readonly iri: string; readonly classes: readonly string[]; readonly shapes: readonly string[] }>> = {
  bank: {
    iri: 'https://w3id.org/traboule/ns#bankData',
    classes: ['https://w3id.org/traboule/ns#BankAccount', 'https://w3id.org/traboule/ns#AccountBalance', 'https://w3id.org/traboule/ns#BankOperation'],
    shapes: ['https://w3id.org/traboule/ns#BankAccountShape', 'https://w3id.org/traboule/ns#AccountBalanceShape', 'https://w3id.org/traboule/ns#BankOperationShape'],
  },
  invoices: {
    iri: 'https://w3id.org/traboule/ns#invoicesData',
    classes: [],
    shapes: [],
  },
  purchases: {
    iri: 'https://w3id.org/traboule/ns#purchasesData',
    classes: [],
    shapes: [],
  },
  energy: {
    iri: 'https://w3id.org/traboule/ns#energyData',
    classes: ['https://w3id.org/traboule/ns#Meter', 'https://w3id.org/traboule/ns#DayCurve'],
    shapes: ['https://w3id.org/traboule/ns#MeterShape', 'https://w3id.org/traboule/ns#DayCurveShape'],
  },
  water: {
    iri: 'https://w3id.org/traboule/ns#waterData',
    classes: [],
    shapes: [],
  },
  telecom: {
    iri: 'https://w3id.org/traboule/ns#telecomData',
    classes: [],
    shapes: [],
  },
  insurance: {
    iri: 'https://w3id.org/traboule/ns#insuranceData',
    classes: [],
    shapes: [],
  },
  mobility: {
    iri: 'https://w3id.org/traboule/ns#mobilityData',
    classes: [],
    shapes: [],
  },
  city: {
    iri: 'https://w3id.org/traboule/ns#cityData',
    classes: [],
    shapes: [],
  },
  benefits: {
    iri: 'https://w3id.org/traboule/ns#benefitsData',
    classes: [],
    shapes: [],
  },
  contacts: {
    iri: 'https://w3id.org/traboule/ns#contactsData',
    classes: [],
    shapes: [],
  },
  media: {
    iri: 'https://w3id.org/traboule/ns#mediaData',
    classes: [],
    shapes: [],
  },
  wellbeing: {
    iri: 'https://w3id.org/traboule/ns#wellbeingData',
    classes: [],
    shapes: [],
  },
  health: {
    iri: 'https://w3id.org/traboule/ns#healthData',
    classes: [],
    shapes: [],
  },
}
