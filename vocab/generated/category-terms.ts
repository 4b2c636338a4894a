// Generated from the ontology and the shapes by `npm run vocab`; do not edit.

/** By category: its IRI, and the classes of its nodes. */
export const categoryTerms: Readonly<Record<string, { readonly iri: string; readonly classes: readonly string[] }>> = {
  bank: {
    iri: 'https://w3id.org/traboule/ns#bankData',
    classes: ['https://w3id.org/traboule/ns#BankAccount', 'https://w3id.org/traboule/ns#AccountBalance', 'https://w3id.org/traboule/ns#BankOperation'],
  },
  invoices: {
    iri: 'https://w3id.org/traboule/ns#invoicesData',
    classes: [],
  },
  purchases: {
    iri: 'https://w3id.org/traboule/ns#purchasesData',
    classes: [],
  },
  energy: {
    iri: 'https://w3id.org/traboule/ns#energyData',
    classes: ['https://w3id.org/traboule/ns#Meter', 'https://w3id.org/traboule/ns#DayCurve'],
  },
  water: {
    iri: 'https://w3id.org/traboule/ns#waterData',
    classes: [],
  },
  telecom: {
    iri: 'https://w3id.org/traboule/ns#telecomData',
    classes: [],
  },
  insurance: {
    iri: 'https://w3id.org/traboule/ns#insuranceData',
    classes: [],
  },
  mobility: {
    iri: 'https://w3id.org/traboule/ns#mobilityData',
    classes: [],
  },
  city: {
    iri: 'https://w3id.org/traboule/ns#cityData',
    classes: [],
  },
  benefits: {
    iri: 'https://w3id.org/traboule/ns#benefitsData',
    classes: [],
  },
  contacts: {
    iri: 'https://w3id.org/traboule/ns#contactsData',
    classes: [],
  },
  media: {
    iri: 'https://w3id.org/traboule/ns#mediaData',
    classes: [],
  },
  wellbeing: {
    iri: 'https://w3id.org/traboule/ns#wellbeingData',
    classes: [],
  },
  health: {
    iri: 'https://w3id.org/traboule/ns#healthData',
    classes: [],
  },
}
