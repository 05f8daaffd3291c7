// The list of mail, the newest first: what was said of each, and where it leads on. It stands still until it is asked again.

import { useEffect, useRef } from 'react';
import { useAsked } from '../api/client.ts';
import { mails } from '../api/documents.ts';
import type { MailRow, MailsAnswer } from '../api/types.ts';
import { leasts, type Least, type View } from '../lib/address.ts';
import { count, duration, markOf, moment, plural } from '../lib/format.ts';
import { actionName } from '../lib/mail.ts';
import { useKeys } from '../parts/keys.ts';
import { Empty, Go, Key, Quote, Score, Skeleton, Trouble, useNow } from '../parts/ui.tsx';
import { go } from '../router.ts';
import { CampaignLink } from './parts.tsx';

type MailsView = Extract<View, { name: 'mails' }>;

const leastNames: Readonly<Record<Least, string>> = {
  '0': 'all mail',
  '30': 'medium and above',
  '60': 'high and above',
  '80': 'critical',
};

const mailAt = (id: string): View => ({ name: 'mail', id, tab: 'text' });

export function Mails({ view }: { readonly view: MailsView }) {
  const asked = { after: view.after ?? null, least: view.least === '0' ? null : Number(view.least) };
  const { data, at, trouble, again } = useAsked<MailsAnswer>(mails, asked, { isStill: true });
  const now = useNow();
  const rows = data?.emails.edges.map(({ node }) => node) ?? [];
  const selected = rows.find(({ key }) => key === view.sel) ?? rows[0];
  useEffect(() => {
    document.title = 'Mail · Skein';
  }, []);

  const move = (by: number) => {
    const index = rows.findIndex(({ key }) => key === selected?.key);
    const next = rows[Math.min(rows.length - 1, Math.max(0, index + by))];
    if (next !== undefined) go({ ...view, sel: next.key }, 'replace');
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => selected !== undefined && go(mailAt(selected.key)),
    '.': again,
  });

  return (
    <main className="mails">
      <div className="list-head">
        <h1>Mail</h1>
        <label className="sort">
          Show{' '}
          <select value={view.least} onChange={(event) => go({ name: 'mails', least: event.target.value as Least })}>
            {leasts.map((least) => (
              <option key={least} value={least}>
                {leastNames[least]}
              </option>
            ))}
          </select>
        </label>
      </div>
      {trouble !== undefined && data === undefined && (
        <Trouble what="The mail could not be read." trouble={trouble} again={again} />
      )}
      {data === undefined && trouble === undefined && <Skeleton lines={12} />}
      {data !== undefined && rows.length === 0 && <Nothing view={view} />}
      {rows.length > 0 && (
        <div className="card table" role="region" aria-label="Mails" tabIndex={0}>
          <table className="rows mail-rows">
            <thead>
              <tr>
                <th scope="col">Score</th>
                <th scope="col">Mail</th>
                <th scope="col">From</th>
                <th scope="col" className="right">
                  To
                </th>
                <th scope="col">Said</th>
                <th scope="col">Like it</th>
                <th scope="col">Came (UTC)</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row
                  key={row.key}
                  row={row}
                  now={now}
                  isSelected={row.key === selected?.key}
                  select={() => go({ ...view, sel: row.key }, 'replace')}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className="list-foot">
        <span className="keys">
          <Key>j</Key> <Key>k</Key> move <Key>Enter</Key> open <Key>?</Key> all keys
        </span>
        <span role="status">
          {at !== undefined && `As of ${duration(Math.max(0, now - at))} ago. `}
          <button type="button" className="news" onClick={again}>
            Look again <Key>.</Key>
          </button>
        </span>
        {view.after !== undefined && <Go to={{ name: 'mails', least: view.least }}>‹ The newest</Go>}
        {data?.emails.pageInfo.hasNextPage === true && data.emails.pageInfo.endCursor !== null && (
          <Go to={{ name: 'mails', least: view.least, after: data.emails.pageInfo.endCursor }}>Older ›</Go>
        )}
      </div>
    </main>
  );
}

function Nothing({ view }: { readonly view: MailsView }) {
  return view.least === '0' && view.after === undefined ? (
    <Empty title="No mail was taken in.">
      Messages and rows of a message trace appear here once they are taken in and the pipeline has run.
    </Empty>
  ) : (
    <>
      <Empty title="No mail fits this.">Nothing {view.after === undefined ? 'of that score was' : 'older is'} here.</Empty>
      <Go to={{ name: 'mails', least: '0' }}>Show all mail</Go>
    </>
  );
}

interface RowProps {
  readonly row: MailRow;
  readonly now: number;
  readonly isSelected: boolean;
  readonly select: () => void;
}

function Row({ row, now, isSelected, select }: RowProps) {
  const { key, at, subject, from, recipientCount, direction, judgement, campaign } = row;
  const mark = judgement === null ? 'low' : markOf(judgement.score);
  const element = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isSelected) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);
  return (
    <tr
      ref={element}
      className={`row ${mark}${mark === 'low' || mark === 'medium' ? ' calm' : ''}`}
      data-selected={isSelected || undefined}
      onClick={(event) => !event.defaultPrevented && select()}
      onDoubleClick={() => go(mailAt(key))}
    >
      <td>{judgement === null ? <span className="under-inline">not judged</span> : <Score score={judgement.score} />}</td>
      <td className="what">
        <Go to={mailAt(key)} className="title">
          {subject === null || subject === '' ? 'No subject' : <Quote text={subject} most={90} />}
        </Go>
        {isSelected && <span className="aside"> (selected)</span>}
        <span className="under">
          {direction}
          {judgement !== null && judgement.tags.length > 0 && ` · ${judgement.tags.slice(0, 4).join(', ')}`}
        </span>
      </td>
      <td className="words">{from === null ? 'nobody named' : <Quote text={from} most={48} />}</td>
      <td className="right" title={plural(recipientCount, 'recipient')}>
        {count(recipientCount)}
      </td>
      <td className="nowrap">{judgement === null ? '–' : actionName(judgement.action)}</td>
      <td className="nowrap">{campaign === null ? '–' : <CampaignLink campaign={campaign} />}</td>
      <td className="nowrap">{at === null ? 'no time' : moment(Date.parse(at), now)}</td>
    </tr>
  );
}
