import type { CommandModule } from 'yargs'
import { openAddress, serveLab } from '../../node/index.ts'
import { switched } from '../options.ts'
import { note, print } from '../say.ts'
import { badInput } from '../stop.ts'

const MOST = 65_535

export const lab: CommandModule = {
  command: 'lab',
  describe: 'Open the lab: the market in a browser page, to try things out',
  builder: (yargs) =>
    yargs
      .option('port', { describe: 'Port of this machine [any that is free]', type: 'string' })
      .option('no-open', switched('Print the address, and open no browser'))
      .example('$0 lab', 'a page with two worlds, with and without a policy')
      .example('$0 lab --port 8080 --no-open', 'for a browser of your choice')
      .epilogue('It is served to this machine alone, and runs in the browser. Ctrl-C ends it.'),
  async handler(options) {
    const served = await serveLab(portOf(options.port))
    print(served.address)
    if (options['no-open'] !== true) openAddress(served.address, note)
    await new Promise<void>((ended) => {
      process.once('SIGINT', ended).once('SIGTERM', ended)
    })
    await served.close()
  },
}

function portOf(given: unknown): number {
  if (given === undefined) return 0
  const port = /^\d{1,5}$/.test(String(given)) ? Number(given) : Number.NaN
  if (!(port <= MOST)) throw badInput(`--port is ${given}, expected a whole number up to ${MOST}`)
  return port
}
