import type { Page } from 'playwright-core'

/** The refresh token and the access token that an app keeps on this device. */
export const tokensKept = (page: Page): Promise<unknown[]> =>
  page.evaluate(async () => {
    const open = indexedDB.open('traboule-session')
    await new Promise((done) => {
      open.onsuccess = done
    })
    const get = (name: string): Promise<unknown> =>
      new Promise((done) => {
        const asked = open.result.transaction('tokens').objectStore('tokens').get(name)
        asked.onsuccess = () => done(asked.result)
      })
    const found = [await get('refresh_token'), ((await get('access')) as { token: string }).token]
    open.result.close()
    return found
  })

/** As though the access token that an app keeps on this device had run out. */
export const endAccess = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const open = indexedDB.open('traboule-session')
    await new Promise((done) => {
      open.onsuccess = done
    })
    const work = open.result.transaction('tokens', 'readwrite')
    const store = work.objectStore('tokens')
    const access = store.get('access')
    access.onsuccess = () => store.put({ ...access.result, expires: 0 }, 'access')
    await new Promise((done) => {
      work.oncomplete = done
    })
    open.result.close()
  })

/** How many documents of the pod an app of ours keeps on this device. */
export const documentsKept = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const open = indexedDB.open('traboule-records')
    await new Promise((done) => {
      open.onsuccess = done
    })
    const count = open.result.transaction('documents').objectStore('documents').count()
    await new Promise((done) => {
      count.onsuccess = done
    })
    open.result.close()
    return count.result
  })

/** How many things an app keeps in its databases on this device, and the names of what is beside them. */
export const whatIsKept = (page: Page): Promise<{ counts: number; local: string[] }> =>
  page.evaluate(async () => {
    const counts: number[] = []
    for (const { name = '' } of await indexedDB.databases()) {
      const open = indexedDB.open(name)
      await new Promise((done) => {
        open.onsuccess = done
      })
      for (const store of open.result.objectStoreNames) {
        const count = open.result.transaction(store).objectStore(store).count()
        await new Promise((done) => {
          count.onsuccess = done
        })
        counts.push(count.result)
      }
      open.result.close()
    }
    return { counts: counts.reduce((sum, it) => sum + it, 0), local: Object.keys(localStorage) }
  })
