/**
 * `node scripts/render-icons.mjs`: the icons of the desktop program from assets/icon.svg, drawn by Chromium. The
 * results are kept in the repository, so a build needs no browser; run it after a change of the mark.
 */
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { ensureEnvironment, root } from './ensure-node.mjs';

await ensureEnvironment(import.meta.url);
const { chromium } = await import('@playwright/test');
const { findChromium } = await import('./find-chromium.mjs');
const { packIcns, packIco } = await import('./icon-files.mjs');

/** The sizes that Linux desktops look for, and those of the icon files of Windows (to 256) and macOS (to 1024). */
const SIZES = [16, 32, 48, 64, 128, 256, 512, 1024];
const folder = path.join(root, 'assets', 'icons');
const packaging = path.join(root, 'assets', 'packaging');
const drawing = fs.readFileSync(path.join(root, 'assets', 'icon.svg'), 'utf8');
const source = `data:image/svg+xml;base64,${Buffer.from(drawing).toString('base64')}`;

const drawn = await draw();
fs.mkdirSync(folder, { recursive: true });
for (const { size, png } of drawn) fs.writeFileSync(path.join(folder, `${size}x${size}.png`), png);
fs.writeFileSync(path.join(packaging, 'icon.ico'), packIco(drawn));
fs.writeFileSync(path.join(packaging, 'icon.icns'), packIcns(drawn));

async function draw() {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    // Chromium refuses its sandbox to root, as in a container.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage();
    const images = [];
    for (const size of SIZES) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(
        `<style>*{margin:0}img{display:block}</style><img width="${size}" src="${source}">`,
      );
      await page.locator('img').evaluate((image) => Reflect.get(image, 'decode').call(image));
      images.push({ size, png: await page.screenshot({ omitBackground: true }) });
    }
    return images;
  } finally {
    await browser.close();
  }
}
