import { LitElement } from 'lit'
import { Localized } from '../shared/i18n/localized.ts'

/** An element drawn into the page itself: password managers and the one style sheet reach its fields. */
export class LightElement extends LitElement {
  constructor() {
    super()
    new Localized(this)
  }

  protected override createRenderRoot(): HTMLElement {
    this.replaceChildren()
    return this
  }
}
