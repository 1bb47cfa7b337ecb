/** The lines of a section: each leads to the record that it is read from. */
import { Fragment } from 'react';
import { Link } from 'wouter';
import { recordHref } from '#renderer/lib/record-href.ts';
import type { BriefLine } from '#shared/contract/brief.ts';
import classes from './brief-lines.module.css';
import type { BriefWords } from './brief-words.ts';

export interface LinesProps {
  lines: readonly BriefLine[];
  words: BriefWords;
  client: string;
  /** Of promises: a box before each says that it was kept. */
  onKept?: ((promise: string) => void) | undefined;
}

export function BriefLines({ lines, words, client, onKept }: LinesProps) {
  const groupOf = ({ group }: BriefLine) => (group ? words.of(group) : '');
  return (
    <ul className={classes.lines}>
      {lines.map((line, at) => {
        const group = groupOf(line);
        const before = lines[at - 1];
        return (
          <Fragment key={`${line.source.id}-${at}`}>
            {group && (!before || groupOf(before) !== group) && <li className={classes.group}>{group}</li>}
            <Line line={line} words={words} client={client} onKept={onKept} />
          </Fragment>
        );
      })}
    </ul>
  );
}

type LineProps = Omit<LinesProps, 'lines'> & { line: BriefLine };

function Line({ line, words, client, onKept }: LineProps) {
  const { source, lead, facts, internalFacts, under, tone } = line;
  const text = capitalised(words.list(line.words));
  const beside = words.list([...facts, ...internalFacts]);
  const href = recordHref(source.entity, source.id, client) ?? '/clients';
  return (
    <li className={classes.line} data-tone={tone === 'plain' ? undefined : tone}>
      {onKept && (
        <input
          type="checkbox"
          className={classes.box}
          checked={false}
          aria-label={words.say('brief.kept', { text })}
          onChange={() => onKept(source.id)}
        />
      )}
      {lead && <span className={classes.lead}>{words.of(lead)}</span>}
      <span className={classes.text}>
        <Link href={href} className={classes.source}>
          {text || beside}
        </Link>
        {text && beside && <span className={classes.facts}> · {beside}</span>}
        {under.map((one, at) => (
          <span key={at} className={classes.under}>
            {words.list(one)}
          </span>
        ))}
      </span>
    </li>
  );
}

/** The name of a choice begins a line as any other word would. */
function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
