import type { Messages } from '../i18n/t.ts'

export const messages = {
  skip: { fr: 'Aller au contenu', en: 'Skip to content' },
  home: { fr: 'Mon espace', en: 'My space' },
  otherLanguage: { fr: 'English', en: 'Français' },
  account: { fr: 'Mon compte', en: 'My account' },
  accountOf: { fr: (name: string) => `Compte : ${name}`, en: (name: string) => `Account: ${name}` },
  logOut: { fr: 'Se déconnecter', en: 'Log out' },
  services: { fr: 'Mes services', en: 'My services' },
  loading: { fr: 'Chargement…', en: 'Loading…' },
  search: { fr: 'Rechercher', en: 'Search' },
  period: { fr: 'Période', en: 'Period' },
  previous: { fr: 'Période précédente', en: 'Previous period' },
  next: { fr: 'Période suivante', en: 'Next period' },
  day: { fr: 'Jour', en: 'Day' },
  week: { fr: 'Semaine', en: 'Week' },
  month: { fr: 'Mois', en: 'Month' },
  year: { fr: 'Année', en: 'Year' },
  asTable: { fr: 'Voir les chiffres en tableau', en: 'See the figures as a table' },
  noReading: { fr: 'pas de mesure', en: 'no reading' },
  onItsWay: { fr: 'en cours de chargement', en: 'still loading' },
  chartHint: { fr: 'Choisissez une barre pour lire son chiffre.', en: 'Choose a bar to read its figure.' },
  pointWords: {
    fr: (label: string, figures: string) => `${label} : ${figures}`,
    en: (label: string, figures: string) => `${label}: ${figures}`,
  },
  chartHelp: {
    fr: 'Graphique : flèches gauche et droite pour aller d’une barre à l’autre.',
    en: 'Chart: use the left and right arrow keys to move between bars.',
  },
} satisfies Messages
