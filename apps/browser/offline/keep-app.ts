/** Lets the browser keep the app's own files, so that it opens without a network. Where it may not, nothing is lost. */
export function keepApp(): void {
  navigator.serviceWorker?.register('/sw.js').catch(() => {})
}
