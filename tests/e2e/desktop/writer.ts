/** Many small writes from the window, over a port of their own, and which of them were acknowledged. */
import type { Page } from '@playwright/test';

export interface Writer {
  /** Ids of clients whose creation the engine has confirmed. */
  readonly acknowledged: readonly string[];
}

/** Keeps a few writes under way until the port closes or the page goes. */
export async function startWriting(page: Page): Promise<Writer> {
  const acknowledged: string[] = [];
  await page.exposeFunction('acknowledged', (id: string) => void acknowledged.push(id));
  await page.evaluate(async () => {
    const tell = (window as unknown as { acknowledged(id: string): void }).acknowledged;
    const port = await new Promise<MessagePort>((resolve) => {
      window.addEventListener('message', function receive({ data, ports: [given] }) {
        if (data !== 'vizitka:engine-port' || !given) return;
        window.removeEventListener('message', receive);
        resolve(given);
      });
      window.desktop?.connect();
    });
    const create = () => {
      const id = crypto.randomUUID();
      const json = { id, values: { name: `Firma ${id.slice(0, 8)}`, status: 'prospect' } };
      port.postMessage(JSON.stringify({ i: id, p: { u: '/clients/create', b: { json } } }));
    };
    port.addEventListener('message', ({ data }: MessageEvent<string>) => {
      const { i: id, p: answer } = JSON.parse(data) as { i: string; p: { s?: number } };
      // Only what succeeded; the library leaves out the status then.
      if ((answer.s ?? 200) === 200) tell(id);
      create();
    });
    port.start();
    for (let underWay = 0; underWay < 8; underWay += 1) create();
  });
  return { acknowledged };
}
