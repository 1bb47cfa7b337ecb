/** The window's end of a port to the engine, and the line that opens itself again. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { callsAnswered, connect, ConnectionLost, engineLink, useLine } from '#renderer/lib/connection.ts';
import { type EngineLine, type OpenLine, portLine } from '#renderer/lib/engine-line.ts';
import { type DesktopBridge, type EngineEvent, ENGINE_PORT, PORT_CLOSED } from '#shared/desktop/bridge.ts';

class Page extends EventTarget {
  /** As the preload does, or as somebody who only looks like it. */
  send(data: unknown, port: MessagePort | undefined, source: unknown = this): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data, ports: port ? [port] : [], source }));
  }
}

describe('a port of the desktop', () => {
  let page: Page;
  let tell: (event: EngineEvent) => void;
  let asked: number;
  let told: { opened: EngineLine[]; closed: number };
  let channel: MessageChannel;

  beforeEach(() => {
    page = new Page();
    vi.stubGlobal('window', page);
    channel = new MessageChannel();
    asked = 0;
    // Of this test alone: ports of an earlier one may still be closing.
    const heard = { opened: [] as EngineLine[], closed: 0 };
    told = heard;
    const desktop = {
      connect: () => (asked += 1),
      onEngine(listener: (event: EngineEvent) => void) {
        tell = listener;
        return () => {};
      },
    } as unknown as DesktopBridge;
    portLine(desktop)({ opened: (line) => heard.opened.push(line), closed: () => (heard.closed += 1) });
  });
  afterEach(() => {
    channel.port1.close();
    channel.port2.close();
    vi.unstubAllGlobals();
  });

  test('is asked for once and taken from the window’s own marked message only', () => {
    expect(asked).toBe(1);
    page.send('something', channel.port1);
    page.send(ENGINE_PORT, undefined);
    page.send(ENGINE_PORT, channel.port1, {});
    expect(told.opened).toHaveLength(0);
    page.send(ENGINE_PORT, channel.port1);
    expect(told.opened.map((line) => line.isOpen())).toEqual([true]);
    page.send(ENGINE_PORT, channel.port2);
    expect(told.opened).toHaveLength(1);
  });

  test('a crashed engine ends it, once; a restarted one does not', () => {
    page.send(ENGINE_PORT, channel.port1);
    tell('restarted');
    expect(told.closed).toBe(0);
    tell('down');
    tell('down');
    expect(told.closed).toBe(1);
    expect(told.opened[0]?.isOpen()).toBe(false);
  });

  test('its end ends the calls and streams under way, though the page hears no close of its own port', async () => {
    // As in Chromium: closing a port tells only the other side.
    const port = new EventTarget() as MessagePort;
    const sent = vi.fn();
    Object.assign(port, { postMessage: sent, start: () => {}, close: () => {} });
    page.send(ENGINE_PORT, port);
    const ask = () => told.opened[0]?.link.call(['status', 'get'], {}, { context: {} });
    const underWay = expect(ask()).rejects.toThrow();
    await vi.waitFor(() => expect(sent).toHaveBeenCalledOnce());
    const beingPrepared = expect(ask()).rejects.toThrow('closed');
    tell('down');
    await Promise.all([underWay, beingPrepared]);
    expect(told.closed).toBe(1);
  });

  test('the engine’s last word ends it', async () => {
    page.send(ENGINE_PORT, channel.port1);
    channel.port2.postMessage(PORT_CLOSED);
    await vi.waitFor(() => expect(told.closed).toBe(1));
  });
});

describe('the line', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('calls wait for it, fail when it falls under them, and it opens itself again', async () => {
    const tries: Parameters<OpenLine>[0][] = [];
    connect((events) => tries.push(events));
    const options = { context: {} };
    const early = engineLink.call(['status', 'get'], {}, options);

    let isOpen = true;
    const answers: PromiseWithResolvers<unknown>[] = [];
    const link = {
      call: () => {
        const answer = Promise.withResolvers<unknown>();
        answers.push(answer);
        return answer.promise;
      },
    };
    tries[0]?.opened({ link, isOpen: () => isOpen });
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    answers[0]?.resolve('first');
    expect(await early).toBe('first');
    await callsAnswered();

    const lost = engineLink.call(['clients', 'list'], {}, options).catch((error: unknown) => error);
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    isOpen = false;
    tries[0]?.closed();
    answers[1]?.reject(new Error('closed'));
    expect(await lost).toBeInstanceOf(ConnectionLost);
    expect(useLine.getState().state).toBe('lost');

    await vi.advanceTimersByTimeAsync(5_000);
    expect(tries).toHaveLength(2);
    isOpen = true;
    tries[1]?.opened({ link, isOpen: () => isOpen });
    expect(useLine.getState()).toMatchObject({ state: 'open', generation: 2 });
  });

  test('drafts are on their way only when every call has its answer', async () => {
    const answer = Promise.withResolvers<unknown>();
    connect((events) => events.opened({ link: { call: () => answer.promise }, isOpen: () => true }));
    const call = engineLink.call(['drafts', 'save'], {}, { context: {} });
    let done = false;
    const waiting = callsAnswered().then(() => (done = true));
    await vi.advanceTimersByTimeAsync(100);
    expect(done).toBe(false);
    answer.resolve(null);
    await Promise.all([call, waiting]);
    expect(done).toBe(true);
  });
});
