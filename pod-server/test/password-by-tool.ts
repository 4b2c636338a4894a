import type { TestPod } from './test-pod.ts'

/** Changes the password of an account by the account API, as a tool does; without another, deletes it. @returns the status. */
export async function passwordByTool(
  { baseUrl }: Pick<TestPod, 'baseUrl'>,
  email: string,
  password: string,
  next?: string,
): Promise<number> {
  const call = (method: string, url: string, body?: object, authorization = '') =>
    fetch(new URL(url, baseUrl), {
      method,
      headers: { accept: 'application/json', 'content-type': 'application/json', authorization },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
  const logIn = await (await call('POST', '.account/login/password/', { email, password })).json()
  const token = `CSS-Account-Token ${logIn.authorization}`
  const { controls } = await (await call('GET', '.account/', undefined, token)).json()
  const { passwordLogins } = await (await call('GET', controls.password.create, undefined, token)).json()
  const change = next === undefined ? undefined : { oldPassword: password, newPassword: next }
  return (await call(change ? 'POST' : 'DELETE', passwordLogins[email], change, token)).status
}
