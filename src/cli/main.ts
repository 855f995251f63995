import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { type Command, type CommandContext, UsageError } from './command.ts';
import { COMMANDS } from './commands.ts';

const context: CommandContext = {
  out: (line) => console.log(line),
  err: (line) => console.error(line),
  async ask(question) {
    if (!process.stdin.isTTY) return null;
    const terminal = createInterface({ input: process.stdin, output: process.stderr });
    const answer = await terminal.question(`${question} `);
    terminal.close();
    return answer;
  },
};

function overview(): string {
  const width = Math.max(...COMMANDS.map((command) => command.name.length)) + 2;
  const rows = COMMANDS.map((command) => `  ${command.name.padEnd(width)}${command.summary}`);
  return ['Usage: allamda <command> [options]', '', ...rows, '', 'allamda <command> --help tells more.'].join('\n');
}

/** The command with the most words that the arguments begin with. */
function findCommand(args: string[]): { command: Command; rest: string[] } | undefined {
  const matches = COMMANDS.filter((command) => command.name.split(' ').every((word, index) => args[index] === word));
  const command = matches.sort((a, b) => b.name.length - a.name.length)[0];
  return command && { command, rest: args.slice(command.name.split(' ').length) };
}

async function run(args: string[]): Promise<number> {
  if (args.length === 0 || args[0] === '--help' || args[0] === 'help') {
    context.out(overview());
    return args.length === 0 ? 2 : 0;
  }
  const found = findCommand(args);
  if (!found) throw new UsageError(`There is no command "${args.slice(0, 2).join(' ')}".\n\n${overview()}`);
  const { command, rest } = found;
  const { values, positionals } = parse(command, rest);
  if (values.help) {
    context.out(command.help);
    return 0;
  }
  return command.run(values, positionals, context);
}

function parse(command: Command, args: string[]) {
  try {
    return parseArgs({
      args,
      options: { ...command.options, help: { type: 'boolean' } },
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${command.help}`);
  }
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  context.err(error instanceof Error ? error.message : String(error));
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
