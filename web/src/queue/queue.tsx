// The queue: what matters first, and beside it the short form of what is selected.

import { useEffect, useMemo, useRef, useState } from 'react';
import { useAsked } from '../api/client.ts';
import { queue } from '../api/documents.ts';
import type { QueueAnswer, QueueRow } from '../api/types.ts';
import type { Sort, View } from '../lib/address.ts';
import { count, markOf, plural } from '../lib/format.ts';
import { settle } from '../lib/settle.ts';
import { useKeys } from '../parts/keys.ts';
import { Chance, Empty, Go, Key, Quote, Score, Skeleton, Spark, Steps, Thing, Trouble, useNow, When } from '../parts/ui.tsx';
import { duration } from '../lib/format.ts';
import { go, here } from '../router.ts';
import { useOpenCount } from '../parts/shell-facts.ts';
import { answerOf, beforeOf, involved, sorted, sparkOf } from './rows.ts';
import { ReadingPane } from './reading-pane.tsx';

type QueueView = Extract<View, { name: 'queue' }>;

const incidentAt = (id: string): View => ({ name: 'incident', id, tab: 'overview', graph: 'picture' });

const sortNames: Readonly<Record<Sort, string>> = { score: 'score', change: 'last change', chance: 'chance' };

export function Queue({ view }: { readonly view: QueueView }) {
  const { data, at, trouble, again } = useAsked<QueueAnswer>(queue, {});
  const fresh = useMemo(() => sorted(data?.incidents.edges.map(({ node }) => node) ?? [], view.sort), [data, view.sort]);
  const [held, setHeld] = useState<{ readonly rows: readonly QueueRow[]; readonly sort: Sort }>();
  const [isUnfolded, setUnfolded] = useState(false);
  const [isPaneOpen, setPaneOpen] = useState(false);

  const shown = held?.sort === view.sort ? held.rows : fresh;
  useEffect(() => {
    if (data !== undefined && held?.sort !== view.sort) setHeld({ rows: fresh, sort: view.sort });
  }, [data, fresh, held, view.sort]);

  const settled = settle(shown, fresh);
  const show = () => setHeld({ rows: fresh, sort: view.sort });
  const front = settled.rows.filter(({ background }) => !background);
  const back = settled.rows.filter(({ background }) => background);
  const visible = isUnfolded ? [...front, ...back] : front;
  const selected = visible.find(({ id }) => id === view.sel) ?? visible[0];
  useOpenCount(data === undefined ? undefined : fresh.filter(({ background }) => !background).length);
  const open = front.filter(({ id }) => !settled.gone.has(id)).length;
  useTitle(open);

  const select = (id: string | undefined) => {
    if (id !== undefined) go({ ...view, sel: id }, 'replace');
  };
  const move = (by: number) => {
    const index = visible.findIndex(({ id }) => id === selected?.id);
    select(visible[Math.min(visible.length - 1, Math.max(0, index + by))]?.id);
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => selected !== undefined && go(incidentAt(selected.id)),
    ' ': () => setPaneOpen((isOpen) => !isOpen),
    '.': show,
    Escape: () => setPaneOpen(false),
  });

  return (
    <main className={`queue${isPaneOpen ? ' pane-open' : ''}`}>
      <section className="list" aria-label="Queue">
        <div className="list-head">
          <h1>
            Open <span className="amount">{data === undefined ? '' : count(open)}</span>
          </h1>
          <label className="sort">
            Sorted by{' '}
            <select value={view.sort} onChange={(event) => go({ ...view, sort: event.target.value as Sort })}>
              {Object.entries(sortNames).map(([sort, name]) => (
                <option key={sort} value={sort}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        </div>
        {trouble !== undefined && data === undefined && (
          <Trouble what="The queue could not be read." trouble={trouble} again={again} />
        )}
        {data === undefined && trouble === undefined && <Skeleton lines={12} />}
        {data !== undefined && visible.length === 0 && back.length === 0 && (
          <div className="card">
            <Empty title="Nothing open.">
              No incident stands. New ones appear here by themselves as records come in; if none are coming in, that is a matter
              for the sources.
            </Empty>
          </div>
        )}
        {visible.length + back.length > 0 && (
          <div className="card table">
            <table className="rows">
              <thead>
                <tr>
                  <th scope="col">Score</th>
                  <th scope="col">Incident</th>
                  <th scope="col">How far it got</th>
                  <th scope="col" colSpan={2}>
                    Worse within {front[0]?.escalation.horizonDays ?? back[0]?.escalation.horizonDays ?? 7} d
                  </th>
                  <th scope="col">Last change</th>
                  <th scope="col">Response</th>
                  <th scope="col">Owner</th>
                </tr>
              </thead>
              <tbody>
                {visible.map((row) => (
                  <Row
                    key={row.id}
                    row={row}
                    isSelected={row.id === selected?.id}
                    isGone={settled.gone.has(row.id)}
                    isChanged={settled.changed.has(row.id)}
                    select={() => select(row.id)}
                  />
                ))}
              </tbody>
            </table>
            {back.length > 0 && (
              <button type="button" className="fold" aria-expanded={isUnfolded} onClick={() => setUnfolded(!isUnfolded)}>
                {isUnfolded ? 'Fold' : 'Show'} {plural(back.length, 'isolated low finding')}
                {isUnfolded ? '' : ', kept out of the way'}
              </button>
            )}
          </div>
        )}
        <div className="list-foot">
          <span className="keys">
            <Key>j</Key> <Key>k</Key> move <Key>Enter</Key> open <Key>Space</Key> reading pane <Key>?</Key> all keys
          </span>
          <span role="status">
            {settled.moved && <News news={settled.news} changed={settled.changed.size} gone={settled.gone.size} show={show} />}
            {trouble !== undefined && data !== undefined && 'Not up to date. '}
            {at !== undefined && <Updated at={at} />}
            {data?.incidents.pageInfo.hasNextPage === true && ' · the first 200'}
          </span>
        </div>
      </section>
      {selected !== undefined && <ReadingPane row={selected} close={() => setPaneOpen(false)} />}
    </main>
  );
}

interface RowProps {
  readonly row: QueueRow;
  readonly isSelected: boolean;
  readonly isGone: boolean;
  readonly isChanged: boolean;
  readonly select: () => void;
}

function Row({ row, isSelected, isGone, isChanged, select }: RowProps) {
  const now = useNow();
  const answer = answerOf(row.actions);
  const mark = markOf(row.score);
  const isCalm = mark === 'low' || mark === 'medium';
  const element = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isSelected) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);

  return (
    <tr
      ref={element}
      className={`row ${mark}${isCalm ? ' calm' : ''}${isGone ? ' gone' : ''}`}
      data-selected={isSelected || undefined}
      // A click on the title has gone to the incident already.
      onClick={(event) => !event.defaultPrevented && select()}
      onDoubleClick={() => go(incidentAt(row.id))}
    >
      <td>
        <Score score={row.score} />
      </td>
      <td className="what">
        <Go to={incidentAt(row.id)} className="title">
          <Quote text={row.title} />
        </Go>
        {isSelected && <span className="aside"> (in the reading pane)</span>}
        <span className="whos">
          {involved(row.entities).map((who) => (
            <Thing key={who.label} {...who} />
          ))}
        </span>
      </td>
      <td>
        <Steps seen={row.findings.map(({ stage }) => stage)} />
      </td>
      <td className="sparked">
        <Spark values={sparkOf(row)} />
      </td>
      <td>
        <Chance probability={row.escalation.probability} before={beforeOf(row)} />
      </td>
      <td>
        <span className={isChanged ? 'changed' : undefined}>
          <When at={row.changedAt} />
        </span>
        <span className="under">open {duration(now - Date.parse(row.firstAt))}</span>
      </td>
      <td>
        <span className={`answer ${answer.kind}`}>{isGone ? 'No longer open' : answer.says}</span>
      </td>
      <td>{row.owner === null ? <span className="owner none" role="img" aria-label="nobody" /> : <Owner name={row.owner} />}</td>
    </tr>
  );
}

