/** Kinds of characters, as Turtle's grammar (§6.5) has them; one may be of several. */
export const space = 1
export const name = 2
export const digit = 4
export const notInIri = 8

/** What an ASCII character may be; what is beyond has no kind. */
export const kinds = new Uint8Array(256)
const mark = (characters: string, kind: number) => {
  for (const character of characters)
    kinds[character.charCodeAt(0)] = (kinds[character.charCodeAt(0)] ?? 0) | kind
}
mark(' \t\r\n', space)
mark('0123456789', digit | name)
mark('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_', name)
mark('<>"{}|^`\\', notInIri)
for (let code = 0; code <= 0x20; code++) kinds[code] = (kinds[code] ?? 0) | notInIri
