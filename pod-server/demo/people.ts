/** The people of the demonstration. Their passwords are public: never in use elsewhere. */
export const citizens = [
  { name: 'alice', email: 'alice@traboule.example', password: 'pont-de-la-guillotiere' },
  { name: 'bob', email: 'bob@traboule.example', password: 'place-des-terreaux' },
] as const

/** Invented partners: a real name would read as an endorsement. */
export const partners = [
  { id: 'banque-des-pentes', name: 'Banque des Pentes', connector: 'bank', domain: 'bank' },
  { id: 'reseau-lumiere', name: 'Réseau Lumière', connector: 'electricity', domain: 'energy' },
] as const

/** A partner whose customers connect their pods from its own customer space: nobody is connected at first. */
export const onboardingPartner = {
  id: 'caisse-des-canuts',
  name: 'Caisse des Canuts',
  connector: 'bank',
  domain: 'bank',
} as const
