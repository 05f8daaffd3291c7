// The records a finding rests on, as they came: the end of every claim.

import { useEffect } from 'react';
import { useAsked } from '../api/client.ts';
import { evidence as question } from '../api/documents.ts';
import type { EvidenceAnswer, RecordOf } from '../api/types.ts';
import type { View } from '../lib/address.ts';
import { duration, exact } from '../lib/format.ts';
import { pretty } from '../lib/raw.ts';
import { Empty, Go, Quote, Skeleton, Trouble, Visible } from '../parts/ui.tsx';
import { useKeys } from '../parts/keys.ts';
import { go } from '../router.ts';

export function RecordPage({ view }: { readonly view: Extract<View, { name: 'record' }> }) {
  const { data, trouble, again } = useAsked<EvidenceAnswer>(question, { id: view.finding }, { isStill: true });
  const back: View = { name: 'incident', id: view.incident, tab: 'findings', graph: 'picture' };
  useEffect(() => {
    document.title = 'Records · Skein';
  }, []);
  useKeys({ Escape: () => go(back) });
  const finding = data?.finding;
  const records = finding == null ? [] : [...finding.evidence, ...finding.comparedWith];
  const shown = records.find(({ id }) => id === view.record) ?? records[0];

  return (
    <main className="alone records">
      <header className="incident-head">
        <Go to={back} className="button quiet" label="Back to the findings">
          ‹
        </Go>
        <div className="incident-title">
          <h1>
            {finding == null ? (
              'Records'
            ) : (
              <>
                Finding {finding.label ?? finding.number}: <Quote text={finding.title} />
              </>
            )}
          </h1>
          {finding != null && (
            <span className="under">
              <Visible text={finding.says} most={400} />
            </span>
          )}
        </div>
      </header>
      {trouble !== undefined && <Trouble what="The records could not be read." trouble={trouble} again={again} />}
      {data === undefined && trouble === undefined && <Skeleton lines={8} />}
      {data !== undefined && finding == null && (
        <Empty title="This finding no longer stands.">Later records may have changed it.</Empty>
      )}
      {finding != null && (
        <div className="record-columns">
          <nav className="card record-list" aria-label="Records">
            <h2>It rests on {finding.evidence.length}</h2>
            <List records={finding.evidence} shown={shown} view={view} />
            {finding.comparedWith.length > 0 && <h2>Compared with {finding.comparedWith.length}</h2>}
            <List records={finding.comparedWith} shown={shown} view={view} />
          </nav>
          {shown === undefined ? <Empty title="No records are kept for this finding." /> : <Raw record={shown} />}
        </div>
      )}
    </main>
  );
}

interface ListProps {
  readonly records: readonly RecordOf[];
  readonly shown: RecordOf | undefined;
  readonly view: Extract<View, { name: 'record' }>;
}

const List = ({ records, shown, view }: ListProps) => (
  <ul>
    {records.map((record) => (
      <li key={record.id} data-selected={record.id === shown?.id || undefined}>
        <Go to={{ ...view, record: record.id }}>
          <Quote text={record.operation ?? record.kind ?? record.record} most={60} />
        </Go>
        <span className="under">{record.at === null ? 'no time' : exact(Date.parse(record.at))}</span>
      </li>
    ))}
  </ul>
);

function Raw({ record }: { readonly record: RecordOf }) {
  const { at, arrivedAt, source, operation, outcome, actor, address, country, userAgent, raw } = record;
  const facts: readonly (readonly [string, string | null])[] = [
    ['Source', source],
    ['Its id there', record.record],
    ['Happened', at === null ? null : exact(Date.parse(at))],
    ['Arrived', arrivedAt === null ? null : exact(Date.parse(arrivedAt)) + lateness(at, arrivedAt)],
    ['Did', operation],
    ['Outcome', outcome],
    ['By', actor],
    ['From', [address, country].filter((part) => part !== null).join(', ') || null],
    ['With', userAgent],
  ];
  return (
    <section className="card record" aria-label="The record">
      <dl>
        {facts.map(([name, value]) =>
          value === null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <Quote text={value} most={300} />
              </dd>
            </div>
          ),
        )}
      </dl>
      {raw === null ? (
        <Empty title="The raw text of this record is not kept." />
      ) : (
        <pre tabIndex={0} role="region" aria-label="As it came">
          {pretty(raw).map((line, index) => (
            <span key={index} className="raw-line">
              <Visible text={line} most={2_000} />
              {'\n'}
            </span>
          ))}
        </pre>
      )}
    </section>
  );
}

function lateness(at: string | null, arrivedAt: string): string {
  if (at === null) return '';
  const late = Date.parse(arrivedAt) - Date.parse(at);
  return late < 60_000 ? '' : `, ${duration(late)} later`;
}
