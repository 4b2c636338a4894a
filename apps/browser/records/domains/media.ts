import { readListeningDay } from '#vocab/generated/media'
import { tb } from '#vocab/generated/terms'
import { parsePlays } from '#vocab/listening'
import { type Messages, t } from '../../../shared/i18n/t.ts'
import { duration } from '../quantities.ts'
import { joined, type Kind, kind } from '../summary.ts'

const words = {
  days: { fr: 'Écoutes', en: 'Listening' },
  music: { fr: 'Musique', en: 'Music' },
  podcast: { fr: 'Podcasts', en: 'Podcasts' },
  audiobook: { fr: 'Livres audio', en: 'Audiobooks' },
  plays: {
    fr: (count: number) => (count > 1 ? `${count} écoutes` : `${count} écoute`),
    en: (count: number) => (count === 1 ? `${count} play` : `${count} plays`),
  },
} satisfies Messages

const named = 3

/** The first few that were listened to that day, each once. */
function creatorsOf(plays: string): string {
  const creators = [...new Set(parsePlays(plays).map(({ creator }) => creator))]
  return joined(...creators.slice(0, named), creators.length > named ? '…' : '')
}

export const kinds: readonly Kind[] = [
  kind(tb.ListeningDay, words.days, readListeningDay, (it) => ({
    day: it.day,
    words: () => ({
      title: t(words[it.kind]),
      detail: joined(t(words.plays, it.count), creatorsOf(it.plays)),
      value: duration(it.seconds),
    }),
  })),
]
