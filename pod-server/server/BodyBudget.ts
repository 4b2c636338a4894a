import type { Refusal } from './refusal.ts'

/** Bytes of bodies that are held at the same time: each stays until its request is answered. */
const mostInAll = 128 * 1024 * 1024
/** Of one client address: two take no more than all. */
const mostOfOne = 64 * 1024 * 1024

export const noRoom: Refusal = {
  status: 503,
  code: 'too-many-bodies',
  message: {
    fr: 'Trop de documents arrivent en même temps : renvoyez celui-ci dans quelques secondes.',
    en: 'Too many documents arrive at once: send this one again in a few seconds.',
  },
}

/** What a request holds of the memory for bodies. */
export interface BodyShare {
  /** @returns whether there is room for so many more bytes. */
  readonly take: (bytes: number) => boolean
  readonly giveBack: () => void
}

/** The memory for bodies of requests, shared by those who send them. */
export class BodyBudget {
  private readonly held = new Map<string, number>()
  private all = 0

  /** `client`: its network address. */
  share(client: string): BodyShare {
    let own = 0
    return {
      take: (bytes) => {
        const held = this.held.get(client) ?? 0
        if (held + bytes > mostOfOne || this.all + bytes > mostInAll) return false
        own += bytes
        this.add(client, bytes)
        return true
      },
      giveBack: () => {
        this.add(client, -own)
        own = 0
      },
    }
  }

  private add(client: string, bytes: number): void {
    this.all += bytes
    const left = (this.held.get(client) ?? 0) + bytes
    if (left === 0) this.held.delete(client)
    else this.held.set(client, left)
  }
}
