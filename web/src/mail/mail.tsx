// One message: what it says, why it has its score, the campaign it belongs to, what was done, and how to undo it.

import { useEffect, useRef, type ReactNode } from 'react';
import { useAsked } from '../api/client.ts';
import { letter as letterAsked, mail as question } from '../api/documents.ts';
import type { Judgement, LetterAnswer, MailAnswer, MailCopy, MailFacts, MailParty } from '../api/types.ts';
import { mailTabs, type MailTab, type View } from '../lib/address.ts';
import { count, markOf, moment, plural } from '../lib/format.ts';
import { actionName, campaignSaid, campaignTitle } from '../lib/mail.ts';
import { useKeys } from '../parts/keys.ts';
import { Empty, Go, Quote, Score, Skeleton, Trouble, useNow, Visible } from '../parts/ui.tsx';
import { go } from '../router.ts';
import { LetterBody, LinksAndFiles, WayHere } from './letter.tsx';
import { Decisions, ScoreReasons, State, States } from './parts.tsx';

type MailView = Extract<View, { name: 'mail' }>;

const mailsView: View = { name: 'mails', least: '0' };

export function MailPage({ view }: { readonly view: MailView }) {
  const { data, trouble, again } = useAsked<MailAnswer>(question, { id: view.id });
  const plan = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = 'A mail · Skein';
  }, []);
  const turn = (tab: MailTab) => go({ ...view, tab }, 'replace');
  useKeys({
    t: () => turn('text'),
    d: () => turn('designed'),
    s: () => turn('source'),
    p: () => plan.current?.focus(),
    Escape: () => go(mailsView),
  });
  const mail = data?.email;
  if (mail == null)
    return (
      <main className="alone">
        <h1 className="aside">Mail</h1>
        {trouble !== undefined && <Trouble what="The mail could not be read." trouble={trouble} again={again} />}
        {data === undefined && trouble === undefined && <Skeleton lines={10} />}
        {data !== undefined && (
          <Empty title="There is no such mail.">
            No record names a message <Quote text={view.id} />. It may be from another database.
          </Empty>
        )}
        <Go to={mailsView}>Back to the mail</Go>
      </main>
    );
  return (
    <main className="mail-page">
      <div className="card mail-column">
        <Head mail={mail} />
        <Content view={view} />
      </div>
      <div className="card mail-column">
        <Why judgement={mail.judgement} />
      </div>
      <div className="card mail-column">
        <InCampaign mail={mail} />
        <Copies copies={mail.copies} />
        <Decisions actions={mail.actions} viewer={data?.viewer} heading={plan} again={again} />
      </div>
    </main>
  );
}

