/** Shops, bodies and habits of an invented household of Lyon. No such shop is meant to exist. */

/** Name, cents from and to. The list is weighted by repetition: bread is bought more often than books. */
export type Shop = readonly [name: string, from: number, to: number]

export const shops: readonly [Shop, ...Shop[]] = [
  ['BOULANGERIE DES CÔTEAUX', 110, 890],
  ['BOULANGERIE DES CÔTEAUX', 110, 890],
  ['BOULANGERIE DES CÔTEAUX', 110, 540],
  ['LE FOURNIL DE LA MONTÉE', 120, 760],
  ['LE FOURNIL DE LA MONTÉE', 120, 760],
  ['ÉPICERIE DU GRIFFON', 340, 3800],
  ['ÉPICERIE DU GRIFFON', 340, 3800],
  ['MARCHÉ PETIT & GRAND', 900, 6400],
  ['MARCHÉ PETIT & GRAND', 900, 6400],
  ['SUPÉRETTE TROIS RUELLES', 450, 4200],
  ['SUPÉRETTE TROIS RUELLES', 450, 4200],
  ['FROMAGERIE MÈRE & FILLE', 520, 2600],
  ["PRIMEUR L'AIL DOUX", 310, 1900],
  ["PRIMEUR L'AIL DOUX", 310, 1900],
  ["CAFÉ DE L'ÎLE", 150, 920],
  ["CAFÉ DE L'ÎLE", 150, 920],
  ["BOUCHON L'ŒUF À LA COQUE", 1650, 5800],
  ['CANTINE PAUSE & CIE', 780, 1450],
  ['CANTINE PAUSE & CIE', 780, 1450],
  ['PHARMACIE DU GROS CAILLOU', 380, 3400],
  ['LIBRAIRIE LE PAGE-À-PAGE', 690, 3200],
  ['CINÉMA LA LANTERNE', 620, 1480],
  ['QUINCAILLERIE CLOU & VIS', 290, 4600],
  ['VÉLO RÉPAR’ DES QUAIS', 800, 5200],
  ['TABAC-PRESSE DES PENTES', 180, 1250],
]

/** A debit that comes back: label, memo, day of the month, cents in 2020, months between two. */
export type Standing = readonly [name: string, memo: string, day: number, cents: number, every: number]

export const standing: readonly Standing[] = [
  ['PRLV LOGIS DES PENTES', 'LOYER ET CHARGES', 2, 71250, 1],
  ['PRLV TRANSPORTS DES DEUX RIVES', 'ABONNEMENT MENSUEL', 3, 6740, 1],
  ['PRLV TÉLÉCOM SAÔNE', 'MOBILE & FIBRE', 8, 3999, 1],
  ['PRLV MUTUELLE DES CANUTS', 'COTISATION SANTÉ', 10, 6240, 1],
  ['PRLV ASSURANCE LES ARCADES', 'HABITATION', 12, 1890, 1],
  ['COTISATION COMPTE & CARTE', '', 15, 690, 1],
  ['PRLV EAU DES DEUX FLEUVES', 'FACTURE TRIMESTRIELLE', 18, 5480, 3],
  ['DON LES RESTOS DU QUARTIER', '', 20, 1000, 1],
]

/** Cents a day on average, by month: what an electric heater does to a bill. */
export const energyByMonth: readonly number[] = [
  11800, 11200, 9600, 7400, 5200, 4600, 4400, 4300, 4900, 6800, 9300, 11500,
]

export const energySupplier = 'PRLV ÉNERGIE DES TERREAUX'
export const employer = 'VIR ATELIERS DE LA SOIERIE'
