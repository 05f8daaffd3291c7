// A campaign: which mails are one piece of work, why all of them are held, where their copies are, and the one undo.

import { useEffect, useRef } from 'react';
import { useAsked } from '../api/client.ts';
import { campaign as question } from '../api/documents.ts';
import type { CampaignAnswer, CampaignMember } from '../api/types.ts';
import type { View } from '../lib/address.ts';
import { count, moment, plural } from '../lib/format.ts';
import { campaignTitle, placesSaid } from '../lib/mail.ts';
import { useKeys } from '../parts/keys.ts';
import { Empty, Go, Quote, Score, Skeleton, Trouble, useNow, Visible } from '../parts/ui.tsx';
import { go } from '../router.ts';
import { OverTime } from './over-time.tsx';
import { Decisions, States } from './parts.tsx';

type CampaignView = Extract<View, { name: 'campaign' }>;
type Found = NonNullable<CampaignAnswer['campaign']>;

const mailsView: View = { name: 'mails', least: '0' };

const kinds: Readonly<Record<Found['kind'], string>> = {
  attack: 'An attack',
  bulk: 'Mass mail: a newsletter, or another mailing of somebody who does this',
  undecided: 'Not decided what it is',
};

export function CampaignPage({ view }: { readonly view: CampaignView }) {
  const { data, trouble, again } = useAsked<CampaignAnswer>(question, { id: view.id, after: view.after ?? null });
  const plan = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = 'A campaign · Skein';
  }, []);
  useKeys({ p: () => plan.current?.focus(), Escape: () => go(mailsView) });
  const found = data?.campaign;
  if (found == null)
    return (
      <main className="alone">
        <h1 className="aside">Campaign</h1>
        {trouble !== undefined && <Trouble what="The campaign could not be read." trouble={trouble} again={again} />}
        {data === undefined && trouble === undefined && <Skeleton lines={10} />}
        {data !== undefined && (
          <Empty title="There is no such campaign.">
            None has or had the id <Quote text={view.id} />. Campaigns are worked out anew with every run.
          </Empty>
        )}
        <Go to={mailsView}>Back to the mail</Go>
      </main>
    );
  return (
    <main className="campaign-page">
      <div className="card mail-column">
        <Facts found={found} />
        <OverTime spans={found.overTime} convictedAt={found.conviction === null ? undefined : Date.parse(found.conviction.at)} />
        <Members found={found} view={view} />
      </div>
      <div className="card mail-column">
        <Decisions actions={found.actions} viewer={data?.viewer} heading={plan} again={again} />
      </div>
    </main>
  );
}

function Facts({ found }: { readonly found: Found }) {
  const now = useNow();
  const { kind, recipients, authors, firstAt, lastAt, conviction, places, incidents } = found;
  return (
    <header className="mail-head">
      <Go to={mailsView} className="button quiet" label="Back to the mail">
        ‹
      </Go>
      <div className="incident-title">
        <span className="under">
          {moment(Date.parse(firstAt), now)} to {moment(Date.parse(lastAt), now)} UTC · {plural(recipients, 'recipient')} ·{' '}
          {plural(authors, 'author')}
        </span>
        <h1>{campaignTitle(found)}</h1>
      </div>
      <span className={`copy-state ${conviction === null ? 'calm' : 'open'}`}>
        {conviction === null ? 'not convicted' : 'convicted'}
      </span>
      <dl className="mail-facts">
        <div>
          <dt>What</dt>
          <dd>{kinds[kind]}</dd>
        </div>
        <div>
          <dt>Why</dt>
          <dd>
            {conviction === null ? (
              'Nothing was decided of it as a whole.'
            ) : (
              <>
                <Visible text={conviction.says} most={600} />
                <span className="under">
                  since {moment(Date.parse(conviction.at), now)}, by {plural(conviction.by.length, 'mail')} of it
                </span>
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>Copies</dt>
          <dd>{placesSaid(places)}</dd>
        </div>
        {incidents.map(({ id, title, score }) => (
          <div key={id}>
            <dt>Part of</dt>
            <dd>
              <Score score={score} />{' '}
              <Go to={{ name: 'incident', id, tab: 'overview', graph: 'picture' }}>
                <Quote text={title} most={80} />
              </Go>
            </dd>
          </div>
        ))}
      </dl>
    </header>
  );
}

function Members({ found, view }: { readonly found: Found; readonly view: CampaignView }) {
  const now = useNow();
  const { members, messages } = found;
  return (
    <section className="campaign-members" aria-label="Its mails">
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">When (UTC)</th>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col">Score</th>
            <th scope="col">In it because</th>
            <th scope="col">Now</th>
          </tr>
        </thead>
        <tbody>
          {members.edges.map(({ node }) => (
            <Row key={node.message} member={node} now={now} />
          ))}
        </tbody>
      </table>
      <p className="legend">
        {view.after !== undefined && <Go to={{ name: 'campaign', id: view.id }}>‹ The first</Go>}
        {members.pageInfo.hasNextPage && members.pageInfo.endCursor !== null && (
          <Go to={{ ...view, after: members.pageInfo.endCursor }}>More of {count(members.totalCount)} ›</Go>
        )}
        {messages > members.totalCount && ` ${count(messages - members.totalCount)} more are counted and not listed.`}
      </p>
    </section>
  );
}

function Row({ member, now }: { readonly member: CampaignMember; readonly now: number }) {
  const { message, at, author, recipients, score, because, copies } = member;
  const [first] = recipients;
  return (
    <tr>
      <td className="nowrap">
        <Go to={{ name: 'mail', id: message, tab: 'text' }}>
          {moment(Date.parse(at), now)}
          <span className="aside">, open the mail</span>
        </Go>
      </td>
      <td>
        <Quote text={author} most={48} />
      </td>
      <td>
        {first === undefined ? 'nobody named' : <Quote text={first} most={48} />}
        {recipients.length > 1 && <span className="rest"> +{count(recipients.length - 1)}</span>}
      </td>
      <td>
        <Score score={score} />
      </td>
      <td>
        <Visible text={because} most={300} />
      </td>
      <td className="nowrap">
        <States copies={copies} />
      </td>
    </tr>
  );
}
