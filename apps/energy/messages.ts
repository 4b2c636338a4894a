import type { Messages } from '../shared/i18n/t.ts'

export const messages = {
  name: { fr: 'Mon énergie', en: 'My energy' },
  welcome: { fr: 'Votre électricité, jour après jour', en: 'Your electricity, day after day' },
  welcomeText: {
    fr: 'Voyez ce que votre compteur a relevé, à la demi-heure près. Les relevés restent dans votre espace.',
    en: 'See what your meter recorded, down to the half-hour. The readings stay in your space.',
  },
  refused: {
    fr: 'Cette application n’a pas accès à vos relevés',
    en: 'This app has no access to your readings',
  },
  refusedText: {
    fr: 'Pour montrer votre consommation, « Mon énergie » doit pouvoir lire la catégorie « Électricité et gaz ». Elle ne verra rien d’autre et ne pourra rien modifier.',
    en: 'To show what you use, “My energy” must be able to read the category “Electricity and gas”. It will see nothing else and can change nothing.',
  },
  empty: { fr: 'Pas encore de relevé', en: 'No readings yet' },
  emptyText: {
    fr: 'Votre gestionnaire de réseau n’a encore rien déposé dans votre espace. Ses relevés apparaîtront ici dès qu’il l’aura fait.',
    en: 'Your network operator has not put anything in your space yet. Its readings will appear here as soon as it does.',
  },
  meter: { fr: 'Compteur', en: 'Meter' },
  meterNumber: {
    fr: (partner: string, ending: string) => `${partner}, compteur finissant par ${ending}`,
    en: (partner: string, ending: string) => `${partner}, meter ending in ${ending}`,
  },
  consumption: { fr: 'Consommation', en: 'Use' },
  production: { fr: 'Production', en: 'Production' },
  direction: { fr: 'Sens', en: 'Direction' },
  used: { fr: 'Électricité consommée', en: 'Electricity used' },
  produced: { fr: 'Électricité produite', en: 'Electricity produced' },
  nothingRead: { fr: 'Aucune mesure', en: 'No reading' },
  onItsWay: { fr: 'En cours de chargement', en: 'Still loading' },
  more: {
    fr: (by: string, than: string) => `${by} par rapport ${than}`,
    en: (by: string, than: string) => `${by} compared with ${than}`,
  },
  asMuch: {
    fr: (than: string) => `Autant, par rapport ${than}`,
    en: (than: string) => `The same as ${than}`,
  },
  toDay: { fr: (day: string) => `au ${day}`, en: (day: string) => day },
  toPeriod: { fr: (period: string) => `à ${period}`, en: (period: string) => period },
  toWeek: { fr: (week: string) => `à la ${week}`, en: (week: string) => `the ${week}` },
  sameDays: {
    fr: (than: string) => `${than}, sur la même durée`,
    en: (than: string) => `${than}, over the same length of time`,
  },
  notComparable: {
    fr: 'Pas de comparaison : il manque trop de mesures sur cette période ou sur la précédente.',
    en: 'No comparison: too many readings are missing in this period or the one before.',
  },
  weekOf: {
    fr: (monday: string) => `Semaine du ${monday}`,
    en: (monday: string) => `Week of ${monday}`,
  },
  captionDay: {
    fr: (day: string, total: string) => `Le ${day} : ${total}, demi-heure par demi-heure.`,
    en: (day: string, total: string) => `${day}: ${total}, half-hour by half-hour.`,
  },
  captionDays: {
    fr: (period: string, total: string) => `${period} : ${total}, jour par jour.`,
    en: (period: string, total: string) => `${period}: ${total}, day by day.`,
  },
  captionMonths: {
    fr: (period: string, total: string) => `${period} : ${total}, mois par mois.`,
    en: (period: string, total: string) => `${period}: ${total}, month by month.`,
  },
  highest: {
    fr: (what: string, value: string) => `Maximum : ${what}, avec ${value}.`,
    en: (what: string, value: string) => `Highest: ${what}, with ${value}.`,
  },
  slot: {
    fr: (from: string, to: string) => `De ${from} à ${to}`,
    en: (from: string, to: string) => `From ${from} to ${to}`,
  },
  slotSummer: {
    fr: (from: string, to: string) => `De ${from} à ${to}, heure d’été`,
    en: (from: string, to: string) => `From ${from} to ${to}, summer time`,
  },
  slotWinter: {
    fr: (from: string, to: string) => `De ${from} à ${to}, heure d’hiver`,
    en: (from: string, to: string) => `From ${from} to ${to}, winter time`,
  },
  shortDay: {
    fr: 'Passage à l’heure d’été : ce jour n’a que 23 heures.',
    en: 'Clocks go forward: this day has only 23 hours.',
  },
  longDay: {
    fr: 'Passage à l’heure d’hiver : ce jour a 25 heures.',
    en: 'Clocks go back: this day has 25 hours.',
  },
  missingDay: {
    fr: (day: string) => `Aucune mesure le ${day}.`,
    en: (day: string) => `No reading on ${day}.`,
  },
  missingRun: {
    fr: (first: string, last: string) => `Aucune mesure du ${first} au ${last}.`,
    en: (first: string, last: string) => `No reading from ${first} to ${last}.`,
  },
  missingMore: {
    fr: (days: number) => `Aucune mesure non plus pour ${days} ${days > 1 ? 'autres jours' : 'autre jour'}.`,
    en: (days: number) => `No reading either for ${days} other ${days > 1 ? 'days' : 'day'}.`,
  },
  missingTime: {
    fr: (duration: string) =>
      `Il manque aussi ${duration} de mesures au total sur les autres jours : les totaux ne les comptent pas.`,
    en: (duration: string) =>
      `Readings for ${duration} in all are also missing on other days: totals leave them out.`,
  },
  missingTimeOnly: {
    fr: (duration: string) => `Il manque ${duration} de mesures : les totaux ne les comptent pas.`,
    en: (duration: string) => `Readings for ${duration} are missing: totals leave them out.`,
  },
  hatching: {
    fr: 'estimé par votre gestionnaire de réseau, ou incomplet',
    en: 'estimated by your network operator, or incomplete',
  },
  estimated: { fr: 'estimé', en: 'estimated' },
  incomplete: { fr: 'incomplet', en: 'incomplete' },
  time: { fr: 'Heure', en: 'Time' },
  dayColumn: { fr: 'Jour', en: 'Day' },
  monthColumn: { fr: 'Mois', en: 'Month' },
  openMonth: { fr: 'Voir ce mois', en: 'See this month' },
  openDay: { fr: 'Voir ce jour', en: 'See this day' },
  whatIsKwh: { fr: 'Qu’est-ce qu’un kWh ?', en: 'What is a kWh?' },
  kwhText: {
    fr: 'Un kilowattheure (kWh) est la quantité d’électricité d’un appareil de 1 000 watts allumé une heure : environ une lessive à 40 degrés, ou dix heures de télévision.',
    en: 'A kilowatt-hour (kWh) is the electricity a 1,000-watt appliance uses in one hour: about one load of washing at 40 degrees, or ten hours of television.',
  },
  hours: { fr: (hours: string) => `${hours} h`, en: (hours: string) => `${hours} h` },
  minutes: { fr: (minutes: number) => `${minutes} minutes`, en: (minutes: number) => `${minutes} minutes` },
} satisfies Messages
