import { get, post } from './api.ts'

/** What the account API offers at this moment: `oidc` is there only while an app waits for a log-in. */
export interface Controls {
  readonly password: { readonly login: string }
  readonly account: { readonly pod?: string; readonly logout?: string }
  readonly html?: { readonly password?: { readonly register?: string; readonly forgot?: string } }
  readonly oidc?: {
    readonly prompt: string
    readonly webId: string
    readonly consent: string
    readonly cancel: string
  }
}

export async function readControls(): Promise<Controls> {
  return (await get<{ controls: Controls }>('/.account/')).controls
}

/** The page that the waiting app's log-in wants next, or undefined when no app waits or the page is this one. */
export async function nextPrompt(controls: Controls): Promise<string | undefined> {
  if (!controls.oidc) return undefined
  const { location: next } = await get<{ location: string }>(controls.oidc.prompt)
  return new URL(next, location.href).pathname === location.pathname ? undefined : next
}

/** Ends the waiting app's log-in without an identity. @returns where the app wants to be told. */
export async function cancel(controls: Controls): Promise<string> {
  return (await post<{ location: string }>(controls.oidc?.cancel ?? '', {})).location
}
