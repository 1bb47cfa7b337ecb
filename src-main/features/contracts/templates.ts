/** Templates of checklists: the built-in ones in the language of this device, and those the firm made. */
import type { Base } from '#main/data/base.ts';
import { fromRow, readRecord, type Row } from '#main/data/codec.ts';
import { statement } from '#main/data/statement.ts';
import { type Written, write } from '#main/data/write.ts';
import type { TemplateOffer } from '#shared/contract/contracts.ts';
import type { Preferences } from '#shared/contract/settings.ts';
import { BUILT_IN_TEMPLATES } from '#shared/domain/contracts/built-in-templates.ts';
import { checklistTemplate } from '#shared/entities/contracts.ts';
import type { NewValues } from '#shared/entities/define.ts';

export function listTemplates(base: Base): TemplateOffer[] {
  const preferences = base.settings.get('preferences') as Partial<Preferences> | undefined;
  const language = preferences?.language ?? 'sk';
  const builtIn = BUILT_IN_TEMPLATES.map((template) => ({
    id: template.id,
    builtIn: true,
    name: template.name[language],
    subject: template.subject,
    contractType: template.contractType,
    meetingType: template.meetingType,
    items: template.items.map((item) => item[language]),
  }));
  const own = statement<Row>(base.reader, 'SELECT * FROM checklist_template WHERE deleted_at IS NULL')
    .all()
    .map((row) => fromRow(checklistTemplate, row))
    .map(({ id, name, subject, contractType, meetingType, items }) => ({
      id,
      builtIn: false,
      name,
      subject,
      contractType,
      meetingType,
      items,
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, language) || (a.id < b.id ? -1 : 1));
  return [...builtIn, ...own];
}

export function saveTemplate(base: Base, id: string, values: NewValues<typeof checklistTemplate>): Written {
  return write(base, { key: 'templateSaved', params: { name: values.name } }, (tx) =>
    tx.create(checklistTemplate, id, values),
  );
}

export function removeTemplate(base: Base, id: string): Written {
  const name = readRecord(base.reader, checklistTemplate, id)?.name ?? '';
  return write(base, { key: 'templateRemoved', params: { name } }, (tx) => tx.remove(checklistTemplate, id));
}
