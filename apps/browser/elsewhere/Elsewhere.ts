import { t, type Words } from '../../shared/i18n/t.ts'
import { known } from '../../shared/known.ts'
import { worstOf } from '../../shared/pod/snapshot.ts'
import { together } from '../../shared/pod/walk.ts'
import { categoryName } from '../records/back-to.ts'
import type { Space } from '../space.ts'
import { otherData } from './other-data.ts'
import { placed, placeOf } from './place.ts'
import { walkElsewhere } from './walk-elsewhere.ts'

/** What a space holds beside what partners sent: looked for once that is shown, so that nothing waits for it. */
export class Elsewhere {
  private readonly space: Space
  private looking: Promise<void> | undefined
  private again = false

  constructor(space: Space) {
    this.space = space
  }

  /** One at a time; asked again meanwhile, once more. Never rejects. */
  look(): Promise<void> {
    this.again = true
    this.looking ??= this.run().finally(() => {
      this.looking = undefined
    })
    return this.looking
  }

  /** What the place of a container is called. */
  nameOf(container: string): string {
    const pod = this.space.grants?.pods.find((it) => container.startsWith(it)) ?? ''
    if (container === pod) return t(inNone)
    const { folder = '' } = placeOf(pod, container) ?? {}
    const words = known(names, folder)
    if (words) return t(words)
    const [, category] = /^data\/([^/]+)$/.exec(folder) ?? []
    return category === undefined ? folder : t(ofNobody, categoryName(category))
  }

  private async run(): Promise<void> {
    while (this.again) {
      this.again = false
      const { space } = this
      const pods = space.grants?.pods ?? []
      const walks = await Promise.all(pods.map((pod) => walkElsewhere(space.fetch, space.parser, pod)))
      const found = together(walks)
      // Whoever has logged out in the meantime is shown nothing.
      if (!space.grants) return
      const documents = [...found.documents, ...space.documents]
      const before = space.others ?? []
      space.others = pods.flatMap((pod, at) =>
        // A root that could not be listed this once holds what it held.
        walks[at]?.containers.length === 0
          ? before.filter(({ container }) => container.startsWith(pod))
          : otherData(pod, documents),
      )
      space.hidden = worstOf(found.failures)
      space.remembered.forgetGone(
        pods,
        found,
        pods.flatMap((pod) => placed.map((it) => `${pod}${it}/`)),
      )
      space.redraw()
    }
  }
}

const inNone: Words = { fr: 'Hors de tout dossier', en: 'In no folder' }

const ofNobody = {
  fr: (category: string) => `${category}, d’aucun partenaire`,
  en: (category: string) => `${category}, of no partner`,
}

const names: Readonly<Record<string, Words>> = {
  data: { fr: 'Données d’aucun partenaire', en: 'Data of no partner' },
  derived: { fr: 'Calculé par vos applications', en: 'Worked out by your apps' },
}
