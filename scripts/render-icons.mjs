/**
 * `node scripts/render-icons.mjs`: the icons of the desktop program from assets/icon.svg, drawn by Chromium. Their
 * results are kept in assets/icons, so a build needs no browser; run it after a change of the mark.
 */
import fs from 'node:fs';
import path from 'node:path';
import { ensureEnvironment, root } from './ensure-node.mjs';

await ensureEnvironment(import.meta.url);
const { chromium } = await import('@playwright/test');
const { findChromium } = await import('./find-chromium.mjs');

/** The sizes that Linux desktops look for, 1024 for the dmg and icns, 256 also inside the ico of Windows. */
const SIZES = [16, 32, 48, 64, 128, 256, 512, 1024];
const folder = path.join(root, 'assets', 'icons');
const drawing = fs.readFileSync(path.join(root, 'assets', 'icon.svg'), 'utf8');
const source = `data:image/svg+xml;base64,${Buffer.from(drawing).toString('base64')}`;

fs.mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  for (const size of SIZES) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>*{margin:0}img{display:block}</style><img width="${size}" src="${source}">`,
    );
    await page.locator('img').evaluate((image) => /** @type {HTMLImageElement} */ (image).decode());
    await page.screenshot({ path: path.join(folder, `${size}x${size}.png`), omitBackground: true });
    process.stdout.write(`${size}x${size}.png\n`);
  }
} finally {
  await browser.close();
}
