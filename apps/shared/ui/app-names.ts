import type { AppConfig } from '../config.ts'
import { language } from '../i18n/language.ts'
import { t, type Words } from '../i18n/t.ts'
import type { MenuLink } from './account-menu.ts'

/** Our apps by the id that `config.json` gives them. */
export const appNames: Readonly<Record<string, Words>> = {
  home: { fr: 'Mon espace', en: 'My space' },
  budget: { fr: 'Mon budget', en: 'My budget' },
  energy: { fr: 'Mon énergie', en: 'My energy' },
}

const accountName: Words = {
  fr: 'Mon compte : partenaires, autorisations',
  en: 'My account: partners, permissions',
}

/** Links to our apps and to the account for the account menu, in the language of the screen. */
export function appLinks({ apps, account }: AppConfig): MenuLink[] {
  const links = Object.entries(apps).flatMap(([id, url]) => {
    const name = appNames[id]
    return name
      ? [{ label: t(name), href: inThisLanguage(url), here: new URL(url).origin === location.origin }]
      : []
  })
  return account ? [...links, { label: t(accountName), href: inThisLanguage(account) }] : links
}

/** The address of another of our pages, which then opens in the language of this one. */
export function inThisLanguage(address: string): string {
  const url = new URL(address)
  url.searchParams.set('lang', language())
  return url.href
}
