import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { loadAssets, packageRoot } from '../../src/web/assets.ts';
import { type BenchResult, type Figure, meets } from '../teaching/bench.ts';
import { tour } from './tour.ts';

const PLAIN_MOST = 15_000;
const CHAT_MOST = 40_000;

/**
 * Bytes of each page over the wire with brotli, all told: the page, the stylesheet, the scripts. The maths font (53 kB) is
 * fetched once, by pages with formulas only, and kept for ever; it is told by itself.
 */
export async function run(): Promise<BenchResult> {
  const stops = await tour({ students: 20, days: 60 });
  const figures: Figure[] = stops.map(({ person, path, compressed, html }) => ({
    name: `${path} (${person}): bytes, all told`,
    value: compressed.rawPayload.length + assetBytes(html),
    most: path === 'chat' ? CHAT_MOST : PLAIN_MOST,
  }));
  figures.push({ name: 'the maths font, once, where there are formulas', value: fontBytes() });
  const floor = 'at most 15 kB without an island, 40 kB for the chat';
  return { id: 'page-bytes', title: 'what a page weighs', figures, floor, pass: figures.every(meets) };
}

const folder = () => join(loadAssets(join(packageRoot(), 'dist', 'client')).folder, 'assets');

/** The files of ours that a page names, compressed as they are served. */
function assetBytes(html: string): number {
  const names = new Set([...html.matchAll(/(?:href|src)="\/assets\/([^"]+)"/g)].map(([, name]) => name ?? ''));
  return [...names].reduce((sum, name) => sum + readFileSync(join(folder(), `${name}.br`)).length, 0);
}

function fontBytes(): number {
  const fonts = readdirSync(folder()).filter((name) => name.endsWith('.woff2'));
  return fonts.reduce((sum, name) => sum + statSync(join(folder(), name)).size, 0);
}
