import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../package-root.ts'
import { faultOfTriple } from './fault.ts'
import { isPlainTurtle } from './plain-turtle.ts'
import { readTurtle } from './read-turtle.ts'

const url = 'https://pod.example/alice/d'
const isPlain = (text: string) => isPlainTurtle(Buffer.from(text), url)
const isTurtle = (text: string) => readTurtle(text, 'text/turtle', url, faultOfTriple) === undefined
const x = '@prefix x: <http://x.example/>.\n'

describe('plain Turtle', () => {
  it.each([
    '',
    '# nothing',
    '<#a> <#b> <#c> .',
    '<#a> <#b> <#c> . # the end',
    `${x}x:a a x:B ; x:c 1, -2.50, +3 , "d", "é\\n\\"\\\\", "e"@fr, "f"@zh-Hant-1994, "g"^^x:h, "i"^^<http://j/>.\n`,
    `${x}_:a x:b _:c1 .\n`,
    '@prefix : <#>. :a :b :c .\n',
    '<http://é.example/ö> <#b> "ö" .',
  ])('is %s', (text) => {
    expect([isPlain(text), isTurtle(text)]).toEqual([true, true])
  })

  it.each([
    '@base <http://x/>. <a> <b> <c> .',
    '<#a> <#b> [] .',
    '<#a> <#b> (1) .',
    '<#a> <#b> """c""" .',
    "<#a> <#b> 'c' .",
    '<#a> <#b> "\\u00e9" .',
    '<#a> <#b> 1e5 .',
    '<#a> <#b> true .',
    '<#a> <#b> <../c> .',
    '<#a> <#b> <./c> .',
    '@prefix schemata: <http://x/>. schemata:a schemata:b schemata:c .\n',
    'PREFIX x: <http://x/> x:a x:b x:c .\n',
    `${x}x:a x:b x:c\\,d .`,
    `${x}x:a x:b x:c%20d .`,
    '<#a> <#b> <#c> ; .',
    `<#a> <#b> <http://x/${'y'.repeat(5000)}> .`,
    `<#a> <#b> ${'1'.repeat(400)} .`,
  ])('is not, for a parser to say: %s', (text) => {
    expect(isPlain(text)).toBe(false)
  })

  it.each([
    '<#a> <#b> .',
    '<#a> <#b> <#c>',
    '<#a> <#b> <#c> <#d> .',
    '<#a <#b> <#c> .',
    '<#a> x:b <#c> .',
    '<#a> <#b> "c',
    '<#a> <#b> "c\n" .',
    '<#a> <#b> "\\x" .',
    '<#a> <#b> "c"@ .',
    '<#a> <#b> "c"@f_r .',
    '<#a> <#b> "c"^<#d> .',
    '<#a> <#b> "c"^^ .',
    '<#a> <#b> 1. 2 .',
    '<#a> "b" <#c> .',
    '"a" <#b> <#c> .',
    '1 <#b> <#c> .',
    '<#a> _:b <#c> .',
    '<#a> a .',
    '@prefix x <http://x/>.',
    '@prefix x: <http://x/>',
    '@prefix 1x: <http://x/>. 1x:a 1x:b 1x:c .\n',
    '<#a> <#b> <#c> ,, <#d> .',
    '<#a> <#b> -.',
    '. <#a> <#b> <#c> .',
    '# a comment\rends',
    '<#a> <#b> <<#c>> .',
    '@prefix _a: <http://x/>. <#a> <#b> <#c> .',
    '<#a> <#b> <c;d:e> .',
    '@prefix x: <c;d:e> .',
  ])('is not what is no Turtle: %s', (text) => {
    expect([isPlain(text), isTurtle(text)]).toEqual([false, false])
  })

  it('is what connectors write, and what our files hold', () => {
    const folder = join(packageRoot, 'connectors')
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((it) =>
      it.endsWith('.ttl'),
    )
    expect(files.length).toBeGreaterThan(3)
    const plain = files.filter((file) => isPlain(readFileSync(join(folder, file), 'utf8')))
    expect(plain.length).toBeGreaterThan(files.length / 2)
  })

  it('never is what a parser refuses, whatever is left out, doubled or put elsewhere', () => {
    const pieces = [
      ...'<>"\\.,;:@^_-+#[](){}|`\'/ \n\t\r\u0000éa1',
      ...[
        '<#a>',
        'x:b',
        '_:c',
        '"d"',
        '@fr',
        '^^',
        '1.5',
        'a ',
        '@prefix ',
        'x: ',
        '. ',
        '; ',
        ', ',
        '"""',
        '\\"',
      ],
      ...[
        '<<',
        '--',
        '@base ',
        'true',
        '1e5',
        '%41',
        '\\u0041',
        '# c\n',
        'x:',
        ':e',
        '.5',
        '5.',
        '-1',
        '@f-1',
      ],
    ]
    const seed = `${x}@prefix : <#> . # so\n<#a> a x:B ; x:c 1.5, "d\\n"@fr-be ,"e"^^x:f;:g _:h.\n:i x:j -2 .\n`
    let state = 7
    const random = (below: number) => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0
      return Math.floor((state / 2 ** 32) * below)
    }
    let plain = 0
    for (let round = 0; round < 20_000; round++) {
      let text = seed
      for (let changes = 1 + random(3); changes > 0; changes--) {
        const start = random(text.length + 1)
        const end = Math.min(text.length, start + random(5))
        const kind = random(3)
        const put =
          kind === 0
            ? ''
            : kind === 1
              ? (pieces[random(pieces.length)] ?? '')
              : text.slice(start, end).repeat(2)
        text = text.slice(0, start) + put + text.slice(kind === 1 ? start + random(2) : end)
      }
      if (!isPlain(text)) continue
      plain += 1
      expect({ text, isTurtle: isTurtle(text) }).toEqual({ text, isTurtle: true })
    }
    expect(plain).toBeGreaterThan(1000)
  })
})
