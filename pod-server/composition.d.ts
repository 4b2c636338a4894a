/** Written by scripts/compose.mjs, when the server is built. */
declare module '#composition' {
  export function compose(variables: Readonly<Record<string, unknown>>): import('@solid/community-server').App
}