function Head({ mail }: { readonly mail: MailFacts }) {
  const now = useNow();
  const { judgement, subject, from, sender, to, at, direction, recipientCount, copies, authentication } = mail;
  return (
    <header className="mail-head">
      <Go to={mailsView} className="button quiet" label="Back to the mail">
        ‹
      </Go>
      {judgement !== null && <Score score={judgement.score} large />}
      <div className="incident-title">
        <span className="under">
          Mail · {direction}
          {at !== null && ` · ${moment(Date.parse(at), now)} UTC`} · {plural(recipientCount, 'recipient')}
        </span>
        <h1>{subject === null || subject === '' ? 'No subject' : <Quote text={subject} />}</h1>
      </div>
      <States copies={copies} />
      <dl className="mail-facts">
        <Fact name="From">{from === null ? 'nobody named' : <Quote text={from} />}</Fact>
        {sender !== null && sender !== from && (
          <Fact name="Sent by">
            <Quote text={sender} />
          </Fact>
        )}
        <Fact name="To">
          <Addresses all={to} of={recipientCount} />
        </Fact>
        <Fact name="Checked">
          {(['spf', 'dkim', 'dmarc'] as const).map((name) => (
            <span key={name} className="checked">
              {name.toUpperCase()} <Quote text={authentication[name] ?? 'not known'} most={20} />
            </span>
          ))}{' '}
          <span className="under-inline">shows who sent it, not what for</span>
        </Fact>
      </dl>
    </header>
  );
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const firstAddresses = 5;

function Addresses({ all, of }: { readonly all: readonly string[]; readonly of: number }) {
  if (all.length === 0) return <>nobody named</>;
  return (
    <>
      {all.slice(0, firstAddresses).map((address, index) => (
        <span key={address}>
          {index > 0 && ', '}
          <Quote text={address} most={60} />
        </span>
      ))}
      {of > firstAddresses && <span className="rest"> and {count(of - firstAddresses)} more</span>}
    </>
  );
}

const tabNames: Readonly<Record<MailTab, string>> = {
  text: 'Safe text',
  designed: 'As designed, no remote content',
  source: 'Source',
};

/** Asked once, and only by this pane: reading what stands in people's mail is kept in the audit. */
function Content({ view }: { readonly view: MailView }) {
  const { data, trouble, again } = useAsked<LetterAnswer>(letterAsked, { id: view.id }, { isStill: true });
  const letter = data?.email?.letter;
  if (trouble?.code === 'FORBIDDEN')
    return (
      <Empty title="What stands in it takes another role.">
        <Visible text={trouble.says} most={300} />. The score and its reasons are beside it for everybody.
      </Empty>
    );
  if (trouble !== undefined && data === undefined)
    return <Trouble what="What stands in it could not be read." trouble={trouble} again={again} />;
  if (data === undefined) return <Skeleton lines={8} />;
  if (letter == null)
    return (
      <Empty title="Nobody has its content.">
        Only rows of a message trace tell of it: who wrote to whom, and what became of it.
      </Empty>
    );
  return (
    <div className="mail-content">
      <nav aria-label="Ways to look at it" className="tabs">
        {mailTabs.map((tab) => (
          <Go key={tab} to={{ ...view, tab }} className={tab === view.tab ? 'tab here' : 'tab'}>
            {tabNames[tab]}
          </Go>
        ))}
        <span className="under push">Nothing here is loaded or run</span>
      </nav>
      <LetterBody letter={letter} tab={view.tab} />
      <Named name="Shown as its author" parties={letter.from} />
      <Named name="Answers go to" parties={letter.replyTo} />
      <WayHere hops={letter.hops} />
      <LinksAndFiles letter={letter} />
    </div>
  );
}

function Named({ name, parties }: { readonly name: string; readonly parties: readonly MailParty[] }) {
  const [first] = parties;
  if (first === undefined) return null;
  return (
    <p>
      {name}: {first.name !== '' && <Quote text={first.name} />}{' '}
      <span className="mono">
        <Quote text={first.address} />
      </span>
      {parties.length > 1 && <span className="rest"> and {count(parties.length - 1)} more</span>}
    </p>
  );
}

function Why({ judgement }: { readonly judgement: Judgement | null }) {
  if (judgement === null)
    return <Empty title="It was not judged.">Nobody has its content, or the pipeline has not run since it came.</Empty>;
  const { score, action, tags, models, by } = judgement;
  return (
    <>
      <section className="mail-why" aria-labelledby="why-title">
        <h2 id="why-title">Why {Math.round(score)}</h2>
        <p className="under">
          {markOf(score)}
          {action === 'none' ? '; models asked for nothing' : `; models asked to ${actionName(action)}`}
          {tags.length > 0 && (
            <>
              ; tagged <Visible text={tags.join(', ')} most={200} />
            </>
          )}
        </p>
        <ScoreReasons judgement={judgement} />
      </section>
      <section className="mail-models" aria-labelledby="models-title">
        <h2 id="models-title">Models that fired</h2>
        {models.length === 0 && <p className="under">None.</p>}
        <ul>
          {models.map(({ id, title, explains, because }) => (
            <li key={id}>
              <b>
                <Quote text={title} />
              </b>{' '}
              <span className="mono">{id}</span>{' '}
              {by.includes(id) && <span className="copy-state good">{actionName(action)}</span>}
              <span className="under">
                <Visible text={explains} most={600} />
              </span>
              {because.map((one) => (
                <span key={one} className="under odd">
                  <Visible text={one} most={400} />
                </span>
              ))}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function InCampaign({ mail: { campaign, incident } }: { readonly mail: MailFacts }) {
  const now = useNow();
  return (
    <section className="mail-campaign" aria-labelledby="campaign-title">
      <h2 id="campaign-title">{campaign === null ? 'No campaign' : campaignTitle(campaign)}</h2>
      {campaign === null ? (
        <p className="under">No other mail is known to be the same work.</p>
      ) : (
        <p>
          {campaign.conviction === null ? (
            'Not convicted.'
          ) : (
            <>
              Convicted {moment(Date.parse(campaign.conviction.at), now)}: <Visible text={campaign.conviction.says} most={400} />.
            </>
          )}{' '}
          <Go to={{ name: 'campaign', id: campaign.id }}>
            See all of it<span className="aside">, {campaignSaid(campaign)}</span> ›
          </Go>
        </p>
      )}
      {incident !== null && (
        <p>
          Part of{' '}
          <Go to={{ name: 'incident', id: incident.id, tab: 'overview', graph: 'picture' }}>
            <Quote text={incident.title} most={80} />
          </Go>{' '}
          <Score score={incident.score} />
        </p>
      )}
    </section>
  );
}

const firstCopies = 20;

function Copies({ copies }: { readonly copies: readonly MailCopy[] }) {
  const now = useNow();
  if (copies.length === 0) return <p className="under mail-copies">No record tells who has it.</p>;
  return (
    <section className="mail-copies" aria-label="Who has it">
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">To</th>
            <th scope="col">Now</th>
            <th scope="col">Since</th>
          </tr>
        </thead>
        <tbody>
          {copies.slice(0, firstCopies).map(({ recipient, state, at, by, also }) => (
            <tr key={recipient}>
              <td>
                <Quote text={recipient} most={48} />
              </td>
              <td>
                <State state={state} />
                {also.length > 0 && <span className="under">{also.join(', ')}</span>}
              </td>
              <td>
                {at === null ? '–' : moment(Date.parse(at), now)}
                {by !== null && (
                  <span className="under">
                    by <Quote text={by} most={30} />
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {copies.length > firstCopies && <p className="under">and {count(copies.length - firstCopies)} more copies</p>}
    </section>
  );
}
