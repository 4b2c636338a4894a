// Generated from the ontology and the shapes by `npm run vocab`; do not edit.

/** The categories of data, in the order in which the citizen reads them. */
export const allCategories = [
  {
    id: 'bank',
    label: { fr: 'Comptes et opérations bancaires', en: 'Bank accounts and transactions' },
    description: {
      fr: 'Vos comptes, leurs soldes et chaque opération : date, libellé, montant.',
      en: 'Your accounts, their balances and each transaction: date, label, amount.',
    },
    byNameOnly: false,
  },
  {
    id: 'energy',
    label: { fr: 'Consommation d’électricité', en: 'Electricity use' },
    description: {
      fr: 'Votre compteur et ce qu’il relève, jusqu’à la demi-heure. Ces relevés disent quand quelqu’un est chez vous.',
      en: 'Your meter and what it reads, down to the half-hour. These readings tell when somebody is at home.',
    },
    byNameOnly: false,
  },
  {
    id: 'health',
    label: { fr: 'Santé', en: 'Health' },
    description: {
      fr: 'Vos remboursements de soins et vos données de santé. Jamais comprises dans une autre autorisation.',
      en: 'Your care reimbursements and health data. Never included in any other grant.',
    },
    byNameOnly: true,
  },
] as const
