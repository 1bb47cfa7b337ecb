import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BRIEF_SECTIONS, type Brief, type BriefLine } from '#shared/contract/brief.ts';
import { clientSees } from '#shared/domain/brief/client-sees.ts';
import { shorter } from '#shared/domain/brief/fit.ts';
import { briefLanguage } from '#shared/domain/brief/language.ts';
import { MOST_LINES, putTogether, sectionOrder } from '#shared/domain/brief/parts.ts';
import { briefLineOf, textWord } from '#shared/domain/brief/words.ts';
import { cutText } from '#shared/domain/text/cut-text.ts';
import { LANGUAGES } from '#shared/entities/clients.ts';
import { MEETING_TYPES } from '#shared/entities/meetings.ts';

const ID = '0198c0de-0000-7000-8000-000000000001';

function line(text: string, part: Partial<BriefLine> = {}): BriefLine {
  return briefLineOf({ source: { entity: 'client', id: ID }, words: [textWord(text)], ...part });
}

const lines = (count: number) => Array.from({ length: count }, (_, at) => line(`riadok ${at}`));

function briefOf(part: Partial<Brief>): Brief {
  return {
    client: {
      id: ID,
      name: 'Píla',
      status: 'active',
      tier: 'a',
      ownerName: null,
      town: null,
      language: 'sk',
    },
    meeting: null,
    type: null,
    since: null,
    warnings: [],
    sections: [],
    madeAt: 0,
    ...part,
  };
}

describe('the page', () => {
  test('has each section once, in an order of each type, what the meeting is about first', () => {
    for (const type of [null, ...MEETING_TYPES])
      expect(sectionOrder(type).toSorted()).toEqual([...BRIEF_SECTIONS].toSorted());
    expect(sectionOrder('renewal')[0]).toBe('contracts');
    expect(sectionOrder(null)).toEqual([...BRIEF_SECTIONS]);
  });

  test('leaves out what has nothing to say, but says that nothing is promised and nothing happened', () => {
    expect(putTogether([{}], null).sections).toEqual([
      { id: 'changes', internal: false, lines: [], more: 0 },
      { id: 'promises', internal: false, lines: [], more: 0 },
    ]);
  });

  test('lines of one section may come from several features; what a page does not hold is counted', () => {
    const { sections } = putTogether(
      [{ sections: { objections: lines(3) } }, { sections: { objections: lines(4) } }],
      'complaint',
    );
    const [objections] = sections;
    expect(objections).toMatchObject({ id: 'objections', internal: true, more: 7 - MOST_LINES.objections });
    expect(objections?.lines).toHaveLength(MOST_LINES.objections);
  });

  test('changes of all features stand by time, the newest first, each with its day', () => {
    const changes = (...times: number[]) => times.map((at) => ({ at, line: line(`${at}`) }));
    const [section] = putTogether(
      [{ changes: changes(1, 5), moreChanges: 40 }, { changes: changes(3) }],
      null,
    ).sections;
    expect(section?.lines.map(({ lead }) => lead)).toEqual([5, 3, 1].map((at) => ({ is: 'instant', at })));
    expect(section?.more).toBe(40);
  });

  test('late warnings come first', () => {
    const { warnings } = putTogether(
      [{ warnings: [line('a', { tone: 'look' })] }, { warnings: [line('b', { tone: 'late' })] }],
      null,
    );
    expect(warnings.map(({ tone }) => tone)).toEqual(['late', 'look']);
  });
});

