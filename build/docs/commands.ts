/** The page of the command line: what `--help` says of each command. */
import { execFileSync } from 'node:child_process'

const help = (...command: string[]): string =>
  execFileSync(process.execPath, ['dist/pasar.js', ...command, '--help'], {
    encoding: 'utf8',
    env: { ...process.env, COLUMNS: '100' },
  }).trim()

const fenced = (text: string): string => `\`\`\`text\n${text}\n\`\`\``

export function commandsPage(): string {
  const all = help()
  const names = [...all.matchAll(/^ {2}npx pasar (\w+)/gm)].map(([, name]) => name)
  const commands = names.filter((name) => name !== 'completion')
  return [
    '# Command line',
    'What `npx pasar --help` and `npx pasar COMMAND --help` print; `--lang id` prints results in Indonesian.',
    fenced(all),
    ...commands.flatMap((name) => [`## ${name}`, fenced(help(name))]),
  ].join('\n\n')
}
