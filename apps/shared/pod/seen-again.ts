/**
 * Calls back when the page is looked at again, at most every `rest` milliseconds; returns what stops it.
 * Notifications from the pod will come through the same door.
 */
export function whenSeenAgain(callback: () => void, rest = 10_000): () => void {
  let last = Date.now()
  const seen = (): void => {
    if (document.visibilityState !== 'visible' || Date.now() - last < rest) return
    last = Date.now()
    callback()
  }
  document.addEventListener('visibilitychange', seen)
  window.addEventListener('online', seen)
  return () => {
    document.removeEventListener('visibilitychange', seen)
    window.removeEventListener('online', seen)
  }
}
