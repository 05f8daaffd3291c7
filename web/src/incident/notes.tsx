// What people wrote on an incident, and room to write more.

import { useState } from 'react';
import { ask, AskError } from '../api/client.ts';
import { note as adding } from '../api/documents.ts';
import type { Done, Incident } from '../api/types.ts';
import { Empty, Quote, Visible, When } from '../parts/ui.tsx';

export function Notes({ incident, again }: { readonly incident: Incident; readonly again: () => void }) {
  const [text, setText] = useState('');
  const [refusal, setRefusal] = useState<string>();

  const add = async () => {
    try {
      const { done } = await ask<Done>(adding, { id: incident.id, text: text.trim(), once: crypto.randomUUID() });
      const problem = done.userErrors.map(({ message }) => message).join(' ');
      setRefusal(problem === '' ? undefined : problem);
      if (problem === '') setText('');
    } catch (error) {
      setRefusal(error instanceof AskError ? `${error.trouble.says} (${error.trouble.code})` : String(error));
    }
    again();
  };

  return (
    <section className="card notes" aria-label="Notes">
      {incident.notes.length === 0 && (
        <Empty title="No notes yet.">What is written here stays with the incident, also when it merges.</Empty>
      )}
      <ol>
        {incident.notes.map(({ id, at, by, text: written }) => (
          <li key={id}>
            <span className="under">
              <Quote text={by} most={40} />, <When at={at} />
            </span>
            <p className="written">
              {written.split(/\r\n?|\n/).map((line, index) => (
                <span key={index}>
                  <Visible text={line} most={10_000} />
                  {'\n'}
                </span>
              ))}
            </p>
          </li>
        ))}
      </ol>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') void add();
        }}
      >
        <label className="field">
          Note
          <textarea rows={4} maxLength={10_000} value={text} onChange={(event) => setText(event.target.value)} />
        </label>
        {refusal !== undefined && (
          <p className="refusal" role="alert">
            Your note was not kept: {refusal}
          </p>
        )}
        <div className="buttons">
          <button type="submit" disabled={text.trim() === ''}>
            Add the note
          </button>
        </div>
      </form>
    </section>
  );
}
