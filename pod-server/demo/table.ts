import { type Bilingual, pick } from '../bilingual.ts'
import { appSite, type Settings } from '../settings.ts'
import { customerSpaceUrl } from './customer-space.ts'
import { citizens, onboardingPartner } from './people.ts'

/** The addresses and log-ins of the demonstration, to print. */
export function table(settings: Settings): string {
  const row = (name: Bilingual, value: string) => `  ${pick(name).padEnd(18)} ${value}`
  const app = (id: 'home' | 'budget' | 'energy') => `${appSite(settings, id).origin}/`
  return [
    row({ fr: 'Accueil', en: 'Home page' }, settings.baseUrl),
    row({ fr: 'Mon espace', en: 'My space' }, app('home')),
    row({ fr: 'Mon budget', en: 'My budget' }, app('budget')),
    row({ fr: 'Mon énergie', en: 'My energy' }, app('energy')),
    row({ fr: 'Mon compte', en: 'My account' }, `${settings.baseUrl}.account/`),
    row({ fr: onboardingPartner.name, en: onboardingPartner.name }, customerSpaceUrl(settings)),
    '',
    ...citizens.map(({ name, email, password }) =>
      row({ fr: `Citoyen·ne ${name}`, en: `Citizen ${name}` }, `${email}   ${password}`),
    ),
    '',
    pick({
      fr: '  Une application ne lit rien tant que vous ne l’avez pas autorisée : ouvrez-en une, elle vous le demandera.\n  Ctrl-C arrête tout ; les données restent.',
      en: '  An app reads nothing until you have allowed it: open one, it will ask you.\n  Ctrl-C stops everything; the data stay.',
    }),
  ].join('\n')
}
