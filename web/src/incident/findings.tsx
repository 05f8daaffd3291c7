// Every finding of an incident, by its number; one click from its records.

import type { Finding, Incident } from '../api/types.ts';
import { bits, count, moment } from '../lib/format.ts';
import type { WithNumber } from '../lib/numbers.ts';
import { places } from '../lib/steps.ts';
import { Chip, useLights } from '../parts/lit.tsx';
import { Prose } from '../parts/prose.tsx';
import { Empty, Go } from '../parts/ui.tsx';

interface Props {
  readonly incident: Incident;
  readonly findings: readonly WithNumber<Finding>[];
  readonly people: readonly string[];
  readonly calm: boolean;
  readonly now: number;
}

export function Findings({ incident, findings, people, calm, now }: Props) {
  if (findings.length === 0) return <Empty title="No finding stands here any more." />;
  return (
    <section className="card wide-table" aria-label="Findings">
      <table className="plain">
        <thead>
          <tr>
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
            <Row key={finding.id} incident={incident.id} finding={finding} people={people} calm={calm} now={now} />
          ))}
        </tbody>
      </table>
      <p className="under legend">Surprise in bits: 10 bits is once in a thousand. Records open as they came.</p>
    </section>
  );
}

interface RowProps {
  readonly incident: string;
  readonly finding: WithNumber<Finding>;
  readonly people: readonly string[];
  readonly calm: boolean;
  readonly now: number;
}

function Row({ incident, finding, people, calm, now }: RowProps) {
  const lights = useLights([finding.number]);
  const { title, says, at, severity, surpriseBits, surprise, stage, tactics, techniques, records, number } = finding;
  return (
    <tr {...lights}>
      <td>
        <Chip number={number} says={says} calm={calm} />
      </td>
      <td className="nowrap">{moment(Date.parse(at), now)}</td>
      <td>
        <b>{title}</b>
        <span className="under">
          <Prose text={says} people={people} />
        </span>
        {surprise !== null && (
          <span className="under">
            <Prose text={surprise.says} people={people} />
          </span>
        )}
      </td>
      <td>
        {places[stage]}
        <span className="under">{[...tactics, ...techniques].join(' ')}</span>
      </td>
      <td className="nowrap">{severity}</td>
      <td className="right nowrap">{bits(surpriseBits)}</td>
      <td className="right nowrap">
        <Go to={{ name: 'record', incident, finding: finding.id }} label={`Records of finding ${number}`}>
          {count(records.length)} ›
        </Go>
      </td>
    </tr>
  );
}
