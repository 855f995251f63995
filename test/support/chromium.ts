import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/** What the machine has, else the one of the npm package, which `executablePath` unpacks into the folder of temporary files. */
export async function chromiumPath(): Promise<string> {
  const own = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  return existsSync(own) ? own : chromium.executablePath();
}

/** Unpacks Chromium. Call it once, before test files run side by side: a half unpacked one would be taken for whole. */
export async function unpackChromium(): Promise<void> {
  await chromiumPath();
}

/** A Chromium without a window. The package's own flags are left aside: they switch the security of pages off. */
export async function launchChromium(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromiumPath(),
    args: [
      '--no-sandbox',
      '--no-zygote',
      '--headless=shell',
      '--force-color-profile=srgb',
      '--font-render-hinting=none',
    ],
  });
}
