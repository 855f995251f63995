import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { resultTable } from '../table.ts';
import type { Bench } from './bench.ts';

/**
 * Runs every teaching benchmark of this folder (b*.ts) and prints one table: `main.ts [data folder] [B1 B3 …]`. The data
 * folder is ../shared/data unless given. Exit 0 when every floor is met, 1 when one is missed or a benchmark fails.
 */
async function main(args: readonly string[]): Promise<number> {
  const only = new Set(args.filter((arg) => /^b\d+$/i.test(arg)).map((arg) => arg.toLowerCase()));
  const asked = resolve(args.find((arg) => !/^b\d+$/i.test(arg)) ?? join(import.meta.dirname, '../../../shared/data'));
  const dataDir = existsSync(asked) ? asked : null;
  console.log(
    dataDir === null ? `No data at ${asked}: measured on simulated data where a benchmark has it.` : `Data: ${asked}`,
  );
  const files = readdirSync(import.meta.dirname)
    .filter((name) => /^b\d+-.*\.ts$/.test(name) && !name.endsWith('.test.ts'))
    .filter((name) => only.size === 0 || only.has(name.slice(0, name.indexOf('-'))))
    .sort((a, b) => Number.parseInt(a.slice(1), 10) - Number.parseInt(b.slice(1), 10));
  let missed = 0;
  for (const file of files) {
    const id = file.slice(0, file.indexOf('-')).toUpperCase();
    const started = performance.now();
    try {
      const bench: Bench = await import(join(import.meta.dirname, file));
      const result = await bench.run(dataDir);
      console.log(
        result === null ? `\n${id}  skipped: needs the data` : resultTable(result, performance.now() - started),
      );
      if (result !== null && !result.pass) missed++;
    } catch (error) {
      missed++;
      console.log(`\n${id}  failed`);
      console.error(error);
    }
  }
  if (files.length === 0) console.log('No benchmark of that name.');
  return missed === 0 && files.length > 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
