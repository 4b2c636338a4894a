import { html } from 'lit'
import { t } from '../../shared/i18n/t.ts'
import { leaveHash } from '../route.ts'
import { guideMessages as messages } from './guide-messages.ts'

/** Of a pod that may go elsewhere. */
interface From {
  readonly pod: string
  readonly webId: string
  readonly issuer: string
}

/** How everything goes to another server: by a command of the citizen’s own, as the pod browser has no rights over rules. */
export const moveGuide = (
  all: readonly From[],
) => html`<p class="back"><a href=${leaveHash}>${t(messages.back)}</a></p>
  <div class="head">
    <h2 tabindex="-1">${t(messages.heading)}</h2>
    <p class="muted">${t(messages.intro)}</p>
  </div>
  ${all.map(steps)}
  <section class="card" aria-labelledby="rules">
    <h3 id="rules">${t(messages.rulesHeading)}</h3>
    <p>${t(messages.rulesText)}</p>
  </section>`

function steps(from: From) {
  const [here, there] = [t(messages.hereFile), t(messages.thereFile)]
  return html`<section class="card">
    <ol>
      <li>${t(messages.step1)}</li>
      <li><div class="part">
        <p>${t(messages.step2)}</p>
        <p>${here}</p>
        <pre>${fileText(from)}</pre>
        <p>${there}</p>
        <pre>${fileText({ webId: '…', pod: '…', issuer: '…' })}</pre>
      </div></li>
      <li><div class="part">
        <p>${t(messages.step3)}</p>
        <pre>node bin/traboule-connect.js move --from ${here} --to ${there}</pre>
      </div></li>
      <li>${t(messages.step4)}</li>
    </ol>
    <p class="notice">${t(messages.secret)}</p>
  </section>`
}

const fileText = ({ webId, pod, issuer }: From): string =>
  JSON.stringify({ webId, pod, issuer, clientId: '…', clientSecret: '…' }, null, 1)
