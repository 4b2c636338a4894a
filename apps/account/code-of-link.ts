/** The code that a link has brought in its fragment; '' for none. It is read once, and stays in no address bar and no history. */
export function codeOfLink(): string {
  const code = location.hash.slice(1)
  if (code) history.replaceState(null, '', location.pathname + location.search)
  return code
}
