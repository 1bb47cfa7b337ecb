/** A base as it is some minutes after the first start. */
import { callProcedure } from './vizitka-process.ts';

/** Past the first start and with one client, Lipová píla, whose id is returned. */
export async function prepareBase(profile: string): Promise<string> {
  const id = '0198c0de-0000-7000-8000-000000000001';
  await callProcedure(profile, 'settings.setUp', { language: 'sk', country: 'SK', name: 'Zuzana Kováčová' });
  await callProcedure(profile, 'clients.create', {
    id,
    values: { name: 'Lipová píla, s. r. o.', status: 'prospect' },
  });
  return id;
}
