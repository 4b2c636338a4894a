import { html, nothing } from 'lit'
import { t } from '../../shared/i18n/t.ts'
import type { Grant, Grants, OtherRule } from '../../shared/pod/grants.ts'
import { placesOf } from '../log/places.ts'
import { baseOf } from '../log/whole-log.ts'
import { isOwnContainer } from '../own-file/own-folder.ts'
import { partnersHash } from '../route.ts'
import type { Space } from '../space.ts'
import { agentName, isForAll, rulesForOthers } from './agent-name.ts'
import { subjectText } from './grant-words.ts'
import { accessMessages as messages } from './messages.ts'

/** Data of whoever was a partner: it stays when they go. */
export function leftData(space: Space) {
  const { partners = [], grants } = space
  const added = new Set(
    grants?.grants.filter(({ kind }) => kind === 'partner').flatMap(({ containers }) => containers),
  )
  const left = partners.filter(({ container }) => !added.has(container) && !isOwnContainer(container))
  if (left.length === 0) return nothing
  return html`<section class="card rest">
    <h2>${t(messages.leftHeading)}</h2>
    <p class="muted">${t(messages.leftText)}</p>
    <p><a href=${partnersHash}>${t(messages.leftErase)}</a></p>
    <ul>
      ${left.map(
        ({ container, category }) =>
          html`<li>${subjectText({ category, partners: [space.partnerName(container, category)] })}</li>`,
      )}
    </ul>
  </section>`
}

/** What another tool has opened to everybody: nothing else is as open. */
export function openToAll(granted: Grants) {
  const rules = rulesForOthers(granted.otherRules, granted.webId).filter(isForAll)
  return ruleCard(t(messages.forAllHeading), rules, granted, true)
}

/** What another tool has opened to somebody. */
export function otherRules(granted: Grants) {
  const rules = rulesForOthers(granted.otherRules, granted.webId).filter((it) => !isForAll(it))
  return ruleCard(t(messages.othersHeading), rules, granted, false)
}

function ruleCard(heading: string, rules: readonly OtherRule[], { pods, grants }: Grants, isDanger: boolean) {
  if (rules.length === 0) return nothing
  return html`<section class="card rest">
    <h2 class=${isDanger ? 'whole' : ''}>${heading}</h2>
    <p>${t(isDanger ? messages.forAllText : messages.othersText)}</p>
    <ul>
      ${rules.map(
        ({ agents, writes, container }) => html`<li>
          <strong class=${isDanger ? 'whole' : ''}>${agents.map(agentName).join(', ')}</strong><br />
          <span>${t(writes ? messages.othersWrite : messages.othersRead, placeName(container, pods, grants))}</span>
        </li>`,
      )}
    </ul>
  </section>`
}

/** In the citizen's words, where they have some for it. */
export function placeName(url: string, pods: readonly string[], grants: readonly Grant[]): string {
  const pod = pods.find((it) => url.startsWith(it))
  if (pod === undefined) return url
  const base = baseOf(pod)
  const name = placesOf([url.slice(base.length)], base, pod, grants)[0]?.name ?? url
  return name.endsWith('/') ? t(messages.folder, name.slice(0, -1)) : name
}
