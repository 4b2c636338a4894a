import { expect, it } from 'vitest'
import { sentWords } from './send-statements.ts'

it.each([
  [9, 0, 'C’est envoyé : 9 éléments ajoutés à votre espace.', 'Sent: 9 items added to your space.'],
  [1, 0, 'C’est envoyé : 1 élément ajouté à votre espace.', 'Sent: 1 item added to your space.'],
  [
    0,
    12,
    'C’est envoyé : 0 élément ajouté à votre espace, 12 y étaient déjà.',
    'Sent: 0 items added to your space, 12 there already.',
  ],
])('says that %s were added and %s were there', (added, already, fr, en) => {
  expect(sentWords(added, already)).toEqual({ fr, en })
})
