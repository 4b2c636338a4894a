import { html, nothing } from 'lit/html.js'
import { language } from '../shared/i18n/language.ts'
import { t, type Words } from '../shared/i18n/t.ts'
import { securityMessages as words } from './security-messages.ts'
import { minuteOf } from './when.ts'

/** An app that is open somewhere; times are UTC milliseconds. */
interface App {
  readonly id: string
  readonly name: Words | string
  readonly seen: number
}

export interface Browser {
  readonly id: string
  /** `Firefox, Android`; empty: a program that is no browser. */
  readonly device: string
  readonly since: number
  readonly seen: number
  readonly isThis: boolean
  readonly apps: readonly App[]
}

/** As the authorization agent lists them. */
export interface LogIns {
  readonly browsers: readonly Browser[]
  readonly elsewhere: readonly App[]
}

interface Ends {
  readonly browser: (browser: Browser) => void
  readonly app: (id: string) => void
  readonly others: () => void
}

/** Browsers, with the apps that were opened in each, and what ends them. */
export function logInRows({ browsers, elsewhere }: LogIns, busy: boolean, ends: Ends) {
  return html`<ul>
      ${browsers.map(
        (browser) =>
          html`<li class="row">
            <span>
              <strong>${nameOf(browser)}</strong><br />
              <span class="small">
                ${browser.isThis ? t(words.thisBrowser) : t(words.seen, minuteOf(new Date(browser.seen)))}
                ${browser.apps.length > 0 ? html`<br />${t(words.opened, listed(browser.apps))}` : nothing}
              </span>
            </span>
            ${
              browser.isThis
                ? html`<button type="button" ?disabled=${busy} @click=${() => ends.browser(browser)}>${t(words.logOut)}</button>`
                : endButton(t(words.endName, nameOf(browser)), busy, () => ends.browser(browser))
            }
          </li>`,
      )}
    </ul>
    ${
      elsewhere.length > 0
        ? html`<h3>${t(words.elsewhere)}</h3>
          <ul>
            ${elsewhere.map(
              ({ id, name, seen }) =>
                html`<li class="row">
                  <span><strong>${said(name)}</strong><br /><span class="small">${t(words.seen, minuteOf(new Date(seen)))}</span></span>
                  ${endButton(t(words.endName, said(name)), busy, () => ends.app(id))}
                </li>`,
            )}
          </ul>`
        : nothing
    }
    ${
      browsers.length > 1 || elsewhere.length > 0
        ? html`<p class="actions">
            <button type="button" class="danger" ?disabled=${busy} @click=${ends.others}>${t(words.endOthers)}</button>
          </p>`
        : nothing
    }`
}

const endButton = (named: string, busy: boolean, end: () => void) =>
  html`<button type="button" class="danger" ?disabled=${busy} aria-label=${named} @click=${end}>${t(words.end)}</button>`

const nameOf = ({ device }: Browser): string => device || t(words.program)
const said = (name: Words | string): string => (typeof name === 'string' ? name : t(name))
const listed = (apps: readonly App[]): string =>
  new Intl.ListFormat(language()).format(new Set(apps.map(({ name }) => said(name))))
