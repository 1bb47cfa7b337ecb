/**
 * The engine's process on the desktop. The engine knows no Electron; what it asks of a server goes through Electron's
 * own network, so that the system's proxy and the firm's certificates hold.
 */
import { net } from 'electron';
import { reachBy } from '../engine/utility.ts';

reachBy((url, init) => net.fetch(url, init));
