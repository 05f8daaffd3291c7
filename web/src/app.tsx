// The frame of every view: the bar on top, the keys that work everywhere, and which view the address means.

import { useEffect, useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useAsked, useLink } from './api/client.ts';
import { response } from './api/documents.ts';
import type { Places, ResponseAnswer } from './api/types.ts';
import { clock } from './lib/format.ts';
import { plain } from './lib/quote.ts';
import { Sheet } from './parts/dialog.tsx';
import { useKeys } from './parts/keys.ts';
import { useOpen } from './parts/shell-facts.ts';
import { Empty, Go, Key, Quote, useNow } from './parts/ui.tsx';
import { Hunt } from './hunt/hunt.tsx';
import { IncidentPage } from './incident/incident.tsx';
import { RecordPage } from './incident/record.tsx';
import { CampaignPage } from './mail/campaign.tsx';
import { MailPage } from './mail/mail.tsx';
import { Mails } from './mail/mails.tsx';
import { Queue } from './queue/queue.tsx';
import { go, useView } from './router.ts';
import type { View } from './lib/address.ts';

const queueView: View = { name: 'queue', sort: 'score' };
const huntView: View = { name: 'hunt' };
const mailsView: View = { name: 'mails', least: '0' };

export function App() {
  const view = useView();
  const [isHelp, setHelp] = useState(false);
  useKeys({
    '?': () => setHelp(true),
    'g q': () => go(queueView),
    'g m': () => go(mailsView),
    'g h': () => go(huntView),
    y: () => void navigator.clipboard.writeText(location.href),
  });

  return (
    <>
      <Bar view={view} help={() => setHelp(true)} />
      <Connection />
      {view.name === 'queue' && <Queue view={view} />}
      {view.name === 'incident' && <IncidentPage key={view.id} view={view} />}
      {view.name === 'hunt' && <Hunt key={JSON.stringify([view.from, view.to, view.asOf])} view={view} />}
      {view.name === 'mails' && <Mails view={view} />}
      {view.name === 'mail' && <MailPage key={view.id} view={view} />}
      {view.name === 'campaign' && <CampaignPage key={view.id} view={view} />}
      {view.name === 'record' && <RecordPage key={view.finding} view={view} />}
      {view.name === 'nowhere' && <Nowhere path={view.path} />}
      {isHelp && <Help close={() => setHelp(false)} />}
    </>
  );
}

function Bar({ view, help }: { readonly view: View; readonly help: () => void }) {
  const now = useNow(5_000);
  const link = useLink();
  const open = useOpen();
  const places = usePlaces();
  const states = { starting: 'Connecting', live: 'Live', polling: 'Every 5 s', away: `No connection since ${clock(link.since)}` };

  return (
    <header className="topbar">
      <Go to={queueView} className="brand">
        <img src="/skein.svg" alt="" width="22" height="22" /> Skein
      </Go>
      <nav aria-label="Views">
        <Go to={queueView} className={view.name === 'queue' || view.name === 'incident' ? 'here' : ''}>
          Queue {open !== undefined && <span className="amount">{open}</span>}
        </Go>
        <Go to={mailsView} className={mailViews.includes(view.name) ? 'here' : ''}>
          Mail
        </Go>
        <Go to={huntView} className={view.name === 'hunt' ? 'here' : ''}>
          Hunt
        </Go>
      </nav>
      <span className="push" />
      <span className={`link-state ${link.state}`} role="status">
        {states[link.state]}
      </span>
      <time className="utc">{clock(now)} UTC</time>
      <Acting usual={places?.mode ?? undefined} />
      <MenuTrigger>
        <Button className="react-button">Menu</Button>
        <Popover className="popover" placement="bottom end">
          <Menu className="menu">
            {places?.neo4jBrowser != null ? (
              <MenuItem href={places.neo4jBrowser} target="_blank" rel="noreferrer">
                Neo4j Browser <span className="under">asks for the password Skein printed at its start</span>
              </MenuItem>
            ) : null}
            <MenuItem onAction={() => void navigator.clipboard.writeText(`${location.origin}/graphql`)}>
              Copy the address of GraphQL
            </MenuItem>
            <MenuItem href="/readyz" target="_blank">
              Readiness
            </MenuItem>
            <MenuItem onAction={() => setTheme('light')}>Light</MenuItem>
            <MenuItem onAction={() => setTheme('dark')}>Dark</MenuItem>
            <MenuItem onAction={() => setTheme(undefined)}>As the system</MenuItem>
            <MenuItem onAction={help}>Keys</MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
    </header>
  );
}

