// Why the chance is what it is: from what is believed of any incident to what is believed of this one, in points.

import type { ReactNode } from 'react';
import type { Finding, Incident } from '../api/types.ts';
import { chance, likelihood, plural, points } from '../lib/format.ts';
import type { WithNumber } from '../lib/numbers.ts';
import { saidSum, waterfall, type Step } from '../lib/reasons.ts';
import { Chip, useLights } from '../parts/lit.tsx';

interface Props {
  readonly incident: Incident;
  readonly known: ReadonlyMap<string, WithNumber<Finding>>;
  readonly calm: boolean;
  /** More rows than this share one. */
  readonly most: number;
}

export function Reasons({ incident, known, calm, most }: Props) {
  const { escalation } = incident;
  const { base, steps, total } = waterfall(escalation.baseline, escalation.contributions, most);
  const [largest] = escalation.counterfactuals;
  const without = known.get(largest?.without ?? '');

  return (
    <section className="reasons" aria-labelledby="chance-title">
      <h2 id="chance-title" className={calm ? 'big-chance calm' : 'big-chance'}>
        <strong>{chance(escalation.probability)}</strong> {likelihood(escalation.probability)} to get worse{' '}
        <span className="light">within {plural(escalation.horizonDays, 'day')}</span>
      </h2>
      <p className="under">At its worst {chance(escalation.peak.probability)}. Too few past cases to say how often this holds.</p>
      <Waterfall caption="Reasons, in points of probability">
        <tr className="base">
          <td title="Before anything is known">Any incident</td>
          <td>
            <Bar from={0} to={base} kind="base" />
          </td>
          <td className="right">{saidSum(base)}</td>
        </tr>
        {steps.map((step) => (
          <Row key={`${step.says}${step.findings[0] ?? ''}`} step={step} known={known} calm={calm} />
        ))}
        <tr className="total">
          <td>
            <b>Together</b>
            {largest !== undefined && without !== undefined && (
              <span className="under-inline reason">
                {chance(largest.probability) === chance(escalation.probability)
                  ? 'without any one the same'
                  : `without ${without.number}: ${chance(largest.probability)}`}
              </span>
            )}
          </td>
          <td>
            <Bar from={0} to={total} kind={calm ? 'total calm' : 'total'} />
          </td>
          <td className="right">
            <b className="nowrap">{saidSum(total)}</b>
          </td>
        </tr>
      </Waterfall>
    </section>
  );
}

function Row({
  step,
  known,
  calm,
}: {
  readonly step: Step;
  readonly known: ReadonlyMap<string, WithNumber<Finding>>;
  readonly calm: boolean;
}) {
  const findings = step.findings.flatMap((id) => known.get(id) ?? []);
  const lights = useLights(findings.map(({ number }) => number));
  const [only, ...more] = findings;
  const kind = step.lowers ? 'lowers' : calm ? 'raises calm' : 'raises';
  return (
    <tr {...lights}>
      <td>
        {only !== undefined && more.length === 0 ? (
          <Chip number={only.number} says={only.says} calm={calm} />
        ) : (
          <span className="chip-room" />
        )}
        <span className="reason" title={step.says}>
          {step.says.charAt(0).toUpperCase() + step.says.slice(1)}
        </span>
      </td>
      <td>
        <Bar from={step.from} to={step.to} kind={kind} />
      </td>
      <td className={`right points ${kind}`}>{points(step.points)}</td>
    </tr>
  );
}

export function Waterfall({ caption, children }: { readonly caption: string; readonly children: ReactNode }) {
  return (
    <table className="waterfall">
      <caption className="aside">{caption}</caption>
      <colgroup>
        <col />
        <col className="bars" />
        <col className="sums" />
      </colgroup>
      <tbody>{children}</tbody>
    </table>
  );
}

export function Bar({ from, to, kind }: { readonly from: number; readonly to: number; readonly kind: string }) {
  const start = Math.min(from, to);
  return (
    <svg className={`bar ${kind}`} viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
      <rect x={start} y="2" width={Math.max(1, Math.abs(to - from))} height="8" />
    </svg>
  );
}
