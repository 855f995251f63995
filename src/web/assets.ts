import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';

/** The folder of the package, from a source file as well as from the bundle. */
export function packageRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('The folder of the package was not found.');
    folder = parent;
  }
  return folder;
}

const manifestSchema = z.record(z.string(), z.object({ file: z.string(), css: z.array(z.string()).optional() }));

/** The built files of the client: source name → address with a content hash. */
export interface Assets {
  folder: string;
  /** The address of a built file. Throws when the client was not built with it. */
  url(source: string): string;
}

/** Reads what `vite build` made. Throws with the command to run when there is nothing. */
export function loadAssets(folder = join(packageRoot(), 'dist', 'client')): Assets {
  const path = join(folder, 'manifest.json');
  if (!existsSync(path)) throw new Error('The client is not built yet: run `npm run build`.');
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  return {
    folder,
    url(source) {
      const entry = manifest[source];
      if (!entry) throw new Error(`${source} is not among the built files: run \`npm run build\`.`);
      return `/assets/${entry.file.replace(/^assets\//, '')}`;
    },
  };
}
