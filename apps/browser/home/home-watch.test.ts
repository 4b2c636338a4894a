import { expect, it } from 'vitest'
import { PodFailure } from '../../shared/pod/failure.ts'
import type { Entry } from '../../shared/pod/parse-listing.ts'
import type { Space } from '../space.ts'
import { HomeWatch } from './home-watch.ts'

const pod = 'https://pod.example/alice/'
const letter: Entry = { url: `${pod}inbox/a`, isContainer: false, modified: '2026-11-27T00:00:00Z' }

/** A space whose inbox is listed when it is said to be, and of which nothing else can be read. */
function opened(problem?: PodFailure) {
  const lists: ((entries: readonly Entry[]) => void)[] = []
  const space = {
    partners: [] as const,
    problem,
    session: { webId: `${pod}profile/card#me` },
    grants: { pods: [pod], grants: [] },
    readFile: () => Promise.reject(new PodFailure('server', pod, 500)),
    told: () => Promise.reject(new PodFailure('server', pod, 500)),
    reader: {
      turtle: () => Promise.reject(new PodFailure('missing', pod, 404)),
      list: (url: string) =>
        url === `${pod}inbox/`
          ? new Promise((done) => lists.push(done))
          : Promise.reject(new PodFailure('missing', url, 404)),
    },
  }
  const watch = HomeWatch.of(space as unknown as Space)
  return {
    watch,
    /** As each time that the space was listed. */
    look: () => {
      space.partners = [] as const
      watch.look()
      return lists.at(-1)
    },
    told: () => new Promise<void>((done) => watch.whenChanged(done)),
  }
}

it('says nothing of what needs the citizen before it has looked, where part could not be read either', async () => {
  const { watch, look, told } = opened(new PodFailure('server', pod, 500))
  const list = look()
  expect(watch.said).toBe('looking')
  const once = told()
  list?.([])
  await once
  // What it looked at could not be read here.
  expect(watch.said).toBe('could-not')
})

it('keeps what it found last, whichever of two looks ends first', async () => {
  const { watch, look, told } = opened()
  const [first, second] = [look(), look()]
  const once = told()
  second?.([letter])
  await once
  expect(watch.needs.map(({ kind }) => kind)).toEqual(['messages'])
  first?.([])
  // All that waits for it has run by then.
  await new Promise(setImmediate)
  expect(watch.needs.map(({ kind }) => kind)).toEqual(['messages'])
})
