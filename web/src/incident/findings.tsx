// Every finding of an incident, by its number; one click from its records. Some of them can be chosen, to be split off.

import { useState } from 'react';
import type { Finding, Incident } from '../api/types.ts';
import { bits, count, moment, plural } from '../lib/format.ts';
import type { WithNumber } from '../lib/numbers.ts';
import { places } from '../lib/steps.ts';
import { useKeys } from '../parts/keys.ts';
import { Chip, useLights, useLit } from '../parts/lit.tsx';
import { Prose } from '../parts/prose.tsx';
import { Empty, Go, Key, Quote } from '../parts/ui.tsx';
import { Links } from './facts.tsx';
import { FindingMarks, useHands } from './hands.tsx';

interface Props {
  readonly incident: Incident;
  readonly findings: readonly WithNumber<Finding>[];
  readonly people: readonly string[];
  readonly calm: boolean;
  readonly now: number;
}

export function Findings({ incident, findings, people, calm, now }: Props) {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const { whyNot, say } = useHands();
  const { chosen } = useLit();
  const ids = findings.flatMap(({ id }) => (picked.has(id) ? id : []));
  const flip = (id: string) =>
    setPicked((before) => (before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id])));
  const split = () => ids.length > 0 && say({ what: 'split', findings: ids });
  const merge = () => say({ what: 'merge', other: '' });
  useKeys({
    x: () => {
      const lit = findings.find(({ number }) => number === chosen);
      if (lit !== undefined) flip(lit.id);
    },
    s: split,
    m: merge,
  });
  if (findings.length === 0) return <Empty title="No finding stands here any more." />;
  return (
    <section className="card wide-table" aria-label="Findings">
      <div className="table-acts">
        <button type="button" disabled={whyNot !== undefined || ids.length === 0} onClick={split}>
          Split off into an incident of its own… <Key>s</Key>
        </button>
        <button type="button" disabled={whyNot !== undefined} onClick={merge}>
          Merge with another incident… <Key>m</Key>
        </button>
        <span className="under-inline" role="status">
          {whyNot ?? (ids.length === 0 ? 'Choose findings to split them off.' : `${plural(ids.length, 'finding')} chosen`)}
        </span>
        {ids.length > 0 && (
          <button type="button" className="quiet" onClick={() => setPicked(new Set())}>
            Choose none
          </button>
        )}
      </div>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">
              <span className="aside">Chosen</span>
            </th>
            <th scope="col">No.</th>
            <th scope="col">When (UTC)</th>
            <th scope="col">What it says</th>
            <th scope="col">Step</th>
            <th scope="col">Severity</th>
            <th scope="col" className="right" title="10 bits: once in a thousand">
              Surprise
            </th>
            <th scope="col" className="right">
              Records
            </th>
          </tr>
        </thead>
        <tbody>
          {findings.map((finding) => (
            <Row
              key={finding.id}
              incident={incident.id}
              finding={finding}
              people={people}
              calm={calm}
              now={now}
              isPicked={picked.has(finding.id)}
              flip={() => flip(finding.id)}
            />
          ))}
        </tbody>
      </table>
      <p className="under legend">Surprise in bits: 10 bits is once in a thousand. Records open as they came.</p>
      <Links incident={incident} findings={findings} people={people} calm={calm} />
    </section>
  );
}

interface RowProps {
  readonly incident: string;
  readonly finding: WithNumber<Finding>;
  readonly people: readonly string[];
  readonly calm: boolean;
  readonly now: number;
  readonly isPicked: boolean;
  readonly flip: () => void;
}

function Row({ incident, finding, people, calm, now, isPicked, flip }: RowProps) {
  const lights = useLights([finding.number]);
  const { title, says, at, severity, surpriseBits, surprise, stage, tactics, techniques, records, number } = finding;
  return (
    <tr {...lights} data-selected={isPicked || undefined}>
      <td>
        <input type="checkbox" aria-label={`Choose finding ${number}`} checked={isPicked} onChange={flip} />
      </td>
      <td className="nowrap">
        <Chip number={number} says={says} calm={calm} /> <FindingMarks id={finding.id} />
      </td>
      <td className="nowrap">{moment(Date.parse(at), now)}</td>
      <td>
        <b>
          <Quote text={title} />
        </b>
        <span className="under">
          <Prose text={says} people={people} />
        </span>
        {surprise !== null && (
          <span className="under">
            <Prose text={surprise.says} people={people} />
          </span>
        )}
      </td>
      <td className="words">
        {places[stage]}
        <span className="under">{[...tactics, ...techniques].join(' ')}</span>
      </td>
      <td className="nowrap">{severity}</td>
      <td className="right nowrap">{bits(surpriseBits)}</td>
      <td className="right nowrap">
        <Go to={{ name: 'record', incident, finding: finding.id }}>
          {count(records.length)} ›<span className="aside"> records of finding {number}</span>
        </Go>
      </td>
    </tr>
  );
}
