import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import * as common from '@zxcvbn-ts/language-common'
import * as french from '@zxcvbn-ts/language-fr'

/** Characters that are looked at: what comes after makes a password no easier to guess. */
const looked = 40
/** Of zxcvbn's scale: from 3 on, 10^8 guesses and more. */
const least = 3

const judge = new ZxcvbnFactory({
  dictionary: { ...common.dictionary, ...french.dictionary },
  graphs: common.adjacencyGraphs,
  // Of letters that stand for others: with all that it knows, one password takes seconds.
  l33tMaxSubstitutions: 16,
})

/**
 * Whether a password is found in few guesses: a common one, a word or a name with figures after it, a row of keys, a date,
 * what the citizen is known by. Takes 5 to 200 ms, and some 80 MB for its dictionaries (see guessable-aside.ts).
 *
 * @param known words that whoever guesses knows too.
 */
export function isGuessable(password: string, known: readonly string[]): boolean {
  return judge.check([...password].slice(0, looked).join(''), [...known]).score < least
}