/** Where actions are carried out, and what the machine may do by itself. */
function Acting({ usual }: { readonly usual: ResponseAnswer['response']['mode'] | undefined }) {
  const { data, again } = useAsked<ResponseAnswer>(response, {});
  // Nobody sends news of the switch.
  useEffect(() => {
    const timer = setInterval(again, 15_000);
    return () => clearInterval(timer);
  }, [again]);
  return (
    <>
      {data !== undefined && <Tenant name={data.response.tenant} />}
      <Mode mode={data?.response.mode ?? usual} stop={data?.response.killSwitch} />
    </>
  );
}

interface ModeProps {
  readonly mode: ResponseAnswer['response']['mode'] | undefined;
  readonly stop: ResponseAnswer['response']['killSwitch'] | undefined;
}

/** That it was stopped is said instead, with who did and why for whoever asks. */
function Mode({ mode, stop }: ModeProps) {
  if (stop?.on === true)
    return (
      <span className="mode stopped" title={`By ${plain(stop.by ?? 'nobody')}: ${plain(stop.reason ?? '')}`}>
        Stopped{stop.at !== null && ` since ${clock(Date.parse(stop.at))}`}
        <span className="aside">: nothing is done that no person approved</span>
      </span>
    );
  return mode === undefined ? null : <span className="mode">{modes[mode]}</span>;
}

/** Whoever approves an action knows from it whether real accounts are meant. */
const Tenant = ({ name }: { readonly name: string | null }) => (
  <span className="mode" title={name === null ? 'Nothing is done to real accounts' : 'Actions are carried out there'}>
    {name === null ? 'Simulated tenant' : <Quote text={name} most={40} />}
  </span>
);

const mailViews: readonly View['name'][] = ['mails', 'mail', 'campaign'];

const modes = { observe: 'Only looks', confirm: 'Asks first', autonomous: 'Acts alone' } as const;

function setTheme(theme: 'light' | 'dark' | undefined): void {
  const { dataset } = document.documentElement;
  if (theme === undefined) delete dataset.theme;
  else dataset.theme = theme;
  try {
    if (theme === undefined) localStorage.removeItem('skein-theme');
    else localStorage.setItem('skein-theme', theme);
  } catch {
    // Storage may be refused: then the choice lasts as long as the page.
  }
}

function usePlaces(): Places | undefined {
  const [places, setPlaces] = useState<Places>();
  useEffect(() => {
    fetch('/console.json')
      .then(async (answer) => (answer.ok ? setPlaces((await answer.json()) as Places) : undefined))
      .catch(() => undefined);
  }, []);
  return places;
}

function Connection() {
  const link = useLink();
  if (link.state !== 'away') return null;
  return (
    <p className="notice bad" role="alert">
      No connection to Skein since {clock(link.since)} UTC. What you see is from before then; it is tried again every 5 seconds.
    </p>
  );
}

function Nowhere({ path }: { readonly path: string }) {
  return (
    <main className="alone">
      <Empty title="There is no such view.">
        Nothing is at <Quote text={path} />.
      </Empty>
      <Go to={queueView}>Back to the queue</Go>
    </main>
  );
}

const keys: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  [
    'Everywhere',
    [
      ['?', 'these keys'],
      ['g q', 'the queue'],
      ['g m', 'mail'],
      ['g h', 'hunting'],
      ['.', 'show what is new'],
      ['y', 'copy the link'],
      ['Esc', 'close, clear the lit finding, then back'],
    ],
  ],
  [
    'Queue',
    [
      ['j k', 'move'],
      ['Enter', 'open'],
      ['Space', 'reading pane, where it is not always open'],
    ],
  ],
  [
    'Incident',
    [
      ['1 … 9', 'light a finding'],
      ['n N', 'next, previous finding'],
      ['e', 'records of the lit finding'],
      ['p', 'the plan'],
      ['v', 'picture or table'],
      ['x', 'choose the lit finding, under Findings'],
      ['s', 'split off what is chosen'],
      ['m', 'merge with another'],
      ['a', 'take it, or give it back'],
      ['c', 'close with a verdict'],
      ['o', 'open in Neo4j'],
    ],
  ],
  [
    'Mail',
    [
      ['j k', 'move in the list'],
      ['Enter', 'open'],
      ['t', 'safe text'],
      ['d', 'as designed'],
      ['s', 'source'],
      ['p', 'what was done, and the plan'],
    ],
  ],
];

function Help({ close }: { readonly close: () => void }) {
  return (
    <Sheet title="Keys" close={close}>
      <div className="help">
        {keys.map(([where, list]) => (
          <section key={where}>
            <h3>{where}</h3>
            <dl>
              {list.map(([key, does]) => (
                <div key={key}>
                  <dt>
                    <Key>{key}</Key>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <div className="buttons">
        <button type="button" onClick={close}>
          Close
        </button>
      </div>
    </Sheet>
  );
}
