/** The backups of an engine that tests open without a host: asking for them is a mistake of the test. */
import type { BackupDesk } from '#main/data/backup/backup-desk.ts';

const absent = (): never => {
  throw new Error('this engine has no host, so it has no backups');
};

export const noBackups: BackupDesk = {
  state: absent,
  list: absent,
  make: absent,
  find: absent,
  setPlace: absent,
  upload: absent,
  discard: absent,
  inspect: absent,
  restore: absent,
};
