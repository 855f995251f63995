import { CSV_FORMAT } from './csv-format.ts';
import { GIFT_FORMAT } from './gift/gift-format.ts';
import type { FormatId, ImportFormat } from './import-format.ts';
import { JSON_FORMAT } from './json-format.ts';
import { OATUTOR } from './oatutor-format.ts';
import { CARTRIDGE, QTI } from './qti-format.ts';

/** Every format of curricula that is read. A new reader is added here. */
export const IMPORT_FORMATS: readonly ImportFormat[] = [OATUTOR, JSON_FORMAT, CSV_FORMAT, GIFT_FORMAT, QTI, CARTRIDGE];

export function findFormat(id: string): ImportFormat | undefined {
  return IMPORT_FORMATS.find((format) => format.id === (id as FormatId));
}
