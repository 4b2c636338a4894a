import { html, nothing, type TemplateResult } from 'lit'
import { t } from '../i18n/t.ts'
import type { GrantedData } from '../pod/granted-data.ts'
import type { SessionProblem } from '../session/session.ts'
import { inThisLanguage } from './app-names.ts'
import type { GateWords } from './gate.ts'
import { welcomeMessages as words } from './welcome-messages.ts'

const problems = {
  cancelled: words.cancelled,
  'login-failed': words.loginFailed,
  ended: words.ended,
  'somebody-else': words.somebodyElse,
  'issuer-unreachable': words.issuerUnreachable,
  'logged-out': words.loggedOut,
} satisfies Record<SessionProblem, unknown>

/** What somebody sees who is not logged in: what this is, and one button. */
export function welcome(
  { config, session }: Pick<GrantedData, 'config' | 'session'>,
  app: Pick<GateWords, 'welcome' | 'welcomeText'>,
): TemplateResult {
  const problem = session?.problem
  return html`<state-panel state="welcome" heading=${t(app.welcome)}>
    ${
      problem
        ? html`<div class="notice" role="alert">
            <p>${t(problems[problem])}</p>
            ${
              problem === 'logged-out' && config?.account
                ? html`<a class="button plain" href=${inThisLanguage(config.account)}>${t(words.closeAccount)}</a>`
                : nothing
            }
          </div>`
        : nothing
    }
    <p>${t(app.welcomeText)}</p>
    <button slot="action" class="primary" type="button" @click=${() => session?.login()}>${t(words.logIn)}</button>
    ${config?.otherProviders ? otherProvider((issuer) => session?.login(issuer)) : nothing}
  </state-panel>`
}

function otherProvider(login: (issuer: string) => void): TemplateResult {
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    login(String(new FormData(event.target as HTMLFormElement).get('issuer')))
  }
  return html`<details slot="more">
    <summary>${t(words.otherProvider)}</summary>
    <form @submit=${submit}>
      <label for="issuer">${t(words.providerAddress)}</label>
      <input id="issuer" name="issuer" type="url" required placeholder="https://" autocomplete="url" />
      <button type="submit">${t(words.goOn)}</button>
    </form>
  </details>`
}
