import type { Connector } from '../connector.ts'
import { mapMedia } from './map.ts'
import { parseMedia, sayingOf, sniffMedia } from './parse.ts'
import type { PlayRow } from './play.ts'

export const media: Connector<PlayRow> = {
  id: 'media',
  version: '0.1.0',
  title: { fr: 'Historique d’écoute', en: 'Listening history' },
  domain: 'media',
  file: { fr: 'un historique d’écoute', en: 'a listening history' },
  sender: { fr: 'un service de musique ou de vidéo', en: 'a music or video service' },
  purpose: {
    fr: 'Vous remettre ce que vous avez écouté, pour le revoir et le garder.',
    en: 'To give you what you listened to, to look back on it and to keep it.',
  },
  keepDays: 3653,
  // Nobody sends it: the citizen asks for it, some times a year.
  expectedDays: 365,
  accepts: [
    {
      id: 'account-history',
      label: { fr: 'Spotify, données du compte (JSON)', en: 'Spotify, account data (JSON)' },
    },
    {
      id: 'extended-history',
      label: { fr: 'Spotify, historique étendu (JSON)', en: 'Spotify, extended history (JSON)' },
    },
  ],
  sniff: sniffMedia,
  parse: parseMedia,
  key: (row) => `${sayingOf(row)}/${row.rank}`,
  map: mapMedia,
}
