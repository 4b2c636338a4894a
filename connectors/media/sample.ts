import { seededRandom } from '../random.ts'

export interface MediaSample {
  readonly seed: number
  readonly year: number
}

const artists = [
  'Les Traboules',
  'Croix-Paquet',
  'Quai Rambaud',
  'La Ficelle',
  'Orchestre des Pentes',
] as const
const words = ['Pente', 'Brume', 'Passerelle', 'Vogue', 'Confluence', 'Minuit', 'Fourvière', 'Saône'] as const
const second = 1000

/**
 * An invented person's year of music, as Spotify's account data tells it: some 10,000 plays, minutes in UTC, a few
 * skipped at once, a few twins. The same arguments give the same bytes.
 */
export function mediaSample({ seed, year }: MediaSample): Uint8Array {
  const random = seededRandom(seed * 100_003 + year)
  const plays: string[] = []
  for (let day = Date.UTC(year, 0, 1); day < Date.UTC(year + 1, 0, 1); day += 86_400 * second) {
    for (const hour of [6, 11, 17, 20]) {
      let at = day + (hour * 3600 + random.between(0, 3000)) * second
      for (let left = random.between(1, 13); left > 0; left -= 1) {
        const ms = random.between(1, 40) === 1 ? 0 : random.between(20, 280) * second + random.between(0, 999)
        at += ms + second
        const play = {
          endTime: new Date(at).toISOString().slice(0, 16).replace('T', ' '),
          artistName: random.pick(artists),
          trackName: `${random.pick(words)} ${random.between(1, 40)}`,
          msPlayed: ms,
        }
        plays.push(JSON.stringify(play, null, 2).replace(/^/gm, '  '))
        if (random.between(1, 400) === 1) plays.push(plays.at(-1) ?? '')
      }
    }
  }
  return new TextEncoder().encode(`[\n${plays.join(',\n')}\n]\n`)
}
