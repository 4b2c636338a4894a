#!/usr/bin/env node
// Plain JavaScript that any Node can read, so that a too-old one gets a sentence and not a stack.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Traboule demande Node.js 20.19 ou plus récent ; celui-ci est ${process.versions.node}.\n` +
      `Traboule needs Node.js 20.19 or newer; this one is ${process.versions.node}.`,
  )
  process.exit(1)
}
await import('./unread.js')
const { run } = await import('./run.js')
await run('connect')
