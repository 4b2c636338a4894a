import { decodeEntities } from '../ofx/entities.ts'

const marks: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  cedil: '\u0327',
}

/** `Cr&amp;eacute;dit` and `Cr&eacute;dit` as `Crédit`: some text went through an HTML writer once, some twice. */
export function decodeTwice(text: string): string {
  return decodeAccents(decodeAccents(text))
}

function decodeAccents(text: string): string {
  const accented = text.replace(
    /&([A-Za-z])(acute|grave|circ|uml|cedil);/g,
    (_, letter: string, mark: string) => `${letter}${marks[mark] ?? ''}`.normalize('NFC'),
  )
  return decodeEntities(accented)
}
