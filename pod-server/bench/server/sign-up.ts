import type { Ready } from './load.ts'
import type { Answer, Story } from './stories.ts'

interface Said {
  readonly authorization?: string
  readonly controls?: {
    readonly account: { readonly create: string; readonly pod: string }
    readonly password: { readonly create: string }
  }
}

const accept = 'application/json'
const post = (url = '', body: object, headers = {}): Ready => ({
  method: 'POST',
  url,
  headers: { accept, 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
})

/** An account, its password and its pod, as a client makes them that finds its way by the controls of the account API. */
export function signUp(baseUrl: string, name: string): Story {
  return async (ask) => {
    const index = { method: 'GET', url: `${baseUrl}.account/` }
    const { controls } = read(await ask({ ...index, headers: { accept } }))
    const { authorization } = read(await ask(post(controls?.account.create, {})))
    const as = { authorization: `CSS-Account-Token ${authorization}` }
    const { controls: own } = read(await ask({ ...index, headers: { accept, ...as } }))
    const logIn = { email: `${name}@traboule.example`, password: 'un mot de passe de mesure' }
    read(await ask(post(own?.password.create, logIn, as)))
    return (await ask(post(own?.account.pod, { name }, as))).status
  }
}

function read({ status, body }: Answer): Said {
  if (status !== 200) throw new Error(`${status}: ${body.slice(0, 200)}`)
  return JSON.parse(body) as Said
}
