import { buildProgram } from './program.js';
import { failWith } from './runtime.js';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that has had enough (head, less) is no fault.
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  throw error;
});

const program = buildProgram();
try {
  await program.parseAsync(process.argv);
} catch (error) {
  await failWith(error, process.argv.includes('--json'));
}
