// Rules for commands that Discord holds and its published schema leaves out ("Application Commands" of its documentation).

import { asPart, list } from './checkMessage.ts'

const namePattern = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u
const MAX_COMMAND = 8000

export function checkCommands(body: unknown): string[] {
  const commands = list(body).map(asPart)
  const names = commands.map(({ type, name }) => `${type} ${name}`)
  const problems = commands.flatMap((command) => {
    const isSlash = command.type === 1
    return [
      ...(isSlash ? checkNamed(command) : command.description === undefined ? [] : ['a menu entry is described']),
      ...(measure(command) > MAX_COMMAND ? [`${command.name} measures ${measure(command)}`] : []),
    ]
  })
  const count = (type: number) => commands.filter((command) => command.type === type).length
  if (new Set(names).size < names.length) problems.push('two commands have one name')
  if (count(1) > 100 || count(3) > 15) problems.push('there are too many commands')
  return problems
}

/** Of a slash command or an option. */
function checkNamed({ name, description, options, choices, autocomplete }: ReturnType<typeof asPart>): string[] {
  const own = String(name)
  const inner = list(options).map(asPart)
  const isRequired = inner.map((option) => option.required === true)
  const rules: [boolean, string][] = [
    [namePattern.test(own) && own === own.toLowerCase(), `${own} is no name`],
    [String(description ?? '').length >= 1 && String(description).length <= 100, `${own} is not well described`],
    [inner.length <= 25, `${own} has too many options`],
    [new Set(inner.map((option) => option.name)).size === inner.length, `${own} has two options of one name`],
    [
      !isRequired.includes(false) || !isRequired.slice(isRequired.indexOf(false)).includes(true),
      `${own}: required last`,
    ],
    [!(autocomplete === true && choices !== undefined), `${own} completes beside choices`],
  ]
  return [...rules.flatMap(([holds, problem]) => (holds ? [] : [problem])), ...inner.flatMap(checkNamed)]
}

/** The characters of all names, descriptions and values. */
function measure(part: ReturnType<typeof asPart>): number {
  const own = [part.name, part.description, part.value].map((text) => String(text ?? '').length)
  return [...list(part.options), ...list(part.choices)].reduce(
    (sum: number, one) => sum + measure(asPart(one)),
    own.reduce((a, b) => a + b, 0),
  )
}
