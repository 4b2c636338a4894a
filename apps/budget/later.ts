/**
 * Runs work when its element comes near the screen, or else when the page is idle, first asked first served: ten
 * years of operations are then all in the page (for find-in-page, for the End key) without ever holding it up.
 */
class Later {
  private readonly waiting = new Map<Element, () => void>()
  private readonly nearby = new IntersectionObserver((entries) => this.seen(entries), {
    rootMargin: '100% 0px',
  })
  private idle = false
  private held = false

  /** While it is held, work is done for what comes near the screen alone. */
  hold(held: boolean): void {
    this.held = held
    this.whenIdle()
  }

  add(element: Element, work: () => void): void {
    this.waiting.set(element, work)
    this.nearby.observe(element)
    this.whenIdle()
  }

  drop(element: Element): void {
    this.waiting.delete(element)
    this.nearby.unobserve(element)
  }

  private seen(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) if (isIntersecting) this.run(target)
  }

  private whenIdle(): void {
    if (this.idle || this.held || this.waiting.size === 0) return
    this.idle = true
    // Safari has no requestIdleCallback.
    const wait = window.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 50))
    wait(() => {
      this.idle = false
      if (this.held) return
      const [next] = this.waiting.keys()
      if (next) this.run(next)
      this.whenIdle()
    })
  }

  private run(element: Element): void {
    const work = this.waiting.get(element)
    this.drop(element)
    work?.()
  }
}

export const later = new Later()
