import { resolve } from 'node:path';
import type { DoctorAnswer, SynthesisAnswer } from '@zhiheng/office';
import { UserFault } from '@zhiheng/vocabulary';
import type { Command } from 'commander';
import { credentialFor } from '../credential.js';
import { globalOptions } from '../global-options.js';
import { readText } from '../read-text.js';
import { carryOut, withFailures } from '../runtime.js';
import { textTable } from '../text-table.js';
import { several } from './several.js';

interface StartWords {
  readonly port: string;
  readonly host: string;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
  readonly behindProxy?: string;
  readonly proxyAddress?: string[];
  readonly log?: string;
  readonly firstOffice: boolean;
}

/** synthesise, doctor, start. */
export function registerOfficeCommands(program: Command): void {
  program
    .command('synthesise')
    .description('write the files of a synthetic office, labelled synthetic everywhere')
    .requiredOption('--patents <n>', 'applications to make')
    .option('--marks <n>', 'trade marks to make')
    .option('--texts <amount>', 'full, titles, or none: short titles only', 'full')
    .option('--dirt <n>', 'faults to plant of each sort, told in truth-dirt.csv', '0')
    .option('--seed <n>', 'the same seed gives the same bytes', '1')
    .requiredOption('--out <folder>', 'where the files go')
    .action(async (options: Record<string, string>, command: Command) => {
      const input = {
        patents: count('patents', options.patents),
        ...(options.marks === undefined ? {} : { marks: count('marks', options.marks) }),
        texts: options.texts,
        dirt: count('dirt', options.dirt),
        seed: count('seed', options.seed),
        out: resolve(options.out ?? '.'),
      };
      await carryOut<SynthesisAnswer>(globalOptions(command), 'synthesise', input, (answer) =>
        [...answer.files, ...answer.mappings, answer.truth, ...answer.truths, ...answer.further].join('\n'),
      );
    });

  program
    .command('doctor')
    .description('what this installation and office folder can do')
    .action(async (_options: object, command: Command) => {
      await carryOut<DoctorAnswer>(globalOptions(command), 'doctor', {}, ({ checks }) =>
        textTable(checks, ['check', 'ok', 'found', 'expected']),
      );
    });

  program
    .command('start')
    .description('serve the office until stopped; beyond this machine only with accounts, and TLS or a stated proxy')
    .option('--port <port>', 'port', '8080')
    .option('--host <host>', 'address to listen on', '127.0.0.1')
    .option('--tls-cert <file>', 'certificate (PEM): serve over TLS')
    .option('--tls-key <file>', 'its key (PEM)')
    .option('--behind-proxy <origin>', 'the public origin of a proxy that ends TLS, https://…; no other is answered')
    .option('--proxy-address <address...>', 'addresses or networks of that proxy beside this machine', several)
    .option('--log <file>', 'operational log: one line of JSON a request; - for standard error')
    .option('--first-office', 'make a synthetic office first when the folder holds no records', false)
    .action(async (options: StartWords, command: Command) => {
      const global = globalOptions(command);
      await withFailures(global, async () => {
        const { serveOffice } = await import('../serve-office.js');
        await serveOffice({
          ...(await reachOptions(options)),
          folder: resolve(global.data),
          port: count('port', options.port),
          log: options.log ?? null,
          firstOffice: options.firstOffice,
          credential: credentialFor(global.as, resolve(global.data)),
          progress: global.progress,
          json: global.json,
        });
      });
    });
}

async function reachOptions({ host, tlsCert, tlsKey, behindProxy, proxyAddress = [] }: StartWords) {
  const wrong = (what: string) => new UserFault('usage', { values: { what } });
  if ((tlsCert === undefined) !== (tlsKey === undefined)) throw wrong('--tls-cert and --tls-key go together');
  if (behindProxy === undefined && proxyAddress.length > 0) throw wrong('--proxy-address needs --behind-proxy');
  return {
    host,
    ...(tlsCert !== undefined &&
      tlsKey !== undefined && {
        tls: { cert: await readText(resolve(tlsCert)), key: await readText(resolve(tlsKey)) },
      }),
    ...(behindProxy !== undefined && { proxy: { origin: behindProxy, addresses: proxyAddress } }),
  };
}

function count(field: string, value: string | undefined): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 0) {
    throw new UserFault('usage', {
      place: { field },
      found: value ?? 'nothing',
      expected: 'a whole number',
      values: { what: `--${field} takes a whole number` },
    });
  }
  return number;
}
