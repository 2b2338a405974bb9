#!/usr/bin/env node
/** The command line: one file a command in commands/. */
import yargs from 'yargs'
import { hideBin } from 'yargs/helpers'
import { CALLED, candidatesFor } from '../node/index.ts'
import { VERSION } from '../study/index.ts'
import { cache } from './commands/cache.ts'
import { calibration } from './commands/calibration.ts'
import { check } from './commands/check.ts'
import { compare } from './commands/compare.ts'
import { diff } from './commands/diff.ts'
import { explain } from './commands/explain.ts'
import { fit } from './commands/fit.ts'
import { lab } from './commands/lab.ts'
import { newScenario } from './commands/new.ts'
import { odd } from './commands/odd.ts'
import { params } from './commands/params.ts'
import { policies } from './commands/policies.ts'
import { run } from './commands/run.ts'
import { schema } from './commands/schema.ts'
import { show } from './commands/show.ts'
import { study } from './commands/study.ts'
import { sweep } from './commands/sweep.ts'
import { tables } from './commands/tables.ts'
import { validate } from './commands/validate.ts'
import { verify } from './commands/verify.ts'
import { note, surviveReaders } from './say.ts'
import { codeOf, isPlain } from './stop.ts'
import { givenFiles, jsonForms, usageFault, wordsOf } from './usage.ts'

const COMMANDS = [
  ...[
    run,
    compare,
    explain,
    sweep,
    study,
    fit,
    validate,
    verify,
    tables,
    check,
    show,
    diff,
    newScenario,
  ],
  ...[params, policies, odd, schema, calibration, cache, lab],
]
const given = givenFiles(hideBin(process.argv))

/** With it the script of `completion` asks for candidates. */
const COMPLETING = '--get-yargs-completions'

surviveReaders()

const program = yargs(given)
  // A completion script is for the name alone.
  .scriptName(given[0] === 'completion' ? 'pasar' : CALLED)
  .locale('en')
  .usage("A policy laboratory of Indonesia's retail market in 2023.\n\n$0 <command>")
  .command(COMMANDS as never)
  .completion(
    'completion',
    'Print a completion script for bash or zsh',
    (_current: string, _given: unknown, defaults: () => void, done: (words: string[]) => void) => {
      const found = candidatesFor(given.slice(given.indexOf(COMPLETING) + 1))
      if (found === undefined) defaults()
      else done(found)
    },
  )
  .example('$0 compare scenarios/indonesia-2023.yaml scenarios/tiktok-shop-ban.yaml --quick', '')
  .demandCommand(1, 'which command?')
  .strict()
  .parserConfiguration({
    'camel-case-expansion': false,
    'boolean-negation': false,
    'parse-positional-numbers': false,
  })
  .version(VERSION)
  .help()
  .wrap(Math.min(100, process.stdout.columns ?? 100))
  .exitProcess(false)
  .fail((message, problem) => {
    // What the parser finds comes as an error of its own; everything else is thrown by a command.
    if (problem && problem.name !== 'YError') throw problem
    throw usageFault(message ?? problem?.message, given, wordsOf(COMMANDS))
  })

try {
  await program.parseAsync(jsonForms(given))
} catch (problem) {
  process.exitCode = codeOf(problem)
  const { message, stack } = problem as Error
  if (process.env.PASAR_DEBUG === '1') note(stack ?? String(problem))
  else if (isPlain(problem)) note(message)
  else note([`pasar failed: ${message}`, 'set PASAR_DEBUG=1 to see where'])
}
