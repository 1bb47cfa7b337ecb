/** Procedures of import and export. */
import { implement, ORPCError } from '@orpc/server';
import { noteExport } from '#main/data/export-notes.ts';
import { environmentError, refused } from '#main/data/app-error.ts';
import { exchange, type ImportSource } from '#shared/contract/exchange.ts';
import { TARGETS } from '#shared/domain/exchange/targets.ts';
import { columnsFor, headingOf } from './export-columns.ts';
import { countExport, hostOf, idsOf, type ExchangeContext } from './exchange-host.ts';
import { exportFile } from './export-service.ts';
import { FileRefused } from './file-refused.ts';
import { serviceOf } from './import-service.ts';

const os = implement(exchange).$context<ExchangeContext>();

/** A refusal of the file is an expected error of the contract; everything else stays a bug. */
async function refusing<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof FileRefused)) throw environmentError(error);
    throw new ORPCError('FILE_REFUSED', {
      defined: true,
      data: { problem: error.problem, params: error.params },
    });
  }
}

/** A path is for the command line: a window sends the bytes of the file that the person chose, and reads no other. */
function sourceOf(source: ImportSource, { host }: ExchangeContext): ImportSource {
  if ('path' in source && host.view === 'window') throw refused('pathFromWindow');
  return source;
}

export const exchangeRouter = os.router({
  upload: os.upload.handler(({ input, context }) =>
    refusing(async () => {
      const bytes = Buffer.from(await input.chunk.arrayBuffer());
      return { bytes: serviceOf(hostOf(context)).upload(input.upload, input.name, input.offset, bytes) };
    }),
  ),

  discard: os.discard.handler(({ input, context }) => {
    serviceOf(hostOf(context)).discard(input.upload);
    return {};
  }),

  inspect: os.inspect.handler(({ input, context }) =>
    refusing(() => serviceOf(hostOf(context)).inspect(sourceOf(input.source, context), input.options)),
  ),

  targets: os.targets.handler(() => TARGETS.map((target) => ({ ...target }))),

  preview: os.preview.handler(({ input, context }) =>
    refusing(async () => ({
      rows: await serviceOf(hostOf(context)).preview(
        sourceOf(input.source, context),
        input.options,
        input.map,
        input.limit,
      ),
    })),
  ),

  run: os.run.handler(async function* ({ input, context, errors }) {
    const service = serviceOf(hostOf(context));
    if (service.isBusy) throw errors.REFUSED({ data: { reason: 'importRunning' } });
    yield* service.run({ ...input, source: sourceOf(input.source, context) });
  }),

  cancel: os.cancel.handler(({ input, context }) => ({
    cancelled: serviceOf(hostOf(context)).cancel(input.run),
  })),

  report: os.report.handler(async function* ({ input, context, errors }) {
    const service = serviceOf(hostOf(context));
    if (!service.hasReport(input.run)) throw errors.NOT_FOUND({ data: { entity: 'import', id: input.run } });
    const name = input.language === 'sk' ? 'sprava-o-nacitani.csv' : 'import-report.csv';
    for (const piece of service.report(input.run, input.language)) {
      yield { type: 'chunk' as const, chunk: Buffer.from(piece).toString('base64') };
    }
    yield { type: 'done' as const, rows: service.problemCount(input.run), name };
  }),

  exportPlan: os.exportPlan.handler(({ input, context }) => ({
    count: countExport(context, input.export),
    columns: columnsFor(input.export.what).map((column) => ({
      key: column.key,
      header: headingOf(column, input.language),
    })),
  })),

  export: os.export.handler(async function* ({ input, context }) {
    const { file, key, today } = hostOf(context);
    const { format, columns, language } = input.how;
    const { what } = input.export;
    const events = exportFile(
      { file, key },
      {
        what,
        format,
        columns: columns ?? null,
        language,
        ids: idsOf(context, input.export),
        today: today(),
      },
    );
    for await (const event of events) {
      if (event.type === 'done') noteExport(context.engine.base, { what, format, rows: event.rows });
      yield event;
    }
  }),
});
