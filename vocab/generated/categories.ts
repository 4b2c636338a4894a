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
    icon: 'euro',
    byNameOnly: false,
  },
  {
    id: 'invoices',
    label: { fr: 'Factures', en: 'Bills and invoices' },
    description: {
      fr: 'Ce qu’on vous a facturé : qui, combien, pour quoi, et à payer avant quel jour.',
      en: 'What you were billed: by whom, how much, what for, and to be paid by which day.',
    },
    icon: 'bill',
    byNameOnly: false,
  },
  {
    id: 'purchases',
    label: { fr: 'Achats et tickets de caisse', en: 'Purchases and till receipts' },
    description: {
      fr: 'Vos tickets : le magasin, la date, chaque article et son prix. Ils disent vos habitudes.',
      en: 'Your receipts: the shop, the date, each item and its price. They tell your habits.',
    },
    icon: 'basket',
    byNameOnly: false,
  },
  {
    id: 'energy',
    label: { fr: 'Électricité et gaz', en: 'Electricity and gas' },
    description: {
      fr: 'Vos compteurs et ce qu’ils relèvent, jusqu’à la demi-heure. Ces relevés disent quand quelqu’un est chez vous.',
      en: 'Your meters and what they read, down to the half-hour. These readings tell when somebody is at home.',
    },
    icon: 'bolt',
    byNameOnly: false,
  },
  {
    id: 'water',
    label: { fr: 'Eau', en: 'Water' },
    description: {
      fr: 'Votre compteur d’eau et ce qu’il relève, au fil des jours. Ces relevés disent quand quelqu’un est chez vous.',
      en: 'Your water meter and what it reads, day after day. These readings tell when somebody is at home.',
    },
    icon: 'drop',
    byNameOnly: false,
  },
  {
    id: 'telecom',
    label: { fr: 'Téléphone et internet', en: 'Phone and internet' },
    description: {
      fr: 'Vos lignes et leur usage, mois par mois : durée des appels, messages, volume d’internet. Jamais qui vous appelez.',
      en: 'Your lines and how they are used, month by month: time on calls, messages, internet volume. Never whom you call.',
    },
    icon: 'phone',
    byNameOnly: false,
  },
  {
    id: 'insurance',
    label: { fr: 'Assurances', en: 'Insurance' },
    description: {
      fr: 'Vos contrats : ce qu’ils couvrent, ce qu’ils coûtent, et jusqu’à quand.',
      en: 'Your policies: what they cover, what they cost, and until when.',
    },
    icon: 'umbrella',
    byNameOnly: false,
  },
  {
    id: 'mobility',
    label: { fr: 'Déplacements', en: 'Travel' },
    description: {
      fr: 'Vos trajets en bus, métro, train, vélo ou voiture : d’où, vers où et quand. Ils disent où vous êtes.',
      en: 'Your trips by bus, metro, train, bike or car: from where, to where and when. They tell where you are.',
    },
    icon: 'route',
    byNameOnly: false,
  },
  {
    id: 'city',
    label: { fr: 'Services de la ville', en: 'City services' },
    description: {
      fr: 'Bibliothèque, cantine, école : ce que les services de la ville savent de votre foyer.',
      en: 'Library, school meals, school: what the city’s services know about your household.',
    },
    icon: 'town-hall',
    byNameOnly: false,
  },
  {
    id: 'benefits',
    label: { fr: 'Aides et prestations', en: 'Benefits and allowances' },
    description: {
      fr: 'Quotient familial, allocations, bourses, chômage : vos revenus, votre famille, parfois un handicap. Jamais comprises dans une autre autorisation.',
      en: 'Family quotient, allowances, grants, unemployment: your income, your family, at times a disability. Never included in any other grant.',
    },
    icon: 'hand',
    byNameOnly: true,
  },
  {
    id: 'contacts',
    label: { fr: 'Contacts et agenda', en: 'Contacts and calendar' },
    description: {
      fr: 'Votre carnet d’adresses et vos rendez-vous. On y lit aussi les données d’autres personnes.',
      en: 'Your address book and your appointments. Other people’s data is in there too.',
    },
    icon: 'address-book',
    byNameOnly: false,
  },
  {
    id: 'media',
    label: { fr: 'Musique, vidéos et lectures', en: 'Music, videos and reading' },
    description: {
      fr: 'Ce que vous écoutez, regardez ou lisez, et quand. On y devine vos goûts et vos idées.',
      en: 'What you listen to, watch or read, and when. Your tastes and your views can be guessed from it.',
    },
    icon: 'play',
    byNameOnly: false,
  },
  {
    id: 'wellbeing',
    label: { fr: 'Forme et bien-être', en: 'Fitness and wellbeing' },
    description: {
      fr: 'Pas, sport, sommeil, poids, pouls : ce que mesurent votre téléphone ou votre montre. Jamais compris dans une autre autorisation.',
      en: 'Steps, sport, sleep, weight, pulse: what your phone or your watch measures. Never included in any other grant.',
    },
    icon: 'heart',
    byNameOnly: true,
  },
  {
    id: 'health',
    label: { fr: 'Santé', en: 'Health' },
    description: {
      fr: 'Vos remboursements de soins et vos données de santé. Jamais comprises dans une autre autorisation.',
      en: 'Your care reimbursements and health data. Never included in any other grant.',
    },
    icon: 'cross',
    byNameOnly: true,
  },
] as const
