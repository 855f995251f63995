import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// What was compiled at one start is there at the next. Beside the built program, which a build replaces together with it.
if (!import.meta.filename.endsWith('.ts')) enableCompileCache(join(import.meta.dirname, '.compiled'));
const { serve } = await import('./serve.ts');
await serve();
