import type { Page } from 'playwright-core'

const seenDatabase = 'traboule-seen'

/** What this device keeps of the pods, by address. */
export const seenKept = (page: Page): Promise<string[]> =>
  page.evaluate(async (database) => {
    const open = indexedDB.open(database)
    await new Promise((done) => {
      open.onsuccess = done
    })
    const keys = open.result.transaction('answers').objectStore('answers').getAllKeys()
    await new Promise((done) => {
      keys.onsuccess = done
    })
    open.result.close()
    return keys.result.map(String)
  }, seenDatabase)

/** What this device keeps, in bytes: as it counts them, and as they are. */
export const seenSize = (page: Page): Promise<{ counted: number; bytes: number }> =>
  page.evaluate(async (database) => {
    const open = indexedDB.open(database)
    await new Promise((done) => {
      open.onsuccess = done
    })
    const work = open.result.transaction(['answers', 'owner'])
    const size = work.objectStore('owner').get('size')
    const all = work.objectStore('answers').getAll()
    await new Promise((done) => {
      work.oncomplete = done
    })
    open.result.close()
    const sizes = all.result.map((it: { bytes: ArrayBuffer }) => it.bytes.byteLength)
    return { counted: size.result, bytes: sizes.reduce((sum, it) => sum + it, 0) }
  }, seenDatabase)

/** As though these addresses had been seen long ago, the first of them first: each with so many bytes. */
export const fillSeen = (page: Page, urls: string[], each: number): Promise<void> =>
  page.evaluate(
    async ({ database, urls, each }) => {
      const open = indexedDB.open(database)
      await new Promise((done) => {
        open.onsuccess = done
      })
      const work = open.result.transaction(['answers', 'owner'], 'readwrite')
      for (const [at, url] of urls.entries())
        work.objectStore('answers').put({ url, type: 'text/turtle', bytes: new ArrayBuffer(each), at })
      const owner = work.objectStore('owner')
      const size = owner.get('size')
      size.onsuccess = () => owner.put((size.result ?? 0) + urls.length * each, 'size')
      await new Promise((done) => {
        work.oncomplete = done
      })
      open.result.close()
    },
    { database: seenDatabase, urls, each },
  )

/** As though this address had not been seen. */
export const forgetSeen = (page: Page, url: string): Promise<void> =>
  page.evaluate(
    async ({ database, url }) => {
      const open = indexedDB.open(database)
      await new Promise((done) => {
        open.onsuccess = done
      })
      const work = open.result.transaction(['answers', 'owner'], 'readwrite')
      const [answers, owner] = [work.objectStore('answers'), work.objectStore('owner')]
      const [seen, size] = [answers.get(url), owner.get('size')]
      size.onsuccess = () => {
        answers.delete(url)
        owner.put(size.result - seen.result.bytes.byteLength, 'size')
      }
      await new Promise((done) => {
        work.oncomplete = done
      })
      open.result.close()
    },
    { database: seenDatabase, url },
  )
