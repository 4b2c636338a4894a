import { html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Route } from '../route.ts'
import type { Space } from '../space.ts'
import './category-page.ts'
import './document-page.ts'
import { ListPlaces } from './list-place.ts'
import './record-page.ts'

/** What a category holds, the story of one record, a document as it stands. */
@customElement('records-room')
export class RecordsRoom extends LitElement {
  @property({ attribute: false, hasChanged: () => true }) space: Space | undefined
  @property({ attribute: false }) route: Route | undefined
  private places = new ListPlaces()

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    // Who has gone elsewhere begins anew.
    this.places = new ListPlaces()
  }

  override render() {
    const { space, route, places } = this
    switch (route?.view) {
      case 'category':
        return html`<category-page .space=${space} .category=${route.category} .partner=${route.partner}
          .place=${places.of(route.category)}></category-page>`
      case 'record':
        return html`<record-page .space=${space} .iri=${route.iri} .places=${places}></record-page>`
      case 'document':
        return html`<document-page .space=${space} .url=${route.url} .places=${places}></document-page>`
      default:
        return nothing
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'records-room': RecordsRoom
  }
}
