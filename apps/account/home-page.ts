import './account.css'
import './home.css'
import { language, onLanguageChange, setLanguage } from '../shared/i18n/language.ts'
import { get } from './api.ts'

/** `GET /`: both languages stand in the page itself; the script shows one, and finds the apps' addresses. */
function show(): void {
  document.documentElement.dataset['shown'] = language()
}

show()
onLanguageChange(show)
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-language]')) {
  button.hidden = false
  button.addEventListener('click', () => setLanguage(button.dataset['language'] === 'en' ? 'en' : 'fr'))
}

const { apps } = await get<{ apps: { id: string; url: string }[] }>('/.agent/apps').catch(() => ({
  apps: [],
}))
for (const { id, url } of apps) {
  for (const link of document.querySelectorAll<HTMLAnchorElement>(`a[data-app="${id}"]`)) {
    link.href = url
    link.hidden = false
  }
}
