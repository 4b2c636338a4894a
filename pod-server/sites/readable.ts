/** Characters of a name. */
export const maxName = 60

/** What writes backwards, breaks a line or is not seen: a text must read as it is stored. */
const unseen =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]/u
/** Marks that have no letter of theirs, enclose one, or pile up on it, over what stands beside. */
const piled = /^\p{M}|[\p{Z}\p{P}]\p{M}|\p{Me}|\p{M}{3}/u
/** By which a name would end the quotation that it is shown in. */
const quotes = /["«»‹›\u201c-\u201f]/
/** How an emoji is drawn: it says nothing else. */
const variation = /[\ufe0e\ufe0f]/g

/**
 * What somebody elsewhere says, as our pages may show it among their own sentences: in one line and in its order, each letter
 * with two marks at most (Unicode, by general category), composed (NFC), one space where there are several. Pure.
 *
 * @param most - Characters.
 * @returns undefined for what cannot be shown.
 */
export function readableText(said: unknown, most: number): string | undefined {
  if (typeof said !== 'string' || said.length > most) return undefined
  const text = said.normalize('NFC').replace(variation, '')
  if (unseen.test(text) || piled.test(text)) return undefined
  return text.replace(/\p{Z}+/gu, ' ').trim() || undefined
}

/** A name as an app says it, where it may be shown. */
export const readableName = (said: unknown): string | undefined => readableText(said, maxName)

/** The same, where it stands in quotation marks. */
export function quotedName(said: unknown): string | undefined {
  const name = readableName(said)
  return name !== undefined && quotes.test(name) ? undefined : name
}
