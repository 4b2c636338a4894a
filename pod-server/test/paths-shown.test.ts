import { expect, it } from 'vitest'
import { pathsShown } from './paths-shown.ts'
import { launchBrowser, Visitor } from './visitor.ts'

it('finds the paths in sight, at any depth, and not what was asked for', async () => {
  const visitor = await Visitor.arrive(await launchBrowser(), 'desktop')
  const { page } = visitor
  await page.setContent(`<p>Vos comptes, et data/bank/banque/ ainsi que « mars.ttl » à http://a.example/</p>
    <details><summary>Plus</summary>log/2026/<details><summary>data/</summary></details></details>
    <button aria-label="Effacer avril.ttl">Effacer</button><details open>receipts/a</details><pre>inbox/b.ttl</pre>
    <p hidden>consents/c</p><p>Le journal, les reçus, 12/11/2026, et/ou</p><my-room></my-room>`)
  await page.evaluate(() => {
    const room = document.querySelector('my-room')?.attachShadow({ mode: 'open' })
    if (room) room.innerHTML = '<section><b>log/2026-11-27</b></section>'
  })
  expect(await pathsShown(page)).toEqual([
    'data/bank/banque/',
    'mars.ttl',
    'http://a.example/',
    'avril.ttl',
    'log/2026-11-27',
  ])
  await visitor.leave()
})
