import { expect, it } from 'vitest'
import { html } from './html.ts'

it('escapes values, not templates nor what is HTML already', () => {
  const inner = html`<b>${'a<b>"c"&\'d\''}</b>`
  expect(html`<p>${inner}${[inner, 1]}${false}${undefined}</p>`.text).toBe(
    `<p>${inner.text}${inner.text}1</p>`,
  )
  expect(inner.text).toBe('<b>a&#60;b&#62;&#34;c&#34;&#38;&#39;d&#39;</b>')
})
