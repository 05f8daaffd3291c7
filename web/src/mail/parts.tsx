// What the views of mail share: where copies are, what a campaign is called, the waterfall of a score, and what is to be decided.

import type { RefObject } from 'react';
import { useLink } from '../api/client.ts';
import type { Action, CampaignGlance, CopyState, Judgement, Viewer } from '../api/types.ts';
import { points } from '../lib/format.ts';
import { campaignSaid, counted, placesKind, placesSaid, scoreFall, stateKind, stateName } from '../lib/mail.ts';
import { Plan } from '../incident/plan.tsx';
import { Bar, Waterfall } from '../incident/reasons.tsx';
import { Go, Visible } from '../parts/ui.tsx';

export const State = ({ state }: { readonly state: CopyState }) => (
  <span className={`copy-state ${stateKind(state)}`}>{stateName(state)}</span>
);

/** Where some copies are, in a mark. */
export function States({ copies }: { readonly copies: readonly { readonly state: CopyState }[] }) {
  const counts = counted(copies);
  return <span className={`copy-state ${placesKind(counts)}`}>{placesSaid(counts)}</span>;
}

export const CampaignLink = ({ campaign }: { readonly campaign: CampaignGlance }) => (
  <Go to={{ name: 'campaign', id: campaign.id }} className="nowrap">
    {campaignSaid(campaign)}
  </Go>
);

export function ScoreReasons({ judgement, most }: { readonly judgement: Judgement; readonly most?: number }) {
  const { start, steps, total } = scoreFall(judgement.start, judgement.reasons, most);
  return (
    <Waterfall caption="Reasons, in points of the score">
      <tr className="base">
        <td>Any mail of which nothing is known</td>
        <td>
          <Bar from={0} to={start} kind="base" />
        </td>
        <td className="right">{start}</td>
      </tr>
      {steps.map(({ says, from, to, points: by, lowers }) => (
        <tr key={says}>
          <td>
            <span className="reason">
              <Visible text={says.charAt(0).toUpperCase() + says.slice(1)} most={300} />
            </span>
          </td>
          <td>
            <Bar from={from} to={to} kind={lowers ? 'lowers' : 'raises'} />
          </td>
          <td className={`right points ${lowers ? 'lowers' : 'raises'}`}>{points(by)}</td>
        </tr>
      ))}
      <tr className="total">
        <td>
          <b>Score</b>
        </td>
        <td>
          <Bar from={0} to={total} kind="total" />
        </td>
        <td className="right">
          <b>{total}</b>
        </td>
      </tr>
    </Waterfall>
  );
}

interface Decided {
  readonly actions: readonly Action[];
  readonly viewer: Viewer | undefined;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly again: () => void;
}

/** What waits for a decision, and what was done. */
export function Decisions({ actions, viewer, heading, again }: Decided) {
  const isAway = useLink().state === 'away';
  const held = isAway ? 'Needs a connection.' : undefined;
  return <Plan actions={actions} viewer={viewer} people={[]} held={held} heading={heading} again={again} />;
}