describe('what the client sees', () => {
  test('no plan, aims, notes, warnings, ratings or internal sections, lines and facts', () => {
    const seen = clientSees(
      briefOf({
        meeting: {
          id: ID,
          type: 'negotiation',
          status: 'planned',
          title: null,
          startsAt: 0,
          endsAt: 1,
          zone: 'UTC',
          place: 'Žilina',
          stand: null,
          people: [],
          ours: [],
          agenda: 'Cena',
          aims: ['6 %'],
          plan: { aim: '6 %', limit: '9 %', concessions: 'doprava' },
          notes: 'pozor',
        },
        warnings: [line('Proti nám')],
        sections: [
          { id: 'objections', internal: true, lines: lines(2), more: 0 },
          { id: 'changes', internal: false, lines: [line('naše', { internal: true })], more: 3 },
          {
            id: 'people',
            internal: false,
            lines: [line('Eva', { internalFacts: [textWord('odporca')], tone: 'look' })],
            more: 1,
          },
          { id: 'promises', internal: false, lines: [], more: 0 },
        ],
      }),
    );
    expect(seen.meeting).toMatchObject({
      agenda: 'Cena',
      aims: [],
      plan: { aim: null, limit: null, concessions: null },
      notes: null,
    });
    expect(seen.client).toMatchObject({ tier: null, status: null });
    expect(seen.warnings).toEqual([]);
    expect(seen.sections).toEqual([
      { id: 'people', internal: false, lines: [line('Eva')], more: 1 },
      { id: 'promises', internal: false, lines: [], more: 0 },
    ]);
  });

  test('nothing that is marked internal is left, whatever the brief holds', () => {
    const secret = 'TAJNÉ';
    const anyLine = fc
      .record({ internal: fc.boolean(), hidden: fc.boolean() })
      .map(({ internal, hidden }) =>
        line(internal ? secret : 'známe', { internal, internalFacts: hidden ? [textWord(secret)] : [] }),
      );
    const anySection = fc.record({
      id: fc.constantFrom(...BRIEF_SECTIONS),
      internal: fc.constant(false),
      lines: fc.array(anyLine, { maxLength: 5 }),
      more: fc.nat(9),
    });
    fc.assert(
      fc.property(fc.array(anySection), (sections) => {
        const seen = clientSees(briefOf({ warnings: [line(secret)], sections }));
        expect(JSON.stringify(seen)).not.toContain(secret);
      }),
    );
  });
});

describe('making it shorter', () => {
  test('goes on until no section has more than two lines, and loses no count', () => {
    const anySections = fc
      .uniqueArray(fc.constantFrom(...BRIEF_SECTIONS))
      .chain((ids) =>
        fc.tuple(
          ...ids.map((id) =>
            fc.nat(8).map((count) => ({ id, internal: false, lines: lines(count), more: 0 })),
          ),
        ),
      );
    fc.assert(
      fc.property(anySections, (sections) => {
        let brief: Brief | undefined = briefOf({ sections });
        let last = brief;
        for (let step = 0; brief; step += 1) {
          expect(step).toBeLessThan(50);
          last = brief;
          brief = shorter(brief, 2);
        }
        for (const [at, section] of last.sections.entries()) {
          const all = sections[at]?.lines.length ?? 0;
          expect(section.lines).toHaveLength(Math.min(all, 2));
          expect(section.lines.length + section.more).toBe(all);
        }
      }),
    );
  });

  test('promises are given up after what only helps', () => {
    const sections = (['promises', 'likely'] as const).map((id) => ({
      id,
      internal: false,
      lines: lines(3),
      more: 0,
    }));
    const next = shorter(briefOf({ sections }), 2);
    expect(next?.sections.map((section) => section.lines.length)).toEqual([3, 2]);
  });
});

test('the page is in Slovak for Slovaks and Czechs, else in English; of an unknown one as the screen', () => {
  for (const language of LANGUAGES)
    expect(briefLanguage(language, 'en')).toBe(['sk', 'cs'].includes(language) ? 'sk' : 'en');
  expect(briefLanguage(null, 'en')).toBe('en');
  expect(briefLanguage(null, 'sk')).toBe('sk');
});

test('a text is cut between words, in one line', () => {
  expect(cutText(' dve\n slová ', 20)).toBe('dve slová');
  expect(cutText('Žltý kôň, zelená lúka', 11)).toBe('Žltý kôň…');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 40 }), (text, most) => {
      const cut = cutText(text, most);
      expect([...cut].length).toBeLessThanOrEqual(most);
      expect(cut).not.toMatch(/[\r\n]/);
    }),
  );
});