const Owner = ({ name }: { readonly name: string }) => (
  <span className="owner">
    <span aria-hidden="true">{initials(name)}</span>
    <span className="aside">
      <Quote text={name} />
    </span>
  </span>
);

const initials = (name: string): string =>
  name
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '')
    .slice(0, 2)
    .map((part) => Array.from(part)[0]?.toUpperCase() ?? '')
    .join('');

interface NewsProps {
  readonly news: number;
  readonly changed: number;
  readonly gone: number;
  readonly show: () => void;
}

function News({ news, changed, gone, show }: NewsProps) {
  const parts = [
    ...(changed > 0 ? [`${count(changed)} changed`] : []),
    ...(news > 0 ? [`${count(news)} new`] : []),
    ...(gone > 0 ? [`${count(gone)} no longer open`] : []),
  ];
  return (
    <button type="button" className="news" onClick={show}>
      {parts.length === 0 ? 'The order changed' : parts.join(', ')}. Show <Key>.</Key>
    </button>
  );
}

function Updated({ at }: { readonly at: number }) {
  const now = useNow(1_000);
  return <>Updated {now - at < 2_000 ? 'just now' : `${duration(now - at)} ago`}</>;
}

function useTitle(open: number): void {
  useEffect(() => {
    if (here().name === 'queue') document.title = `Queue (${open}) · Skein`;
  }, [open]);
}
