import { type ChildProcess, spawn } from 'node:child_process'
import type { Settings } from '../settings.ts'
import { command, partnerEnv } from './partner-process.ts'
import { onboardingPartner } from './people.ts'

/**
 * Where the customer space of the onboarding partner is, with its slash: a host of its own, so that no cookie of the
 * account origin reaches it, and the port after the server's.
 */
export function customerSpaceUrl({ port }: Pick<Settings, 'port'>): string {
  return `http://${onboardingPartner.id}.localhost:${port < 65535 ? port + 1 : port - 1}/`
}

/** Where it takes customers back, as the operator registers it. */
export const returnUrl = (settings: Settings): string => `${customerSpaceUrl(settings)}retour`

/** Runs it in a process of its own, as a partner would, until it is ready or has given up. @returns what ends it. */
export async function startCustomerSpace(settings: Settings): Promise<() => Promise<void>> {
  const words = ['space', '--partner', onboardingPartner.id, '--at', customerSpaceUrl(settings)]
  const child = spawn(process.execPath, [command, ...words], {
    env: partnerEnv(settings.dataFolder),
    // What it cannot do, it says itself; the demonstration goes on without it. The channel's end is its own.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await new Promise<void>((done) => {
    for (const event of ['message', 'exit', 'error']) child.once(event, () => done())
  })
  return () => ended(child)
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  await new Promise<void>((done) => {
    child.on('exit', () => done())
    child.kill('SIGTERM')
  })
}
