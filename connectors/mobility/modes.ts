import { plainWords } from '../formats/plain-words.ts'
import type { Mode } from './rows.ts'

const words: Readonly<Record<string, Mode>> = {
  // What transport operators write.
  ...{
    metro: 'subway',
    tram: 'tram',
    tramway: 'tram',
    bus: 'bus',
    trolleybus: 'bus',
    car: 'bus',
    navette: 'bus',
  },
  ...{ train: 'train', ter: 'train', velo: 'bike', bateau: 'boat' },
  // What phones guess (Google Timeline: Android in capitals, iOS in words).
  ...{
    in_train: 'train',
    in_subway: 'subway',
    in_tram: 'tram',
    in_bus: 'bus',
    in_ferry: 'boat',
    sailing: 'boat',
  },
  ...{ cycling: 'bike', walking: 'walk', running: 'walk', flying: 'plane' },
  ...{ in_passenger_vehicle: 'car', in_vehicle: 'car', driving: 'car', in_taxi: 'car' },
  // What watches and bicycle computers write into GPX.
  ...{
    biking: 'bike',
    ride: 'bike',
    road_biking: 'bike',
    run: 'walk',
    walk: 'walk',
    hiking: 'walk',
    hike: 'walk',
  },
}

/** The mode of a word; `other` for one that is not known, `undefined` for none, or for « unknown ». */
export function readMode(text: string): Mode | undefined {
  const word = plainWords(text).replaceAll(' ', '_')
  if (word === '' || word.startsWith('unknown')) return undefined
  return Object.hasOwn(words, word) ? words[word] : 'other'
}
