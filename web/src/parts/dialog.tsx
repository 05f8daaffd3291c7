// The dialogs: one shape, with the focus on what is typed or on leaving, never on the act itself.

import { useState, type ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

interface Props {
  readonly title: string;
  readonly close: () => void;
  readonly children: ReactNode;
}

export function Sheet({ title, close, children }: Props) {
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && close()}>
      <Modal className="sheet">
        <Dialog>
          <Heading slot="title">{title}</Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface ReasonProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly verb: string;
  readonly isRequired: boolean;
  /** Whether all else that is asked for is there. */
  readonly isReady?: boolean;
  readonly label?: string;
  /** Characters that are kept. */
  readonly most?: number;
  readonly close: () => void;
  /** Resolves to what went wrong, in words, or to nothing. */
  readonly act: (reason: string) => Promise<string | undefined>;
}

/** Asks why before an act. */
export function AskReason({ title, children, verb, isRequired, isReady = true, label, most = 2_000, close, act }: ReasonProps) {
  const [reason, setReason] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const isMissing = !isReady || (isRequired && reason.trim() === '');

  const submit = async () => {
    setBusy(true);
    const problem = await act(reason.trim());
    setBusy(false);
    if (problem === undefined) close();
    else setRefusal(problem);
  };

  return (
    <Sheet title={title} close={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isMissing) void submit();
        }}
      >
        {children}
        <label className="field">
          {label ?? (isRequired ? 'Reason (required)' : 'Reason (optional)')}
          <textarea
            autoFocus={isReady}
            rows={3}
            maxLength={most}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        {refusal !== undefined && (
          <p className="refusal" role="alert">
            {refusal}
          </p>
        )}
        <div className="buttons">
          <button type="submit" className="primary" disabled={isMissing || isBusy}>
            {verb}
          </button>
          <button type="button" onClick={close}>
            Cancel
          </button>
        </div>
      </form>
    </Sheet>
  );
}
