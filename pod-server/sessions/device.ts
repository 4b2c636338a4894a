/** In the order in which one names itself by the names of the others too. */
const browsers = [
  ['Edge', /\bEdgA?(?:iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:HeadlessChrome|Chrome|CriOS|Chromium)\//],
  ['Safari', /\bSafari\//],
] as const

const systems = [
  ['Android', /\bAndroid\b/],
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Windows', /\bWindows\b/],
  ['Mac', /\bMacintosh\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
] as const

/** Characters of a User-Agent that are looked at. */
const longest = 512

/**
 * What a citizen knows a browser of theirs by: `Firefox, Android`, without its version, and of nobody else's words. The
 * empty string: a program that is no browser, or says nothing.
 */
export function deviceOf(userAgent: string): string {
  const said = userAgent.slice(0, longest)
  const named = [browsers, systems].map((all) => all.find(([, sign]) => sign.test(said))?.[0])
  return named.every((name) => name !== undefined) ? named.join(', ') : ''
}
