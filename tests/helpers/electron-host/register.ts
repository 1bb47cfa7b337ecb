/** Lets `electron` mean the stand-in, and gives the process the marks of Electron's main process. */
import { registerHooks } from 'node:module';
import path from 'node:path';
import process from 'node:process';

const standIn = new URL('./electron.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' || specifier === 'electron/main'
      ? { url: standIn, format: 'module', shortCircuit: true }
      : next(specifier, context),
});
Object.defineProperty(process, 'type', { value: 'browser' });
Object.defineProperty(process, 'resourcesPath', {
  value: process.env['ELECTRON_HOST_RESOURCES'] ?? path.resolve('resources'),
});
Object.defineProperty(process.versions, 'electron', {
  enumerable: true,
  value: process.env['ELECTRON_HOST_ELECTRON'] ?? '45.4.1',
});
