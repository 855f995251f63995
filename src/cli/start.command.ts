import { serve } from '../serve.ts';
import type { Command } from './command.ts';

export const start: Command = {
  name: 'start',
  summary: 'Start the server.',
  help: 'Usage: allamda start\n\nReads its settings from the environment and from .env; see .env.example.',
  options: {},
  async run() {
    await serve();
    return new Promise<number>(() => {});
  },
};
