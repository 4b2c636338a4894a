// Written to /sw.js by the build, with the files of this version and what each must be (Subresource Integrity).
// Holds the app's own files and nothing else: it answers for no other origin, and its policy lets it call none.
const version = '__VERSION__'
const files = JSON.parse('__FILES__')
const cacheName = `traboule-app-${version}`
/** Milliseconds that a network has which is there and does not answer. */
const patience = 4000

addEventListener('install', (event) => {
  event.waitUntil(keepAll())
})

addEventListener('activate', (event) => {
  event.waitUntil(dropOthers())
})

addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  // A new version of the page, and where it is served, count before what is kept of them.
  if (pathname === '/' || pathname === '/config.json') event.respondWith(newest(request, pathname))
  else if (pathname in files) event.respondWith(kept(request, pathname))
})

/** All or nothing: a file that is not what was built keeps this version out. */
async function keepAll() {
  const cache = await caches.open(cacheName)
  const each = Object.entries(files).map(async ([path, integrity]) => {
    const response = await fetch(path, { integrity, cache: 'no-cache' })
    if (!response.ok) throw new Error(`${path}: ${response.status}`)
    await cache.put(path, response)
  })
  await Promise.all([...each, cache.add('/config.json')])
}

async function dropOthers() {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name !== cacheName).map((name) => caches.delete(name)))
}

async function newest(request, path) {
  const before = () => caches.match(path, { cacheName, ignoreVary: true })
  const late = new Promise((done) => setTimeout(() => done(before()), patience))
  const now = fetch(request).catch(async (error) => {
    const found = await before()
    if (found) return found
    throw error
  })
  return (await Promise.race([now, late])) ?? now
}

async function kept(request, path) {
  return (await caches.match(path, { cacheName, ignoreVary: true })) ?? fetch(request)
}
