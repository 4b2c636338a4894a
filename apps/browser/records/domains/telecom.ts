import { readTelecomUsage } from '#vocab/generated/telecom'
import { tb } from '#vocab/generated/terms'
import { capital, dayName, fileSize, monthName } from '../../../shared/i18n/format.ts'
import { type Messages, t } from '../../../shared/i18n/t.ts'
import { numberEnd } from '../../../shared/pod/partner-name.ts'
import { duration } from '../quantities.ts'
import { joined, type Kind, kind } from '../summary.ts'

const words = {
  usage: { fr: 'Usage d’une ligne', en: 'Use of a line' },
  line: { fr: (end: string) => `ligne …${end}`, en: (end: string) => `line …${end}` },
  calls: { fr: (time: string) => `${time} d’appels`, en: (time: string) => `${time} of calls` },
  messages: {
    fr: (count: number) => (count > 1 ? `${count} messages` : `${count} message`),
    en: (count: number) => (count === 1 ? `${count} message` : `${count} messages`),
  },
  part: {
    fr: (from: string, to: string) => `du ${from} au ${to} seulement`,
    en: (from: string, to: string) => `${from} to ${to} only`,
  },
} satisfies Messages

export const kinds: readonly Kind[] = [
  kind(tb.TelecomUsage, words.usage, readTelecomUsage, (it) => ({
    day: it.month,
    words: () => ({
      title: capital(monthName(it.month)),
      detail: joined(
        t(words.line, numberEnd(it.line)),
        it.voiceSeconds === undefined ? '' : t(words.calls, duration(it.voiceSeconds)),
        it.messageCount === undefined ? '' : t(words.messages, it.messageCount),
        it.coverage === 'part' ? t(words.part, dayName(it.firstDay), dayName(it.lastDay)) : '',
      ),
      value: it.dataBytes === undefined ? '' : fileSize(it.dataBytes),
    }),
  })),
]
