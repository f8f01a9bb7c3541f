// From the words of a command line to what is to be done. Pure: it opens nothing and prints nothing.

import { parseArgs } from 'node:util'
import { verbs } from '../../core/briefing/schema.ts'
import { type CommandLine, type OptionValues, options, wrongUsage } from './command.ts'
import { type CommandReader, readAsk, readers } from './commandReaders.ts'

/** Understands a command line, or says what is wrong with it. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    return understand(values, positionals)
  } catch (error) {
    return wrongUsage(
      (error as Error).message.replace(
        /\. To specify a positional argument.*/s,
        ' (a word with a hyphen in front goes behind "--")',
      ),
    )
  }
}

function understand(values: OptionValues, [word, ...rest]: readonly string[]): CommandLine {
  if (values.help || word === 'help') return { name: 'help' }
  if (values.version) return { name: 'version' }
  if (word === undefined) return wrongUsage('a command is missing')
  const verb = verbs.find((one) => one === word)
  const reader: CommandReader | undefined = verb === undefined ? readers[word] : readAsk(verb)
  if (reader === undefined) return wrongUsage(`there is no command "${word}"`)
  const command = reader.read(rest, values)
  if (command.name === 'wrong usage') return command
  const taken = reader.takes(values)
  const strange = Object.keys(values).find((one) => !taken.some((option) => option === one))
  return strange === undefined
    ? command
    : wrongUsage(`\`sitrep ${word}\` does not take --${strange}${values.jsonl ? ' with --jsonl' : ''}`)
}
