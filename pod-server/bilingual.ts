/** A sentence in both languages, French first. */
export interface Bilingual {
  readonly fr: string
  readonly en: string
}

/** The language of a command's output: English where the environment says so, else French. */
export function pick(
  { fr, en }: Bilingual,
  env: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const wanted = env['TRABOULE_LANG'] || env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return wanted.toLowerCase().startsWith('en') ? en : fr
}
