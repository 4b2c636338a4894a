import { html } from 'lit'
import { t } from '../../shared/i18n/t.ts'
import { moveHash } from '../route.ts'
import { leaveMessages as messages } from './messages.ts'

/** That everything can go elsewhere, and where to read how. */
export const moveCard = () => html`<section class="card" aria-labelledby="move">
  <h2 id="move">${t(messages.moveHeading)}</h2>
  <p>${t(messages.moveText)}</p>
  <a class="button" href=${moveHash}>${t(messages.guide)}</a>
</section>`
