import { dropColumn } from '../db/ddl.ts';
import type { MigrationBody } from '../db/migrator.ts';

/** What a call may use is held in `calls_under_way`; nothing ever wrote into this column. */
export const up: MigrationBody = (db, dialect) => dropColumn(db, dialect, 'token_usage', 'reserved');
