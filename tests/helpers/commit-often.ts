/** A process of its own that makes as many commits as it is told, on a base in the folder it is told. */
import { argv } from 'node:process';
import { write } from '#main/data/write.ts';
import { openEngine } from '#main/engine/engine.ts';
import { client } from '#shared/entities/clients.ts';

const [folder = '', commits = '0'] = argv.slice(2);
const engine = openEngine({ folder }, Buffer.alloc(32, 5));
const id = engine.base.newId();
const label = { key: 'clientEdited', params: {} };
write(engine.base, label, (tx) => tx.create(client, id, { name: 'Píla', status: 'active' }));
for (let i = 0; i < Number(commits); i += 1)
  write(engine.base, label, (tx) => tx.edit(client, id, { segment: `s${i}` }));
engine.close();
