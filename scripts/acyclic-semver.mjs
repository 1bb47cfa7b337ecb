/**
 * semver, as electron-updater uses it, without its cycle. Its ranges and comparators require each other, which works
 * in CommonJS and fails in modules of a file each; the comparing of versions needs neither.
 */
import { createRequire } from 'node:module';

const id = '\0acyclic-semver';
const used = ['parse', 'prerelease', 'eq', 'gt', 'lt'];
const semver = createRequire(createRequire(import.meta.url).resolve('electron-updater'));

/** A plugin of rolldown. */
export const acyclicSemver = {
  name: 'acyclic semver',
  /**
   * @param {string} source
   * @param {string | undefined} importer
   */
  resolveId: (source, importer) =>
    source === 'semver' && importer?.includes('electron-updater') ? id : undefined,
  /** @param {string} asked */
  load(asked) {
    if (asked !== id) return undefined;
    const lines = used.map((name) => {
      const file = semver.resolve(`semver/functions/${name}`);
      return `exports.${name} = require(${JSON.stringify(file)});`;
    });
    return lines.join('\n');
  },
};
