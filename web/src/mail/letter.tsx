// What stands in a message: its text first, its page in a frame that can do nothing, and all of it as it came.

import { useState } from 'react';
import type { Letter } from '../api/types.ts';
import type { MailTab } from '../lib/address.ts';
import { count, duration, exact, plural } from '../lib/format.ts';
import { frameSandbox, framed, hidingName } from '../lib/mail.ts';
import { Empty, Quote, Visible } from '../parts/ui.tsx';

const longestLine = 4_000;
const mostLines = 1_500;

export function LetterBody({ letter, tab }: { readonly letter: Letter; readonly tab: MailTab }) {
  if (tab === 'source') return <Source letter={letter} />;
  if (tab === 'designed') return <Designed html={letter.html} />;
  return <SafeText letter={letter} />;
}

function SafeText({ letter }: { readonly letter: Letter }) {
  const { text, quoted, hidden } = letter;
  return (
    <>
      <div className="mail-text" tabIndex={0} role="region" aria-label="Safe text">
        {text === '' ? <Empty title="There is no text in it." /> : <Lines text={text} />}
      </div>
      {hidden.length > 0 && (
        <section className="mail-hidden">
          <h2>Not seen by whoever reads it</h2>
          <ul>
            {hidden.map(({ how, text: kept, letters }, index) => (
              <li key={index}>
                <span className="flag">hidden, {plural(letters, 'character')}</span>, {hidingName(how)}: “
                <Quote text={kept} />”
              </li>
            ))}
          </ul>
        </section>
      )}
      {quoted !== '' && (
        <details className="mail-quoted">
          <summary>Quoted or forwarded mail below it, {plural(quoted.length, 'character')}</summary>
          <div className="mail-text">
            <Lines text={quoted} />
          </div>
        </details>
      )}
    </>
  );
}

function Lines({ text }: { readonly text: string }) {
  const lines = text.split('\n');
  return (
    <>
      {lines.slice(0, mostLines).map((line, index) => (
        <span key={index} className="mail-line">
          <bdi>
            <Visible text={line} most={longestLine} />
          </bdi>
          {'\n'}
        </span>
      ))}
      {lines.length > mostLines && <span className="rest">…{count(lines.length - mostLines)} more lines</span>}
    </>
  );
}

/** On a white page in either theme, as it was made for one. */
function Designed({ html }: { readonly html: string | null }) {
  if (html === null) return <Empty title="It was not designed.">The message is plain text; see Safe text.</Empty>;
  return (
    <>
      <p className="under">Written anew without anything that runs, loads or leads anywhere. What was hidden is marked.</p>
      <iframe
        className="mail-frame"
        title="The mail as it was designed"
        sandbox={frameSandbox}
        referrerPolicy="no-referrer"
        srcDoc={framed(html)}
      />
    </>
  );
}

function Source({ letter: { headers, headerCount, size, defects } }: { readonly letter: Letter }) {
  return (
    <>
      <p className="under">
        {plural(headerCount, 'header')}, {count(size)} bytes in all
        {headerCount > headers.length && `; the first ${headers.length} are here`}.
      </p>
      {defects.length > 0 && (
        <p className="under">
          Not read: <Visible text={defects.join('; ')} most={1_000} />
        </p>
      )}
      <div className="mail-source" tabIndex={0} role="region" aria-label="Headers">
        <dl>
          {headers.map(({ name, value }, index) => (
            <div key={index}>
              <dt>
                <Quote text={name} most={60} />
              </dt>
              <dd>
                <Quote text={value} most={500} />
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </>
  );
}

const firstHops = 6;

/** What our own servers wrote stands last; what is above it anybody may have invented. */
export function WayHere({ hops }: { readonly hops: Letter['hops'] }) {
  const [isWhole, setWhole] = useState(false);
  if (hops.length === 0) return null;
  const shown = isWhole ? hops : hops.slice(-firstHops);
  const times = hops.flatMap(({ at }) => (at === null ? [] : Date.parse(at)));
  const took = times.length > 1 ? Math.max(...times) - Math.min(...times) : undefined;
  return (
    <section className="mail-way" aria-label="Way here">
      <h2>
        Way here{' '}
        <span className="light">
          {plural(hops.length, 'hop')}
          {took !== undefined && `, ${duration(took)}`}
        </span>
      </h2>
      {hops.length > shown.length && (
        <button type="button" className="as-link" onClick={() => setWhole(true)}>
          Show the first {hops.length - shown.length} too
        </button>
      )}
      <ol>
        {shown.map(({ at, from, address, by, protocol, encrypted }, index) => (
          <li key={index}>
            <span className="mono">
              <Quote text={[from, address].filter((part) => part !== null).join(' ') || 'not said'} most={70} /> →{' '}
              <Quote text={by ?? 'not said'} most={60} />
            </span>
            <span className="under">
              {encrypted ? 'encrypted' : 'not said to be encrypted'}
              {protocol !== null && (
                <>
                  {' · '}
                  <Quote text={protocol} most={20} />
                </>
              )}
              {at !== null && ` · ${exact(Date.parse(at))}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

const firstLinks = 20;

export function LinksAndFiles({ letter: { links, linkCount, attachments } }: { readonly letter: Letter }) {
  const [isWhole, setWhole] = useState(false);
  if (links.length + attachments.length === 0) return null;
  const shown = isWhole ? links : links.slice(0, firstLinks);
  return (
    <section className="mail-links" aria-label="Links and files">
      <h2>Links and files</h2>
      <ul>
        {attachments.map(({ name, type, size, risky, why }, index) => (
          <li key={`file ${index}`}>
            <b>{name === '' ? 'A file without a name' : <Quote text={name} most={90} />}</b>{' '}
            <span className="under-inline">
              <Quote text={type} most={60} />, {count(size)} bytes
            </span>
            {risky && <span className="under odd">{why.join('; ')}</span>}
          </li>
        ))}
        {shown.map(({ shown: said, defanged, why }, index) => (
          <li key={`link ${index}`}>
            {said !== '' && said !== defanged && (
              <>
                <Quote text={said} most={90} /> <span className="under-inline">leads to</span>{' '}
              </>
            )}
            <span className="mono">
              <Quote text={defanged} most={200} />
            </span>
            {why.length > 0 && (
              <span className="under odd">
                <Visible text={why.join('; ')} most={400} />
              </span>
            )}
          </li>
        ))}
      </ul>
      {links.length > shown.length && (
        <button type="button" className="as-link" onClick={() => setWhole(true)}>
          Show {links.length - shown.length} more links
        </button>
      )}
      {linkCount > links.length && <p className="under">{count(linkCount - links.length)} more are not listed.</p>}
    </section>
  );
}
