const range = /^\s*(\*|[a-z]{1,8}(?:-[a-z0-9]{1,8})*)\s*(?:;\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*)?$/i

/**
 * The language that a reader wants most, of those that there are (RFC 9110 §12.5.4, RFC 4647 §3.3.1: `en` is for who
 * asks for `en-GB`, too); of two that are wanted as much, the one that is named first. Who wants none of them gets the
 * first, as a page in the wrong language is better than none. What is no language range says nothing. Pure.
 */
export function chosenLanguage<T extends string>(
  header: string | undefined,
  offered: readonly [T, ...T[]],
): T {
  const wanted = (header ?? '').split(',').flatMap((part) => {
    const [, tag, weight = '1'] = range.exec(part) ?? []
    return tag ? [{ tag: tag.toLowerCase(), weight: Number(weight) }] : []
  })
  const ranked = offered.map((language) => {
    const named = wanted.filter(({ tag }) => tag === language || tag.startsWith(`${language}-`))
    const of = named.length > 0 ? named : wanted.filter(({ tag }) => tag === '*')
    const [best] = of.toSorted((a, b) => b.weight - a.weight)
    return { language, weight: best?.weight ?? 0, place: best ? wanted.indexOf(best) : Infinity }
  })
  const [first] = ranked.sort((a, b) => b.weight - a.weight || a.place - b.place)
  return first && first.weight > 0 ? first.language : offered[0]
}
